/* renderings.c - see renderings.h. */
#include <stdlib.h>

#include "base/grow.h"
#include "glossary/renderings.h"

void mq_renderings_clear(mq_renderings *r)
{
    mq_arena_clear(&r->mem);
    r->n = 0;
}

void mq_renderings_release(mq_renderings *r)
{
    mq_arena_release(&r->mem);
    free(r->of);
    *r = (mq_renderings){ .mem = MQ_ARENA_INIT };
}

int mq_status_rank(mq_pair_status status)
{
    static const int ranks[] = { [MQ_PREFERRED] = 0, [MQ_ACCEPTED] = 1, [MQ_CANDIDATE] = 2, [MQ_DEPRECATED] = 3, [MQ_REJECTED] = 4 };

    return ranks[status];
}

static int compare(const void *left, const void *right)
{
    const mq_rendering *a = left, *b = right;
    int c = mq_status_rank(a->pair.status) - mq_status_rank(b->pair.status);

    if (!c)
        c = b->exact - a->exact;
    if (!c)
        c = (a->pair.score < b->pair.score) - (a->pair.score > b->pair.score);
    if (!c)
        c = (a->pair.count < b->pair.count) - (a->pair.count > b->pair.count);
    if (!c)
        c = (a->pair.id > b->pair.id) - (a->pair.id < b->pair.id);
    return c ? c : mq_str_compare(a->target, b->target);
}

void mq_renderings_sort(mq_renderings *r)
{
    if (r->n > 1)
        qsort(r->of, r->n, sizeof *r->of, compare);
}

static bool keep(mq_arena *mem, mq_str *s)
{
    if (s->n)
        *s = mq_arena_copy(mem, *s);
    return s->p != NULL;
}

static bool keep_all(mq_arena *mem, mq_rendering *x)
{
    mq_str *const all[] = { &x->source, &x->target, &x->pair.note, &x->pair.domain, &x->pair.definition, &x->pair.source, &x->pair.region, &x->pair.pos,
                            &x->pair.gender, &x->pair.number, &x->pair.plural };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (!keep(mem, all[i]))
            return false;
    return true;
}

mq_status mq_renderings_add(mq_renderings *r, const mq_rendering *x, mq_error *err)
{
    mq_rendering copy = *x;
    size_t i = 0;

    while (i < r->n && !mq_str_equal(r->of[i].target, x->target))
        i++;
    if (i < r->n && compare(&r->of[i], x) <= 0)
        return MQ_OK;
    if (!MQ_ROOM(r->of, r->n, r->cap, 8) || !keep_all(&r->mem, &copy))
        return mq_fail(err, MQ_ENOMEM, "no memory for the renderings of a term");
    r->of[i] = copy;
    r->n += i == r->n;
    return MQ_OK;
}
