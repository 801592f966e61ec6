/* base/hash.h - XXH3 (libxxhash) of a string. The same on every machine, so images and stored hashes may hold it. */
#ifndef MQ_BASE_HASH_H
#define MQ_BASE_HASH_H

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <muqabil/base.h>

static inline uint64_t mq_hash(mq_str s)
{
    return XXH3_64bits(s.p, s.n);
}

#endif
