/*
 * base/arena.h - memory that is freed all at once. For what lives as long as one document, one entry, one query.
 * Not thread-safe. Blocks are reused after mq_arena_clear, so a loop over documents allocates only while its documents grow.
 */
#ifndef MQ_BASE_ARENA_H
#define MQ_BASE_ARENA_H

#include <stddef.h>

#include <muqabil/base.h>

typedef struct mq_arena {
    struct mq_arena_block *first; /* all blocks, in order of use */
    struct mq_arena_block *now;   /* the one allocations come from */
} mq_arena;

#define MQ_ARENA_INIT { NULL, NULL }

/* n bytes aligned for any type, not cleared; NULL when there is no memory. They live until clear or release. */
void *mq_arena_alloc(mq_arena *a, size_t n);
/* A NUL-terminated copy; p is NULL when there is no memory. */
mq_str mq_arena_copy(mq_arena *a, mq_str s);
void mq_arena_clear(mq_arena *a);
void mq_arena_release(mq_arena *a);

#endif
