/*
 * lexicon/model1.h - which word of one language says which word of another, learned from pairs of phrases that say the same.
 *
 *     mq_bitext b = { .n = 0 };
 *     while (…) (void)mq_bitext_add(&b, left, nleft, right, nright);
 *     rc = mq_bitext_learn(&b, &learned, &n, err);
 *     mq_bitext_release(&b);
 *
 * Words are numbers from 1 on, given by the caller. The same phrases in the same order give the same bits.
 */
#ifndef MQ_LEXICON_MODEL1_H
#define MQ_LEXICON_MODEL1_H

#include <muqabil/base.h>

enum {
    MQ_PHRASE_WORDS = 10,     /* longer phrases are definitions: they are left out */
    MQ_BITEXT_LINKS = 1 << 24 /* possible links in memory, 20 bytes each while learning: a million terms; what comes behind them is left out */
};

typedef struct mq_bitext {
    uint64_t *link;           /* left << 32 | right of each possible link, NULL words (0) among them, pair after pair */
    size_t n, cap;
    uint8_t (*shape)[2];      /* words of each pair: left, right */
    size_t pairs, pairs_cap;
} mq_bitext;

typedef struct mq_word_link {
    uint32_t left, right;
    uint32_t pairs;           /* pairs of phrases that hold both */
    float forth, back;        /* P(right | left), P(left | right): 0..1 */
} mq_word_link;

/* False when the pair was left out: a side is empty or has more than MQ_PHRASE_WORDS words, the bitext is full, or there is no memory. */
bool mq_bitext_add(mq_bitext *b, const uint32_t *left, size_t nleft, const uint32_t *right, size_t nright);

/* All links between words, ordered by left and right; free *out. The bitext is empty then. MQ_ENOMEM. */
mq_status mq_bitext_learn(mq_bitext *b, mq_word_link **out, size_t *n, mq_error *err);

void mq_bitext_release(mq_bitext *b);

#endif
