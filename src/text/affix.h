/*
 * text/affix.h - the tables of proclitics, endings and pronouns, from dict/clitics.tsv. text/morph.c puts them together.
 */
#ifndef MQ_TEXT_AFFIX_H
#define MQ_TEXT_AFFIX_H

#include <muqabil/base.h>

#include "base/dict.h"

/* How the form of a word differs from its headword; the order is that of trust. */
typedef enum mq_change {
    MQ_CHANGE_SAME,     /* it does not, or by spelling only */
    MQ_CHANGE_CASE,     /* the ا of the accusative */
    MQ_CHANGE_WEAK,     /* the ي of قاضي, gone or there */
    MQ_CHANGE_DUAL,
    MQ_CHANGE_PLURAL,   /* sound plural */
    MQ_CHANGE_BROKEN,   /* broken plural or irregular form, listed in dict/lexicon.tsv */
    MQ_CHANGE_FEMININE,
    MQ_CHANGE_NISBA
} mq_change;

/*
 * Where an ending may stand: at the end of the word, there but without the article, before a pronoun. FREE: only without a preposition before the stem.
 * WEAK: only behind a stem like that of قاضٍ.
 */
enum { MQ_WHERE_ABS = 1, MQ_WHERE_INDEF = 2, MQ_WHERE_POSS = 4, MQ_WHERE_FREE = 8, MQ_WHERE_WEAK = 16 };

/* Letters before the stem: a whole stack, as written. */
typedef struct mq_stack {
    uint16_t letter[5];
    uint8_t n;           /* letters */
    uint8_t back;        /* so many of them belong to the stem, too (للغة) */
    uint8_t proclitics;  /* MQ_CLITIC_* */
    bool article;
    uint16_t kept[3];    /* the letters of و ف ب ل ك in order, for keys that keep them */
    uint8_t nkept;
    uint16_t cost;       /* -4 log2 of the rate */
    float rate;
} mq_stack;

/* An ending of the stem (restore: what the lemma has instead), or a pronoun. */
typedef struct mq_ending {
    uint16_t letter[4];
    uint16_t restore[2];
    uint8_t n, nrestore;
    uint8_t where;       /* MQ_WHERE_*; of a pronoun 0 */
    uint8_t change;      /* mq_change; of a pronoun its kind */
    uint16_t cost;
    float rate;
} mq_ending;

enum { MQ_PRON_THIRD = 0, MQ_PRON_NEAR = 1, MQ_PRON_VERB = 2 };

typedef struct mq_affixes {
    const mq_stack *stack;   /* all legal ones, the empty one first, then by length */
    const mq_ending *ending;
    const mq_ending *pronoun;
    unsigned nstacks, nendings, npronouns;
} mq_affixes;

extern const mq_dict mq_dict_affixes;

/* MQ_CLITIC_* of a proclitic's letter; 0 for any other. */
uint8_t mq_clitic_bit(uint16_t letter);

/* The tables; empty ones when the program has no dictionary. Thread-safe. */
const mq_affixes *mq_affixes_get(void);

#endif
