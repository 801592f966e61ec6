/* spell/typography.h - punctuation, spaces, quotes, digits, invisible signs. */
#ifndef MQ_SPELL_TYPOGRAPHY_H
#define MQ_SPELL_TYPOGRAPHY_H

#include <muqabil/text.h>

#include "spell/found.h"

/* A text as its tokens. */
typedef struct mq_tokens {
    mq_str text;
    const mq_token *t;
    size_t n;
} mq_tokens;

/* The three passes; each adds to *all. */
void mq_check_punctuation(mq_founds *all, const mq_tokens *k);  /* signs, the spaces around them, double spaces, ellipsis, digits */
void mq_check_pairs(mq_founds *all, const mq_tokens *k);        /* quotes, brackets, bidi controls */
void mq_check_writing(mq_founds *all, const mq_tokens *k);      /* inside words: marks, foreign letters, controls, letters three times */

#endif
