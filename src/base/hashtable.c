/* hashtable.c - see hashtable.h. Image: u32 mask, three u32 of padding, then (mask + 1) pairs {key, value}. */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/hashtable.h"

static int by_hash(const void *a, const void *b)
{
    const mq_table_entry *x = a, *y = b;

    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return x->value > y->value ? -1 : x->value < y->value;
}

size_t mq_table_unite(mq_table_entry *e, size_t n)
{
    size_t out = 0;

    if (n)
        qsort(e, n, sizeof *e, by_hash);
    for (size_t i = 0; i < n; i++)
        if (out && e[out - 1].hash == e[i].hash)
            e[out - 1].value |= e[i].value;
        else
            e[out++] = e[i];
    return out;
}

void mq_table_write(mq_buf *image, mq_table_entry *e, size_t n)
{
    uint32_t size = 16, *w;
    size_t bytes;

    while (size < 2 * n)
        size *= 2;
    if (n)
        qsort(e, n, sizeof *e, by_hash);
    bytes = 16 + (size_t)size * 8;
    if (!mq_buf_reserve(image, bytes))
        return;
    w = (uint32_t *)(void *)(image->p + image->n);
    memset(w, 0, bytes);
    w[0] = size - 1;
    for (size_t k = 0; k < n; k++) {
        uint32_t i = (uint32_t)e[k].hash & (size - 1);

        if (k && e[k].hash == e[k - 1].hash)
            continue;
        while (w[4 + 2 * (size_t)i + 1])
            i = (i + 1) & (size - 1);
        w[4 + 2 * (size_t)i] = (uint32_t)(e[k].hash >> 32) | 1;
        w[4 + 2 * (size_t)i + 1] = e[k].value;
    }
    image->n += bytes;
}

void mq_table_add(mq_table_list *l, uint64_t hash, uint32_t value)
{
    if (!MQ_ROOM(l->e, l->n, l->cap, 1024)) {
        l->no_memory = true;
        return;
    }
    l->e[l->n++] = (mq_table_entry){ hash, value };
}

mq_status mq_table_finish(mq_buf *image, mq_table_list *l, const char *name, mq_status rc, mq_error *err)
{
    if (!rc && !l->no_memory)
        mq_table_write(image, l->e, l->n);
    if (!rc && (l->no_memory || image->status))
        rc = mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    free(l->e);
    *l = (mq_table_list){ .e = NULL };
    return rc;
}
