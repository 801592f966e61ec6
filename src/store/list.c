/*
 * list.c - pairs in an order, and the sums of the whole.
 *
 * The text of a list query is put together from the fragments below, never from what a person typed; values are bound. Ties are broken by
 * the id, so a list is the same whatever the plan. MQ_ORDER_ALPHA walks the index over term keys and needs no sorting of the whole.
 */
#include "store/pairs.h"

static const char *const orders[] = {
    [MQ_ORDER_SCORE] = "ORDER BY p.score DESC, p.count DESC, p.id",
    [MQ_ORDER_COUNT] = "ORDER BY p.count DESC, p.score DESC, p.id",
    [MQ_ORDER_ALPHA] = "ORDER BY a.key, l.lang, l.key",
    [MQ_ORDER_ID] = "ORDER BY p.id",
    [MQ_ORDER_LATIN] = "",
    [MQ_ORDER_ARABIC] = "ORDER BY p.ar, p.la",
};

#define X(name, text)
#include "store/sql.def"
#undef X

static const char from_terms[] = PAIR_COLUMNS "FROM term a CROSS JOIN pair p ON p.ar = a.id CROSS JOIN term l ON l.id = p.la ";
/* Terms are sorted alone, without what hangs on them: LIMIT keeps the subquery a whole, and the joins follow its order. */
static const char from_latin[] = PAIR_COLUMNS
    "FROM (SELECT id, lang, text FROM term WHERE lang <> 1 ORDER BY key, lang LIMIT -1) l CROSS JOIN pair p ON p.la = l.id CROSS JOIN term a ON a.id = p.ar ";
static const char from_pairs[] = PAIR_COLUMNS PAIR_FROM;
static const char where[] = "WHERE a.lang = 1 AND (?1 >> p.status) & 1 AND p.score >= ?2 AND p.docs >= ?3 AND (?4 < 0 OR l.lang = ?4) ";

static mq_status start(sqlite3_stmt **st, mq_store *s, const mq_list_query *q, mq_error *err)
{
    mq_buf text = MQ_BUF_INIT;
    mq_status rc;

    mq_buf_addz(&text, q->order == MQ_ORDER_ALPHA ? from_terms : q->order == MQ_ORDER_LATIN ? from_latin : from_pairs);
    mq_buf_addz(&text, where);
    mq_buf_addz(&text, orders[q->order]);
    mq_buf_addz(&text, " LIMIT ?5");
    *st = NULL;
    rc = text.status ? mq_fail(err, MQ_ENOMEM, "no memory for a list")
                     : mq_sql_prepare(st, s, text.p,
                                      MQ_BIND(mq_int(q->statuses), mq_real(q->min_score), mq_int((int64_t)q->min_docs),
                                              mq_int(q->lang ? (int64_t)*q->lang : -1), mq_int(q->limit ? (int64_t)q->limit : -1)), err);
    mq_buf_release(&text);
    return rc;
}

void mq_store_stream(mq_store *s)
{
    (void)sqlite3_exec(s->db, "PRAGMA cache_size = -32768", NULL, NULL, NULL);
}

mq_status mq_store_list(mq_store *s, const mq_list_query *q, mq_pair_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    mq_pair_row r;
    bool row = true;
    mq_status rc = start(&st, s, q, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            break;
        mq_pair_read(&r, st);
        rc = fn(user, &r.pair);
    }
    (void)sqlite3_finalize(st);
    return rc;
}

/* ---- sums ---- */

mq_status mq_store_changed(mq_store *s, int64_t *changed, mq_error *err)
{
    return mq_sql_number(changed, 0, s, SQL_CHANGED, MQ_BIND_NONE, err);
}

static mq_status number(uint64_t *out, mq_store *s, enum mq_sql which, mq_error *err)
{
    int64_t n;
    const mq_status rc = mq_sql_number(&n, 0, s, which, MQ_BIND_NONE, err);

    *out = (uint64_t)n;
    return rc;
}

static mq_status count_terms(mq_stats *out, mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, SQL_COUNT_TERMS, MQ_BIND_NONE, err);

    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    out->terms_ar = (uint64_t)sqlite3_column_int64(st, 1);
    out->terms_la = (uint64_t)sqlite3_column_int64(st, 0) - out->terms_ar;
    mq_sql_stop(st);
    return MQ_OK;
}

static void add_group(mq_stats *out, sqlite3_stmt *st)
{
    const unsigned status = (unsigned)sqlite3_column_int(st, 0), kind = (unsigned)sqlite3_column_int(st, 1), lang = (unsigned)sqlite3_column_int(st, 2);
    const uint64_t n = (uint64_t)sqlite3_column_int64(st, 3);
    const int64_t changed = sqlite3_column_int64(st, 4);

    out->pairs += n;
    if (status < 5)
        out->by_status[status] += n;
    if (kind < 3)
        out->by_kind[kind] += n;
    if (lang < 5)
        out->by_lang[lang] += n;
    if (changed > out->changed)
        out->changed = changed;
}

static mq_status count_pairs(mq_stats *out, mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_COUNT_PAIRS, MQ_BIND_NONE, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (!rc && row)
            add_group(out, st);
    }
    return rc;
}

mq_status mq_store_stats(mq_store *s, mq_stats *out, mq_error *err)
{
    uint64_t schema = 0;
    bool own;
    mq_status rc = mq_snapshot_begin(&own, s, err);

    *out = (mq_stats){ .schema = 0 };
    if (!rc)
        rc = number(&out->documents, s, SQL_COUNT_DOCUMENTS, err);
    if (!rc)
        rc = number(&out->occurrences, s, SQL_COUNT_OCCURRENCES, err);
    if (!rc)
        rc = count_terms(out, s, err);
    if (!rc)
        rc = count_pairs(out, s, err);
    if (!rc)
        rc = number(&schema, s, SQL_VERSION, err);
    mq_snapshot_end(own, s);
    out->schema = (int)schema;
    return rc;
}
