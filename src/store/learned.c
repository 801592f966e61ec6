/* learned.c - see learned.h. */
#include "store/db.h"
#include "store/learned.h"

mq_status mq_store_unlearn(mq_store *s, mq_error *err)
{
    const mq_status rc = mq_sql_exec(s, SQL_UNLEARN_WORDS, MQ_BIND_NONE, err);

    return rc ? rc : mq_sql_exec(s, SQL_UNLEARN_TERMS, MQ_BIND_NONE, err);
}

mq_status mq_store_learn_word(mq_store *s, const mq_learned_word *w, mq_error *err)
{
    return mq_sql_exec(s, SQL_LEARN_WORD, MQ_BIND(mq_text(w->ar), mq_text(w->la), mq_int(w->langs), mq_real(w->forth), mq_real(w->back)), err);
}

mq_status mq_store_learn_term(mq_store *s, uint64_t ar, uint64_t la, mq_error *err)
{
    return mq_sql_exec(s, SQL_LEARN_TERM, MQ_BIND(mq_int((int64_t)la), mq_int((int64_t)ar)), err);
}

mq_status mq_store_learned_words(mq_store *s, mq_learned_word_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_ALL_LEARNED_WORDS, MQ_BIND_NONE, err);

    while (!rc && row) {
        mq_learned_word w;

        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        w = (mq_learned_word){ mq_column_str(st, 0), mq_column_str(st, 1), (unsigned)sqlite3_column_int(st, 2), sqlite3_column_double(st, 3),
                               sqlite3_column_double(st, 4) };
        rc = fn(user, &w);
    }
    mq_sql_stop(st);
    return rc;
}

mq_status mq_store_learned_terms(mq_store *s, mq_learned_term_fn *fn, void *user, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, SQL_ALL_LEARNED_TERMS, MQ_BIND_NONE, err);

    while (!rc && row) {
        rc = mq_sql_step(&row, s, st, err);
        if (rc || !row)
            return rc;
        rc = fn(user, (uint64_t)sqlite3_column_int64(st, 1), (uint64_t)sqlite3_column_int64(st, 0));
    }
    mq_sql_stop(st);
    return rc;
}
