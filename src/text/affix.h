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

/* Rows of a table, in its order. */
typedef struct mq_affix_rows {
    const uint16_t *row;
    unsigned n;
} mq_affix_rows;

/* Tables by the letter of the word where a row begins (stacks) or ends. POSS: the endings that may stand before a pronoun, ENDINGS: those that may end a word. */
typedef enum mq_affix_table { MQ_AFFIX_STACKS, MQ_AFFIX_ENDINGS, MQ_AFFIX_POSS, MQ_AFFIX_PRONOUNS, MQ_AFFIX_TABLES } mq_affix_table;

typedef struct mq_affixes {
    const mq_stack *stack;   /* all legal ones, the empty one first, then by length */
    const mq_ending *ending;
    const mq_ending *pronoun;
    unsigned nstacks, nendings, npronouns;
    const uint16_t *begin, *row; /* mq_affixes_at */
} mq_affixes;

extern const mq_dict mq_dict_affixes;

/* MQ_CLITIC_* of a proclitic's letter; 0 for any other. */
uint8_t mq_clitic_bit(uint16_t letter);

/*
 * The rows that may fit where the word has this letter, and few others: words begin and end as few affixes do. The empty stack is not among them; ه stands for ة as
 * well.
 */
mq_affix_rows mq_affixes_at(const mq_affixes *t, mq_affix_table table, uint16_t letter);

/* The tables; empty ones when the program has no dictionary. Thread-safe. */
const mq_affixes *mq_affixes_get(void);

#endif
