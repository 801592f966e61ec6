/*
 * model1.c - word translations by expectation maximisation.
 *
 * Each word r of the right phrase was made by one word l of the left phrase, or by none (NULL, the number 0), whatever the order:
 *     E  c(l, r) += t(r|l) / sum over l' of the left phrase and NULL of t(r|l')     for each pair of phrases and each r in it
 *     M  t(r|l) = c(l, r) / sum over r' of c(l, r')
 * and the same from right to left in the same pass. A word and its counterpart are believed when both directions say so: rare words, which one direction
 * links to everything beside them ("garbage collectors"), do not pass the other.
 * Source:  Brown, Della Pietra, Della Pietra, Mercer, "The Mathematics of Statistical Machine Translation", CL 1993 (model 1); Och, Ney, "A Systematic
 *          Comparison of Various Statistical Alignment Models", CL 2003 (both directions).
 * Departs: phrases are terms of a few words, so ROUNDS are few; no word order, which Arabic and French noun phrases share and English ones turn round.
 * Law:     t(.|l) sums to 1 over what l was seen with; the likelihood never falls. tests/unit/lexicon/test_model1.c checks the first, and toy texts.
 */
#include <stdlib.h>
#include <string.h>

#include "lexicon/model1.h"

enum { ROUNDS = 6 };

/* Everything about one distinct link. */
struct cell {
    double forth, back;           /* t(right|left), t(left|right) */
    double forth_count, back_count;
    uint32_t pairs;
};

struct learner {
    const uint64_t *key;          /* of each cell, rising */
    struct cell *cell;
    size_t n;
    uint32_t *at;                 /* the cell of each link of the bitext */
    double *left_total, *right_total; /* by word */
    uint32_t most;                /* the largest number of a word */
};

static uint32_t left_of(uint64_t link)
{
    return (uint32_t)(link >> 32);
}

static uint32_t right_of(uint64_t link)
{
    return (uint32_t)link;
}

/* ---- the bitext ---- */

static bool room(mq_bitext *b, size_t links)
{
    if (b->n + links > b->cap) {
        const size_t cap = 2 * b->cap + 4096;
        uint64_t *more = realloc(b->link, cap * sizeof *more);

        if (!more)
            return false;
        b->link = more;
        b->cap = cap;
    }
    if (b->pairs == b->pairs_cap) {
        const size_t cap = 2 * b->pairs_cap + 1024;
        uint8_t(*more)[2] = realloc(b->shape, cap * sizeof *more);

        if (!more)
            return false;
        b->shape = more;
        b->pairs_cap = cap;
    }
    return true;
}

bool mq_bitext_add(mq_bitext *b, const uint32_t *left, size_t nleft, const uint32_t *right, size_t nright)
{
    const size_t links = (nleft + 1) * (nright + 1);

    if (!nleft || !nright || nleft > MQ_PHRASE_WORDS || nright > MQ_PHRASE_WORDS || b->n + links > MQ_BITEXT_LINKS || !room(b, links))
        return false;
    for (size_t i = 0; i <= nleft; i++)
        for (size_t j = 0; j <= nright; j++)
            b->link[b->n++] = (uint64_t)(i ? left[i - 1] : 0) << 32 | (j ? right[j - 1] : 0);
    b->shape[b->pairs][0] = (uint8_t)nleft;
    b->shape[b->pairs++][1] = (uint8_t)nright;
    return true;
}

void mq_bitext_release(mq_bitext *b)
{
    free(b->link);
    free(b->shape);
    *b = (mq_bitext){ .n = 0 };
}

/* ---- learning ---- */

static int by_value(const void *a, const void *b)
{
    const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

    return x < y ? -1 : x > y;
}

static size_t distinct(uint64_t *key, size_t n)
{
    size_t out = 0;

    qsort(key, n, sizeof *key, by_value);
    for (size_t i = 0; i < n; i++)
        if (!out || key[out - 1] != key[i])
            key[out++] = key[i];
    return out;
}

static uint32_t find(const struct learner *l, uint64_t key)
{
    size_t from = 0, to = l->n;

    while (to - from > 1) {
        const size_t middle = from + (to - from) / 2;

        if (l->key[middle] <= key)
            from = middle;
        else
            to = middle;
    }
    return (uint32_t)from;
}

