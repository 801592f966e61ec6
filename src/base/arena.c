/* arena.c - see arena.h. Blocks double up to 1 MiB; one request larger than that gets a block of its own. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { FIRST_BLOCK = 4096, LARGEST_BLOCK = 1 << 20 };

struct mq_arena_block {
    struct mq_arena_block *next;
    size_t size;
    size_t used;
    max_align_t data[];
};

static struct mq_arena_block *block_new(mq_arena *a, size_t n)
{
    size_t size = a->now ? a->now->size * 2 : FIRST_BLOCK;
    struct mq_arena_block *b;

    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < n)
        size = n;
    b = malloc(sizeof *b + size);
    if (b)
        *b = (struct mq_arena_block){ .size = size };
    return b;
}

void *mq_arena_alloc(mq_arena *a, size_t n)
{
    const size_t align = sizeof(max_align_t);
    struct mq_arena_block *b;
    void *p;

    if (n > SIZE_MAX / 2)
        return NULL;
    n = (n + align - 1) / align * align;
    for (b = a->now; b && b->size - b->used < n; b = b->next)
        ;
    if (!b) {
        b = block_new(a, n);
        if (!b)
            return NULL;
        if (a->now) {
            b->next = a->now->next;
            a->now->next = b;
        } else {
            a->first = b;
        }
    }
    a->now = b;
    p = (char *)b->data + b->used;
    b->used += n;
    return p;
}

mq_str mq_arena_copy(mq_arena *a, mq_str s)
{
    char *p = mq_arena_alloc(a, s.n + 1);

    if (!p)
        return (mq_str){ NULL, 0 };
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return (mq_str){ p, s.n };
}

void mq_arena_clear(mq_arena *a)
{
    for (struct mq_arena_block *b = a->first; b; b = b->next)
        b->used = 0;
    a->now = a->first;
}

void mq_arena_release(mq_arena *a)
{
    struct mq_arena_block *next;

    for (struct mq_arena_block *b = a->first; b; b = next) {
        next = b->next;
        free(b);
    }
    *a = (mq_arena)MQ_ARENA_INIT;
}
