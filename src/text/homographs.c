/* homographs.c - see homographs.h. A table that cannot be had (no dict/ in the program) knows no form. */
#include <pthread.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "text/homographs.h"

uint32_t mq_homograph_key(mq_str folded)
{
    return (uint32_t)mq_hash(folded) & ~(uint32_t)MQ_HOMOGRAPH_NUMBER;
}

/* The third column, where there is one; 0 = it is none of these words. */
static uint32_t number_of(const mq_tsv *t)
{
    if (t->n == 2)
        return MQ_HOMOGRAPH_ANY;
    if (t->n == 3 && mq_str_equal(t->column[2], MQ_STR("dual")))
        return MQ_HOMOGRAPH_DUAL;
    return t->n == 3 && mq_str_equal(t->column[2], MQ_STR("plural")) ? MQ_HOMOGRAPH_PLURAL : 0;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const uint32_t number = number_of(&t);

        mq_buf_clear(&folded);
        if (!number || !t.column[0].n || !t.column[1].n)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a form, its headword and perhaps dual or plural: '%.*s'", name, (int)t.column[0].n, t.column[0].p);
        else if (!(rc = mq_fold(&folded, t.column[1], MQ_FOLD_SEARCH, err)))
            mq_table_add(&all, mq_hash(t.column[0]), mq_homograph_key(mq_buf_str(&folded)) | number);
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
