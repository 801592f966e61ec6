/* learned.c - see learned.h. */
#include <stdlib.h>

#include "base/grow.h"
#include "base/hash.h"
#include "lexicon/learned.h"

void mq_learning_word(mq_learning *l, mq_str ar, mq_str la, unsigned langs, double strength)
{
    const mq_latin_key k = mq_latin_key_of(la);

    if (!k.exact || strength < MQ_LEARNED_LEAST / 100.0)
        return;
    l->failed |= !MQ_ROOM(l->rows, l->nrows, l->rows_cap, 1024);
    if (l->failed)
        return;
    l->rows[l->nrows++] = (mq_lexicon_row){
        mq_lexicon_slot(mq_hash(ar), true),
        { .exact = k.exact, .wide = k.wide, .near = k.near, .langs = (uint8_t)langs, .level = strength < MQ_LEARNED_SURE / 100.0 ? 1 : 2, .initial = k.initial }
    };
}

static void add_term(mq_learning *l, uint64_t hash)
{
    l->failed |= !MQ_ROOM(l->terms, l->nterms, l->terms_cap, 1024);
    if (!l->failed)
        l->terms[l->nterms++] = (mq_table_entry){ hash, 1 };
}

void mq_learning_term(mq_learning *l, uint64_t ar, uint64_t la)
{
    add_term(l, la);
    add_term(l, mq_term_slot(ar, la));
}

mq_status mq_learning_write(mq_buf *words, mq_buf *terms, mq_learning *l, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (!l->failed && l->nrows)
        rc = mq_lexicon_write(words, l->rows, l->nrows, err);
    if (!l->failed && l->nterms)
        mq_table_write(terms, l->terms, l->nterms);
    if (rc || l->failed || terms->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for what was learned");
    return MQ_OK;
}

void mq_learning_release(mq_learning *l)
{
    free(l->rows);
    free(l->terms);
    *l = (mq_learning){ .nrows = 0 };
}
