/*
 * mine/active.h - noting the features that are not 0; for the files that reckon them.
 */
#ifndef MQ_MINE_ACTIVE_H
#define MQ_MINE_ACTIVE_H

#include "mine/features.h"

static inline bool mq_feature_has(const mq_feature_set *s, unsigned id)
{
    return s->word[id / 64] >> (id % 64) & 1;
}

/* A feature of features.def; each is told at most once. */
static inline void mq_on(mq_features *f, unsigned id, float value)
{
    if (value == 0)
        return;
    f->value[id] = (double)value;
    f->set.word[id / 64] |= UINT64_C(1) << (id % 64);
}

static inline void mq_flag(mq_features *f, unsigned id, bool yes)
{
    if (yes)
        mq_on(f, id, 1);
}

/* Bit k is feature base + k. */
static inline void mq_flags(mq_features *f, unsigned base, uint32_t bits)
{
    for (; bits; bits &= bits - 1)
        mq_on(f, base + (unsigned)__builtin_ctz(bits), 1);
}

/* A word of the model or a class of words, by the id of its feature. What is too much is left out. */
static inline void mq_said(mq_features *f, unsigned id)
{
    if (f->nsaid < MQ_MOST_SAID)
        f->said[f->nsaid++] = (uint16_t)id;
}

#endif
