/*
 * base/hashtable.h - a read-only table from 64-bit hashes to 32-bit values, as an image of dict/.
 *
 * Open addressing with linear probing, at most half full. A slot keeps the upper half of the hash as the key: among n entries a foreign word is
 * taken for one of them with a chance of about n·2^-32 per probe, which the users of these tables (evidence, not identity) can bear.
 */
#ifndef MQ_BASE_HASHTABLE_H
#define MQ_BASE_HASHTABLE_H

#include <muqabil/base.h>

/* To build one: add (in any order; the same hash twice keeps the larger value), then write. */
typedef struct mq_table_entry {
    uint64_t hash;
    uint32_t value;     /* not 0 */
} mq_table_entry;

/* Sorts by hash and makes one of entries with the same hash, with the bits of all their values: a word of several rows. Returns how many are left. */
size_t mq_table_unite(mq_table_entry *e, size_t n);
/* Appends the image. Sorts `e`. */
void mq_table_write(mq_buf *image, mq_table_entry *e, size_t n);

/* A growing list of entries while a file is compiled; all zero at the start. What memory does not allow is told at the end. */
typedef struct mq_table_list {
    mq_table_entry *e;
    size_t n, cap;
    bool no_memory;
} mq_table_list;

/* A key of 32 bits, spread to the 64 that a table wants. */
static inline uint64_t mq_table_spread(uint32_t key)
{
    return key * UINT64_C(0x9E3779B97F4A7C15);
}

void mq_table_add(mq_table_list *l, uint64_t hash, uint32_t value);
/* Appends the image, as mq_table_write, and frees the list; with rc, an error so far, it only frees. Returns rc, or MQ_ENOMEM. */
mq_status mq_table_finish(mq_buf *image, mq_table_list *l, const char *name, mq_status rc, mq_error *err);

/* Bytes of an image: what a room keeps with it follows. */
static inline size_t mq_table_size(mq_str image)
{
    const uint32_t *w = (const uint32_t *)(const void *)image.p;

    return 4 * sizeof *w + ((size_t)w[0] + 1) * 2 * sizeof *w;
}

/* 0 = not there. */
static inline uint32_t mq_table_find(mq_str image, uint64_t hash)
{
    const uint32_t *w = (const uint32_t *)(const void *)image.p;
    const uint32_t mask = w[0], key = (uint32_t)(hash >> 32) | 1;

    for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
        const uint32_t *slot = w + 4 + 2 * (size_t)i;

        if (slot[1] == 0)
            return 0;
        if (slot[0] == key)
            return slot[1];
    }
}

/* What mq_table_find will look at, on its way to the cache meanwhile. */
static inline void mq_table_prefetch(mq_str image, uint64_t hash)
{
    const uint32_t *w = (const uint32_t *)(const void *)image.p;

    __builtin_prefetch(w + 4 + 2 * (size_t)((uint32_t)hash & w[0]));
}

#endif
