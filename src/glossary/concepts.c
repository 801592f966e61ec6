/* concepts.c - see concepts.h. */
#include <stdlib.h>
#include <string.h>

#include "glossary/concepts.h"

enum { FIRST_SLOTS = 1024 };

static int64_t *slot_of(int64_t *couples, size_t slots, int64_t in_file)
{
    size_t i = (size_t)in_file * 0x9E3779B97F4A7C15U & (slots - 1);

    while (couples[2 * i] && couples[2 * i] != in_file)
        i = (i + 1) & (slots - 1);
    return &couples[2 * i];
}

/* Room for one more. */
static bool grow(mq_concepts *c)
{
    const size_t slots = c->slots ? 2 * c->slots : FIRST_SLOTS;
    int64_t *more;

    if (2 * c->n < c->slots)
        return true;
    more = calloc(slots, 2 * sizeof *more);
    if (!more)
        return false;
    for (size_t i = 0; i < c->slots; i++)
        if (c->couples[2 * i])
            memcpy(slot_of(more, slots, c->couples[2 * i]), &c->couples[2 * i], 2 * sizeof *more);
    free(c->couples);
    c->couples = more;
    c->slots = slots;
    return true;
}

int64_t *mq_concepts_find(mq_concepts *c, int64_t in_file)
{
    int64_t *couple;

    if (!grow(c))
        return NULL;
    couple = slot_of(c->couples, c->slots, in_file);
    c->n += couple[0] == 0;
    couple[0] = in_file;
    return &couple[1];
}

void mq_concepts_clear(mq_concepts *c)
{
    c->n = 0;
    if (c->couples)
        memset(c->couples, 0, c->slots * 2 * sizeof *c->couples);
}

void mq_concepts_release(mq_concepts *c)
{
    free(c->couples);
    *c = (mq_concepts){ .n = 0 };
}
