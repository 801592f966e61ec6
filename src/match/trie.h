/*
 * match/trie.h - all terms as one trie over the numbers of their words. Node 0 is none; edges live in one hash table keyed by (node, word).
 *
 * A node where terms end has a list of *variants*: terms of the same keys that differ in what is not in the keys (articles, hamza, language). Each variant has
 * the pairs whose term it is.
 */
#ifndef MQ_MATCH_TRIE_H
#define MQ_MATCH_TRIE_H

#include <muqabil/base.h>
#include <muqabil/match.h>

/* What a term says beyond the keys of its words; bit i speaks of word i. */
typedef struct mq_shape {
    uint64_t seats;      /* 2 bits per word: the hamza of its first letter (mq_seat) */
    uint32_t articles;   /* the word has the article */
    uint32_t teh;        /* the word ends with ة */
    uint32_t hamza;      /* there is a hamza on or under an ا behind its first letter */
    uint32_t loose;      /* punctuation stands before the word */
    uint32_t free;       /* a preposition, conjunction … or a word that begins with one: no noun phrase goes across it */
    uint32_t having;     /* ذات …: stands between a noun and what that has, all of them with the article or none, and has none itself */
    uint32_t complement; /* a preposition with a pronoun behind a participle: المرسل إليه */
    uint32_t adjective;  /* surely an adjective, a relational one */
    uint32_t epithet;    /* an adjective or what may be one: it can take the article before a definite noun (المتعدد الأطراف) */
    uint8_t words;
    uint8_t lang;        /* mq_lang */
    bool capitals;       /* one Latin word in capitals: an acronym */
    bool verbal;         /* one Arabic word that is as well a common verb */
    bool abstract;       /* one Arabic word in ة, where without it there is an adjective */
    bool relational;     /* one Arabic word, an adjective in ي: in the accusative an adverb as well */
    bool verb;           /* one Arabic word that is surely a verb */
    bool noun;           /* one Arabic word that no verb is spelled like */
    bool phrase;         /* no term (mq_matcher_add_phrase); has no pairs */
    bool cue;            /* no term (mq_matcher_add_cue); its pairs are numbers of cues */
    uint8_t place;       /* phrase, cue: the first of the words that it speaks of … */
    uint8_t placed;      /* … and how many they are */
    bool bare;           /* the first of them must be bare in the text */
    bool attributive;    /* one word: must stand as an adjective stands, with the article behind a word with the article */
    bool particle;       /* one Arabic word that is as well a particle (أجل, غير): a noun where it has the article only */
} mq_shape;

typedef struct mq_variant {
    mq_shape shape;
    uint32_t next;       /* the next one of the node, or 0 */
    uint32_t first, n;   /* its pairs: trie.pair[first .. first + n); while terms are added, first is the last of its links */
} mq_variant;

/* A pair of a variant, until the trie is finished. */
typedef struct mq_link {
    uint32_t pair, before; /* before: the link that was made earlier, or 0 */
} mq_link;

enum { MQ_TRIE_SPARSE = 4 };

typedef struct mq_trie {
    struct mq_edge { uint64_t from; uint32_t to; } *edge; /* from = node << 32 | word; to 0 = empty */
    uint32_t mask, nedges;
    uint64_t *some;      /* MQ_TRIE_SPARSE bits for each slot, by the hash of an edge: 0 = there is no such edge. Small enough to stay in the cache */
    struct mq_node { uint32_t variants, leads; } *node; /* leads: mq_trie_bit of the words of its edges; most misses end there */
    size_t nodes_cap;
    uint32_t nnodes;
    mq_variant *variant; /* [0] unused, as below */
    size_t variants_cap;
    uint32_t nvariants;
    mq_link *link;       /* NULL once finished */
    size_t links_cap;
    uint32_t nlinks;
    uint32_t *pair;      /* NULL before */
} mq_trie;

mq_status mq_trie_init(mq_trie *t);
void mq_trie_release(mq_trie *t);
/* A new node without edges; 0 = no memory. */
uint32_t mq_trie_node(mq_trie *t);
/* The node behind (node, word), made when there is none; 0 = no memory. */
uint32_t mq_trie_step(mq_trie *t, uint32_t node, uint32_t word);
/* Says that a term of `pair` ends at node. */
mq_status mq_trie_end(mq_trie *t, uint32_t node, const mq_shape *shape, uint32_t pair);
/* Puts the pairs of each variant side by side, in the order in which they were added. */
mq_status mq_trie_finish(mq_trie *t);

static inline uint64_t mq_trie_hash(uint64_t from)
{
    from *= 0x9E3779B97F4A7C15U;
    return from ^ from >> 29;
}

static inline uint32_t mq_trie_slot(const mq_trie *t, uint64_t from)
{
    uint32_t i;

    for (i = (uint32_t)mq_trie_hash(from) & t->mask; t->edge[i].to && t->edge[i].from != from;)
        i = (i + 1) & t->mask;
    return i;
}

static inline uint32_t mq_trie_bit(uint32_t word)
{
    return 1U << (word * 0x9E3779B1U >> 27);
}

/* Whether the node says that there may be an edge. */
static inline bool mq_trie_allows(const mq_trie *t, uint32_t node, uint32_t word)
{
    return t->node[node].leads & mq_trie_bit(word);
}

static inline uint64_t mq_trie_hint(const mq_trie *t, uint64_t from)
{
    return mq_trie_hash(from) >> 20 & (MQ_TRIE_SPARSE * ((uint64_t)t->mask + 1) - 1);
}

/* Whether, as the node allows it, there may be an edge; most often, no is the answer. */
static inline bool mq_trie_may_lead(const mq_trie *t, uint32_t node, uint32_t word)
{
    const uint64_t bit = mq_trie_hint(t, (uint64_t)node << 32 | word);

    return t->some[bit >> 6] >> (bit & 63) & 1;
}

/* Asks the memory for what mq_trie_may_lead will look at. */
static inline void mq_trie_fetch_hint(const mq_trie *t, uint32_t node, uint32_t word)
{
    __builtin_prefetch(&t->some[mq_trie_hint(t, (uint64_t)node << 32 | word) >> 6]);
}

/* Asks the memory for what mq_trie_find will look at if there is an edge. */
static inline void mq_trie_fetch(const mq_trie *t, uint32_t node, uint32_t word)
{
    __builtin_prefetch(&t->edge[mq_trie_hash((uint64_t)node << 32 | word) & t->mask]);
}

/* 0 = no term goes on so. mq_trie_find asks the hints first, mq_trie_follow is for those who have. */
static inline uint32_t mq_trie_follow(const mq_trie *t, uint32_t node, uint32_t word)
{
    return t->edge[mq_trie_slot(t, (uint64_t)node << 32 | word)].to;
}

static inline uint32_t mq_trie_find(const mq_trie *t, uint32_t node, uint32_t word)
{
    return mq_trie_allows(t, node, word) && mq_trie_may_lead(t, node, word) ? mq_trie_follow(t, node, word) : 0;
}

#endif
