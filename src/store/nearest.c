/*
 * nearest.c - what was meant, when nothing matches what was asked.
 *
 * ALGO, each step only when those before it found nothing
 *   1. One word replaced by a stored word near to it: the key so made is looked up. A word that is stored nowhere must be the wrong one; when all
 *      are stored, each may be (مركب for مركز).
 *   2. Two words replaced.
 *   3. Two words written as one, one word written as two.
 *   4. Terms that hold, among other words, each word asked for or one near to it.
 * Steps 1 to 3 make at most MOST_PROBES keys; step 4 is one query of the word index. Rank = edits, then (step 4) further words.
 */
#include <stdlib.h>
#include <string.h>

#include "store/lookup.h"
#include "store/spelling.h"
#include "store/terms.h"

enum { MOST_NEAR_WORDS = 12, MOST_PROBES = 512, NEIGHBOURS_IN_EXPRESSION = 6, WORDS_RANK = 8 };

typedef struct near_words {
    mq_neighbour list[MOST_NEAR_WORDS][MQ_MOST_NEIGHBOURS];
    size_t n[MOST_NEAR_WORDS];
    size_t strange;      /* words that are stored nowhere */
    unsigned probes;
    mq_buf key;
    bool hit;
} near_words;

static mq_str word_of(const near_words *w, size_t i, size_t j)
{
    return (mq_str){ w->list[i][j].text, w->list[i][j].n };
}

static bool is_stored(const near_words *w, size_t i)
{
    return w->n[i] && w->list[i][0].distance == 0;
}

static mq_status probe(mq_search *x, near_words *w, unsigned rank)
{
    bool hit;
    mq_status rc;

    if (w->probes >= MOST_PROBES)
        return MQ_OK;
    w->probes++;
    if (w->key.status)
        return mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up");
    rc = mq_search_key_is(x, mq_buf_str(&w->key), MQ_MATCH_SPELLING, rank, &hit);
    w->hit = w->hit || hit;
    return rc;
}

/* w->key = the words of the query, with neighbour j of word i, and m of k, in their places. */
static void spell(const mq_search *x, near_words *w, size_t i, size_t j, size_t k, size_t m)
{
    mq_buf_clear(&w->key);
    for (size_t at = 0; at < x->nwords; at++) {
        if (at)
            mq_buf_addc(&w->key, ' ');
        mq_buf_addstr(&w->key, at == i ? word_of(w, i, j) : at == k ? word_of(w, k, m) : x->words[at]);
    }
}

static mq_status replace_one(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc && w->strange <= 1; i++)
        for (size_t j = 0; j < w->n[i] && !rc && !(w->strange && is_stored(w, i)); j++) {
            spell(x, w, i, j, x->nwords, 0);
            if (w->list[i][j].distance)
                rc = probe(x, w, w->list[i][j].distance);
        }
    return rc;
}

static mq_status replace_both(mq_search *x, near_words *w, size_t i, size_t k)
{
    mq_status rc = MQ_OK;

    for (size_t j = 0; j < w->n[i] && !rc; j++)
        for (size_t m = 0; m < w->n[k] && !rc && w->probes < MOST_PROBES; m++) {
            spell(x, w, i, j, k, m);
            if (w->list[i][j].distance && w->list[k][m].distance)
                rc = probe(x, w, w->list[i][j].distance + w->list[k][m].distance);
        }
    return rc;
}

static mq_status replace_two(mq_search *x, near_words *w)
{
    const size_t right = x->nwords - w->strange;
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc && w->strange <= 2; i++)
        for (size_t k = i + 1; k < x->nwords && !rc; k++)
            /* both strange ones, or the strange one and any other, or any two */
            if ((size_t)is_stored(w, i) + is_stored(w, k) + w->strange == 2 || right == x->nwords)
                rc = replace_both(x, w, i, k);
    return rc;
}

static mq_status join(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 1; i < x->nwords && !rc; i++) {
        const size_t space = (size_t)(x->words[i].p - x->key.p) - 1;

        mq_buf_clear(&w->key);
        mq_buf_add(&w->key, x->key.p, space);
        mq_buf_add(&w->key, x->key.p + space + 1, x->key.n - space - 1);
        rc = probe(x, w, 1);
    }
    return rc;
}

/* The key is made again, as the second word may now begin with an article that keys do not hold. */
static mq_status part_at(mq_search *x, near_words *w, size_t i, mq_buf *text)
{
    mq_status rc;

    mq_buf_clear(text);
    mq_buf_add(text, x->key.p, i);
    mq_buf_addc(text, ' ');
    mq_buf_add(text, x->key.p + i, x->key.n - i);
    if (text->status)
        return mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up");
    mq_buf_clear(&w->key);
    rc = mq_term_key(&w->key, mq_buf_str(text), x->langs[0], x->err);
    return rc ? rc : probe(x, w, 1);
}

static mq_status part(mq_search *x, near_words *w)
{
    mq_buf text = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    for (size_t i = 1; i < x->key.n && !rc && w->probes < MOST_PROBES; i++)
        if (((unsigned char)x->key.p[i] & 0xC0) != 0x80 && x->key.p[i] != ' ' && x->key.p[i - 1] != ' ')
            rc = part_at(x, w, i, &text);
    mq_buf_release(&text);
    return rc;
}

/* ("a" OR "a1" OR "a2") AND ("b" OR …). A word without any neighbour makes it pointless. */
static mq_status among_others(mq_search *x, near_words *w)
{
    mq_buf *e = &w->key;

    mq_buf_clear(e);
    for (size_t i = 0; i < x->nwords; i++) {
        if (!w->n[i])
            return MQ_OK;
        mq_buf_addz(e, i ? " AND (" : "(");
        for (size_t j = 0; j < w->n[i] && j < NEIGHBOURS_IN_EXPRESSION; j++) {
            mq_buf_addz(e, j ? " OR " : "");
            mq_fts_quote(e, word_of(w, i, j), MQ_STR(""));
        }
        mq_buf_addc(e, ')');
    }
    if (e->status)
        return mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up");
    return mq_search_words(x, e->p, true, WORDS_RANK);
}

static mq_status gather(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc; i++) {
        rc = mq_spelling_near(w->list[i], &w->n[i], x->s, x->words[i], x->err);
        w->strange += !is_stored(w, i);
    }
    return rc;
}

mq_status mq_search_nearest(mq_search *x)
{
    mq_status (*const steps[])(mq_search *, near_words *) = { gather, replace_one, replace_two, join, part, among_others };
    const bool few = x->nwords && x->nwords <= MOST_NEAR_WORDS;
    near_words *w = few ? calloc(1, sizeof *w) : NULL;
    mq_status rc = MQ_OK;

    if (!w)
        return few ? mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up") : MQ_OK;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && !rc && !x->nfound; i++)
        rc = steps[i](x, w);
    mq_buf_release(&w->key);
    free(w);
    return rc;
}
