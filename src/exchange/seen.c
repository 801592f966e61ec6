/*
 * seen.c - see seen.h.
 *
 * The home of a hash is given by its upper bits, so that growing keeps the order of homes: a slot's 32 bits, which begin with them, tell its home in the larger
 * table, too, and nothing has to be hashed again. That works up to 2^32 slots.
 */
#include <stdlib.h>

#include "exchange/seen.h"

enum { FIRST_BITS = 12, MOST_BITS = 23, FARTHEST = 64 /* slots looked at once the table cannot grow */ };

/* True when it was there. A run of FARTHEST slots without a free one loses its first. */
static bool put(mq_seen *s, uint32_t hash)
{
    const size_t mask = s->slots - 1, home = hash >> (32 - s->bits);

    for (size_t i = 0; i < FARTHEST; i++) {
        uint32_t *slot = &s->slot[(home + i) & mask];

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
    const uint32_t upper = (uint32_t)(hash >> 32);

    if (s->used >= s->slots / 2 && s->bits < MOST_BITS && !grow(s))
        return mq_fail(err, MQ_ENOMEM, "no memory to tell repeated pairs");
    *was = put(s, upper ? upper : 1);
    return MQ_OK;
}

void mq_seen_release(mq_seen *s)
{
    free(s->slot);
    *s = (mq_seen){ .slot = NULL };
}
