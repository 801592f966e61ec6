/* weigh.c - see weigh.h. */
#include "mine/joined.h"
#include "mine/weigh.h"

enum { WORDS = sizeof(mq_feature_set) / sizeof(uint64_t) };

static void list(mq_feature_list *out, unsigned id, float value)
{
    if (out->n < MQ_MOST_ACTIVE)
        out->f[out->n++] = (mq_feature_value){ (uint16_t)id, value };
}

void mq_features_list(mq_feature_list *out, const mq_features *f)
{
    mq_feature_value joined[MQ_MOST_JOINED];
    const unsigned n = mq_features_join(joined, f);

    out->n = 0;
    for (unsigned w = 0; w < WORDS; w++)
        for (uint64_t bits = f->set.word[w]; bits; bits &= bits - 1) {
            const unsigned id = w * 64 + (unsigned)__builtin_ctzll(bits);

            list(out, id, (float)f->value[id]);
        }
    for (size_t i = 0; i < f->nsaid; i++)
        list(out, f->said[i], 1);
    for (unsigned i = 0; i < n; i++)
        list(out, joined[i].id, joined[i].value);
}

static double weigh_word(const mq_features *f, unsigned w, uint64_t bits, const double *weight)
{
    double sum = 0;

    for (; bits; bits &= bits - 1) {
        const unsigned id = w * 64 + (unsigned)__builtin_ctzll(bits);

        sum += weight[id] * f->value[id];
    }
    return sum;
}

double mq_weigh_side(const mq_features *f, const double *weight)
{
    double sum = 0;

    for (unsigned w = 0; w < WORDS; w++)
        sum += weigh_word(f, w, f->side.word[w], weight);
    return sum;
}

double mq_weigh_own(const mq_features *f, const double *weight)
{
    mq_feature_value joined[MQ_MOST_JOINED];
    const unsigned n = mq_features_join(joined, f);
    double sum = 0;

    for (unsigned w = 0; w < WORDS; w++)
        sum += weigh_word(f, w, f->set.word[w] & ~f->side.word[w], weight);
    for (size_t i = 0; i < f->nsaid; i++)
        sum += weight[f->said[i]];
    for (unsigned i = 0; i < n; i++)
        sum += weight[joined[i].id] * (double)joined[i].value;
    return sum;
}
