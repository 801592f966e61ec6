/*
 * mine/cover.h - what the tokens of a span explain of a Latin unit, and what they leave open.
 *
 * The spans of one side all touch the anchor, each one token longer than the one before; so the figures are kept up token by token.
 */
#ifndef MQ_MINE_COVER_H
#define MQ_MINE_COVER_H

#include "mine/evidence.h"

/* All zero, but for `left`, of a span without tokens. */
typedef struct mq_cover {
    bool left;                    /* it grows to the left */
    uint8_t tokens, content, explained, open_known; /* as those of mq_candidate */
    bool latin_unsaid;            /* as that of mq_candidate, and the next */
    uint16_t inner_open;
    bool any;                     /* it has a token, whatever it is */
    bool inmost, outmost;         /* its first and its latest token are content words that explain a Latin word */
    float lexical[MQ_UNIT_WORDS], sound[MQ_UNIT_WORDS]; /* how well the best of its tokens explains each Latin word */
    uint16_t part[2], whole;      /* as those of mq_evidence, of all its tokens */
    uint16_t explains;            /* as that of mq_evidence, of all its tokens */
    uint8_t langs[MQ_UNIT_WORDS]; /* MQ_RENDERING_* of the best; of several as good, that of the first in the text */
} mq_cover;

/* The span grows by a row of the evidence, the next one on its open side. */
void mq_cover_add(mq_cover *v, const mq_evidence *e, size_t row, const mq_segment *s, const mq_unit *u);

/* Fills the figures of the span. */
void mq_cover_tell(mq_candidate *c, const mq_cover *v, const mq_unit *u);

/* Fills whether the words at the ends of the span, rows of the evidence, explain the words at the ends of the unit. */
void mq_tell_meeting(mq_candidate *c, const mq_evidence *e, size_t from, size_t to, const mq_unit *u);

#endif
