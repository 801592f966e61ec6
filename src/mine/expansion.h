/*
 * mine/expansion.h - what an acronym stands for, against the Arabic beside it: AMO is "assurance maladie obligatoire", whose words the lexicon finds in
 * التأمين الصحي الإلزامي although no list has that name.
 */
#ifndef MQ_MINE_EXPANSION_H
#define MQ_MINE_EXPANSION_H

#include "lexicon/acronym.h"
#include "mine/evidence.h"

enum { MQ_MOST_EXPANSIONS = 8 };

/* The French and English expansions of one acronym over one side of a site. */
typedef struct mq_expansions {
    size_t n;
    struct {
        uint8_t words;                     /* content words of the expansion */
        uint16_t said[MQ_SIDE_TOKENS];     /* by row of the evidence: a bit for each word that the token renders */
    } of[MQ_MOST_EXPANSIONS];
} mq_expansions;

/* Fills x from the rows of e; expansions beyond MQ_MOST_EXPANSIONS are left out. */
void mq_expansions_match(mq_expansions *x, mq_acronyms names, const mq_evidence *e, const mq_segment *s);

/* Likeness of rows [from, to] to the nearest expansion, 0..1: words that are said and words that say, of all content words (Dice). */
float mq_expanded_likeness(const mq_expansions *x, const mq_evidence *e, size_t from, size_t to);

#endif
