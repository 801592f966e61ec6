/*
 * text/neighbours.h - how firmly two Arabic words that stand side by side belong together: whether a border of a phrase may run between them.
 *
 * Pointwise mutual information (Church, Hanks, "Word Association Norms, Mutual Information, and Lexicography", 1990) of the pairs counted in dict/neighbours.tsv.
 */
#ifndef MQ_TEXT_NEIGHBOURS_H
#define MQ_TEXT_NEIGHBOURS_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_neighbours;

/*
 * *bond = log2 of how much oftener b stands behind a than chance would have it, -6..8. a, b: mq_hash of both as they stand in text (clitics and all), folded
 * by MQ_FOLD_SEARCH; of_a, of_b: their mq_word_count. False when one of them is too rare to tell. Any thread.
 */
bool mq_bond(uint64_t a, double of_a, uint64_t b, double of_b, float *bond);
/* It will soon be asked of these two: memory may fetch the place meanwhile. */
void mq_bond_prefetch(uint64_t a, uint64_t b);

#endif
