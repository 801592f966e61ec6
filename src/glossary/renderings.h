/*
 * glossary/renderings.h - the pairs of one source term, gathered and judged: which rendering is the one to give?
 */
#ifndef MQ_GLOSSARY_RENDERINGS_H
#define MQ_GLOSSARY_RENDERINGS_H

#include <muqabil/pair.h>

#include "base/arena.h"

/* One rendering. For Arabic and a Latin language it is a pair; between two Latin languages two pairs of one Arabic term. */
typedef struct mq_rendering {
    mq_str source, target;
    mq_lang lang;         /* of the target, as stored: und too */
    bool exact;           /* it is stored in the language asked for */
    mq_pair pair;         /* attributes; of the target's pair, completed by the source's */
} mq_rendering;

typedef struct mq_renderings {
    mq_arena mem;
    mq_rendering *of;
    size_t n, cap;
} mq_renderings;

/* 0 preferred, 1 accepted, 2 candidate, 3 deprecated, 4 rejected. */
int mq_status_rank(mq_pair_status status);

void mq_renderings_clear(mq_renderings *r);
void mq_renderings_release(mq_renderings *r);
/* Adds a copy, unless the same target is there: then the better of the two stays. MQ_ENOMEM. */
mq_status mq_renderings_add(mq_renderings *r, const mq_rendering *x, mq_error *err);
/* Best first: preferred, accepted, candidate, deprecated, rejected; the language asked for before und; score; count; age: a list names the usual
 * word first. */
void mq_renderings_sort(mq_renderings *r);

#endif
