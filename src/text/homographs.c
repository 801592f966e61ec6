/* homographs.c - see homographs.h. A table that cannot be had (no dict/ in the program) knows no form. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "base/once.h"
#include "text/homographs.h"
#include "text/wordtable.h"

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

static mq_status add_row(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err)
{
    const uint32_t number = number_of(row);
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc;

    if (!number || !row->column[0].n || !row->column[1].n)
        return mq_fail_at(err, MQ_EFORMAT, row->line, 0, "%s: not a form, its headword and perhaps dual or plural: '%.*s'", name, (int)row->column[0].n, row->column[0].p);
    rc = mq_fold(&folded, row->column[1], MQ_FOLD_SEARCH, err);
    if (!rc)
        mq_table_add(l, mq_hash(row->column[0]), mq_homograph_key(mq_buf_str(&folded)) | number);
    mq_buf_release(&folded);
    return rc;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return mq_table_of_rows(image, text, name, add_row, err);
}

const mq_dict mq_dict_homographs = { "homographs", "homographs.tsv", compile };

static mq_str homographs;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    homographs = mq_dict_image_if_any(&mq_dict_homographs);
}

uint32_t mq_homograph_of(mq_str form)
{
    mq_once_do(&once, load);
    return homographs.n ? mq_table_find(homographs, mq_hash(form)) : 0;
}
