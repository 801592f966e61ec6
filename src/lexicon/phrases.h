/* lexicon/phrases.h - set phrases in which a common noun does not have its own sense (في حق, المعني بالأمر): dict/phrases.tsv. */
#ifndef MQ_LEXICON_PHRASES_H
#define MQ_LEXICON_PHRASES_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_phrases;

/* A phrase, and its noun folded by MQ_FOLD_SEARCH. *rest is the image at first, then what is left of it; false at the end. */
bool mq_phrase_next(mq_str *phrase, mq_str *noun, mq_str *rest);

#endif
