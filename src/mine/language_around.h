/*
 * mine/language_around.h - what stands around a pair and tells of the language of its Latin side. The inside of language.h.
 */
#ifndef MQ_MINE_LANGUAGE_AROUND_H
#define MQ_MINE_LANGUAGE_AROUND_H

#include "lexicon/lands.h"
#include "lexicon/letters.h"
#include "mine/language.h"

/* A pair that was chosen, and the dictionaries. */
typedef struct mq_pairing {
    const mq_site *site;
    const mq_candidate *c;
    const mq_dicts *d;
} mq_pairing;

typedef struct mq_around {
    size_t first, last;           /* tokens of the segment that were looked at */
    unsigned inside, close, near; /* MQ_LAND_* of countries in the Arabic side, right beside the pair, and farther off */
    bool third_script;            /* words in neither script, right beside the pair */
    bool swapped;                 /* words as a broken PDF gives them: law gazettes of the Maghreb are */
    mq_spelling latin;            /* of other Latin words, but for acronyms */
} mq_around;

mq_around mq_look_around(const mq_pairing *p);

/*
 * MQ_LAND_* of the language that is named right before the Latin, whatever stands between it and the Arabic (بالفرنسية: Corse، بالكورسية: Corsica), or by the cue
 * between the two; 0 = none.
 */
unsigned mq_language_said(const mq_pairing *p);
/* The same right before the Arabic that stands before the Latin: باللغة الإنجليزية "كييف بوست" (Kyiv Post). */
unsigned mq_language_said_of_arabic(const mq_pairing *p);

/* By how many bits French is likelier than English, and another language than the better of the two; in units of four bits, at most `most` either way. */
typedef struct mq_margin {
    float french, other;
} mq_margin;

mq_margin mq_margin_of(const mq_spelling *s, mq_str tongues, float most);

/* MQ_LAND_* that the words of mq_around.latin look like; 0 when they are too few to tell. */
unsigned mq_language_beside(const mq_pairing *p, const mq_spelling *latin);

/* Adds a Latin word as written, unless it is short or looks like an acronym. */
void mq_spelling_add_token(mq_spelling *s, const mq_pairing *p, mq_str token);

/* The figures of an acronym. */
void mq_acronym_figures(float x[MQ_LANGUAGE_FEATURES], const mq_pairing *p, mq_kind kind);

static inline float mq_clip(float v, float most)
{
    return v > most ? most : v < -most ? -most : v;
}

#endif
