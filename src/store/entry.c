/*
 * entry.c - concepts: which pairs form one entry, and terms whose renderings compete.
 *
 * Each pair belongs to one entry, told by a number: its concept; else the lowest concept among the pairs with its Latin term; else the Latin term itself.
 * That is one step and no closure: a chain of shared terms (centre = A, A = middle, middle = B …) does not run through the glossary.
 * The number of a concept is the id of one of its pairs, so that joining needs no counter; when that pair leaves, the rest take the lowest id left.
 */
#include "store/pairs.h"

enum { MOST_OF_ENTRY = 256 };

mq_status mq_store_entry(mq_store *s, int64_t id, unsigned statuses, mq_pair_fn *fn, void *user, mq_error *err)
{
    int64_t concept = 0;
    bool own;
    mq_status rc = mq_snapshot_begin(&own, s, err);

    if (!rc)
        rc = mq_sql_number(&concept, 0, s, SQL_ENTRY_CONCEPT, MQ_BIND(mq_int(id)), err);
    if (!rc)
        rc = mq_pairs_tell(s, concept ? SQL_ENTRY_OF_CONCEPT : SQL_ENTRY_OF_LATIN, MQ_BIND(mq_int(concept ? concept : id), mq_int(statuses), mq_int(MOST_OF_ENTRY)),
                        fn, user, err);
    mq_snapshot_end(own, s);
    return rc;
}

mq_status mq_store_rivals(mq_store *s, int64_t id, unsigned statuses, size_t limit, mq_pair_fn *fn, void *user, mq_error *err)
{
    return mq_pairs_tell(s, SQL_PAIR_RIVALS, MQ_BIND(mq_int(id), mq_int(statuses), mq_int((int64_t)limit)), fn, user, err);
}

/* ---- joining ---- */

static mq_status keep_concept(void *user, const mq_pair *p)
{
    *(int64_t *)user = p->concept;
    return MQ_OK;
}

static mq_status set_concept(mq_store *s, int64_t id, int64_t concept, mq_error *err)
{
    const mq_pair_edit e = { .concept = &concept };

    return mq_store_edit(s, id, &e, err);
}

static mq_status leave(mq_store *s, int64_t id, int64_t concept, mq_error *err)
{
    int64_t heir = 0;
    mq_status rc = set_concept(s, id, 0, err);

    if (!rc && concept == id)
        rc = mq_sql_number(&heir, 0, s, SQL_CONCEPT_HEIR, MQ_BIND(mq_int(concept)), err);
    if (!rc && heir)
        rc = mq_sql_exec(s, SQL_CONCEPT_MOVE, MQ_BIND(mq_int(concept), mq_int(heir), mq_int(mq_store_now(s))), err);
    return rc;
}

static mq_status join(mq_store *s, int64_t id, int64_t concept, int64_t other, mq_error *err)
{
    int64_t theirs = 0;
    mq_status rc = mq_store_get(s, other, keep_concept, &theirs, err);

    if (!theirs)
        theirs = other;
    if (!rc)
        rc = set_concept(s, other, theirs, err);
    if (!rc && concept && concept != theirs)
        rc = mq_sql_exec(s, SQL_CONCEPT_MOVE, MQ_BIND(mq_int(concept), mq_int(theirs), mq_int(mq_store_now(s))), err);
    return rc ? rc : set_concept(s, id, theirs, err);
}

mq_status mq_store_join(mq_store *s, int64_t id, int64_t other, mq_error *err)
{
    int64_t concept = 0;
    bool own = false;
    mq_status rc = id == other ? mq_fail(err, MQ_EINVALID, "pair %lld cannot be joined to itself", (long long)id) : mq_change_begin(&own, s, err);

    if (rc)
        return rc;
    rc = mq_store_get(s, id, keep_concept, &concept, err);
    if (!rc)
        rc = other ? join(s, id, concept, other, err) : leave(s, id, concept, err);
    return mq_change_end(own, s, rc, err);
}

/* ---- conflicts ---- */

mq_status mq_store_conflicts(mq_store *s, bool arabic, const mq_conflict_query *q, mq_conflict_fn *fn, void *user, mq_error *err)
{
    enum { SIZE = 25, COUNT = 26 }; /* columns behind those of a pair */
    const mq_list_query *of = &q->renderings;
    mq_conflict c = { .arabic = arabic };
    sqlite3_stmt *st;
    mq_pair_row r;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, arabic ? SQL_ALL_CONFLICTS_AR : SQL_ALL_CONFLICTS_LA,
                                MQ_BIND(mq_int(of->statuses), mq_real(of->min_score), mq_int((int64_t)of->min_docs), mq_int(of->lang ? (int64_t)*of->lang : -1),
                                        mq_int(q->undecided), mq_int(of->limit ? (int64_t)of->limit : -1)), err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        mq_pair_read(&r, st);
        c.at = c.at + 1 < c.of ? c.at + 1 : 0;
        c.of = (size_t)sqlite3_column_int64(st, SIZE);
        c.count = (uint64_t)sqlite3_column_int64(st, COUNT);
        rc = fn(user, &c, &r.pair);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_documents(mq_store *s, int64_t id, size_t limit, mq_uri_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_DOCUMENTS_OF, MQ_BIND(mq_int(id), mq_int(limit ? (int64_t)limit : -1)), err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        rc = fn(user, mq_column_str(st, 0));
    }
    mq_sql_stop(st);
    return rc;
}
