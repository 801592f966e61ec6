/*
 * quotes.c - sentences that a file quotes with a pair, and what they are quoted from.
 *
 * They are no occurrences: nobody knows where in which document they stand, so they count for nothing and mining does not touch them. A sentence that the
 * pair has already, quoted or in an occurrence, is not kept twice: so a glossary that reads its own export stays as it is.
 */
#include "store/db.h"

static mq_status is_known(bool *known, mq_store *s, int64_t pair, mq_str text, mq_error *err)
{
    int64_t here = 0;
    mq_status rc = mq_sql_number(&here, 0, s, SQL_QUOTE_HERE, MQ_BIND(mq_int(pair), mq_text(text)), err);

    if (!rc && !here)
        rc = mq_sql_number(&here, 0, s, SQL_QUOTE_OCCURS, MQ_BIND(mq_int(pair), mq_text(text)), err);
    *known = here != 0;
    return rc;
}

static mq_status add(bool *known, mq_store *s, int64_t pair, mq_str text, mq_str source, mq_error *err)
{
    int64_t there = 0, n = 0;
    mq_status rc = mq_sql_number(&there, 0, s, SQL_PAIR_HERE, MQ_BIND(mq_int(pair)), err);

    if (!rc && !there)
        rc = mq_fail(err, MQ_ENOTFOUND, "there is no pair %lld", (long long)pair);
    if (!rc)
        rc = is_known(known, s, pair, text, err);
    if (rc || *known)
        return rc;
    rc = mq_sql_number(&n, 1, s, SQL_QUOTE_NEXT, MQ_BIND(mq_int(pair)), err);
    if (!rc && n > MQ_MOST_QUOTES)
        rc = mq_fail(err, MQ_ELIMIT, "pair %lld has %d sentences already", (long long)pair, MQ_MOST_QUOTES);
    return rc ? rc : mq_sql_exec(s, SQL_QUOTE_ADD, MQ_BIND(mq_int(pair), mq_int(n), mq_text(text), mq_text(source)), err);
}

mq_status mq_store_quote(mq_store *s, int64_t pair, mq_str text, mq_str source, bool *known, mq_error *err)
{
    bool own;
    mq_status rc;

    *known = false;
    if (!text.n)
        return mq_fail(err, MQ_EINVALID, "an empty sentence");
    rc = mq_change_begin(&own, s, err);
    return rc ? rc : mq_change_end(own, s, add(known, s, pair, text, source, err), err);
}

mq_status mq_store_quotes(mq_store *s, int64_t pair, mq_quote_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_QUOTES_OF, MQ_BIND(mq_int(pair)), err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        rc = fn(user, mq_column_str(st, 0), mq_column_str(st, 1));
    }
    mq_sql_stop(st);
    return rc;
}
