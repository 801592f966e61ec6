/*
 * lexicon/cues.h - what a word says beside certain others: dict/cues.tsv. A مصلحة is an interest, but in رئيس المصلحة and مصلحة التخطيط a department.
 */
#ifndef MQ_LEXICON_CUES_H
#define MQ_LEXICON_CUES_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_cues;

typedef struct mq_cues {
    mq_str nouns;        /* headwords, parted by | as all lists here */
    mq_str renderings;   /* what they say, French and English; = and one: what was said last, if it was that */
    mq_str instead;      /* what may stand for those where a list has none of them; often empty */
    mq_str patterns;     /* beside these words: ~ stands for the noun, also behind what is glued to it (ل~), _ for it bare, ~منشورة for a form, +~ where it
                            stands as an adjective; or in this form (توظيفات) */
} mq_cues;

/* Where the noun stands in a pattern. */
typedef struct mq_cue_place {
    unsigned first, words; /* words: at least 1; first + words is at most that of the pattern */
    bool bare;             /* it has neither article nor pronoun nor preposition and is not inflected: a verb rather */
    bool attributive;      /* it has the article behind a word with the article: an adjective rather; the pattern is this word */
} mq_cue_place;

/* The next row. *rest is the image at first, then what is left of it; false at the end. */
bool mq_cues_next(mq_cues *out, mq_str *rest);

/* Appends the pattern with the noun in its place, and tells that place; fewer than MQ_CUE_WORDS words stand before it. */
mq_cue_place mq_cue_phrase(mq_buf *out, mq_str pattern, mq_str noun);

enum { MQ_CUE_WORDS = 4 };

#endif
