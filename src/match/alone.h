/*
 * match/alone.h - terms of one word: what a form is on its own.
 *
 * Most of it is told by the form and the term, so it is worked out once per form (words.h keeps it); what the neighbours have a say in is kept as conditions, and a
 * word of a text only asks which of them hold around it.
 */
#ifndef MQ_MATCH_ALONE_H
#define MQ_MATCH_ALONE_H

#include "match/words.h"

/* What stands around a word, with white space between. */
enum {
    MQ_AROUND_ASKED = 1,          /* set by mq_around */
    MQ_AROUND_ARABIC = 2,         /* an Arabic word follows */
    MQ_AROUND_DEFINITE = 4,       /* a definite one follows */
    MQ_AROUND_SOON_DEFINITE = 8,  /* or stands behind that which follows */
    MQ_AROUND_PREVERB = 16,       /* MQ_TRAIT_PREVERB stands before it … */
    MQ_AROUND_IMPERFECT = 32,
    MQ_AROUND_PREP = 64,
    MQ_AROUND_RELATIONAL = 128,
    MQ_AROUND_AFTER_DEFINITE = 256,
    MQ_AROUND_AFTER_PHRASE = 512, /* … a definite word or one with a pronoun */
    MQ_AROUND_ACCUSATIVE = 2048,
    MQ_AROUND_AFTER_NOUN = 1024   /* such a word is what an adjective would belong to: also in الهيئة بين المهنية */
};

enum { MQ_ALONE_PHRASE = 1, MQ_ALONE_CUE = 2, MQ_ALONE_CHAIN = 4 /* costs more before a definite word */, MQ_ALONE_LINE = 8 /* wants a line of its language */ };

/* A term that a form can be. */
typedef struct mq_alone {
    uint32_t variant;         /* in the trie */
    uint16_t needs, refuses;  /* MQ_AROUND_*: all of them, none of them must be */
    uint16_t cost;
    uint16_t flags;           /* MQ_ALONE_* */
} mq_alone;

/* false: the form, of a word with these MQ_TRAIT_* and bytes, never is the term. out->variant stays as it is. */
bool mq_alone_of(mq_alone *out, const mq_alt *form, const mq_shape *term, unsigned traits, uint32_t bytes);

/* MQ_AROUND_* of word i; i < w->n. */
unsigned mq_around(const mq_words *w, uint32_t i);

/* The neighbour i, NULL when there is none or a gap before it is wider than white space. */
static inline const mq_textword *mq_neighbour(const mq_words *w, size_t i)
{
    return i < w->n && w->word[i].gap == MQ_GAP_SPACE ? &w->word[i] : NULL;
}

static inline bool mq_alone_holds(const mq_alone *a, unsigned around)
{
    return (around & a->needs) == a->needs && !(around & a->refuses);
}

#endif
