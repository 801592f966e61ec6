/* learned.c - see learned.h. */
#include <math.h>

#include "glossary/learned.h"
#include "store/learned.h"

static mq_status on_word(void *user, const mq_learned_word *w)
{
    mq_learning_word(user, w->ar, w->la, w->langs, sqrt(w->forth * w->back));
    return MQ_OK;
}

static mq_status on_term(void *user, uint64_t ar, uint64_t la)
{
    mq_learning_term(user, ar, la);
    return MQ_OK;
}

mq_status mq_learned_load(mq_learned_images *out, mq_store *s, mq_error *err)
{
    mq_learning l = { .nrows = 0 };
    mq_status rc = mq_store_learned_words(s, on_word, &l, err);

    if (!rc)
        rc = mq_store_learned_terms(s, on_term, &l, err);
    if (!rc)
        rc = mq_learning_write(&out->words, &out->terms, &l, err);
    mq_learning_release(&l);
    return rc;
}

mq_learned mq_learned_of(const mq_learned_images *i)
{
    return (mq_learned){ mq_buf_str(&i->words), mq_buf_str(&i->terms) };
}

void mq_learned_release(mq_learned_images *i)
{
    mq_buf_release(&i->words);
    mq_buf_release(&i->terms);
}
