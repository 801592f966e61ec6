/* lexicon/given.h - Arabic forms of given names (ماري, أحمد): dict/given_names.tsv. */
#ifndef MQ_LEXICON_GIVEN_H
#define MQ_LEXICON_GIVEN_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_given;

/* Whether a word, folded by MQ_FOLD_SEARCH, is a given name. */
bool mq_is_given(mq_str image, mq_str folded);

#endif
