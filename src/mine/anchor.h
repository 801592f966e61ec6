/*
 * mine/anchor.h - where, on each side of a Latin unit, an Arabic phrase may touch it, and what stands between.
 */
#ifndef MQ_MINE_ANCHOR_H
#define MQ_MINE_ANCHOR_H

#include "mine/unit.h"

enum {
    MQ_GAP_OPEN = 1 << 0,     /* an opening bracket */
    MQ_GAP_CLOSE = 1 << 1,
    MQ_GAP_QUOTE = 1 << 2,
    MQ_GAP_DASH = 1 << 3,
    MQ_GAP_SLASH = 1 << 4,
    MQ_GAP_COLON = 1 << 5,
    MQ_GAP_COMMA = 1 << 6,
    MQ_GAP_CUE = 1 << 7,      /* بالفرنسية، المعروف باسم … */
    MQ_GAP_OR = 1 << 8,       /* أو alone */
    MQ_GAP_LATIN = 1 << 9,    /* an earlier Latin unit was stepped over */
    MQ_GAP_GLUED = 1 << 10    /* nothing at all stands between */
};

typedef struct mq_anchor {
    bool found;
    bool left;                /* the Arabic stands before the Latin */
    size_t at;                /* the Arabic (or number) token that touches */
    unsigned gap;             /* MQ_GAP_* */
    unsigned cues;            /* MQ_ROLE_FR, EN, FOREIGN, ACR, MEANS of the cue words */
    bool quoted;              /* a closing quote (left) or an opening one (right) touches the Arabic */
} mq_anchor;

mq_anchor mq_anchor_left(mq_segment *s, const mq_unit *u, const mq_dicts *d);
mq_anchor mq_anchor_right(mq_segment *s, const mq_unit *u, const mq_dicts *d);
/* The same walk from any token; quotes: how many quotes met first belong to what was walked from. */
mq_anchor mq_anchor_beyond(mq_segment *s, size_t token, bool left, unsigned quotes, const mq_dicts *d);

#endif
