/*
 * exchange/seen.h - a set of hashes of bounded size: for those who must tell what is repeated in a file without keeping it.
 *
 * Open addressing over whole hashes of 64 bits: among a million different ones two are the same with a chance of one in 40 million. The set grows to 2^22
 * slots (32 MiB); when those are crowded, beyond some 3 million, new hashes take the places of old ones, which are then forgotten.
 */
#ifndef MQ_EXCHANGE_SEEN_H
#define MQ_EXCHANGE_SEEN_H

#include <muqabil/base.h>

typedef struct mq_seen {
    uint64_t *slot;   /* 0 = free */
    size_t slots, used;
    unsigned bits;    /* slots = 2^bits */
} mq_seen;

/* *was: the hash was in the set; it is now. MQ_ENOMEM. */
mq_status mq_seen_add(bool *was, mq_seen *s, uint64_t hash, mq_error *err);
void mq_seen_release(mq_seen *s);

#endif
