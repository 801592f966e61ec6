/* test_store_faults.c - the store without memory: a call that fails says so, and the file is as it was. */
#include "faults.h"
#include "shelf.h"
#include "store/db.h"

static char path[512], copy[512];

static mq_status any_hit(void *user, const mq_hit *h)
{
    *(size_t *)user += h->pair.ar.n;
    return MQ_OK;
}

static mq_status add_pairs(mq_store *s)
{
    const mq_pair p = { .ar = MQ_STR(AR_CLOUD), .la = MQ_STR("cloud souverain"), .lang = MQ_LANG_FR, .note = MQ_STR("n") };
    mq_error err = { .code = MQ_OK };
    const mq_status rc = mq_store_add(s, &p, true, NULL, NULL, &err);

    assert_int_equal(err.code, rc);
    return rc;
}

static mq_status adding(void)
{
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_CREATE, NULL);

    if (!rc)
        rc = add_pairs(s);
    mq_store_free(s);
    return rc;
}

/* One change that goes without indexes from its fourth pair on. */
static mq_status importing(void)
{
    char la[32];
    mq_pair p = { .ar = MQ_STR(AR_NETWORK), .lang = MQ_LANG_EN };
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_CREATE, NULL);

    if (!rc) {
        s->bulk_from = 4;
        rc = mq_store_begin(s, NULL);
    }
    for (int i = 0; i < 24 && !rc; i++) {
        (void)snprintf(la, sizeof la, "network %d", i);
        p.la = mq_str_of(la);
        rc = mq_store_add(s, &p, false, NULL, NULL, NULL);
    }
    if (!rc)
        rc = mq_store_commit(s, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status mining(void)
{
    const mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 1, 0.5);
    mq_store *s;
    int64_t doc;
    bool fresh;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_CREATE, NULL);

    if (!rc)
        rc = mq_store_begin(s, NULL);
    if (!rc)
        rc = mq_store_document(s, MQ_STR("a"), 1, 1, MQ_STR("m"), &doc, &fresh, NULL);
    if (!rc && fresh)
        rc = mq_store_add_occurrence(s, doc, &o, NULL);
    if (!rc && fresh)
        rc = mq_store_document_done(s, doc, NULL);
    if (!rc)
        rc = mq_store_commit(s, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status asking(void)
{
    static const char *const terms[] = { AR_CLOUD, ("\u0648" AR_CLOUD "\u0647\u0645"), "souverains", "clud souvrain" };
    mq_store *s;
    size_t seen = 0;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_READ, NULL);

    for (size_t i = 0; i < UNIT_COUNT(terms) && !rc; i++) {
        const mq_lookup_query q = { .term = mq_str_of(terms[i]), .statuses = MQ_STATUS_ALL };

        rc = mq_store_lookup(s, &q, any_hit, &seen, NULL);
    }
    mq_store_free(s);
    return rc;
}

static mq_status editing(void)
{
    const mq_pair_edit e = { .ar = AR_NETWORK, .note = "m" }, back = { .ar = AR_CLOUD };
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_WRITE, NULL);

    if (!rc)
        rc = mq_store_edit(s, 1, &e, NULL);
    if (!rc)
        rc = mq_store_edit(s, 1, &back, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status no_quote(void *user, mq_str text, mq_str source)
{
    *(size_t *)user += text.n + source.n;
    return MQ_OK;
}

static mq_status no_pair(void *user, const mq_pair *p)
{
    *(size_t *)user += p->note.n;
    return MQ_OK;
}

static mq_status quoting(void)
{
    const mq_pair p = { .ar = MQ_STR(AR_CLOUD), .la = MQ_STR("cloud souverain"), .lang = MQ_LANG_FR, .note = MQ_STR("other") };
    mq_store *s;
    mq_added what;
    size_t seen = 0;
    bool known;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_WRITE, NULL);

    if (!rc)
        rc = mq_store_would_add(s, &p, &what, no_pair, &seen, NULL);
    if (!rc)
        rc = mq_store_quote(s, 1, MQ_STR("q"), MQ_STR("d"), &known, NULL);
    if (!rc)
        rc = mq_store_quotes(s, 1, no_quote, &seen, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status any_conflict(void *user, const mq_conflict *c, const mq_pair *p)
{
    *(size_t *)user += c->of + p->ar.n;
    return MQ_OK;
}

static mq_status any_headword(void *user, mq_str text)
{
    *(size_t *)user += text.n;
    return MQ_OK;
}

/* A change and the way back, joins, and the questions of a terminologist. */
static mq_status reviewing(void)
{
    const mq_pair_edit e = { .ar = AR_NETWORK, .note = "m" };
    const mq_conflict_query q = { .renderings.statuses = MQ_STATUS_ALL };
    mq_pair_past *past = NULL;
    mq_store *s;
    size_t seen = 0;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_WRITE, NULL);

    if (!rc)
        rc = mq_store_change(s, 1, &e, &past, NULL);
    if (!rc)
        rc = mq_store_revert(s, past, NULL);
    mq_pair_past_free(past);
    if (!rc)
        rc = mq_store_join(s, 1, 0, NULL);
    if (!rc)
        rc = mq_store_entry(s, 1, MQ_STATUS_ALL, no_pair, &seen, NULL);
    if (!rc)
        rc = mq_store_rivals(s, 1, MQ_STATUS_ALL, 5, no_pair, &seen, NULL);
    if (!rc)
        rc = mq_store_conflicts(s, false, &q, any_conflict, &seen, NULL);
    if (!rc)
        rc = mq_store_complete(s, MQ_STR("clo"), MQ_STATUS_ALL, 5, any_headword, &seen, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status any_context(void *user, const mq_context_hit *c)
{
    *(size_t *)user += c->n;
    return MQ_OK;
}

static mq_status searching(void)
{
    mq_store *s;
    size_t seen = 0;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_READ, NULL);

    if (!rc)
        rc = mq_store_contexts(s, MQ_STR("centres"), 0, any_context, &seen, NULL);
    if (!rc)
        assert_true(seen > 0);
    mq_store_free(s);
    return rc;
}

static mq_status copying(void)
{
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_READ, NULL);

    if (!rc)
        rc = mq_store_backup(s, copy, NULL);
    mq_store_free(s);
    return rc;
}

static mq_status checking(void)
{
    mq_store *s;
    mq_status rc = mq_store_open(&s, path, MQ_STORE_READ, NULL);

    if (!rc)
        rc = mq_store_check(s, shelf_problem, NULL, NULL);
    mq_store_free(s);
    return rc;
}

static const faults_case cases[] = {
    { "adding", adding }, { "importing many", importing }, { "mining", mining }, { "looking up", asking }, { "editing", editing }, { "quoting", quoting }, { "reviewing", reviewing },
    { "searching", searching }, { "copying", copying }, { "checking", checking },
};

int main(void)
{
    (void)snprintf(path, sizeof path, "%s", shelf_path("faults.db"));
    (void)snprintf(copy, sizeof copy, "%s", shelf_path("copy.db"));
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
