/*
 * text/clitic.h - the ways to cut the glued letters off the front of an Arabic word.
 *
 * A noun carries at most: و or ف, then ب ل or ك, then ال, in this order; ل + ال is written لل (and لل before a word that itself begins with ل).
 * Source: Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 16 and 18.
 */
#ifndef MQ_TEXT_CLITIC_H
#define MQ_TEXT_CLITIC_H

#include <muqabil/text.h>

typedef struct mq_cut {
    uint8_t skip;        /* bytes before the stem */
    bool article;        /* ال was among them, or hides in لل */
    uint8_t proclitics;  /* MQ_CLITIC_* */
} mq_cut;

enum { MQ_MOST_CUTS = 10 };

/*
 * All legal cuts of a word that holds no tashkeel, tatweel or controls (MQ_FOLD_DISPLAY or MQ_FOLD_SEARCH), the uncut word first.
 * A stem keeps at least two letters.
 * Returns their number, 1..MQ_MOST_CUTS.
 */
unsigned mq_cuts(mq_str word, mq_cut cuts[MQ_MOST_CUTS]);

/* The legal cuts of a word of at most 255 bytes, and mq_hash of what each leaves. */
typedef struct mq_cutting {
    unsigned n;
    mq_cut cut[MQ_MOST_CUTS];
    uint64_t hash[MQ_MOST_CUTS];
} mq_cutting;

/* Finds the cuts; what the lists of words know of what they leave is fetched from memory meanwhile. */
void mq_cutting_of(mq_cutting *c, mq_str word);

/*
 * The likeliest cut, by what the lexicon and the word counts know of the word and of each stem. Prefers the uncut word when nothing is known.
 */
mq_cut mq_best_cut(mq_str word);
mq_cut mq_best_cut_of(const mq_cutting *c, mq_str word); /* the word the cutting was made of */

#endif
