/* given.c - see given.h. The image is a table of the hashes of the folded names. */
#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/given.h"
#include "text/wordtable.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t))
        mq_table_add_word(&all, t.column[0], 1);
    return mq_table_finish(image, &all, name, MQ_OK, err);
}

const mq_dict mq_dict_given = { "given", "given_names.tsv", compile };

bool mq_is_given(mq_str image, mq_str folded)
{
    return image.n && mq_table_find(image, mq_hash(folded));
}
