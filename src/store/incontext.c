/*
 * incontext.c - full-text search in the sentences of occurrences.
 *
 * ALGO
 *   1. Each word of the query has keys, as the words of the sentences have (store/contexts.h). A sentence is asked for that holds, for each word, one of
 *      its keys: one FTS5 expression, at most MOST_SENTENCES answers, in the order of their rows.
 *   2. The words of each such sentence are read again and those that share a key with a word of the query are marked; so what the index finds is proved by
 *      the text, and the places are those of the source, clitics and all. The offsets of FTS5 would be those of the keys.
 *   3. Sentences in which the words stand next to each other as they were asked come first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "store/contexts.h"

enum { MOST_WORDS = 32, MOST_KEYS = 24, MOST_SENTENCES = 1024, DEFAULT_LIMIT = 20 };

struct asked_word {
    size_t n;
    uint64_t key[MOST_KEYS]; /* hashes */
};

typedef struct search {
    mq_store *s;
    mq_context_hit_fn *fn;
    void *user;
    mq_error *err;
    struct asked_word word[MOST_WORDS];
    size_t nwords;
    mq_buf expression;
    mq_place_in place[MQ_MOST_CONTEXT_WORDS];
    mq_context_hit context;      /* of the sentence looked at */
    size_t nfound, nphrases;
    struct { int64_t id; bool phrase; } found[MOST_SENTENCES];
} search;

/* The next of the keys that mq_context_word gives; false at the end. */
static bool next_key(mq_str *key, mq_str *keys)
{
    const char *space = keys->n ? memchr(keys->p, ' ', keys->n) : NULL;

    if (!space)
        return false;
    *key = (mq_str){ keys->p, (size_t)(space - keys->p) };
    keys->p += key->n + 1;
    keys->n -= key->n + 1;
    return true;
}

/* ---- the query ---- */

static mq_status add_word(search *x, mq_str token, mq_script script)
{
    struct asked_word *w = &x->word[x->nwords];
    mq_str keys, key;
    mq_status rc = mq_context_word(&keys, x->s, token, script, x->err);

    w->n = 0;
    while (!rc && next_key(&key, &keys) && w->n < MOST_KEYS) {
        if (!key.n)
            continue;
        mq_buf_addz(&x->expression, w->n ? " OR " : x->nwords ? " AND (" : "(");
        mq_fts_quote(&x->expression, key, MQ_STR(""));
        w->key[w->n++] = mq_hash(key);
    }
    if (w->n) {
        mq_buf_addc(&x->expression, ')');
        x->nwords++;
    }
    return rc;
}

/* x->nwords = 0 when there is nothing to look for. */
static mq_status read_query(search *x, mq_str text)
{
    mq_token t;
    size_t at = 0;
    mq_status rc = MQ_OK;

    while (!rc && text.n <= MQ_MOST_TERM && mq_token_next(&t, text, &at)) {
        if (t.script == MQ_PUNCT)
            continue;
        if (x->nwords == MOST_WORDS) {
            x->nwords = 0;
            break;
        }
        rc = add_word(x, (mq_str){ text.p + t.start, t.end - t.start }, t.script);
    }
    return !rc && x->expression.status ? mq_fail(x->err, MQ_ENOMEM, "no memory for a search") : rc;
}

/* ---- a sentence ---- */

static bool has_key(const struct asked_word *w, uint64_t key)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->key[i] == key)
            return true;
    return false;
}

/* Which words of the query this word of a sentence may be: bit i is word i. */
static uint32_t words_of(const search *x, mq_str keys)
{
    uint32_t set = 0;
    mq_str key;

    while (next_key(&key, &keys)) {
        const uint64_t hash = mq_hash(key);

        for (size_t i = 0; i < x->nwords; i++)
            if (has_key(&x->word[i], hash))
                set |= (uint32_t)1 << i;
    }
    return set;
}

/*
 * Marks the words that were asked for, in x->context; *all: each was there. `run` has bit i when the words 0..i of the query end at the word looked at, and start[i]
 * is where they began.
 */
