/* lands.c - see lands.h. A table from the spread stem to MQ_LAND_*. */
#include <muqabil/text.h>

#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/acronym.h"
#include "lexicon/lands.h"

static uint32_t land_of(mq_str name)
{
    if (mq_str_equal(name, MQ_STR("fr")))
        return MQ_LAND_FR;
    if (mq_str_equal(name, MQ_STR("en")))
        return MQ_LAND_EN;
    if (mq_str_equal(name, MQ_STR("tongue")))
        return MQ_LAND_TONGUE;
    return mq_str_equal(name, MQ_STR("other")) ? MQ_LAND_OTHER : 0;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_buf folded = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const uint32_t land = land_of(t.column[0]);
        mq_str words = t.column[1], word;

        if (t.n != 2 || !land)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not fr, en, other or tongue and words", name);
        while (!rc && mq_split(&word, &words, ' ')) {
            uint32_t stem;

            mq_buf_clear(&folded);
            rc = mq_fold(&folded, word, MQ_FOLD_SEARCH, err);
            stem = mq_acronym_stem(mq_buf_str(&folded));
            if (!rc && stem)
                mq_table_add(&all, mq_table_spread(stem), land);
        }
    }
    mq_buf_release(&folded);
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_lands = { "lands", "lands.tsv", compile };

unsigned mq_land(mq_str image, uint32_t stem)
{
    return image.n && stem ? mq_table_find(image, mq_table_spread(stem)) : 0;
}
