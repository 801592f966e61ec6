/* lexicon/foreign.h - words of other languages (isla, Kirche, Repubblica) by way of the French word that says them: dict/foreign.tsv. */
#ifndef MQ_LEXICON_FOREIGN_H
#define MQ_LEXICON_FOREIGN_H

#include <muqabil/base.h>

#include "base/dict.h"

enum { MQ_FOREIGN_PIVOTS = 2 };

extern const mq_dict mq_dict_foreign;

/* The keys (mq_latin_key.exact) of the French words that say a word of another language, given by its own key. Returns how many, 0..MQ_FOREIGN_PIVOTS. */
unsigned mq_foreign_pivots(mq_str image, uint32_t exact, uint32_t pivots[MQ_FOREIGN_PIVOTS]);

#endif
