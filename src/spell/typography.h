/* spell/typography.h - punctuation, spaces, quotes, digits, invisible signs. */
#ifndef MQ_SPELL_TYPOGRAPHY_H
#define MQ_SPELL_TYPOGRAPHY_H

#include <muqabil/spell.h>
#include <muqabil/text.h>

#include "spell/found.h"

/* A text as its tokens. */
typedef struct mq_tokens {
    mq_str text;
    const mq_token *t;
    size_t n;
} mq_tokens;

/* A quotation that is in no other, with its marks. */
typedef struct mq_quotation {
    size_t byte, byte_end;
    uint32_t open, close;
} mq_quotation;

typedef struct mq_quotations {
    mq_quotation *q;
    size_t n, cap;
} mq_quotations;

/* The passes; each adds to *all. */
void mq_check_punctuation(mq_founds *all, const mq_tokens *k);  /* signs, the spaces around them, double spaces, ellipsis, digits */
void mq_check_pairs(mq_founds *all, mq_quotations *quotations, mq_str text); /* quotes, brackets, bidi controls; fills *quotations anew */
void mq_check_quotes(mq_founds *all, const mq_quotations *q, mq_str text, const mq_quotes *usual); /* quotations with other marks than most */
void mq_check_writing(mq_founds *all, const mq_tokens *k);      /* inside words: marks, foreign letters, controls, letters three times */

#endif
