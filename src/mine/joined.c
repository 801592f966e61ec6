/*
 * joined.c - see joined.h.
 *
 * The pairs are indexed, once in a process, by one of their features, the rarer one: of a candidate's two dozen features only those are looked at that such
 * pairs stand under. Which are rare need not be told: it is enough to know those that nearly every other candidate has.
 */
#include "base/once.h"
#include "mine/active.h"
#include "mine/joined.h"

static const struct { uint16_t a, b; } pairs[MQ_MOST_JOINED] = {
#define J(a, b) { MQ_F_##a, MQ_F_##b },
#include "mine/joined.def"
#undef J
};

/* Those of the pairs that stand in more than a fifth of the candidates of a text. */
static const uint16_t common[] = {
    MQ_F_bond_inner,       MQ_F_open_words,         MQ_F_open_tokens_known,    MQ_F_last_indefinite,  MQ_F_last_often_definite, MQ_F_first_often_definite,
    MQ_F_no_evidence,      MQ_F_last_noun,          MQ_F_open_words_unknown,   MQ_F_all_indefinite,   MQ_F_right_bias,          MQ_F_inner_prep,
    MQ_F_bond_inner_loose, MQ_F_open_tokens_unknown, MQ_F_word_cover,          MQ_F_kin_bare,         MQ_F_first_article,       MQ_F_both_cover,
    MQ_F_token_cover,      MQ_F_longer_by_3,        MQ_F_no_evidence_unknown,  MQ_F_before_punct,     MQ_F_left_plain,
};

/* What stands under feature i: under[start[i]] to under[start[i + 1] - 1]. */
struct under {
    uint16_t other; /* the second feature */
    uint16_t id;    /* of the product */
};

static mq_once indexed = MQ_ONCE_INIT;
static mq_feature_set heads;
static uint16_t start[MQ_FIRST_JOINED + 1];
static struct under under[MQ_MOST_JOINED];

static void put(mq_feature_set *s, unsigned id)
{
    s->word[id / 64] |= UINT64_C(1) << (id % 64);
}

static void make_index(void)
{
    mq_feature_set often = { { 0 } };
    uint16_t head[MQ_MOST_JOINED], end[MQ_FIRST_JOINED + 1] = { 0 };

    for (size_t i = 0; i < sizeof common / sizeof *common; i++)
        put(&often, common[i]);
    for (unsigned k = 0; k < MQ_MOST_JOINED; k++) {
        head[k] = mq_feature_has(&often, pairs[k].a) ? pairs[k].b : pairs[k].a;
        put(&heads, head[k]);
        end[head[k]]++;
    }
    for (unsigned i = 0; i < MQ_FIRST_JOINED; i++) {
        start[i + 1] = (uint16_t)(start[i] + end[i]);
        end[i] = start[i];
    }
    for (unsigned k = 0; k < MQ_MOST_JOINED; k++)
        under[end[head[k]]++] = (struct under){ head[k] == pairs[k].a ? pairs[k].b : pairs[k].a, (uint16_t)(MQ_FIRST_JOINED + k) };
}

unsigned mq_features_join(mq_feature_value out[MQ_MOST_JOINED], const mq_features *f)
{
    unsigned n = 0;

    mq_once_do(&indexed, make_index);
    for (unsigned w = 0; w < sizeof heads.word / sizeof *heads.word; w++)
        for (uint64_t bits = f->set.word[w] & heads.word[w]; bits; bits &= bits - 1) {
            const unsigned head = w * 64 + (unsigned)__builtin_ctzll(bits);

            for (const struct under *u = &under[start[head]]; u < &under[start[head + 1]]; u++)
                if (mq_feature_has(&f->set, u->other))
                    out[n++] = (mq_feature_value){ u->id, (float)(f->value[head] * f->value[u->other]) };
        }
    return n;
}
