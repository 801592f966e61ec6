/* fuzz_wrap.c - line ends of any text are judged; where it may be parted its two parts are judged as the whole; a wrap becomes one space. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/wrap.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void judge(mq_buf *out, mq_str text)
{
    for (size_t i = 0; i < text.n; i++)
        if (text.p[i] == '\n')
            mq_buf_addc(out, mq_is_wrap(text, i) ? 'w' : '|');
}

static void part(mq_str text, size_t at, mq_str whole)
{
    mq_buf parts = MQ_BUF_INIT;

    if (mq_may_part(text, at)) {
        judge(&parts, (mq_str){ text.p, at });
        judge(&parts, (mq_str){ text.p + at, text.n - at });
        if (!parts.status && !mq_str_equal(mq_buf_str(&parts), whole))
            abort();
    }
    mq_buf_release(&parts);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { MOST_PARTS = 64 };
    mq_buf repaired = MQ_BUF_INIT, whole = MQ_BUF_INIT, line = MQ_BUF_INIT;
    mq_str text;

    (void)mq_utf8_repair(&repaired, (mq_str){ (const char *)data, size }, NULL);
    text = mq_buf_str(&repaired);
    judge(&whole, text);
    for (size_t i = 0, n = 0; i < text.n && n < MOST_PARTS && !whole.status; i++)
        if (text.p[i] == '\n') {
            part(text, i + 1, mq_buf_str(&whole));
            n++;
        }
    mq_unwrap(&line, text, 0, text.n);
    if (line.n > text.n)
        abort();
    mq_buf_release(&repaired);
    mq_buf_release(&whole);
    mq_buf_release(&line);
    return 0;
}
