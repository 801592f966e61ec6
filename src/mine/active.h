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

/* joined.c wants to know which stand together. */
static inline void mq_feature_keep(mq_features *f, unsigned id, float value)
{
    f->value[id] = mq_feature_has(&f->set, id) ? f->value[id] + value : value;
    f->set.word[id / 64] |= UINT64_C(1) << (id % 64);
}

static inline void mq_on(mq_features *f, unsigned id, float value)
{
    if (value == 0)
        return;
    if (id < MQ_FIRST_JOINED)
        mq_feature_keep(f, id, value);
    if (f->weight) {
        f->sum += (double)f->weight[id] * (double)value;
    } else if (f->n < MQ_MOST_ACTIVE) {
        f->f[f->n].id = (uint16_t)id;
        f->f[f->n++].value = value;
    }
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

#endif
