/*
 * lexicon/learned.h - what the terms of a glossary teach: words that say words (learned by model 1), and whole terms that say each other. Images like those
 * of dict/, but made at run time; evidence for mining into that glossary.
 */
#ifndef MQ_LEXICON_LEARNED_H
#define MQ_LEXICON_LEARNED_H

#include "base/hash.h"
#include "base/hashtable.h"
#include "lexicon/lexicon.h"

/* Borrowed; both empty: nothing was learned. */
typedef struct mq_learned {
    mq_str words; /* an image for mq_lexicon_find_hash, light stems only */
    mq_str terms; /* an image of base/hashtable: mq_term_slot of each pair, and the key of its Latin side */
} mq_learned;

/* An Arabic word in the key of a phrase: its stem (mq_acronym_stem), or, where it has none, the whole folded word. */
static inline uint32_t mq_phrase_stem(uint32_t stem, mq_str folded)
{
    return stem ? stem : (uint32_t)mq_hash(folded) | 1;
}

/*
 * The key of a phrase, word by word from 0 on: mq_phrase_stem of its Arabic words, or the exact keys of its Latin ones, where a word of key 0 does not
 * count. So two phrases with one key are forms of one term: the article, number and clitics do not part them.
 */
static inline uint64_t mq_phrase_key(uint64_t key, uint32_t word)
{
    return word ? ((key ^ word) + 1) * UINT64_C(0x9E3779B97F4A7C15) ^ key >> 29 : key;
}

/* The key of two phrases that say each other. */
static inline uint64_t mq_term_slot(uint64_t ar, uint64_t la)
{
    return (ar * UINT64_C(0xD6E8FEB86659FD93)) ^ (la + (ar >> 32));
}

/* Whether some known pair has this Latin side; whether the two make a known pair. A stranger is taken for one of n pairs with a chance of n·2^-32 each. */
static inline bool mq_learned_latin(const mq_learned *l, uint64_t la)
{
    return l->terms.n && la && mq_table_find(l->terms, la);
}

static inline bool mq_learned_pair(const mq_learned *l, uint64_t ar, uint64_t la)
{
    return l->terms.n && ar && la && mq_table_find(l->terms, mq_term_slot(ar, la));
}

/* To make the images: add, then write, then release. All zero at the start. What memory does not allow is told by the writer. */
typedef struct mq_learning {
    mq_lexicon_row *rows;
    size_t nrows, rows_cap;
    mq_table_entry *terms;
    size_t nterms, terms_cap;
    bool failed;
} mq_learning;

/*
 * ar: a light stem (mq_content_stem); la: a folded word; langs: MQ_RENDERING_FR, EN; strength: P of model 1, the geometric mean of both directions. What is
 * weaker than MQ_LEARNED_LEAST / 100 is passed over, what is stronger than MQ_LEARNED_SURE / 100 counts as much as a headword of the lexicon.
 */
enum { MQ_LEARNED_LEAST = 7, MQ_LEARNED_SURE = 30 };
void mq_learning_word(mq_learning *l, mq_str ar, mq_str la, unsigned langs, double strength);
void mq_learning_term(mq_learning *l, uint64_t ar, uint64_t la);
/* Appends the images; empty ones when nothing was added. MQ_ENOMEM. */
mq_status mq_learning_write(mq_buf *words, mq_buf *terms, mq_learning *l, mq_error *err);
void mq_learning_release(mq_learning *l);

#endif
