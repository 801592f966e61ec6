/*
 * match/vocab.h - the words of all terms, numbered by their keys (text/morph.h, text/latinword.h).
 *
 * Words are told apart by the 64-bit hash of their keys alone: among a million words two of one hash are met with a chance of 3e-8.
 */
#ifndef MQ_MATCH_VOCAB_H
#define MQ_MATCH_VOCAB_H

#include <muqabil/base.h>

typedef struct mq_vocab {
    struct mq_vocab_slot { uint64_t hash; uint32_t word; } *slot; /* word 0 = empty */
    uint32_t mask, n;    /* n words, numbered 1..n */
    uint32_t *root;      /* by number: trie node of the terms that begin with the word; 0 = none does. [0] is unused */
} mq_vocab;

mq_status mq_vocab_init(mq_vocab *v);
void mq_vocab_release(mq_vocab *v);
/* The number of a key, new or not; 0 = no memory. */
uint32_t mq_vocab_add(mq_vocab *v, mq_str key);
/* 0 = no term has such a word. */
uint32_t mq_vocab_find(const mq_vocab *v, mq_str key);
/* The same by the hash of the key (mq_hash); and what it will look at, on its way to the cache meanwhile. */
uint32_t mq_vocab_find_hash(const mq_vocab *v, uint64_t hash);
void mq_vocab_prefetch(const mq_vocab *v, uint64_t hash);

#endif
