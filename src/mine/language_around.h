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

/*
 * How many of some Latin words only French has, only English has or both have; the rest of them as names; then those that no list has, and function words of
 * other languages (el, della). Function words of French and English count as theirs.
 */
typedef struct mq_shares {
    unsigned fr, en, both, name_fr, name_en, name_both, none, other;
} mq_shares;

/* Adds a word, folded by MQ_FOLD_SEARCH. */
void mq_shares_add(mq_shares *s, const mq_dicts *d, mq_str word);

/* Latin words of a text: their letters, and who has them. */
typedef struct mq_latin_words {
    mq_spelling spelling;
    mq_shares shares;
} mq_latin_words;

/* Adds a Latin token as written, unless it looks like an acronym. */
void mq_latin_add_token(mq_latin_words *l, const mq_pairing *p, mq_str token);

typedef struct mq_around {
    size_t first, last;           /* tokens of the segment that were looked at */
    unsigned inside, close, near; /* MQ_LAND_* of countries in the Arabic side, right beside the pair, and farther off */
    bool third_script;            /* words in neither script, right beside the pair */
    mq_latin_words latin;         /* other ones, but for acronyms */
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

/* MQ_LAND_* that words look like by their letters; 0 when they are too few to tell. */
unsigned mq_language_beside(const mq_pairing *p, const mq_spelling *latin);

/* Sets three figures, for French, English and other languages: the words of each, at most three, in thirds. */
void mq_put_shares(float *fr, float *en, float *other, const mq_shares *s);

/* The figures of an acronym. */
void mq_acronym_figures(float x[MQ_LANGUAGE_FEATURES], const mq_pairing *p, mq_kind kind);

static inline float mq_clip(float v, float most)
{
    return v > most ? most : v < -most ? -most : v;
}

#endif
