/*
 * scan_terms.c - see scan_terms.h.
 *
 * A draft repeats its terms, so the JSON of a pair is written once, when it is first told: what is told often stands side by side and stays in the cache.
 *
 * Doubtful pairs. A list gives a word several renderings a row, which is a concept; they are doubtful when none of them is what the word usually says, nor
 * both a French and an English one what it may well say (lexicon/sense.h). What a person decided or a list prefers never is. The words beside a term may tell
 * more (scan_cues.h).
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/jsonl.h"
#include "base/tsv.h"
#include "glossary/scan_phrases.h"
#include "glossary/scan_terms.h"
#include "glossary/scan_variants.h"

/* The languages in which a term of a list has a rendering that is not out of the way. */
struct witness {
    uint64_t term;
    unsigned langs;      /* 1 << mq_lang; EVERY: one is the usual one */
};

enum { EVERY = 1 << MQ_LANG_FR | 1 << MQ_LANG_EN, UNIT = 8 /* of places in the JSON */, CACHE_LINE = 64 };

struct loading {
    mq_scan_terms *t;
    mq_senses senses;
    mq_buf term;         /* uint64_t of each pair: its Arabic term in its concept, as a hash */
    mq_buf usual;        /* struct witness */
    mq_scan_phrases phrases;
    mq_error *err;
};

/* The plurals of a pair are terms, too. One word beside a term of several is the plural of its first word. */
static mq_status add_plurals(const struct loading *l, const mq_pair *p)
{
    const char *space = p->ar.n ? memchr(p->ar.p, ' ', p->ar.n) : NULL;
    mq_str list = p->plural, one;
    mq_buf term = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    while (!rc && mq_split(&one, &list, '|')) {
        mq_buf_clear(&term);
        mq_buf_addstr(&term, one);
        if (space && one.n && !memchr(one.p, ' ', one.n))
            mq_buf_add(&term, space, p->ar.n - (size_t)(space - p->ar.p));
        rc = term.status ? mq_fail(l->err, MQ_ENOMEM, "no memory for the glossary") : MQ_OK;
        if (!rc)
            rc = mq_matcher_add(l->t->matcher, mq_buf_str(&term), MQ_LANG_AR, (uint32_t)l->t->n, l->err);
    }
    mq_buf_release(&term);
    return rc;
}

/* For mq_scan_variants: the number of the pair is that of the one that is being added. */
static mq_status add_variant(void *user, mq_str term)
{
    const struct loading *l = user;

    return mq_matcher_add(l->t->matcher, term, MQ_LANG_AR, (uint32_t)l->t->n, l->err);
}

/* Notes what the pair says of its Arabic term. */
static mq_status judge(struct loading *l, const mq_pair *p)
{
    struct witness w = { mq_hash(p->ar) ^ (uint64_t)(p->concept ? p->concept : -p->id) * UINT64_C(0x9E3779B97F4A7C15), 0 };
    const bool decided = p->status != MQ_ACCEPTED || p->decided;
    mq_sense sense = MQ_SENSE_UNKNOWN;
    mq_status rc = mq_scan_phrases_note(&l->phrases, p->ar, p->la, decided);

    if (!rc)
        rc = mq_scan_cues_note(&l->t->cues, p->ar, p->la, decided, (uint32_t)l->t->n);
    if (!rc && !decided)
        rc = mq_sense_of(&sense, &l->senses, p->ar, p->la, p->lang);
    l->t->pair[l->t->n].doubtful = sense != MQ_SENSE_UNKNOWN;
    mq_buf_add(&l->term, &w.term, sizeof w.term);
    w.langs = sense == MQ_SENSE_FIRST ? EVERY : sense == MQ_SENSE_SECOND ? 1U << p->lang : 0;
    if (w.langs)
        mq_buf_add(&l->usual, &w, sizeof w);
    return rc || l->term.status || l->usual.status ? mq_fail(l->err, MQ_ENOMEM, "no memory for the glossary") : MQ_OK;
}

static int by_term(const void *x, const void *y)
{
    const struct witness *a = x, *b = y;

    return a->term < b->term ? -1 : a->term > b->term;
}

/* Puts the witnesses of a term together; how many terms are left that have enough of them. */
static size_t join(struct witness *w, size_t n)
{
    size_t kept = 0;

    if (n)
        qsort(w, n, sizeof *w, by_term);
    for (size_t from = 0, to; from < n; from = to) {
        unsigned langs = 0;

        for (to = from; to < n && w[to].term == w[from].term; to++)
            langs |= w[to].langs;
        if (langs & (langs - 1))
            w[kept++] = w[from];
    }
    return kept;
}

/* A usual rendering, or one that may well be in either language, vouches for the others of its term. */
static void vouch(struct loading *l)
{
    struct witness *const usual = (struct witness *)(void *)l->usual.p;
    const uint64_t *const term = (const uint64_t *)(const void *)l->term.p;
    const size_t n = join(usual, l->usual.n / sizeof *usual);

    for (size_t i = 0; i < l->t->n && n; i++)
        if (l->t->pair[i].doubtful && bsearch(&(struct witness){ term[i], 0 }, usual, n, sizeof *usual, by_term))
            l->t->pair[i].doubtful = false;
}

