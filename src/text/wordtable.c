/* wordtable.c - see wordtable.h. */
#include <math.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "text/wordtable.h"

void mq_table_add_word(mq_table_list *l, mq_str word, uint32_t value)
{
    mq_buf folded = MQ_BUF_INIT;

    l->no_memory |= mq_fold(&folded, word, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    mq_table_add(l, mq_hash(mq_buf_str(&folded)), value);
    mq_buf_release(&folded);
}

uint32_t mq_table_of_count(double count)
{
    return 1 + (uint32_t)lround(16 * log2(count));
}

double mq_table_count(uint32_t value)
{
    return value ? exp2((value - 1) / 16.0) : 0;
}
