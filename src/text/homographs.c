/* homographs.c - see homographs.h. A table that cannot be had (no dict/ in the program) knows no form. */
#include <pthread.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "text/homographs.h"

uint32_t mq_homograph_key(mq_str folded)
{
    return (uint32_t)mq_hash(folded) | 1;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_buf_clear(&folded);
        if (t.n != 2 || !t.column[0].n || !t.column[1].n)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a form and its headword: '%.*s'", name, (int)t.column[0].n, t.column[0].p);
        else if (!(rc = mq_fold(&folded, t.column[1], MQ_FOLD_SEARCH, err)))
            mq_table_add(&all, mq_hash(t.column[0]), mq_homograph_key(mq_buf_str(&folded)));
    }
    mq_buf_release(&folded);
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_homographs = { "homographs", "homographs.tsv", compile };

static mq_str homographs;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void)
{
    homographs = mq_dict_image_if_any(&mq_dict_homographs);
}

uint32_t mq_homograph_of(mq_str form)
{
    (void)pthread_once(&once, load);
    return homographs.n ? mq_table_find(homographs, mq_hash(form)) : 0;
}
