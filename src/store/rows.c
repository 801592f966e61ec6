/* rows.c - see store/rows.h. */
#include "store/rows.h"

mq_status mq_rows_add(mq_rows *r, mq_store *s, const mq_value *v, mq_error *err)
{
    mq_value *to = &r->v[r->n * r->columns];

    for (size_t i = 0; i < r->columns; i++) {
        to[i] = v[i];
        if (v[i].type == MQ_VALUE_TEXT && v[i].s.n && !(to[i].s = mq_arena_copy(&r->texts, v[i].s)).p) {
            s->broken = true; /* without it the change is not what was asked for */
            return mq_fail(err, MQ_ENOMEM, "no memory for a row");
        }
    }
    return ++r->n == MQ_ROWS ? mq_rows_put(r, s, err) : MQ_OK;
}

mq_status mq_rows_put(mq_rows *r, mq_store *s, mq_error *err)
{
    const size_t n = r->n;
    mq_status rc = MQ_OK;

    r->n = 0;
    if (n == MQ_ROWS)
        rc = mq_sql_exec(s, r->many, r->v, n * r->columns, err);
    else
        for (size_t i = 0; i < n && !rc; i++)
            rc = mq_sql_exec(s, r->one, &r->v[i * r->columns], r->columns, err);
    mq_arena_clear(&r->texts);
    return rc;
}

void mq_rows_release(mq_rows *r)
{
    mq_arena_release(&r->texts);
}
