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

mq_status mq_table_of_rows(mq_buf *image, mq_str text, const char *name, mq_table_row *row, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t))
        rc = row(&all, &t, name, err);
    return mq_table_finish(image, &all, name, rc, err);
}
