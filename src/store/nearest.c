/*
 * nearest.c - what was meant, when no term is what was asked.
 *
 * ALGO, each step only when those before it found nothing; when the query is the beginning or a part of terms, only steps 1 and 2
 *   1. One word replaced by a stored word near to it: the key so made is looked up. A word that is no form of a stored one must be the wrong one; when all
 *      are, each may be (مركب for مركز).
 *   2. One word left out: terms of as many words that differ in it alone, by few edits. Reaches what lists of near words do not: في for ف, 2023 for 2032.
 *   3. Two words replaced.
 *   4. Two words written as one, one word written as two.
 *   5. Terms that hold, among other words, each word asked for or one near to it.
 * Steps 1, 3 and 4 make at most MOST_PROBES keys; 2 and 5 look at MOST_TERMS terms for each word. Rank = what the edits cost, then (step 5) further words.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "store/lookup.h"
#include "store/spelling.h"
#include "store/terms.h"

enum { ONE_SLIP_STEPS = 3, MOST_NEAR_WORDS = 12, MOST_PROBES = 512, MOST_TERMS = 512, NEIGHBOURS_IN_EXPRESSION = 6, WORDS_RANK = 64, LAM = 0x644, ALEF = 0x627 };

typedef struct near_words {
    mq_neighbour list[MOST_NEAR_WORDS][MQ_MOST_NEIGHBOURS];
    size_t n[MOST_NEAR_WORDS];
    size_t strange;      /* words that are no form of any stored word */
    unsigned probes;
    mq_buf key;
    bool hit;
} near_words;

static mq_str word_of(const near_words *w, size_t i, size_t j)
{
    return (mq_str){ w->list[i][j].text, w->list[i][j].n };
}

/* The word that stands for itself: the likeliest stored one that it is a form of. */
static mq_str own_word(const mq_search *x, size_t i)
{
    return x->nforms && x->forms[i].n ? (mq_str){ x->forms[i].form[0].key, x->forms[i].form[0].n } : x->words[i];
}

static bool is_stored(const mq_search *x, const near_words *w, size_t i)
{
    return (x->nforms && x->forms[i].n) || (w->n[i] && w->list[i][0].distance == 0);
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
        mq_buf_addstr(&w->key, at == i ? word_of(w, i, j) : at == k ? word_of(w, k, m) : own_word(x, at));
    }
}

static mq_status replace_one(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc && w->strange <= 1; i++)
        for (size_t j = 0; j < w->n[i] && !rc && !(w->strange && is_stored(x, w, i)); j++) {
            spell(x, w, i, j, x->nwords, 0);
            if (w->list[i][j].distance)
                rc = probe(x, w, w->list[i][j].cost);
        }
    return rc;
}

/* ---- one word left out ---- */

/* What word i of a key cost to be taken for word i of the query, when all others are the query's; false when the key is no such one. */
static bool differs_in(unsigned *cost, const mq_search *x, size_t i, mq_str key)
{
    mq_letters asked, stored;
    mq_str rest = key;

    for (size_t at = 0; at < x->nwords; at++) {
        const char *space = memchr(rest.p, ' ', rest.n);
        const mq_str word = { rest.p, space ? (size_t)(space - rest.p) : rest.n }, own = own_word(x, at);

        if ((space == NULL) != (at + 1 == x->nwords) || (at != i && !mq_str_equal(word, own)))
            return false;
        rest.p += word.n + (space != NULL);
        rest.n -= word.n + (space != NULL);
        if (at != i)
            continue;
        asked = mq_letters_of(own);
        stored = mq_letters_of(word);
        if (mq_slip_distance(&asked, &stored) > 1)
            return false;
        *cost = asked.n && stored.n ? mq_slip_cost(&asked, &stored) : MQ_SLIP_COST;
    }
    return true;
}

static mq_status take_differing(mq_search *x, near_words *w, size_t i)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, x->s, SQL_TERM_WITH_WORDS, MQ_BIND(mq_text(mq_buf_str(&w->key)), mq_int(MOST_TERMS)), x->err);

    while (!rc && row) {
        unsigned cost = 0;

        rc = mq_sql_step(&row, x->s, st, x->err);
        if (rc || !row)
            return rc;
        if (mq_search_covers(x, (mq_lang)sqlite3_column_int(st, 1)) && differs_in(&cost, x, i, mq_column_str(st, 2)))
            rc = mq_search_take(x, sqlite3_column_int64(st, 0), (mq_lang)sqlite3_column_int(st, 1), MQ_MATCH_SPELLING, cost);
    }
    mq_sql_stop(st);
    return rc;
}

