/*
 * mine/initials.h - how a span says the letters of an acronym: by the initials of its words, by their names, by number words, as a list has it.
 */
#ifndef MQ_MINE_INITIALS_H
#define MQ_MINE_INITIALS_H

#include "mine/expansion.h"

/* What dict/acronyms.tsv says of the unit, over one side. */
typedef struct mq_listing {
    mq_acronyms names;
    mq_expansions expansions;
} mq_listing;

/* Fills what a candidate has of its acronym, from in_order to letter_names, and adds to its languages; from..to: its rows of the evidence. Keeps no pointer. */
void mq_judge_letters(mq_candidate *c, const mq_site *site, const mq_evidence *e, size_t from, size_t to, const mq_listing *listing, const mq_dicts *d);

#endif