static mq_status add_pair(void *user, const mq_pair *p)
{
    struct loading *l = user;
    mq_scan_terms *t = l->t;
    mq_scan_pair *s;
    mq_status rc;

    if (t->n > UINT32_MAX / 2 /* told in 32 bits */ || !MQ_ROOM(t->pair, t->n, t->cap, 1024))
        return mq_fail(l->err, MQ_ENOMEM, "no memory for the glossary");
    s = &t->pair[t->n];
    *s = (mq_scan_pair){ .id = p->id, .ar = mq_arena_copy(&t->strings, p->ar), .la = mq_arena_copy(&t->strings, p->la), .lang = p->lang, .status = p->status,
                          .source = mq_arena_copy(&t->strings, p->source) };
    if (!s->ar.p || !s->la.p || !s->source.p)
        return mq_fail(l->err, MQ_ENOMEM, "no memory for the glossary");
    rc = mq_matcher_add(t->matcher, p->ar, MQ_LANG_AR, (uint32_t)t->n, l->err);
    if (!rc)
        rc = mq_matcher_add(t->matcher, p->la, p->lang, (uint32_t)t->n, l->err);
    if (!rc)
        rc = add_plurals(l, p);
    if (!rc)
        rc = mq_scan_variants(&l->senses, p->ar, p->la, p->lang, add_variant, l);
    if (!rc)
        rc = judge(l, p);
    t->n += !rc;
    return rc;
}

static mq_status load(struct loading *l, mq_store *store, bool all)
{
    static const mq_pair_status order[] = { MQ_PREFERRED, MQ_ACCEPTED, MQ_DEPRECATED };
    mq_scan_terms *t = l->t;
    mq_status rc = mq_senses_load(&l->senses, l->err);

    if (!rc)
        rc = mq_matcher_new(&t->matcher, l->err);
    if (!rc && !all)
        rc = mq_scan_phrases_load(&l->phrases, l->err);
    if (!rc && !all)
        rc = mq_scan_cues_load(&t->cues, l->err);
    for (size_t i = 0; i < sizeof order / sizeof *order && !rc; i++) {
        const mq_list_query q = { .statuses = MQ_STATUS_BIT(order[i]), .order = MQ_ORDER_ID };

        rc = mq_store_list(store, &q, add_pair, l, l->err);
    }
    if (!rc && !(t->told = calloc(t->n + 1, sizeof *t->told)))
        rc = mq_fail(l->err, MQ_ENOMEM, "no memory for the glossary");
    if (!rc)
        rc = mq_scan_phrases_add(&l->phrases, t->matcher, l->err);
    if (!rc)
        rc = mq_scan_cues_add(&t->cues, t->matcher, l->err);
    if (!rc)
        vouch(l);
    for (size_t i = 0; i < t->n && !rc; i++) {
        t->told[i].doubtful = t->pair[i].doubtful;
        t->pair[i].doubtful = all && t->pair[i].doubtful; /* else a doubtful one is told only where it is not */
    }
    return rc ? rc : mq_matcher_finish(t->matcher, l->err);
}

mq_status mq_scan_terms_load(mq_scan_terms *t, mq_store *store, bool all, mq_error *err)
{
    struct loading l = { .t = t, .phrases = MQ_SCAN_PHRASES_INIT, .err = err };
    const mq_status rc = load(&l, store, all);

    mq_buf_release(&l.term);
    mq_buf_release(&l.usual);
    mq_scan_phrases_release(&l.phrases);
    return rc;
}

void mq_scan_terms_release(mq_scan_terms *t)
{
    mq_matcher_free(t->matcher);
    mq_arena_release(&t->strings);
    mq_buf_release(&t->json);
    mq_scan_cues_release(&t->cues);
    free(t->pair);
    free(t->told);
    *t = (mq_scan_terms)MQ_SCAN_TERMS_INIT;
}

static void add_json(mq_buf *out, const mq_scan_pair *p)
{
    mq_buf_addf(out, "{\"id\":%" PRId64 ",\"ar\":", p->id);
    mq_json_quote(out, p->ar);
    mq_buf_addz(out, ",\"la\":");
    mq_json_quote(out, p->la);
    mq_buf_addf(out, ",\"lang\":\"%s\",\"status\":\"%s\"%s},", mq_lang_name(p->lang), mq_pair_status_name(p->status),
                p->doubtful ? ",\"doubtful\":true" : "");
}

mq_str mq_scan_terms_json(mq_scan_terms *t, uint32_t pair)
{
    struct mq_told *told = &t->told[pair];

    if (!told->n) {
        const size_t at = (t->json.n + UNIT - 1) / UNIT;

        while (t->json.n < at * UNIT && !t->json.status)
            mq_buf_addc(&t->json, ' ');
        add_json(&t->json, &t->pair[pair]);
        if (t->json.status || t->json.n - at * UNIT > INT32_MAX || at > UINT32_MAX)
            return MQ_STR("");
        told->at = (uint32_t)at;
        told->n = (uint32_t)(t->json.n - at * UNIT) & INT32_MAX;
    }
    return (mq_str){ t->json.p + UNIT * (size_t)told->at, told->n };
}

void mq_scan_terms_fetch(const mq_scan_terms *t, uint32_t pair)
{
    const struct mq_told told = t->told[pair];

    for (uint32_t at = 0; at < told.n; at += CACHE_LINE)
        __builtin_prefetch(t->json.p + UNIT * (size_t)told.at + at);
}
