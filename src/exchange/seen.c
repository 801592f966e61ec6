/*
 * seen.c - see seen.h.
 *
 * The home of a hash is given by its upper bits, so growing keeps the order of homes and writes each half of the larger table once.
 */
#include <stdlib.h>

#include "exchange/seen.h"

enum { FIRST_BITS = 12, MOST_BITS = 22, FARTHEST = 128 /* slots looked at once the table cannot grow */ };

/* True when it was there. A run of FARTHEST slots without a free one loses its first. */
static bool put(mq_seen *s, uint64_t hash)
{
    const size_t mask = s->slots - 1, home = (size_t)(hash >> (64 - s->bits));

    for (size_t i = 0; i < FARTHEST; i++) {
        uint64_t *slot = &s->slot[(home + i) & mask];

        if (*slot == hash)
            return true;
        if (*slot == 0) {
            *slot = hash;
            s->used++;
            return false;
        }
    }
    s->slot[home] = hash;
    return false;
}

static bool grow(mq_seen *s)
{
    mq_seen larger = { .bits = s->bits ? s->bits + 1 : FIRST_BITS };

    larger.slots = (size_t)1 << larger.bits;
    larger.slot = calloc(larger.slots, sizeof *larger.slot);
    if (!larger.slot)
        return false;
    for (size_t i = 0; i < s->slots; i++)
        if (s->slot[i])
            (void)put(&larger, s->slot[i]);
    free(s->slot);
    *s = larger;
    return true;
}

mq_status mq_seen_add(bool *was, mq_seen *s, uint64_t hash, mq_error *err)
{
    if (s->used >= s->slots / 8 * 5 && s->bits < MOST_BITS && !grow(s))
        return mq_fail(err, MQ_ENOMEM, "no memory to tell repeated pairs");
    *was = put(s, hash ? hash : 1);
    return MQ_OK;
}

void mq_seen_release(mq_seen *s)
{
    free(s->slot);
    *s = (mq_seen){ .slot = NULL };
}
