/* given.c - see given.h. The image is a table of the hashes of the folded names. */
#include <stdlib.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/given.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_entry *e = calloc(text.n / 2 + 1, sizeof *e); /* a name takes two bytes at least */
    mq_buf folded = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = e ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    size_t n = 0;

    while (!rc && mq_tsv_next(&t)) {
        mq_buf_clear(&folded);
        rc = mq_fold(&folded, t.column[0], MQ_FOLD_SEARCH, err);
        e[n++] = (mq_table_entry){ mq_hash(mq_buf_str(&folded)), 1 };
    }
    if (!rc)
        mq_table_write(image, e, mq_table_unite(e, n));
    mq_buf_release(&folded);
    free(e);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_given = { "given", "given_names.tsv", compile };

bool mq_is_given(mq_str image, mq_str folded)
{
    return image.n && mq_table_find(image, mq_hash(folded));
}
