/* seen.c - see seen.h. */
#include <stdlib.h>

#include "glossary/seen.h"

enum { FIRST = 1 << 12, MOST = 1 << 22, WAYS = 8 };

/* Puts hash in; true when it was there. A full neighbourhood loses the one of its slots that the upper bits choose. */
static bool put(uint64_t *slot, size_t slots, uint64_t hash, size_t *used)
{
    uint64_t *bucket = slot + (hash & (slots / WAYS - 1)) * WAYS;

    for (size_t i = 0; i < WAYS; i++) {
        if (bucket[i] == hash)
            return true;
        if (bucket[i] == 0) {
            bucket[i] = hash;
            (*used)++;
            return false;
        }
    }
    bucket[hash >> 61] = hash;
    return false;
}

static bool grow(mq_seen *s)
{
    const size_t slots = s->slots ? 2 * s->slots : FIRST;
    uint64_t *slot = calloc(slots, sizeof *slot);

    if (!slot)
        return false;
    s->used = 0;
    for (size_t i = 0; i < s->slots; i++)
        if (s->slot[i])
            (void)put(slot, slots, s->slot[i], &s->used);
    free(s->slot);
    s->slot = slot;
    s->slots = slots;
    return true;
}

mq_status mq_seen_add(bool *was, mq_seen *s, uint64_t hash, mq_error *err)
{
    /* Half full, one bucket in sixty has lost a hash already; so grow at three eighths. */
    if ((s->slots == 0 || (s->used >= s->slots / 8 * 3 && s->slots < MOST)) && !grow(s))
        return mq_fail(err, MQ_ENOMEM, "no memory to tell repeated pairs");
    *was = put(s->slot, s->slots, hash | (hash == 0), &s->used);
    return MQ_OK;
}

void mq_seen_release(mq_seen *s)
{
    free(s->slot);
    *s = (mq_seen){ .slot = NULL };
}
