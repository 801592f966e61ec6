/*
 * exchange/seen.h - a set of hashes of bounded size: for those who must tell what is repeated in a file without keeping it.
 *
 * Open addressing; a slot keeps 32 bits of the hash, so among n hashes a new one is taken for an old one with a chance of about n / 2^32 per slot looked at.
 * The set grows to 2^23 slots (32 MiB); when those are crowded, new hashes take the places of old ones, which are then forgotten.
 */
#ifndef MQ_EXCHANGE_SEEN_H
#define MQ_EXCHANGE_SEEN_H

#include <muqabil/base.h>

typedef struct mq_seen {
    uint32_t *slot;   /* 0 = free */
    size_t slots, used;
    unsigned bits;    /* slots = 2^bits */
} mq_seen;

/* *was: the hash was in the set; it is now. MQ_ENOMEM. */
mq_status mq_seen_add(bool *was, mq_seen *s, uint64_t hash, mq_error *err);
void mq_seen_release(mq_seen *s);

#endif
