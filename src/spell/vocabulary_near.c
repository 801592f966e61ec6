/*
 * vocabulary_near.c - the words of a project as suggestions.
 *
 * A glossary has a few thousand words, a large one a million, and no tree of them is worth building for the few words that are unknown: all stems of nearly
 * the same length are looked at, and those whose sets of letters differ by two letters at most are told.
 */
#include <stdlib.h>
#include <string.h>

#include "spell/recognise.h"
#include "spell/vocabulary.h"

enum { MOST_DIFFERENT = 2 };

static uint64_t letters_of(const mq_letters *w)
{
    uint64_t all = 0;

    for (unsigned i = 0; i < w->n; i++)
        all |= (uint64_t)1 << w->c[i];
    return all;
}

static int by_length_and_place(const void *x, const void *y)
{
    const struct vocabulary_stem *a = x, *b = y;

    if (a->n != b->n)
        return a->n - b->n;
    return (a->at > b->at) - (a->at < b->at);
}

/* The stem of a line "stem/classes". */
static mq_str stem_at(const mq_vocabulary *v, size_t at)
{
    const char *const p = v->dic.p + at, *const end = memchr(p, '/', v->dic.n - at);

    return (mq_str){ p, end ? (size_t)(end - p) : 0 };
}

mq_status mq_vocabulary_index(mq_vocabulary *v, mq_error *err)
{
    size_t lines = 1; /* the last may lack its line feed */

    for (size_t i = 0; i < v->dic.n; i++)
        lines += v->dic.p[i] == '\n';
    v->stem = calloc(lines, sizeof *v->stem);
    if (!v->stem)
        return mq_fail(err, MQ_ENOMEM, "no memory for a vocabulary");
    for (const char *lf = memchr(v->dic.p, '\n', v->dic.n); lf && lf + 1 < v->dic.p + v->dic.n; lf = memchr(lf + 1, '\n', (size_t)(v->dic.p + v->dic.n - lf - 1))) {
        const size_t at = (size_t)(lf + 1 - v->dic.p);
        const mq_str stem = stem_at(v, at);
        mq_letters w;

        if (at <= UINT32_MAX && stem.n <= UINT8_MAX && mq_letters_read(&w, stem, NULL))
            v->stem[v->nstems++] = (struct vocabulary_stem){ letters_of(&w), (uint32_t)at, w.n, (uint8_t)stem.n };
    }
    qsort(v->stem, v->nstems, sizeof *v->stem, by_length_and_place);
    return MQ_OK;
}

/* The first stem of so many letters or more. */
static size_t first_of_length(const mq_vocabulary *v, unsigned n)
{
    size_t lo = 0, hi = v->nstems;

    while (lo < hi) {
        const size_t mid = (lo + hi) / 2;

        if (v->stem[mid].n < n)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

void mq_vocabulary_near(const mq_vocabulary *v, const mq_letters *word, mq_stem_fn *fn, void *user)
{
    const uint64_t letters = letters_of(word);

    for (size_t i = v ? first_of_length(v, word->n - 1U) : 0; v && i < v->nstems && v->stem[i].n <= word->n + 1; i++) {
        mq_letters stem;

        if (__builtin_popcountll(v->stem[i].letters ^ letters) <= MOST_DIFFERENT
            && mq_letters_read(&stem, (mq_str){ v->dic.p + v->stem[i].at, v->stem[i].bytes }, NULL))
            fn(user, &stem);
    }
}
