/* fuzz_utx.c - the reader of UTX. */
#include "exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_exchange(data, size, MQ_EXCHANGE_UTX);
}
