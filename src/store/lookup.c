/*
 * lookup.c - a term to its equivalents.
 *
 * ALGO
 *   1. The term as it is, by its search key. Written the same once folded: exact; else (article, …) headword.
 *   2. The terms that its words are forms of (inflect.c); of a phrase only when it is no term itself.
 *   3. Still nothing: terms that hold all the words, each in one of its forms, in another order or among others.
 *   4. Terms that begin with what was asked, as far as there is room.
 *   5. No whole term that is what was asked: nearest.c.
 * Found pairs are ranked by match, those of one term together, then preferred before accepted before candidate, then score, count, id. Each step looks
 * at a bounded number of rows.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "store/lookup.h"
#include "store/pairs.h"
#include "store/terms.h"

enum { DEFAULT_LIMIT = 20, MOST_PREFIX_TERMS = 40, MOST_WORD_TERMS = 256, MOST_PAIRS_OF_TERM = 256, WHOLE_WORD = 0, PART_OF_WORD = 1000 };

const char *mq_match_name(mq_match v)
{
    static const char *const names[] = { "exact", "headword", "inflected", "order", "prefix", "words", "spelling" };

    return (unsigned)v < sizeof names / sizeof *names ? names[v] : "?";
}

static size_t limit_of(const mq_search *x)
{
    return x->q->limit ? x->q->limit : DEFAULT_LIMIT;
}

/* ---- collecting ---- */

/* The place of a pair in the list, which it keeps when it was found better before. */
static mq_found *place_for(mq_search *x, int64_t pair, mq_match match, unsigned rank)
{
    for (size_t i = 0; i < x->nfound; i++) {
        mq_found *f = &x->found[i];

        if (f->pair == pair)
            return f->match < match || (f->match == match && f->rank <= rank) ? NULL : f;
    }
    return x->nfound < MQ_MOST_FOUND ? &x->found[x->nfound++] : NULL;
}

mq_status mq_search_take(mq_search *x, int64_t term, mq_lang lang, mq_match match, unsigned rank)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, x->s, lang == MQ_LANG_AR ? SQL_PAIR_OF_AR : SQL_PAIR_OF_LA,
                                MQ_BIND(mq_int(term), mq_int(x->q->statuses), mq_int(MOST_PAIRS_OF_TERM)), x->err);

    while (!rc && row) {
        mq_found *f;

        rc = mq_sql_step(&row, x->s, st, x->err);
        if (rc || !row)
            return rc;
        f = place_for(x, sqlite3_column_int64(st, 0), match, rank);
        if (f)
            *f = (mq_found){
                .pair = sqlite3_column_int64(st, 0),
                .match = match,
                .rank = rank,
                .status = (mq_pair_status)sqlite3_column_int(st, 1),
                .score = sqlite3_column_double(st, 2),
                .count = sqlite3_column_int64(st, 3),
            };
    }
    return rc;
}

mq_status mq_search_key_is(mq_search *x, mq_str key, mq_match match, unsigned rank, bool *hit)
{
    mq_status rc = MQ_OK;

    *hit = false;
    for (size_t i = 0; i < x->nlangs && !rc; i++) {
        const mq_stored_term t = { .lang = x->langs[i], .key = key };
        int64_t id;

        rc = mq_term_find(&id, NULL, x->s, &t, x->err);
        if (rc || !id)
            continue;
        *hit = true;
        rc = mq_search_take(x, id, t.lang, match, rank);
    }
    return rc;
}

/* ---- 1. the term itself ---- */

/* Exact means more than the same key: folded alike with article and all. */
static mq_status as_it_is_in(mq_search *x, mq_lang lang, mq_str folded, mq_buf *other)
{
    sqlite3_stmt *st;
    int64_t id;
    bool row, exact;
    mq_status rc = mq_sql_start(&st, x->s, SQL_TERM_FIND, MQ_BIND(mq_int(lang), mq_text(x->key)), x->err);

    mq_buf_clear(other);
    if (!rc)
        rc = mq_sql_step(&row, x->s, st, x->err);
    if (rc || !row)
        return rc;
    id = sqlite3_column_int64(st, 0);
    rc = mq_fold(other, mq_column_str(st, 1), MQ_FOLD_SEARCH, x->err);
    mq_sql_stop(st);
    if (rc)
        return rc;
    exact = mq_str_equal(mq_buf_str(other), folded);
    return mq_search_take(x, id, lang, exact ? MQ_MATCH_EXACT : MQ_MATCH_HEADWORD, 0);
}

static mq_status as_it_is(mq_search *x)
{
    mq_buf folded = MQ_BUF_INIT, other = MQ_BUF_INIT;
    mq_status rc = mq_fold(&folded, x->q->term, MQ_FOLD_SEARCH, x->err);

    for (size_t i = 0; i < x->nlangs && !rc; i++)
        rc = as_it_is_in(x, x->langs[i], mq_buf_str(&folded), &other);
    mq_buf_release(&folded);
    mq_buf_release(&other);
    return rc;
}

/* ---- 3. all its words ---- */

