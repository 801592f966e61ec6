/*
 * lexicon/phrases.h - set phrases in which a common noun does not have its own sense (في حق, المعني بالأمر), and forms of one that have another (أحكام): dict/phrases.tsv.
 */
#ifndef MQ_LEXICON_PHRASES_H
#define MQ_LEXICON_PHRASES_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_phrases;

typedef struct mq_phrase {
    mq_str text, noun;   /* noun: folded by MQ_FOLD_SEARCH */
    unsigned first, words; /* where it stands in the text; all of that where it is not to be seen (في مواد, مادة) */
    mq_str renderings;   /* what the noun says in it, parted by |; often empty */
} mq_phrase;

/* The next phrase. *rest is the image at first, then what is left of it; false at the end. */
bool mq_phrase_next(mq_phrase *out, mq_str *rest);

#endif
