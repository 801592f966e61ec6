/*
 * glossary/seen.h - a set of 64-bit hashes that forgets: for a dry run, which must tell repeated pairs without storing them.
 *
 * It grows to 2^22 slots (32 MiB) and stays there: each hash has eight slots it may be in, and once they are full a new one takes the place of an old one. Up to two
 * million hashes none is forgotten, give or take a few.
 */
#ifndef MQ_GLOSSARY_SEEN_H
#define MQ_GLOSSARY_SEEN_H

#include <muqabil/base.h>

typedef struct mq_seen {
    uint64_t *slot;   /* 0 = free */
    size_t slots, used;
} mq_seen;

/* *was: the hash was in the set; it is now. MQ_ENOMEM. */
mq_status mq_seen_add(bool *was, mq_seen *s, uint64_t hash, mq_error *err);
void mq_seen_release(mq_seen *s);

#endif
