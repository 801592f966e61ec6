/*
 * complete.c - headwords that begin with what a person has typed so far: a walk along the index of keys, as far as the limit,
 * past at most 1,000 terms whose pairs are not asked for.
 */
#include <string.h>

#include "store/terms.h"

#define AL "\xD8\xA7\xD9\x84" /* the article */

struct completion {
    mq_store *s;
    unsigned statuses;
    size_t limit;
    mq_headword_fn *fn;
    void *user;
    mq_error *err;
};

/* All keys from `from` to before `to`. */
static mq_status walk(const struct completion *c, mq_lang lang, mq_str from, mq_str to, bool *any)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, c->s, SQL_TERM_COMPLETE,
                                MQ_BIND(mq_int(lang), mq_text(from), mq_text(to), mq_int(c->statuses), mq_int((int64_t)c->limit)), c->err);

    while (!rc && row) {
        rc = mq_sql_step(&row, c->s, st, c->err);
        if (rc || !row)
            return rc;
        *any = true;
        rc = c->fn(c->user, mq_column_str(st, 0));
    }
    mq_sql_stop(st);
    return rc;
}

/* Where the last word of the key would begin without its article; key.n when it has none, or nothing but that has been typed. */
static size_t behind_article(mq_str key)
{
    size_t word = key.n;

    while (word && key.p[word - 1] != ' ')
        word--;
    return key.n - word >= sizeof AL - 1 && memcmp(key.p + word, AL, sizeof AL - 1) == 0 && key.n > sizeof AL - 1 ? word : key.n;
}

static mq_status walk_from(const struct completion *c, mq_lang lang, mq_buf *from, mq_buf *to, bool *any)
{
    mq_buf_clear(to);
    mq_buf_addstr(to, mq_buf_str(from));
    mq_buf_addcp(to, 0x10FFFF);
    if (from->status || to->status)
        return mq_fail(c->err, MQ_ENOMEM, "no memory for a completion");
    return walk(c, lang, mq_buf_str(from), mq_buf_str(to), any);
}

/*
 * A space at the end of the start means that the word before it is whole. A key has its articles only where too little would be left without them,
 * as in the beginning of a word: when nothing goes on like that, the last word is tried without.
 */
static mq_status in_language(const struct completion *c, mq_lang lang, mq_str start, mq_buf *from, mq_buf *to)
{
    bool any = false;
    size_t at;
    mq_status rc;

    mq_buf_clear(from);
    rc = mq_term_key(from, start, lang, c->err);
    if (rc || !from->n)
        return rc;
    if (start.p[start.n - 1] == ' ')
        mq_buf_addc(from, ' ');
    rc = walk_from(c, lang, from, to, &any);
    at = behind_article(mq_buf_str(from));
    if (rc || any || at == from->n)
        return rc;
    memmove(from->p + at, from->p + at + sizeof AL - 1, from->n - at - (sizeof AL - 1) + 1);
    from->n -= sizeof AL - 1;
    return walk_from(c, lang, from, to, &any);
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
