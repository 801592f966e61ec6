/*
 * text/beside.h - what the words beside a word say of its readings: an adjective agrees with the word before it, no ف stands behind في, numerals want plurals.
 * Private to text/rank.c.
 */
#ifndef MQ_TEXT_BESIDE_H
#define MQ_TEXT_BESIDE_H

#include "text/rank.h"
#include "text/view.h"

/* What the two words are, as far as anything follows from it. */
typedef struct mq_company {
    bool known;          /* there is a word before it */
    bool definite;       /* it has the article, */
    bool feminine;       /* ends in ة or ات or is a broken plural, */
    bool vague;          /* may be definite without the article, */
    bool preposition;    /* is one of those that take no other: في, من */
    bool numeral;        /* 3 to 10 */
    bool performed;      /* تم, which a verbal noun follows */
    bool compared;       /* أكثر, أقل: a noun follows */
    bool next_known, next_definite, next_feminine;
    bool next_grammar;   /* a preposition, a conjunction … */
} mq_company;

mq_company mq_company_of(mq_beside beside);

/* A factor of the weight of v, which is one of k: above 1 when the company speaks for it, below when against. > 0. */
double mq_company_weight(const mq_company *c, const mq_views *k, const mq_view *v);

#endif