static mq_status mark(bool *all, search *x, mq_str text)
{
    size_t start[MOST_WORDS + 1] = { 0 };
    const uint32_t every = (uint32_t)(((uint64_t)1 << x->nwords) - 1);
    uint32_t run = 0, seen = 0;
    mq_context_hit *c = &x->context;
    mq_token t;
    size_t at = 0;
    mq_status rc = MQ_OK;

    *c = (mq_context_hit){ .sentence = text, .word = x->place };
    while (!rc && mq_token_next(&t, text, &at)) {
        mq_str keys;
        uint32_t set;

        if (t.script == MQ_PUNCT)
            continue;
        rc = mq_context_word(&keys, x->s, (mq_str){ text.p + t.start, t.end - t.start }, t.script, x->err);
        if (rc)
            break;
        set = words_of(x, keys);
        seen |= set;
        memmove(start + 1, start, (x->nwords - 1) * sizeof *start);
        start[0] = t.start;
        run = (run << 1 | 1) & set;
        if (set && c->n < MQ_MOST_CONTEXT_WORDS)
            x->place[c->n++] = (mq_place_in){ t.start, t.end };
        if (!c->phrase && run >> (x->nwords - 1) & 1U) {
            c->phrase = true;
            c->start = start[x->nwords - 1];
            c->end = t.end;
        }
    }
    if (!c->phrase && c->n) {
        c->start = x->place[0].start;
        c->end = x->place[0].end;
    }
    *all = seen == every;
    return rc;
}

/* ---- all of them ---- */

static mq_status collect(search *x, size_t limit)
{
    sqlite3_stmt *st;
    bool row = true, all = false;
    mq_status rc = mq_sql_start(&st, x->s, SQL_SENTENCES_WITH_WORDS, MQ_BIND(mq_text(mq_buf_str(&x->expression)), mq_int(MOST_SENTENCES)), x->err);

    while (!rc && row && x->nphrases < limit) {
        rc = mq_sql_step(&row, x->s, st, x->err);
        if (rc || !row)
            return rc;
        rc = mark(&all, x, mq_column_str(st, 1));
        if (rc || !all)
            continue;
        x->found[x->nfound].id = sqlite3_column_int64(st, 0);
        x->found[x->nfound++].phrase = x->context.phrase;
        x->nphrases += x->context.phrase;
    }
    mq_sql_stop(st);
    return rc;
}

static mq_status tell(search *x, int64_t id)
{
    sqlite3_stmt *st;
    bool row = false, all;
    mq_status rc = mq_sql_start(&st, x->s, SQL_SENTENCE_GET, MQ_BIND(mq_int(id)), x->err);

    if (!rc)
        rc = mq_sql_step(&row, x->s, st, x->err);
    if (rc || !row)
        return rc;
    rc = mark(&all, x, mq_column_str(st, 1));
    x->context.doc = mq_column_str(st, 0);
    if (!rc)
        rc = x->fn(x->user, &x->context);
    mq_sql_stop(st);
    return rc;
}

static mq_status tell_all(search *x, size_t limit)
{
    size_t told = 0;
    mq_status rc = MQ_OK;

    for (int phrase = 1; phrase >= 0; phrase--)
        for (size_t i = 0; i < x->nfound && told < limit && !rc; i++)
            if (x->found[i].phrase == (phrase == 1)) {
                rc = tell(x, x->found[i].id);
                told++;
            }
    return rc;
}

mq_status mq_store_contexts(mq_store *s, mq_str text, size_t limit, mq_context_hit_fn *fn, void *user, mq_error *err)
{
    search *x = calloc(1, sizeof *x);
    bool own = false;
    mq_status rc;

    if (!x)
        return mq_fail(err, MQ_ENOMEM, "no memory for a search");
    x->s = s;
    x->fn = fn;
    x->user = user;
    x->err = err;
    rc = read_query(x, text);
    if (!rc && x->nwords) {
        rc = mq_snapshot_begin(&own, s, err);
        if (!rc)
            rc = collect(x, limit ? limit : DEFAULT_LIMIT);
        if (!rc)
            rc = tell_all(x, limit ? limit : DEFAULT_LIMIT);
        mq_snapshot_end(own, s);
    }
    mq_buf_release(&x->expression);
    free(x);
    return rc;
}
