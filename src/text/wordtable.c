/* wordtable.c - see wordtable.h. */
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
