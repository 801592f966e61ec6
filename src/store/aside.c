/*
 * aside.c - see aside.h.
 *
 * The words of a new term cost as much as all its rows: FTS5 looks for the place of each one in a hash table, and writes and merges what it has gathered. But
 * one connection to SQLite does one thing at a time. So:
 * 1. A database of its own, without a name, gets the same tables of words and no others; another thread fills it, from batches of keys.
 * 2. At the end the glossary's are emptied - FTS5 has the command 'delete-all' for that - and the rows of the tables in which FTS5 keeps its index are
 *    copied one by one, as VACUUM does. They are the same in each database of the same definition.
 * A database without a name lies in memory as far as CACHE_KIB go and beyond that in a file for the time being, which nobody else sees.
 * Limits:  batches of BYTES, BATCHES of them.
 * Law:     the same words with the same ids as without; tests/unit/store/test_bulk.c.
 */
#include <stdlib.h>
#include <string.h>

#include "base/relay.h"
#include "store/aside.h"
#include "store/schema.h"
#include "store/spelling.h"
#include "store/terms.h"

enum { BATCHES = 8, BYTES = 1 << 16 };

/* In a batch, n bytes of text behind it. The id of a term, or: */
enum { A_WORD = 0, THE_END = -1 /* FTS5 writes what it has gathered */ };

struct record {
    int64_t id;
    size_t n;
};

struct mq_aside {
    mq_store *words;        /* as much of a store as its tables need */
    mq_relay relay;
    mq_buf batch[BATCHES];
    mq_error err;           /* of the other thread */
};

/* ---- the other thread ---- */

static mq_status take_record(mq_aside *a, int64_t id, mq_str text)
{
    switch (id) {
    case A_WORD:
        return mq_spelling_learn(a->words, text, &a->err);
    case THE_END:
        return mq_db_run(a->words, "COMMIT", &a->err);
    default:
        return mq_term_learn_words(a->words, id, text, &a->err);
    }
}

static mq_status take(void *user, unsigned slot)
{
    mq_aside *a = user;
    mq_str rest = mq_buf_str(&a->batch[slot]);
    mq_status rc = MQ_OK;

    while (rest.n && !rc) {
        struct record r;
        mq_str text;

        memcpy(&r, rest.p, sizeof r);
        text = (mq_str){ rest.p + sizeof r, r.n };
        rc = take_record(a, r.id, text);
        rest = (mq_str){ text.p + text.n, rest.n - sizeof r - text.n };
    }
    return rc;
}

/* ---- filling ---- */

static mq_buf *filling(mq_aside *a)
{
    return &a->batch[mq_relay_slot(&a->relay)];
}

static mq_status failed(const mq_aside *a, mq_status rc, mq_error *err)
{
    if (rc && err)
        *err = a->err;
    return rc;
}

