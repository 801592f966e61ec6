/* numbering.c - see numbering.h. */
#include <stdlib.h>
#include <string.h>

#include "glossary/numbering.h"

static void place(mq_numbering *v, uint32_t number)
{
    size_t i = v->hash[number - 1] & (v->slots - 1);

    while (v->slot[i])
        i = (i + 1) & (v->slots - 1);
    v->slot[i] = number;
}

static bool grow(mq_numbering *v)
{
    const uint32_t cap = v->cap ? 2 * v->cap : 4096;
    const size_t slots = 4 * (size_t)cap;
    mq_str *word = realloc(v->word, cap * sizeof *word);
    uint64_t *hash;
    uint32_t *slot;

    if (!word)
        return false;
    v->word = word;
    hash = realloc(v->hash, cap * sizeof *hash);
    if (!hash)
        return false;
    v->hash = hash;
    slot = calloc(slots, sizeof *slot);
    if (!slot)
        return false;
    free(v->slot);
    v->slot = slot;
    v->slots = slots;
    v->cap = cap;
    for (uint32_t i = 1; i <= v->n; i++)
        place(v, i);
    return true;
}

uint32_t mq_number_of(mq_numbering *v, uint64_t hash, mq_str text)
{
    if (v->slots)
        for (size_t i = hash & (v->slots - 1); v->slot[i]; i = (i + 1) & (v->slots - 1))
            if (v->hash[v->slot[i] - 1] == hash)
                return v->slot[i];
    if (v->n == v->cap && !grow(v))
        return 0;
    v->hash[v->n] = hash;
    v->word[v->n] = mq_arena_copy(&v->mem, text);
    if (!v->word[v->n].p)
        return 0;
    place(v, ++v->n);
    return v->n;
}

mq_str mq_numbered(const mq_numbering *v, uint32_t number)
{
    return v->word[number - 1];
}

void mq_numbering_release(mq_numbering *v)
{
    mq_arena_release(&v->mem);
    free(v->word);
    free(v->slot);
    free(v->hash);
    *v = (mq_numbering){ .n = 0 };
}