static size_t count_words(mq_str key)
{
    size_t n = key.n > 0;

    for (size_t i = 0; i < key.n; i++)
        n += key.p[i] == ' ';
    return n;
}

bool mq_search_covers(const mq_search *x, mq_lang lang)
{
    for (size_t i = 0; i < x->nlangs; i++)
        if (x->langs[i] == lang)
            return true;
    return false;
}

mq_status mq_search_words(mq_search *x, const char *expression, bool spelling, unsigned rank)
{
    struct { int64_t id; mq_lang lang; unsigned words; } terms[MOST_WORD_TERMS];
    size_t n = 0;
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, x->s, SQL_TERM_WITH_WORDS, MQ_BIND(mq_text(mq_str_of(expression)), mq_int(MOST_WORD_TERMS)), x->err);

    while (!rc && row) {
        rc = mq_sql_step(&row, x->s, st, x->err);
        if (!rc && row && n < MOST_WORD_TERMS && mq_search_covers(x, (mq_lang)sqlite3_column_int(st, 1))) {
            terms[n].id = sqlite3_column_int64(st, 0);
            terms[n].lang = (mq_lang)sqlite3_column_int(st, 1);
            terms[n++].words = (unsigned)count_words(mq_column_str(st, 2));
        }
    }
    for (size_t i = 0; i < n && !rc; i++) {
        const unsigned more = terms[i].words > x->nwords ? terms[i].words - (unsigned)x->nwords : 0;
        const mq_match match = spelling ? MQ_MATCH_SPELLING : more ? MQ_MATCH_WORDS : MQ_MATCH_ORDER;

        rc = mq_search_take(x, terms[i].id, terms[i].lang, match, (rank + more) * MOST_WORD_TERMS + (unsigned)i);
    }
    return rc;
}

static mq_status all_words(mq_search *x)
{
    mq_buf expression = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    if (x->nwords)
        rc = mq_search_expression(&expression, x);
    if (!rc && x->nwords)
        rc = mq_search_words(x, expression.p, false, 0);
    mq_buf_release(&expression);
    return rc;
}

/* ---- 4. beginnings ---- */

/* As many terms as there is room for pairs; each has one or more, but for those whose status is not wanted. */
static mq_status begins_in(mq_search *x, mq_lang lang, mq_str from, mq_str to, unsigned rank)
{
    const size_t room = limit_of(x) - x->nfound, most = room < MOST_PREFIX_TERMS ? room : MOST_PREFIX_TERMS;
    int64_t ids[MOST_PREFIX_TERMS];
    size_t n = 0;
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, x->s, SQL_TERM_PREFIX, MQ_BIND(mq_int(lang), mq_text(from), mq_text(to), mq_int((int64_t)most)), x->err);

    while (!rc && row) {
        rc = mq_sql_step(&row, x->s, st, x->err);
        if (!rc && row && n < most)
            ids[n++] = sqlite3_column_int64(st, 0);
    }
    for (size_t i = 0; i < n && !rc; i++)
        rc = mq_search_take(x, ids[i], lang, MQ_MATCH_PREFIX, rank + (unsigned)i);
    return rc;
}

/* By the alphabet: first terms in which whole words follow, then those that go on inside the last word. '!' comes right behind ' '. */
static mq_status beginnings(mq_search *x)
{
    mq_buf from = MQ_BUF_INIT, to = MQ_BUF_INIT, end = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    mq_buf_addstr(&from, x->key);
    mq_buf_addc(&from, ' ');
    mq_buf_addstr(&to, x->key);
    mq_buf_addc(&to, '!');
    mq_buf_addstr(&end, x->key);
    mq_buf_addcp(&end, 0x10FFFF);
    if (from.status || to.status || end.status)
        rc = mq_fail(x->err, MQ_ENOMEM, "no memory for a look-up");
    for (size_t i = 0; i < x->nlangs && !rc && x->nfound < limit_of(x); i++)
        rc = begins_in(x, x->langs[i], mq_buf_str(&from), mq_buf_str(&to), WHOLE_WORD);
    for (size_t i = 0; i < x->nlangs && !rc && x->nfound < limit_of(x); i++)
        rc = begins_in(x, x->langs[i], mq_buf_str(&to), mq_buf_str(&end), PART_OF_WORD);
    mq_buf_release(&from);
    mq_buf_release(&to);
    mq_buf_release(&end);
    return rc;
}

/* ---- ranking and telling ---- */

static int place_of(mq_pair_status s)
{
    static const int places[] = { [MQ_PREFERRED] = 0, [MQ_ACCEPTED] = 1, [MQ_CANDIDATE] = 2, [MQ_DEPRECATED] = 3, [MQ_REJECTED] = 4 };

    return (unsigned)s < sizeof places / sizeof *places ? places[s] : 5;
}

static int better(const void *pa, const void *pb)
{
    const mq_found *a = pa, *b = pb;

    if (a->match != b->match)
        return a->match < b->match ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (place_of(a->status) != place_of(b->status))
        return place_of(a->status) - place_of(b->status);
    if (a->score > b->score || a->score < b->score)
        return a->score > b->score ? -1 : 1;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->pair < b->pair ? -1 : a->pair > b->pair;
}

