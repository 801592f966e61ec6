/*
 * mine/segment.h - the stretch of text around a cluster of Latin words, as tokens with what is known of each.
 *
 * Mining is local: nothing farther than a few hundred bytes from a Latin word matters. The scanner jumps from Latin letter to Latin letter; only the segments
 * around them are ever tokenised.
 */
#ifndef MQ_MINE_SEGMENT_H
#define MQ_MINE_SEGMENT_H

#include <muqabil/text.h>

#include "lexicon/learned.h"
#include "text/clitic.h"

enum {
    MQ_SEG_TOKENS = 640,    /* a segment is cut when it has more */
    MQ_SEG_REACH = 320,     /* bytes before the first and behind the last Latin word */
    MQ_SEG_CHAIN = 200,     /* Latin words closer than this share a segment */
    MQ_SEG_NEAR = 80,       /* a line end is looked at when it is so near to a Latin word; and Latin words so near share a segment across it */
    MQ_SEG_OVER = 128,      /* bytes of the other line that may belong to a segment */
    MQ_SEG_BYTES = 6000,
    MQ_TOK_FOLDED = 46,
    MQ_TOK_LISTS = 7,
    MQ_TOGETHER = 8,        /* new words that are looked up at once */
    MQ_MEMORY_WORDS = 8192
};

/* Where a word of the Arabic side may stand that the model has a weight for (mine/lexical.h): in the span, or just outside. */
enum mq_said { MQ_SAID_FIRST, MQ_SAID_LAST, MQ_SAID_INNER, MQ_SAID_BEFORE, MQ_SAID_BEHIND, MQ_SAID_SLOTS };

/* The read-only dictionaries, shared by all threads, and what one thread remembers of them. */
typedef struct mq_dicts {
    mq_str lexicon, latin, foreign, function, translit, acronyms, lexical;
    mq_str letters, tongues, tongue_words, french, english, lands, given, clues; /* for the language of the Latin side */
    mq_learned learned;       /* of the glossary that is mined into; may be empty */
    struct mq_memory *memory; /* may be NULL, as the next */
    struct mq_latin_memory *latin_memory;
} mq_dicts;

typedef struct mq_tok {
    uint32_t start, end;      /* bytes of the text */
    uint32_t cp;              /* of a PUNCT token */
    mq_script script;
    bool space_before;
    bool bond_known;          /* of the next two, once mq_tok_bond was asked */
    bool bond_told;
    uint32_t seat;            /* of an Arabic token, mq_role_seat */
    uint8_t land;             /* 1 + MQ_LAND_* of a word, kept by language_around.c; 0 = it was not asked for */
    float bond;               /* to the token behind it, mq_bond */
    /* Arabic tokens: folded always, the rest once mq_tok_learn was called, else 0; signs have `learned` and `said` */
    bool learned;
    uint16_t said[MQ_SAID_SLOTS]; /* mq_lexical_find of the word or sign, in each place */
    uint8_t sort;             /* mq_word_class of the word without an article */
    bool article;
    bool verbal;              /* has the shape or the role of a finite verb */
    bool pronoun;             /* ends in a pronoun: خلاياها */
    int8_t nouny;             /* how often the stem carries ال, in steps of a factor of e: 0 as often as not, -8 never; 1 = too rare to tell */
    uint8_t nlists;
    uint8_t nown;             /* of them: those of dict/, which make it a known word; learned ones come behind them */
    mq_cut cut;               /* the likeliest */
    uint16_t kinds;           /* MQ_WORD_* of the stem */
    uint32_t roles, seats;    /* MQ_ROLE_* of the word as it stands, or of its stem; seats: with which of MQ_ROLE_SEATS it has them */
    uint32_t sounds, whole_sounds; /* mq_sounds_arabic of the stem, of the whole word */
    uint32_t acronym_stem;
    uint32_t edge, inner;     /* mq_edge_shape, mq_inner_shape */
    double count;             /* mq_word_count of the whole word */
    uint64_t keys;            /* those of all its lists: which Latin words any of them may hold */
    uint64_t hash;            /* of folded */
    uint8_t folded_n;
    char folded[MQ_TOK_FOLDED];            /* filled up to folded_n, as lists is up to nlists: tokens are many, and few of them are long */
    const mq_renderings *lists[MQ_TOK_LISTS];
} mq_tok;

/*
 * Words that were learned of late, each at the place its hash gives; a word pushes out the one before it. Running text repeats its words, so
 * most are learned from here. All zero at the start. A word is the same from here and from the dictionaries.
 */
typedef struct mq_memory {
    mq_tok word[MQ_MEMORY_WORDS];
} mq_memory;

typedef struct mq_segment {
    mq_str text;              /* the whole text */
    uint32_t start, end;      /* bytes of it */
    bool arabic;              /* it has Arabic tokens */
    size_t n;
    mq_tok tok[MQ_SEG_TOKENS];
} mq_segment;

/*
 * The first segment whose Latin letters begin at or after *at; false when there is none. *at moves behind its last Latin word. text.n < 2^32.
 */
bool mq_segment_next(mq_segment *s, mq_str text, size_t *at, const mq_dicts *d);

/* Fills what the dictionaries know of an Arabic token, and what the model knows of a sign; does nothing the second time. */
static inline void mq_tok_learn(mq_tok *t, const mq_dicts *d);
void mq_tok_find(mq_tok *t, const mq_dicts *d); /* the first time */
/* The same of an Arabic token when the thread remembers the word, which is cheap; else false. */
bool mq_tok_recall(mq_tok *t, const mq_dicts *d);

/* mq_tok_learn for n tokens of a segment, with what memory has to bring for one on its way while others are learned. */
void mq_toks_learn(mq_segment *s, const size_t *token, size_t n, const mq_dicts *d);

/* mq_tok_bond will be asked of token i, learned as the next one: memory may fetch meanwhile what it needs. */
void mq_tok_bond_prefetch(const mq_segment *s, size_t i);
/* As what mq_lexical_find knows a token that was learned: a word without its article and what is glued before that; a sign. Empty for other tokens. */
mq_str mq_tok_said(const mq_tok *t, char sign[4]);

/* mq_bond of token i and the next one, kept; false when it is unknown or the next one is no Arabic word. */
static inline bool mq_tok_bond(mq_segment *s, size_t i, float *bond);
void mq_tok_find_bond(mq_segment *s, size_t i); /* the first time */

static inline void mq_tok_learn(mq_tok *t, const mq_dicts *d)
{
    if (!t->learned)
        mq_tok_find(t, d);
}

static inline bool mq_tok_bond(mq_segment *s, size_t i, float *bond)
{
    const mq_tok *t = &s->tok[i];

    if (!t->bond_told)
        mq_tok_find_bond(s, i);
    *bond = t->bond;
    return t->bond_known;
}

static inline bool mq_is_arabic(const mq_tok *t)
{
    return t->script == MQ_ARABIC;
}

#endif
