/* found.c - see found.h. */
#include <stdlib.h>

#include "base/grow.h"
#include "base/utf8.h"
#include "spell/found.h"

void mq_founds_clear(mq_founds *all)
{
    mq_arena_clear(&all->arena);
    all->n = 0;
    all->failed = false;
}

void mq_founds_release(mq_founds *all)
{
    mq_arena_release(&all->arena);
    free(all->list);
    *all = (mq_founds){ .list = NULL };
}

void mq_found(mq_founds *all, mq_finding_kind kind, const char *rule, const char *message, size_t byte, size_t byte_end, const mq_str *suggestion, size_t n,
              bool sure)
{
    mq_str *copy = n ? mq_arena_alloc(&all->arena, n * sizeof *copy) : NULL;

    if ((n && !copy) || !MQ_ROOM(all->list, all->n, all->cap, 64)) {
        all->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++) {
        copy[i] = mq_arena_copy(&all->arena, suggestion[i]);
        all->failed |= !copy[i].p;
    }
    all->list[all->n] = (struct found){
        .f = { .kind = kind, .rule = rule, .message = mq_str_of(message), .byte = byte, .byte_end = byte_end, .suggestion = copy, .nsuggestions = n,
               .sure = sure },
        .order = all->n,
    };
    all->n++;
}

void mq_found_one(mq_founds *all, mq_finding_kind kind, const char *rule, const char *message, size_t byte, size_t byte_end, mq_str suggestion, bool sure)
{
    mq_found(all, kind, rule, message, byte, byte_end, &suggestion, 1, sure);
}

static int by_place(const void *x, const void *y)
{
    const struct found *a = x, *b = y;

    if (a->f.byte != b->f.byte)
        return a->f.byte < b->f.byte ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

mq_status mq_founds_tell(mq_founds *all, mq_str text, size_t start, mq_finding_fn *fn, void *user, mq_error *err)
{
    size_t byte = 0;

    if (all->failed)
        return mq_fail(err, MQ_ENOMEM, "no memory for what was found");
    if (all->n)
        qsort(all->list, all->n, sizeof *all->list, by_place);
    for (size_t i = 0; i < all->n; i++) {
        mq_finding *f = &all->list[i].f;
        mq_status rc;

        start += mq_utf8_count(text.p + byte, f->byte - byte);
        byte = f->byte;
        f->start = start;
        f->end = start + mq_utf8_count(text.p + byte, f->byte_end - byte);
        f->text = (mq_str){ text.p + f->byte, f->byte_end - f->byte };
        rc = fn(user, f);
        if (rc)
            return rc;
    }
    return MQ_OK;
}
