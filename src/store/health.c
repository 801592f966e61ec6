/*
 * health.c - is the file sound, and a copy of it while others use it.
 *
 * Beyond SQLite's own checks (pages, indexes, foreign keys, FTS5) a glossary is sound when its counted columns are what counting gives, no term and no
 * occurrence hangs in the air, the word index holds as many words as the keys do (it is contentless, so its sum is what can be compared), and each
 * sentence is in the index of sentences, which FTS5 itself compares with what was entered.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/db.h"
#include "store/schema.h"

/* Each gives a row of one column, a number: how many rows are wrong. */
static const struct rule { const char *text, *problem; } rules[] = {
    { "SELECT count(*) FROM pair p WHERE p.count <> (SELECT count(*) FROM occurrence o WHERE o.pair = p.id)", "pairs with a wrong count of occurrences" },
    { "SELECT count(*) FROM pair p WHERE p.docs <> (SELECT count(DISTINCT o.document) FROM occurrence o WHERE o.pair = p.id)",
      "pairs with a wrong count of documents" },
    { "SELECT count(*) FROM pair p CROSS JOIN term a ON a.id = p.ar CROSS JOIN term l ON l.id = p.la WHERE a.lang <> 1 OR l.lang = 1",
      "pairs with a side in the wrong language" },
    { "SELECT count(*) FROM term t WHERE NOT EXISTS (SELECT 1 FROM pair WHERE ar = t.id) AND NOT EXISTS (SELECT 1 FROM pair WHERE la = t.id)",
      "terms without a pair" },
    { "SELECT count(*) FROM occurrence o WHERE NOT EXISTS (SELECT 1 FROM sentence e WHERE e.id = o.sentence AND e.document = o.document)",
      "occurrences without their sentence" },
    { "SELECT count(*) FROM sentence e WHERE NOT EXISTS (SELECT 1 FROM sentence_words w WHERE w.rowid = e.id)", "sentences that cannot be searched" },
    { "SELECT count(*) FROM sentence_words w WHERE NOT EXISTS (SELECT 1 FROM sentence e WHERE e.id = w.rowid)", "search entries without a sentence" },
};

struct checker {
    mq_store *s;
    mq_problem_text_fn *fn;
    void *user;
    mq_error *err;
    bool sound;
};

static mq_status tell(struct checker *c, const char *fmt, ...) MQ_PRINTF(2, 3);
static mq_status tell(struct checker *c, const char *fmt, ...)
{
    char *text;
    va_list ap;
    mq_status rc;

    c->sound = false;
    va_start(ap, fmt);
    text = sqlite3_vmprintf(fmt, ap);
    va_end(ap);
    if (!text)
        return mq_fail(c->err, MQ_ENOMEM, "no memory for a report");
    rc = c->fn(c->user, text);
    sqlite3_free(text);
    return rc;
}