static mq_status add(mq_aside *a, struct record r, mq_str text, mq_error *err)
{
    mq_buf *b = filling(a);
    mq_status rc;

    mq_buf_add(b, (const char *)&r, sizeof r);
    mq_buf_addstr(b, text);
    if (b->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    if (b->n < BYTES && r.id != THE_END)
        return MQ_OK;
    rc = mq_relay_pass(&a->relay);
    mq_buf_clear(filling(a));
    return failed(a, rc, err);
}

mq_status mq_aside_word(mq_aside *a, mq_str word, mq_error *err)
{
    return add(a, (struct record){ A_WORD, word.n }, word, err);
}

mq_status mq_aside_term(mq_aside *a, int64_t id, mq_str key, mq_error *err)
{
    return add(a, (struct record){ id, key.n }, key, err);
}

mq_status mq_aside_end(mq_aside *a, mq_error *err)
{
    return add(a, (struct record){ THE_END, 0 }, MQ_STR(""), err);
}

/* ---- beginning and end ---- */

static mq_status open_words(mq_store *w, const mq_store *s, mq_error *err)
{
    int code;

    w->path = strdup(s->path);
    if (!w->path)
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    code = sqlite3_open_v2("", &w->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK)
        return mq_sqlite_fail(w->db, code, "cannot write", w->path, err);
    w->changing = true;
    return mq_db_run(w, mq_schema_words_aside, err);
}

mq_status mq_aside_new(mq_aside **out, const mq_store *s, mq_error *err)
{
    mq_aside *a = calloc(1, sizeof *a);
    mq_status rc;

    *out = NULL;
    if (!a || !(a->words = calloc(1, sizeof *a->words))) {
        free(a);
        return mq_fail(err, MQ_ENOMEM, "no memory for words");
    }
    mq_relay_init(&a->relay, BATCHES, take, a);
    rc = open_words(a->words, s, err);
    if (rc)
        mq_aside_free(a);
    else
        *out = a;
    return rc;
}

void mq_aside_free(mq_aside *a)
{
    if (!a)
        return;
    mq_relay_release(&a->relay);
    mq_store_free(a->words);
    for (size_t i = 0; i < BATCHES; i++)
        mq_buf_release(&a->batch[i]);
    free(a);
}

/* ---- into the glossary ---- */

static const struct copy { const char *from, *to; } copies[] = {
    { "SELECT id, text FROM word", "INSERT INTO word (id, text) VALUES (?1, ?2)" },
    { "SELECT id, block FROM term_words_data", "REPLACE INTO term_words_data (id, block) VALUES (?1, ?2)" },
    { "SELECT segid, term, pgno FROM term_words_idx", "REPLACE INTO term_words_idx (segid, term, pgno) VALUES (?1, ?2, ?3)" },
    { "SELECT id, block FROM word_forms_data", "REPLACE INTO word_forms_data (id, block) VALUES (?1, ?2)" },
    { "SELECT segid, term, pgno FROM word_forms_idx", "REPLACE INTO word_forms_idx (segid, term, pgno) VALUES (?1, ?2, ?3)" },
};

static int copy_row(sqlite3_stmt *to, sqlite3_stmt *from)
{
    int code = SQLITE_OK;

    for (int i = 0; i < sqlite3_column_count(from) && code == SQLITE_OK; i++)
        code = sqlite3_bind_value(to, i + 1, sqlite3_column_value(from, i));
    if (code == SQLITE_OK)
        code = sqlite3_step(to);
    (void)sqlite3_reset(to);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

static mq_status copy_rows(mq_store *s, mq_store *words, const struct copy *c, mq_error *err)
{
    sqlite3_stmt *from = NULL, *to = NULL;
    bool row = true;
    mq_status rc = mq_sql_prepare(&from, words, c->from, MQ_BIND_NONE, err);
    int code = rc ? SQLITE_OK : sqlite3_prepare_v2(s->db, c->to, -1, &to, NULL);

    while (!rc && row && code == SQLITE_OK) {
        rc = mq_sql_step(&row, words, from, err);
        if (!rc && row)
            code = copy_row(to, from);
    }
    if (code != SQLITE_OK)
        rc = mq_db_fail(s, code, err);
    (void)sqlite3_finalize(from);
    (void)sqlite3_finalize(to);
    return rc;
}

/* A handle of ours writes what else only FTS5 may. */
static void may_write_index(mq_store *s, bool yes)
{
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, (int)!yes, NULL);
}

mq_status mq_aside_settle(mq_aside *a, mq_store *s, mq_error *err)
{
    mq_status rc = failed(a, mq_relay_end(&a->relay, false), err);

    if (!rc)
        rc = mq_db_run(s, mq_schema_empty_words, err);
    may_write_index(s, true);
    for (size_t i = 0; i < sizeof copies / sizeof *copies && !rc; i++)
        rc = copy_rows(s, a->words, &copies[i], err);
    may_write_index(s, false);
    return rc;
}
