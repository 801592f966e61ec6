/* fuzz_tmx.c - the reader of TMX. */
#include "exchange.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    return fuzz_exchange(data, size, MQ_EXCHANGE_TMX);
}
