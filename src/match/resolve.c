/*
 * resolve.c - see finder.h: step 3 of find.c.
 */
#include <stdlib.h>
#include <string.h>

#include "match/finder.h"

bool mq_list_reserve(mq_list *l, size_t n, size_t size)
{
    size_t cap = l->cap ? l->cap : 64;
    void *p;

    if (n <= l->cap)
        return true;
    while (cap < n)
        cap *= 2;
    p = realloc(l->p, cap * size);
    if (!p)
        return false;
    l->p = p;
    l->cap = cap;
    return true;
}

void *mq_list_append(mq_list *l, const void *item, size_t size)
{
    if (!mq_list_reserve(l, l->n + 1, size))
        return NULL;
    return memcpy((char *)l->p + size * l->n++, item, size);
}

static int by_number(const void *x, const void *y)
{
    const uint32_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* The pairs of several variants, ascending, each once. */
static mq_status collect(mq_finder *f, const mq_candidate *c)
{
    const mq_trie *t = &f->m->trie;
    const uint32_t *picked = f->picked.p;
    uint32_t *pair;
    size_t n = 0;

    f->pairs.n = 0;
    for (uint32_t i = 0; i < c->npicked; i++) {
        const mq_variant *v = &t->variant[picked[c->picked + i]];

        for (uint32_t k = 0; k < v->n; k++)
            if (!mq_list_append(&f->pairs, &t->pair[v->first + k], sizeof *t->pair))
                return MQ_ENOMEM;
    }
    pair = f->pairs.p;
    qsort(pair, f->pairs.n, sizeof *pair, by_number);
    for (size_t i = 0; i < f->pairs.n; i++)
        if (i == 0 || pair[i] != pair[n - 1])
            pair[n++] = pair[i];
    f->pairs.n = n;
    return MQ_OK;
}

/* The cue that tells the sense of a candidate; 0 = none. */
static uint32_t cue_of(const mq_finder *f, const mq_candidate *c)
{
    const mq_told_at *told = (const mq_told_at *)f->told.p + c->from;

    return c->words == 1 ? told->word : c->words == told->words ? told->run : 0;
}

/* What is told of a candidate. */
mq_status mq_describe(mq_finder *f, const mq_candidate *c, mq_found *out)
{
    const mq_textword *first = &f->words.word[c->from], *last = first + c->words - 1;
    const mq_trie *t = &f->m->trie;
    const mq_variant *v = &t->variant[((const uint32_t *)f->picked.p)[c->picked]];

    *out = (mq_found){ .start = first->start, .end = last->end, .pair = t->pair + v->first, .n = v->n, .arabic = v->shape.lang == MQ_LANG_AR, .cost = c->cost,
                       .cue = cue_of(f, c) };
    if (c->npicked > 1) {
        if (collect(f, c))
            return MQ_ENOMEM;
        out->pair = f->pairs.p;
        out->n = f->pairs.n;
    }
    return MQ_OK;
}

/* Whether the caller means a candidate. */
mq_status mq_ask_meant(mq_finder *f, const mq_candidate *c, bool *meant)
{
    mq_found found;
    mq_status rc;

    *meant = true;
    if (!f->meant)
        return MQ_OK;
    rc = mq_describe(f, c, &found);
    *meant = !rc && f->meant(f->meant_user, &found);
    return rc;
}

static int by_length(const void *x, const void *y)
{
    const mq_candidate *a = x, *b = y;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->attributed != b->attributed)
        return a->attributed ? -1 : 1;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->from < b->from ? -1 : a->from > b->from;
}

static int by_place(const void *x, const void *y)
{
    const mq_candidate *a = x, *b = y;

    return a->from < b->from ? -1 : a->from > b->from;
}

/* Keeps of *n candidates that hang together those that win, in the order of the text. */
static mq_status resolve_cluster(mq_finder *f, mq_candidate *c, size_t *n)
{
    unsigned char *const taken = f->taken.p;
    size_t kept = 0;
    mq_status rc = MQ_OK;

    if (*n == 1)
        return MQ_OK; /* mostly */
    qsort(c, *n, sizeof *c, by_length);
    for (size_t i = 0; i < *n && !rc; i++) {
        bool meant = true;

        if (memchr(taken + c[i].from, 1, c[i].words))
            continue;
        rc = c[i].words > 1 ? mq_ask_meant(f, &c[i], &meant) : MQ_OK;
        if (!meant)
            continue;
        memset(taken + c[i].from, 1, c[i].words);
        c[kept++] = c[i];
    }
    if (kept > 1)
        qsort(c, kept, sizeof *c, by_place);
    *n = kept;
    return rc;
}

/* Candidates come by their first words, so those that overlap, directly or through others, stand side by side: mostly one or two, seldom worth a sort. */
mq_status mq_resolve(mq_finder *f)
{
    mq_candidate *c = f->candidates.p;
    const size_t n = f->candidates.n;
    size_t kept = 0;
    mq_status rc = MQ_OK;

    if (!mq_list_reserve(&f->taken, f->words.n, 1))
        return MQ_ENOMEM;
    memset(f->taken.p, 0, f->words.n);
    for (size_t from = 0, to; from < n && !rc; from = to) {
        uint32_t end = c[from].from + c[from].words;
        size_t k;

        for (to = from + 1; to < n && c[to].from < end; to++)
            if (c[to].from + c[to].words > end)
                end = c[to].from + c[to].words;
        k = to - from;
        rc = resolve_cluster(f, c + from, &k);
        for (size_t i = 0; i < k; i++)
            c[kept++] = c[from + i];
    }
    f->candidates.n = kept;
    return rc;
}
