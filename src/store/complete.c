/*
 * complete.c - headwords that begin with what a person has typed so far: a walk along the index of keys, as far as the limit.
 */
#include "store/terms.h"

struct completion {
    mq_store *s;
    unsigned statuses;
    size_t limit;
    mq_headword_fn *fn;
    void *user;
    mq_error *err;
};

/* All keys from `from` to before `to`. */
static mq_status walk(const struct completion *c, mq_lang lang, mq_str from, mq_str to)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, c->s, SQL_TERM_COMPLETE,
                                MQ_BIND(mq_int(lang), mq_text(from), mq_text(to), mq_int(c->statuses), mq_int((int64_t)c->limit)), c->err);

    while (!rc && row) {
        rc = mq_sql_step(&row, c->s, st, c->err);
        if (rc || !row)
            return rc;
        rc = c->fn(c->user, mq_column_str(st, 0));
    }
    mq_sql_stop(st);
    return rc;
}

/* A space at the end of the start means that the word before it is whole. */
static mq_status in_language(const struct completion *c, mq_lang lang, mq_str start, mq_buf *from, mq_buf *to)
{
    mq_status rc;

    mq_buf_clear(from);
    mq_buf_clear(to);
    rc = mq_term_key(from, start, lang, c->err);
    if (rc || !from->n)
        return rc;
    if (start.p[start.n - 1] == ' ')
        mq_buf_addc(from, ' ');
    mq_buf_addstr(to, mq_buf_str(from));
    mq_buf_addcp(to, 0x10FFFF);
    return from->status || to->status ? mq_fail(c->err, MQ_ENOMEM, "no memory for a completion") : walk(c, lang, mq_buf_str(from), mq_buf_str(to));
}

mq_status mq_store_complete(mq_store *s, mq_str start, unsigned statuses, size_t limit, mq_headword_fn *fn, void *user, mq_error *err)
{
    static const mq_lang langs[] = { MQ_LANG_AR, MQ_LANG_FR, MQ_LANG_EN, MQ_LANG_UND, MQ_LANG_OTHER };
    const struct completion c = { s, statuses, limit, fn, user, err };
    mq_buf from = MQ_BUF_INIT, to = MQ_BUF_INIT;
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < sizeof langs / sizeof *langs && start.n && start.n <= MQ_MOST_TERM && !rc; i++)
        rc = in_language(&c, langs[i], start, &from, &to);
    mq_buf_release(&from);
    mq_buf_release(&to);
    return rc;
}
