/* expansion.c - see expansion.h. */
#include "mine/expansion.h"

/* A bit for a key: most are told apart by it. */
static uint64_t bit_of(uint32_t key)
{
    return UINT64_C(1) << (key >> 1) % 64; /* the lowest bit of a key is always set */
}

static uint64_t bits_of(const mq_acronym *a)
{
    uint64_t bits = 0;

    for (unsigned w = 0; w < a->n; w++)
        bits |= bit_of(a->stem[w]);
    return bits;
}

static uint16_t said_by(const mq_tok *t, const mq_acronym *a, uint64_t bits)
{
    uint16_t said = 0;

    for (unsigned l = 0; l < t->nlists; l++)
        for (size_t i = 0; i < t->lists[l]->n; i++) {
            const uint32_t key = t->lists[l]->r[i].exact;

            for (unsigned w = 0; (bits & bit_of(key)) && w < a->n; w++)
                said = (uint16_t)(said | (a->stem[w] == key) << w);
        }
    return said;
}

void mq_expansions_match(mq_expansions *x, mq_acronyms names, const mq_evidence *e, const mq_segment *s)
{
    x->n = 0;
    for (size_t k = 0; k < names.n && x->n < MQ_MOST_EXPANSIONS; k++) {
        const mq_acronym *a = &names.a[k];
        uint64_t bits;

        if (!a->expansion || !a->n)
            continue;
        bits = bits_of(a);
        x->of[x->n].words = a->n;
        for (size_t i = 0; i < e->n; i++)
            x->of[x->n].said[i] = e->content[i] ? said_by(&s->tok[e->token[i]], a, bits) : 0;
        x->n++;
    }
}

float mq_expanded_likeness(const mq_expansions *x, const mq_evidence *e, size_t from, size_t to)
{
    float best = 0;

    for (size_t k = 0; k < x->n; k++) {
        unsigned said = 0, saying = 0, content = 0;
        float dice;

        for (size_t i = from; i <= to; i++) {
            said |= x->of[k].said[i];
            saying += x->of[k].said[i] != 0;
            content += e->content[i];
        }
        dice = (float)((unsigned)__builtin_popcount(said) + saying) / (float)(x->of[k].words + content);
        best = dice > best ? dice : best;
    }
    return best;
}
