/*
 * spell/context.h - how much better a word fits between its neighbours than chance: counted pairs of words, image of dict/contexts.tsv.
 */
#ifndef MQ_SPELL_CONTEXT_H
#define MQ_SPELL_CONTEXT_H

#include "base/dict.h"
#include "spell/letters.h"

extern const mq_dict mq_dict_contexts, mq_dict_government;

/* Neighbours that are no Arabic word: words of one letter that does not exist. */
enum { MQ_NEIGHBOUR_BORDER = 61, MQ_NEIGHBOUR_NUMBER = 62, MQ_NEIGHBOUR_LATIN = 63 };

/*
 * log2 P(a b) / P(a) P(b), smoothed: 0 when nothing is known, negative when the pair should have been seen and was not. log_a, log_b: log2 of the counts
 * of the two.
 */
double mq_context_fit(const mq_letters *a, double log_a, const mq_letters *b, double log_b);

/* What a word asks of an أن or إن later in its clause: 1 for إن (a verb of saying), -1 for أن, 0 when nothing is known. */
int mq_context_asks(const mq_letters *w);

/* log2 of the count of a neighbour of one of the kinds above. */
double mq_context_log(uint8_t kind);

#endif
