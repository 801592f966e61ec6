/* text/prefer.h - readings that are meant whatever the counts say: those of words of grammar, and of forms that dict/homographs.tsv has. Private to text/rank.c. */
#ifndef MQ_TEXT_PREFER_H
#define MQ_TEXT_PREFER_H

#include "text/view.h"

/* Gives the headword that homographs.tsv names the weight of the heaviest that shares its clitics, and bounds the others; plurals of headwords in ون, too. */
void mq_prefer_headwords(mq_views *k);

/* Words of grammar with what they take are meant so, and what else the letters could be is not: لكل is no word, nor is إنه behind ف. */
void mq_prefer_grammar(mq_views *k);

#endif