/* PRAGMA integrity_check: one row "ok", or a row per problem. A damaged file may also fail the query itself. */
static mq_status check_pages(struct checker *c)
{
    sqlite3_stmt *st;
    mq_status rc = MQ_OK;
    int code = sqlite3_prepare_v2(c->s->db, "PRAGMA integrity_check(20)", -1, &st, NULL);

    while (code == SQLITE_OK && !rc && (code = sqlite3_step(st)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(st, 0);

        code = SQLITE_OK;
        if (text && strcmp(text, "ok") != 0)
            rc = tell(c, "%s", text);
    }
    if (!rc && code != SQLITE_OK && code != SQLITE_DONE)
        rc = tell(c, "%s", sqlite3_errmsg(c->s->db));
    (void)sqlite3_finalize(st);
    return rc;
}

static mq_status check_references(struct checker *c)
{
    sqlite3_stmt *st = NULL;
    bool row = true;
    mq_status rc = mq_sql_prepare(&st, c->s, "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1", MQ_BIND_NONE, c->err);

    while (!rc && row) {
        rc = mq_sql_step(&row, c->s, st, c->err);
        if (!rc && row)
            rc = tell(c, "%d rows of '%s' refer to something that is not there", sqlite3_column_int(st, 1), (const char *)sqlite3_column_text(st, 0));
    }
    (void)sqlite3_finalize(st);
    return rc;
}

static mq_status check_rule(struct checker *c, const struct rule *r)
{
    sqlite3_stmt *st = NULL;
    bool row = false;
    mq_status rc = mq_sql_prepare(&st, c->s, r->text, MQ_BIND_NONE, c->err);

    if (!rc)
        rc = mq_sql_step(&row, c->s, st, c->err);
    if (!rc && row && sqlite3_column_int64(st, 0))
        rc = tell(c, "%lld %s", (long long)sqlite3_column_int64(st, 0), r->problem);
    (void)sqlite3_finalize(st);
    return rc;
}

/* ---- the word index ---- */

static int64_t distinct_words(mq_str key)
{
    int64_t n = 0;

    for (size_t at = 0; at < key.n;) {
        const char *space = memchr(key.p + at, ' ', key.n - at);
        const size_t end = space ? (size_t)(space - key.p) : key.n;
        bool before = false;

        for (size_t i = 0; i < at && !before;) {
            const char *stop = memchr(key.p + i, ' ', at - i);

            before = mq_str_equal((mq_str){ key.p + i, (size_t)(stop - key.p) - i }, (mq_str){ key.p + at, end - at });
            i = (size_t)(stop - key.p) + 1;
        }
        n += end > at && !before;
        at = end + 1;
    }
    return n;
}

static mq_status words_of_keys(int64_t *n, struct checker *c)
{
    sqlite3_stmt *st = NULL;
    bool row = true;
    mq_status rc = mq_sql_prepare(&st, c->s, "SELECT key FROM term", MQ_BIND_NONE, c->err);

    *n = 0;
    while (!rc && row) {
        rc = mq_sql_step(&row, c->s, st, c->err);
        if (!rc && row)
            *n += distinct_words(mq_column_str(st, 0));
    }
    (void)sqlite3_finalize(st);
    return rc;
}

static mq_status words_of_index(int64_t *n, struct checker *c)
{
    sqlite3_stmt *st = NULL;
    bool row = false;
    mq_status rc = mq_sql_prepare(&st, c->s, "SELECT sum(doc) FROM temp.index_words", MQ_BIND_NONE, c->err);

    if (!rc)
        rc = mq_sql_step(&row, c->s, st, c->err);
    *n = rc ? 0 : sqlite3_column_int64(st, 0);
    (void)sqlite3_finalize(st);
    return rc;
}

/* FTS5 is asked about its own soundness by an INSERT, so a file that cannot be written is spared that question. */
static mq_status ask_fts(struct checker *c)
{
    static const struct { const char *ask, *name; } tables[] = {
        { "INSERT INTO term_words (term_words) VALUES ('integrity-check')", "word index" },
        { "INSERT INTO word_forms (word_forms) VALUES ('integrity-check')", "spelling index" },
        { "INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')", "index of sentences" },
    };
    mq_status rc = MQ_OK;

    for (size_t i = 0; i < sizeof tables / sizeof *tables && !rc && !sqlite3_db_readonly(c->s->db, "main"); i++)
        if (sqlite3_exec(c->s->db, tables[i].ask, NULL, NULL, NULL) != SQLITE_OK)
            rc = tell(c, "the %s is damaged: %s", tables[i].name, sqlite3_errmsg(c->s->db));
    return rc;
}

static mq_status check_word_index(struct checker *c)
{
    int64_t keys, words;
    mq_status rc;

    if (sqlite3_exec(c->s->db, "CREATE VIRTUAL TABLE temp.index_words USING fts5vocab (main, term_words, row)", NULL, NULL, NULL) != SQLITE_OK)
        return tell(c, "the word index is damaged: %s", sqlite3_errmsg(c->s->db));
    rc = words_of_keys(&keys, c);
    if (!rc)
        rc = words_of_index(&words, c);
    if (!rc && keys != words)
        rc = tell(c, "the word index holds %lld words, the terms have %lld", (long long)words, (long long)keys);
    (void)sqlite3_exec(c->s->db, "DROP TABLE temp.index_words", NULL, NULL, NULL);
    return rc;
}

mq_status mq_store_check(mq_store *s, mq_problem_text_fn *fn, void *user, mq_error *err)
{
    struct checker c = { s, fn, user, err, true };
    mq_status rc;

    (void)sqlite3_exec(s->db, "PRAGMA query_only = OFF", NULL, NULL, NULL);
    rc = check_pages(&c);
    if (!rc && c.sound)
        rc = check_references(&c);
    for (size_t i = 0; i < sizeof rules / sizeof *rules && !rc && c.sound; i++)
        rc = check_rule(&c, &rules[i]);
    if (!rc && c.sound)
        rc = ask_fts(&c);
    if (!rc && c.sound)
        rc = check_word_index(&c);
    if (!s->writable)
        (void)sqlite3_exec(s->db, "PRAGMA query_only = ON", NULL, NULL, NULL);
    return rc;
}

/* ---- backup ---- */

/* One step takes one snapshot: nobody's write makes it start again, and in WAL mode it keeps nobody waiting. */
static mq_status copy_to(mq_store *s, sqlite3 *to, const char *path, mq_error *err)
{
    sqlite3_backup *b = sqlite3_backup_init(to, "main", s->db, "main");
    int code = b ? sqlite3_backup_step(b, -1) : sqlite3_errcode(to);

    if (b) {
        const int finish = sqlite3_backup_finish(b);

        code = code == SQLITE_DONE ? finish : code;
    }
    return code == SQLITE_OK ? MQ_OK : mq_sqlite_fail(to, code, "cannot write", path, err);
}

static mq_status write_copy(mq_store *s, const char *temporary, const char *path, mq_error *err)
{
    sqlite3 *to = NULL;
    const int code = sqlite3_open_v2(temporary, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
    mq_status rc = code == SQLITE_OK ? copy_to(s, to, path, err) : mq_sqlite_fail(to, code, "cannot write", path, err);

    if (sqlite3_close(to) != SQLITE_OK && !rc)
        rc = mq_fail(err, MQ_EIO, "cannot write '%s'", path);
    if (!rc && rename(temporary, path) != 0)
        rc = mq_fail(err, MQ_EIO, "cannot write '%s': %s", path, strerror(errno));
    return rc;
}

/* Only a glossary may be replaced: a slip of the pen must not cost a person a document. */
static mq_status check_target(const mq_store *s, const char *path, mq_error *err)
{
    struct stat from, to;
    mq_store *old;
    mq_status rc;

    if (stat(path, &to) != 0)
        return MQ_OK;
    if (stat(s->path, &from) == 0 && from.st_dev == to.st_dev && from.st_ino == to.st_ino)
        return mq_fail(err, MQ_EINVALID, "cannot write '%s': it is the glossary itself", path);
    rc = mq_store_open(&old, path, MQ_STORE_READ, NULL);
    mq_store_free(old);
    if (rc == MQ_ENOMEM)
        return mq_fail(err, rc, "cannot write '%s': no memory", path);
    return rc ? mq_fail(err, MQ_EINVALID, "cannot write '%s': there is a file of that name that is no glossary", path) : MQ_OK;
}

/* What a failed copy leaves; its journal stays where a full disk lets SQLite not even roll back. */
static void remove_copy(mq_buf *temporary)
{
    (void)unlink(temporary->p);
    mq_buf_addz(temporary, "-journal");
    if (!temporary->status)
        (void)unlink(temporary->p);
}

mq_status mq_store_backup(mq_store *s, const char *path, mq_error *err)
{
    mq_buf temporary = MQ_BUF_INIT;
    mq_status rc = check_target(s, path, err);

    if (rc)
        return rc;
    mq_buf_addf(&temporary, "%s%s.tmp-%ld", *path == '/' ? "" : "./", path, (long)getpid());
    if (temporary.status)
        return mq_fail(err, MQ_ENOMEM, "no memory for a backup");
    rc = write_copy(s, temporary.p, path, err);
    if (rc)
        remove_copy(&temporary);
    mq_buf_release(&temporary);
    return rc;
}