struct teller {
    mq_search *x;
    mq_hit hit;
    mq_hit_fn *fn;
    void *user;
    bool asked; /* the pair was there */
    bool told;  /* with an example */
};

static mq_status with_example(void *user, const mq_occurrence *o)
{
    struct teller *t = user;

    t->hit.sentence = o->context;
    t->hit.doc = o->doc;
    t->told = true;
    return t->fn(t->user, &t->hit);
}

static mq_status with_pair(void *user, const mq_pair *p)
{
    struct teller *t = user;
    mq_status rc;

    t->hit.pair = *p;
    t->hit.sentence = t->hit.doc = MQ_STR("");
    t->asked = true;
    t->told = false;
    rc = p->count ? mq_store_example(t->x->s, p->id, with_example, t, t->x->err) : MQ_OK;
    return rc || t->told ? rc : t->fn(t->user, &t->hit);
}

static mq_status tell(mq_search *x, mq_hit_fn *fn, void *user)
{
    struct teller t = { .x = x, .fn = fn, .user = user };
    const size_t limit = limit_of(x);
    mq_status rc = MQ_OK;

    qsort(x->found, x->nfound, sizeof *x->found, better);
    for (size_t i = 0; i < x->nfound && i < limit && !rc; i++) {
        t.asked = false;
        t.hit.match = x->found[i].match;
        rc = mq_store_get(x->s, x->found[i].pair, with_pair, &t, x->err);
        if (rc == MQ_ENOTFOUND && !t.asked) /* an index names a pair that is not there */
            rc = mq_db_fail(x->s, SQLITE_CORRUPT, x->err);
    }
    return rc;
}

/* ---- the whole ---- */

static bool has_arabic(mq_str s)
{
    size_t i = 0;

    while (i < s.n) {
        uint32_t c;

        i += mq_utf8_decode(s.p + i, s.p + s.n, &c);
        if ((c >= 0x620 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC))
            return true;
    }
    return false;
}

static void choose_languages(mq_search *x)
{
    const mq_lang lang = x->q->lang == MQ_LANG_UND && has_arabic(x->q->term) ? MQ_LANG_AR : x->q->lang;

    if (lang == MQ_LANG_UND) {
        static const mq_lang latin[] = { MQ_LANG_FR, MQ_LANG_EN, MQ_LANG_UND, MQ_LANG_OTHER };

        memcpy(x->langs, latin, sizeof latin);
        x->nlangs = sizeof latin / sizeof *latin;
        return;
    }
    x->langs[x->nlangs++] = lang;
    if (lang == MQ_LANG_FR || lang == MQ_LANG_EN)
        x->langs[x->nlangs++] = MQ_LANG_UND;
}

static void split_words(mq_search *x)
{
    mq_str rest = x->key;

    if (count_words(rest) > MQ_MOST_LOOKUP_WORDS)
        return;
    while (rest.n) {
        const char *space = memchr(rest.p, ' ', rest.n);
        const size_t n = space ? (size_t)(space - rest.p) : rest.n;

        x->words[x->nwords++] = (mq_str){ rest.p, n };
        rest.p += n + (space != NULL);
        rest.n -= n + (space != NULL);
    }
}

/* Whether a whole term was found that is what was asked, in whatever form or order. */
static bool finds_itself(const mq_search *x)
{
    for (size_t i = 0; i < x->nfound; i++)
        if (x->found[i].match < MQ_MATCH_PREFIX)
            return true;
    return false;
}

static mq_status search(mq_search *x)
{
    mq_status rc = as_it_is(x);

    if (!rc && (!x->nfound || x->nwords == 1)) /* a phrase that is a term is hardly another one inflected: فاتحه is */
        rc = mq_search_forms(x);
    if (!rc)
        rc = mq_search_inflected(x);
    if (!rc && !x->nfound)
        rc = all_words(x);
    if (!rc && x->nfound < limit_of(x))
        rc = beginnings(x);
    return rc || finds_itself(x) ? rc : mq_search_nearest(x);
}

static bool can_be_a_term(mq_str s)
{
    return s.n && s.n <= MQ_MOST_TERM && !memchr(s.p, '\0', s.n);
}

mq_status mq_store_lookup(mq_store *s, const mq_lookup_query *q, mq_hit_fn *fn, void *user, mq_error *err)
{
    mq_buf key = MQ_BUF_INIT;
    mq_search *x = calloc(1, sizeof *x);
    bool own = false;
    mq_status rc;

    if (!x)
        return mq_fail(err, MQ_ENOMEM, "no memory for a look-up");
    x->s = s;
    x->q = q;
    x->err = err;
    choose_languages(x);
    rc = can_be_a_term(q->term) ? mq_term_key(&key, q->term, x->langs[0], err) : MQ_OK;
    if (!rc && key.n) {
        x->key = mq_buf_str(&key);
        split_words(x);
        rc = mq_snapshot_begin(&own, s, err);
        if (!rc)
            rc = search(x);
        if (!rc)
            rc = tell(x, fn, user);
        mq_snapshot_end(own, s);
    }
    mq_buf_release(&key);
    free(x);
    return rc;
}
