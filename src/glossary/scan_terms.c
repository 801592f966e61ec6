/*
 * scan_terms.c - see scan_terms.h.
 *
 * A draft repeats its terms, so the JSON of a pair is written once, when it is first told: what is told often stands side by side and stays in the cache.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/jsonl.h"
#include "base/tsv.h"
#include "glossary/scan_terms.h"

struct loading {
    mq_scan_terms *t;
    mq_error *err;
};

static bool make_room(mq_scan_terms *t)
{
    const size_t cap = t->cap ? 2 * t->cap : 1024;
    mq_scan_pair *pair;

    if (t->n < t->cap)
        return true;
    if (t->n >= UINT32_MAX / 2)
        return false;
    pair = realloc(t->pair, cap * sizeof *pair);
    if (!pair)
        return false;
    t->pair = pair;
    t->cap = cap;
    return true;
}

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

static mq_status add_pair(void *user, const mq_pair *p)
{
    const struct loading *l = user;
    mq_scan_terms *t = l->t;
    mq_scan_pair *s;
    mq_status rc;

    if (!make_room(t))
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
    t->n += !rc;
    return rc;
}

mq_status mq_scan_terms_load(mq_scan_terms *t, mq_store *store, mq_error *err)
{
    static const mq_pair_status order[] = { MQ_PREFERRED, MQ_ACCEPTED, MQ_DEPRECATED };
    struct loading l = { t, err };
    mq_status rc = mq_matcher_new(&t->matcher, err);

    for (size_t i = 0; i < sizeof order / sizeof *order && !rc; i++) {
        const mq_list_query q = { .statuses = MQ_STATUS_BIT(order[i]), .order = MQ_ORDER_ID };

        rc = mq_store_list(store, &q, add_pair, &l, err);
    }
    if (!rc && !(t->told = calloc(t->n + 1, sizeof *t->told)))
        rc = mq_fail(err, MQ_ENOMEM, "no memory for the glossary");
    return rc ? rc : mq_matcher_finish(t->matcher, err);
}

void mq_scan_terms_release(mq_scan_terms *t)
{
    mq_matcher_free(t->matcher);
    mq_arena_release(&t->strings);
    mq_buf_release(&t->json);
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
    mq_buf_addf(out, ",\"lang\":\"%s\",\"status\":\"%s\"}", mq_lang_name(p->lang), mq_pair_status_name(p->status));
}

mq_str mq_scan_terms_json(mq_scan_terms *t, uint32_t pair)
{
    struct mq_told *told = &t->told[pair];

    if (!told->n) {
        const size_t at = t->json.n;

        add_json(&t->json, &t->pair[pair]);
        if (t->json.status)
            return MQ_STR("");
        *told = (struct mq_told){ at, (uint32_t)(t->json.n - at) };
    }
    return (mq_str){ t->json.p + told->at, told->n };
}
