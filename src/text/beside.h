/*
 * text/beside.h - what the words beside a word say of its readings: an adjective agrees with the word before it, no ف stands behind في, numerals want plurals.
 * Private to text/rank.c.
 */
#ifndef MQ_TEXT_BESIDE_H
#define MQ_TEXT_BESIDE_H

#include <stdint.h>

#include "text/rank.h"
#include "text/view.h"

/* What the two words are, as far as anything follows from it. All is false where nothing is told. */
typedef struct mq_company {
    bool nunation;       /* the word itself bears ً */
    bool told;           /* it is known what stands beside it, or that nothing does */
    bool damaged;        /* a neighbour begins as no word does, but in texts with swapped letters */
    bool known;          /* there is a word before it */
    bool definite;       /* it has the article, */
    bool feminine;       /* ends in ة or ات or is a broken plural, */
    bool masculine;      /* is a noun in the singular that is masculine by its ending, */
    bool verb;           /* looks like a verb in ت, */
    bool vague;          /* may be definite without the article, */
    bool preposition;    /* is one of those that take no other: في, من */
    bool numeral;        /* 3 to 10, in letters or digits */
    bool number;         /* a number in digits */
    bool performed;      /* تم, which a verbal noun follows */
    bool compared;       /* أكثر, أقل: a noun follows */
    bool demonstrative;  /* هذه: so it does here */
    bool next_known, next_definite, next_feminine;
    bool next_article;   /* it begins with ال, not with ل or ب before it; or is هذه, كل … */
    bool next_number;    /* it is one in digits, */
    bool next_name;      /* a name */
    bool next_who_masculine, next_who_feminine; /* it is الذي, التي */
    bool next_upon;      /* على or عن, which many a verbal noun wants */
    bool next_grammar;   /* a preposition, a conjunction … */
    uint64_t next;       /* its hash, and how often it is seen; 0 = unknown */
    double next_count;
} mq_company;

/* Of a token, whose marks tell something, too, and the words beside it; NULL: they are not told. */
mq_company mq_company_of(mq_str token, const mq_beside *beside);

/* Whether r, an adjective in ة, stands behind no word that it could agree with, or before a noun in the genitive: مراقبة السالمة. */
bool mq_company_denies(const mq_company *c, const mq_reading *r);

/* A factor of the weight of v, which is one of k: above 1 when the company speaks for it, below when against. > 0. */
double mq_company_weight(const mq_company *c, const mq_views *k, const mq_view *v);

#endif
