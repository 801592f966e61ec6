/*
 * joined.c - see joined.h.
 *
 * The pairs are indexed by their first feature, once in a process: of a candidate's forty features only those are looked at that begin a pair.
 */
#include "base/once.h"
#include "mine/active.h"
#include "mine/joined.h"

enum { PAIRS = MQ_FEATURES - MQ_FIRST_JOINED };

static const struct { uint16_t a, b; } pairs[PAIRS] = {
#define J(a, b) { MQ_F_##a, MQ_F_##b },
#include "mine/joined.def"
#undef J
};

/* The pairs that begin with feature i: by_first[start[i]] to by_first[start[i + 1] - 1]. */
static mq_once indexed = MQ_ONCE_INIT;
static mq_feature_set begins;
static uint16_t start[MQ_FIRST_JOINED + 1], by_first[PAIRS];

static void make_index(void)
{
    uint16_t n = 0;

    for (unsigned i = 0; i < MQ_FIRST_JOINED; i++) {
        start[i] = n;
        for (unsigned k = 0; k < PAIRS; k++)
            if (pairs[k].a == i)
                by_first[n++] = (uint16_t)k;
        if (n > start[i])
            begins.word[i / 64] |= UINT64_C(1) << (i % 64);
    }
    start[MQ_FIRST_JOINED] = n;
}

static void join(mq_features *f, unsigned first)
{
    for (unsigned i = start[first]; i < start[first + 1]; i++) {
        const unsigned k = by_first[i], second = pairs[k].b;

        if (mq_feature_has(&f->set, second))
            mq_on(f, MQ_FIRST_JOINED + k, f->value[first] * f->value[second]);
    }
}

void mq_features_join(mq_features *f)
{
    mq_once_do(&indexed, make_index);
    for (unsigned w = 0; w < sizeof begins.word / sizeof *begins.word; w++)
        for (uint64_t bits = f->set.word[w] & begins.word[w]; bits; bits &= bits - 1)
            join(f, w * 64 + (unsigned)__builtin_ctzll(bits));
}