static mq_status leave_one_out(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc && w->strange <= 1 && x->nwords > 1; i++) {
        if (w->strange && is_stored(x, w, i))
            continue;
        mq_buf_clear(&w->key);
        for (size_t at = 0; at < x->nwords; at++)
            if (at != i) {
                mq_buf_addz(&w->key, w->key.n ? " " : "");
                mq_fts_quote(&w->key, own_word(x, at), MQ_STR(""));
            }
        rc = w->key.status ? mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up") : take_differing(x, w, i);
    }
    return rc;
}

/* ---- more than one word ---- */

static mq_status replace_both(mq_search *x, near_words *w, size_t i, size_t k)
{
    mq_status rc = MQ_OK;

    for (size_t j = 0; j < w->n[i] && !rc; j++)
        for (size_t m = 0; m < w->n[k] && !rc && w->probes < MOST_PROBES; m++) {
            spell(x, w, i, j, k, m);
            if (w->list[i][j].distance && w->list[k][m].distance)
                rc = probe(x, w, w->list[i][j].cost + w->list[k][m].cost);
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
            if ((size_t)is_stored(x, w, i) + is_stored(x, w, k) + w->strange == 2 || right == x->nwords)
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
        rc = probe(x, w, MQ_SLIP_COST);
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
    return rc ? rc : probe(x, w, MQ_SLIP_COST);
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

/* ---- the whole ---- */

/* Letters that are ال but for one slip. */
static bool is_near_article(const uint32_t *c, size_t n)
{
    if (n == 1)
        return c[0] == ALEF || c[0] == LAM;
    if (n == 2)
        return c[0] == ALEF || c[1] == LAM || (c[0] == LAM && c[1] == ALEF);
    return (c[0] == ALEF && (c[1] == LAM || c[2] == LAM)) || (c[1] == ALEF && c[2] == LAM);
}

/* A slip in the article, which keys do not hold: لاحمأة, اتلخط, حلإحليلية. */
static mq_status without_article(mq_search *x, near_words *w, size_t i)
{
    const mq_str word = x->words[i];
    uint32_t c[3];
    size_t at = 0;
    mq_status rc = MQ_OK;

    for (size_t n = 1; n <= 3 && at < word.n && !rc; n++) {
        mq_neighbour *new = &w->list[i][w->n[i]];
        int64_t id = 0;
        mq_str rest;

        at += mq_utf8_decode(word.p + at, word.p + word.n, &c[n - 1]);
        rest = (mq_str){ word.p + at, word.n - at };
        if (!is_near_article(c, n) || rest.n < 4 || rest.n > MQ_MOST_WORD_BYTES || w->n[i] == MQ_MOST_NEIGHBOURS)
            continue;
        rc = mq_sql_number(&id, 0, x->s, SQL_WORD_FIND, MQ_BIND(mq_text(rest)), x->err);
        if (rc || !id)
            continue;
        *new = (mq_neighbour){ .id = id, .distance = 1, .cost = MQ_SLIP_COST, .n = (unsigned)rest.n };
        memcpy(new->text, rest.p, rest.n);
        w->n[i]++;
    }
    return rc;
}

static mq_status gather(mq_search *x, near_words *w)
{
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < x->nwords && !rc; i++) {
        rc = mq_spelling_near(w->list[i], &w->n[i], x->s, x->words[i], x->err);
        if (!rc && x->langs[0] == MQ_LANG_AR)
            rc = without_article(x, w, i);
        w->strange += !is_stored(x, w, i);
    }
    return rc;
}

mq_status mq_search_nearest(mq_search *x)
{
    mq_status (*const steps[])(mq_search *, near_words *) = { gather, replace_one, leave_one_out, replace_two, join, part, among_others };
    const size_t before = x->nfound, n = before ? ONE_SLIP_STEPS : sizeof steps / sizeof *steps;
    const bool few = x->nwords && x->nwords <= MOST_NEAR_WORDS;
    near_words *w = few ? calloc(1, sizeof *w) : NULL;
    mq_status rc = MQ_OK;

    if (!w)
        return few ? mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up") : MQ_OK;
    for (size_t i = 0; i < n && !rc && x->nfound == before; i++)
        rc = steps[i](x, w);
    mq_buf_release(&w->key);
    free(w);
    return rc;
}