/* Shares of one word of a pair among the words of the other side and NULL; `step` is the way from one to the next among the links. */
static void share(struct learner *l, const uint32_t *at, size_t n, size_t step, bool forth)
{
    double all = 0;

    for (size_t i = 0; i < n; i++)
        all += forth ? l->cell[at[i * step]].forth : l->cell[at[i * step]].back;
    if (!(all > 0))
        return;
    for (size_t i = 0; i < n; i++) {
        struct cell *c = &l->cell[at[i * step]];

        if (forth)
            c->forth_count += c->forth / all;
        else
            c->back_count += c->back / all;
    }
}

static void expect(struct learner *l, const mq_bitext *b)
{
    size_t at = 0;

    for (size_t k = 0; k < b->pairs; k++) {
        const size_t rows = b->shape[k][0] + 1U, columns = b->shape[k][1] + 1U;

        for (size_t j = 1; j < columns; j++)
            share(l, l->at + at + j, rows, columns, true);
        for (size_t i = 1; i < rows; i++)
            share(l, l->at + at + i * columns, columns, 1, false);
        at += rows * columns;
    }
}

static void maximise(struct learner *l)
{
    memset(l->left_total, 0, (l->most + 1U) * sizeof *l->left_total);
    memset(l->right_total, 0, (l->most + 1U) * sizeof *l->right_total);
    for (size_t i = 0; i < l->n; i++) {
        l->left_total[left_of(l->key[i])] += l->cell[i].forth_count;
        l->right_total[right_of(l->key[i])] += l->cell[i].back_count;
    }
    for (size_t i = 0; i < l->n; i++) {
        struct cell *c = &l->cell[i];
        const double left = l->left_total[left_of(l->key[i])], right = l->right_total[right_of(l->key[i])];

        c->forth = left > 0 ? c->forth_count / left : 0;
        c->back = right > 0 ? c->back_count / right : 0;
        c->forth_count = c->back_count = 0;
    }
}

/* The cell of each link, how often each was seen, and even chances for all. */
static mq_status prepare(struct learner *l, const mq_bitext *b, uint64_t *key, mq_error *err)
{
    memcpy(key, b->link, b->n * sizeof *key);
    l->key = key;
    l->n = distinct(key, b->n);
    for (size_t i = 0; i < l->n; i++) {
        l->most = left_of(key[i]) > l->most ? left_of(key[i]) : l->most;
        l->most = right_of(key[i]) > l->most ? right_of(key[i]) : l->most;
    }
    l->cell = calloc(l->n + 1, sizeof *l->cell);
    l->left_total = calloc(l->most + 1U, sizeof *l->left_total);
    l->right_total = calloc(l->most + 1U, sizeof *l->right_total);
    if (!l->cell || !l->left_total || !l->right_total)
        return mq_fail(err, MQ_ENOMEM, "no memory for word translations");
    for (size_t i = 0; i < b->n; i++) {
        l->at[i] = find(l, b->link[i]);
        l->cell[l->at[i]].pairs++;
    }
    for (size_t i = 0; i < l->n; i++)
        l->cell[i].forth = l->cell[i].back = 1;
    return MQ_OK;
}

static mq_status collect(const struct learner *l, mq_word_link **out, size_t *n, mq_error *err)
{
    mq_word_link *w = malloc((l->n + 1) * sizeof *w);

    if (!w)
        return mq_fail(err, MQ_ENOMEM, "no memory for word translations");
    *n = 0;
    for (size_t i = 0; i < l->n; i++)
        if (left_of(l->key[i]) && right_of(l->key[i]))
            w[(*n)++] = (mq_word_link){ left_of(l->key[i]), right_of(l->key[i]), l->cell[i].pairs, (float)l->cell[i].forth, (float)l->cell[i].back };
    *out = w;
    return MQ_OK;
}

mq_status mq_bitext_learn(mq_bitext *b, mq_word_link **out, size_t *n, mq_error *err)
{
    uint32_t *const at = calloc(b->n + 1, sizeof *at);
    struct learner l = { .at = at };
    uint64_t *key = malloc((b->n + 1) * sizeof *key);
    mq_status rc = MQ_OK;

    *out = NULL;
    *n = 0;
    if (!key || !at)
        rc = mq_fail(err, MQ_ENOMEM, "no memory for word translations");
    if (!rc && b->n)
        rc = prepare(&l, b, key, err);
    for (int round = 0; !rc && b->n && round < ROUNDS; round++) {
        expect(&l, b);
        maximise(&l);
    }
    if (!rc)
        rc = collect(&l, out, n, err);
    free(key);
    free(at);
    free(l.cell);
    free(l.left_total);
    free(l.right_total);
    mq_bitext_release(b);
    return rc;
}
