/* fuzz_validate.c - judging a file of any format, found by its content: whatever it is, each fault is told in well-formed text with a level and a rule. */
#include "exchange.h"

static mq_status fuzz_fault(void *user, const mq_fault *f, mq_error *err)
{
    (void)user, (void)err;
    fuzz_want(f->level >= MQ_FAULT_NOTE && f->level <= MQ_FAULT_ERROR && *f->rule && f->message.n > 0);
    fuzz_text(f->message);
    return MQ_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const mq_exchange_reading how = { .format = MQ_EXCHANGE_AUTO };
    mq_exchange_info info;
    mq_error err = { .code = MQ_OK };

    fuzz_want(mq_exchange_validate(fuzz_file(data, size), &how, fuzz_fault, NULL, &info, &err) == err.code || err.code == MQ_OK);
    return 0;
}
