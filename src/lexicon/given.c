/* given.c - see given.h. The image is a table of the hashes of the folded names. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/given.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_buf folded = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_buf_clear(&folded);
        rc = mq_fold(&folded, t.column[0], MQ_FOLD_SEARCH, err);
        mq_table_add(&all, mq_hash(mq_buf_str(&folded)), 1);
    }
    mq_buf_release(&folded);
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_given = { "given", "given_names.tsv", compile };

bool mq_is_given(mq_str image, mq_str folded)
{
    return image.n && mq_table_find(image, mq_hash(folded));
}
