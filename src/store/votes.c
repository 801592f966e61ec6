/* votes.c - see votes.h. */
#include "store/db.h"
#include "store/votes.h"

mq_status mq_store_vote_next(mq_buf *key, bool *more, mq_store *s, mq_error *err)
{
    sqlite3_stmt *st;
    mq_status rc = mq_sql_start(&st, s, SQL_ALL_VOTES_DUE, MQ_BIND_NONE, err);

    mq_buf_clear(key);
    if (!rc)
        rc = mq_sql_step(more, s, st, err);
    if (rc || !*more)
        return rc;
    mq_buf_addstr(key, mq_column_str(st, 0));
    mq_sql_stop(st);
    return key->status ? mq_fail(err, MQ_ENOMEM, "no memory for a term") : mq_sql_exec(s, SQL_VOTE_TAKE, MQ_BIND(mq_text(mq_buf_str(key))), err);
}

mq_status mq_store_vote_pairs(mq_store *s, mq_str key, mq_vote_pair_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_VOTE_PAIRS, MQ_BIND(mq_text(key)), err);

    while (!rc && row) {
        mq_vote_pair p;

        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        p = (mq_vote_pair){ .id = sqlite3_column_int64(st, 0), .key = mq_column_str(st, 1), .kind = (mq_kind)sqlite3_column_int(st, 2),
                            .status = (mq_pair_status)sqlite3_column_int(st, 3), .open = sqlite3_column_int(st, 4) != 0,
                            .best = sqlite3_column_double(st, 5), .score = sqlite3_column_double(st, 6), .count = (uint64_t)sqlite3_column_int64(st, 7),
                            .docs = (uint64_t)sqlite3_column_int64(st, 8) };
        rc = fn(user, &p);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_vote_occurrences(mq_store *s, int64_t pair, mq_stored_occurrence_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_VOTE_OCCURRENCES, MQ_BIND(mq_int(pair)), err);

    while (!rc && row) {
        mq_occurrence o = { .score = 0 };

        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        o.ar = mq_column_str(st, 0);
        o.la = mq_column_str(st, 1);
        o.ar_start = (size_t)sqlite3_column_int64(st, 2);
        o.ar_end = (size_t)sqlite3_column_int64(st, 3);
        o.la_start = (size_t)sqlite3_column_int64(st, 4);
        o.la_end = (size_t)sqlite3_column_int64(st, 5);
        o.context = mq_column_str(st, 6);
        rc = fn(user, &o);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_set_score(mq_store *s, int64_t pair, double score, mq_error *err)
{
    return mq_sql_exec(s, SQL_VOTE_SET, MQ_BIND(mq_int(pair), mq_real(score), mq_int(mq_store_now(s))), err);
}
