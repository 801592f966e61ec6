/*
 * db.c - see store/db.h.
 *
 * Waiting for another writer. SQLite's own busy handler sleeps up to 100 ms between tries, so a person's `accept` may starve beside a miner that
 * commits and begins again within microseconds. Ours tries every 2 ms, and a handle that has held the lock for 200 ms in all
 * stands back for 5 ms before it begins again: at most 2.5 % of its time, and whoever waits gets in.
 */
#include <assert.h>
#include <errno.h>
#include <string.h>
#include <time.h>

#include "store/bulk.h"
#include "store/spelling.h"

enum { HELD_MS = 200, PAUSE_MS = 5, PATIENCE_MS = 60 * 1000, TRY_MS = 2 };

static const char *const sql_texts[] = {
#define X(name, text) text,
#include "store/sql.def"
#undef X
};

/* ---- failures ---- */

/* What fcntl says where files cannot be locked, as on some network mounts. */
static bool says_no_locks(int e)
{
    return e == ENOLCK || e == ENOSYS || e == EOPNOTSUPP;
}

static mq_status no_locks(const char *doing, const char *path, mq_error *err)
{
    return mq_fail(err, MQ_EIO, "%s '%s': there are no locks in its folder; a glossary needs a disk of this machine", doing, path);
}

static mq_status io_fail(sqlite3 *db, int code, const char *doing, const char *path, mq_error *err)
{
    const int e = sqlite3_system_errno(db);

    if ((code == SQLITE_IOERR_LOCK || code == SQLITE_IOERR_RDLOCK || code == SQLITE_IOERR_SHMLOCK) && says_no_locks(e))
        return no_locks(doing, path, err);
    if (e == ENOSPC)
        return mq_fail(err, MQ_EIO, "%s '%s': the disk is full", doing, path);
    return mq_fail(err, MQ_EIO, "%s '%s': %s", doing, path, e ? strerror(e) : sqlite3_errmsg(db));
}

mq_status mq_sqlite_fail(sqlite3 *db, int code, const char *doing, const char *path, mq_error *err)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return mq_fail(err, MQ_ENOMEM, "%s '%s': no memory", doing, path);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
        if (says_no_locks(errno)) /* which SQLite takes for busy, and mq_db_wait did not wait for */
            return no_locks(doing, path, err);
        return mq_fail(err, MQ_EDB, "%s '%s': another program has kept it busy for too long", doing, path);
    case SQLITE_FULL:
        return mq_fail(err, MQ_EIO, "%s '%s': the disk is full", doing, path);
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        return io_fail(db, code, doing, path, err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return mq_fail(err, MQ_EDB, "%s '%s': it is read-only", doing, path);
    case SQLITE_CORRUPT:
        return mq_fail(err, MQ_EDB, "%s '%s': the file is damaged; restore a backup", doing, path);
    case SQLITE_NOTADB:
        return mq_fail(err, MQ_EDB, "%s '%s': it is not a muqabil glossary", doing, path);
    case SQLITE_TOOBIG:
        return mq_fail(err, MQ_ELIMIT, "%s '%s': a text is too long", doing, path);
    default:
        return mq_fail(err, MQ_EDB, "%s '%s': %s", doing, path, db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    }
}

mq_status mq_db_fail(mq_store *s, int code, mq_error *err)
{
    if (s->changing)
        s->broken = true;
    return mq_sqlite_fail(s->db, code, s->changing ? "cannot write" : "cannot read", s->path, err);
}

/* ---- statements ---- */

static int bind(sqlite3_stmt *st, int at, const mq_value *v)
{
    switch (v->type) {
    case MQ_VALUE_INT:
        return sqlite3_bind_int64(st, at, v->i);
    case MQ_VALUE_REAL:
        return sqlite3_bind_double(st, at, v->r);
    case MQ_VALUE_TEXT:
        return sqlite3_bind_text64(st, at, v->s.p ? v->s.p : "", v->s.n, SQLITE_STATIC, SQLITE_UTF8);
    case MQ_VALUE_NULL:
        break;
    }
    return sqlite3_bind_null(st, at);
}

static int bind_all(sqlite3_stmt *st, const mq_value *v, size_t n)
{
    int rc = SQLITE_OK;

    assert(sqlite3_bind_parameter_count(st) == (int)n);
    for (size_t i = 0; i < n && rc == SQLITE_OK; i++)
        rc = bind(st, (int)i + 1, &v[i]);
    return rc;
}

mq_status mq_sql_start(sqlite3_stmt **st, mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err)
{
    const mq_status way = mq_bulk_make_way(s, which, err);
    int rc = SQLITE_OK;

    if (way)
        return way;
    errno = 0; /* for mq_db_wait */
    if (!s->statements[which])
        rc = sqlite3_prepare_v3(s->db, sql_texts[which], -1, SQLITE_PREPARE_PERSISTENT, &s->statements[which], NULL);
    *st = s->statements[which];
    if (rc == SQLITE_OK)
        rc = bind_all(*st, v, n);
    return rc == SQLITE_OK ? MQ_OK : mq_db_fail(s, rc, err);
}

mq_status mq_sql_prepare(sqlite3_stmt **st, mq_store *s, const char *text, const mq_value *v, size_t n, mq_error *err)
{
    const mq_status way = mq_bulk_end(s, err);
    int rc;

    *st = NULL;
    if (way)
        return way;
    rc = sqlite3_prepare_v3(s->db, text, -1, 0, st, NULL);
    if (rc == SQLITE_OK)
        rc = bind_all(*st, v, n);
    return rc == SQLITE_OK ? MQ_OK : mq_db_fail(s, rc, err);
}

/* The values stay bound: nothing looks at them before mq_sql_start has bound all others. */
void mq_sql_stop(sqlite3_stmt *st)
{
    (void)sqlite3_reset(st);
}

mq_status mq_sql_step(bool *row, mq_store *s, sqlite3_stmt *st, mq_error *err)
{
    const int code = sqlite3_step(st);
    mq_status rc = MQ_OK;

    *row = code == SQLITE_ROW;
    if (*row)
        return MQ_OK;
    if (code != SQLITE_DONE)
        rc = mq_db_fail(s, code, err);
    mq_sql_stop(st);
    return rc;
}

mq_status mq_sql_exec(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = true;
    mq_status rc = mq_sql_start(&st, s, which, v, n, err);

    while (!rc && row)
        rc = mq_sql_step(&row, s, st, err);
    return rc;
}

mq_status mq_sql_number(int64_t *out, int64_t none, mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err)
{
    sqlite3_stmt *st;
    bool row = false;
    mq_status rc = mq_sql_start(&st, s, which, v, n, err);

    *out = none;
    if (!rc)
        rc = mq_sql_step(&row, s, st, err);
    if (rc || !row)
        return rc;
    *out = sqlite3_column_int64(st, 0);
    mq_sql_stop(st);
    return MQ_OK;
}

mq_status mq_db_run(mq_store *s, const char *text, mq_error *err)
{
    const int code = sqlite3_exec(s->db, text, NULL, NULL, NULL);

    return code == SQLITE_OK ? MQ_OK : mq_db_fail(s, code, err);
}

mq_str mq_column_str(sqlite3_stmt *st, int column)
{
    const char *p = (const char *)sqlite3_column_text(st, column);

    return p ? (mq_str){ p, (size_t)sqlite3_column_bytes(st, column) } : MQ_STR("");
}

static void add_doubling_quotes(mq_buf *out, mq_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"')
            mq_buf_addc(out, '"');
        mq_buf_addc(out, s.p[i]);
    }
}

void mq_fts_quote(mq_buf *out, mq_str head, mq_str tail)
{
    mq_buf_addc(out, '"');
    add_doubling_quotes(out, head);
    add_doubling_quotes(out, tail);
    mq_buf_addc(out, '"');
}

/* ---- changes ---- */

int64_t mq_store_now(const mq_store *s)
{
    return s->epoch >= 0 ? s->epoch : (int64_t)time(NULL);
}

static int64_t milliseconds(void)
{
    struct timespec t;

    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void pause_ms(int ms)
{
    const struct timespec t = { .tv_nsec = ms * 1000000L };

    (void)nanosleep(&t, NULL);
}

/*
 * SQLite takes ENOLCK for a lock that another one has, and keeps no trace of it but errno. Whoever asks for a lock clears errno first: one that is held
 * within this process is found without a system call.
 */
int mq_db_wait(void *unused, int tries)
{
    (void)unused;
    if (says_no_locks(errno))
        return 0;
    pause_ms(TRY_MS);
    errno = 0;
    return tries < PATIENCE_MS / TRY_MS;
}

static void change_over(mq_store *s)
{
    s->held += milliseconds() - s->began;
    s->changing = s->broken = false;
    s->sentence = s->sentence_doc = s->next_pair = 0;
    s->no_renames = false;
    s->made_pairs = 0;
    s->change++;
}

mq_status mq_store_begin(mq_store *s, mq_error *err)
{
    int rc;

    assert(!s->changing);
    if (!s->writable)
        return mq_fail(err, MQ_EDB, "cannot write '%s': it is read-only", s->path);
    if (s->held > HELD_MS) {
        pause_ms(PAUSE_MS);
        s->held = 0;
    }
    errno = 0; /* for mq_db_wait */
    rc = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (rc != SQLITE_OK)
        return mq_sqlite_fail(s->db, rc, "cannot write", s->path, err);
    s->changing = true;
    s->began = milliseconds();
    return MQ_OK;
}

static mq_status refuse_broken(const mq_store *s, mq_error *err)
{
    return mq_fail(err, MQ_EDB, "cannot write '%s': an earlier change in this transaction failed", s->path);
}

mq_status mq_store_commit(mq_store *s, mq_error *err)
{
    mq_status ended;
    int rc;

    assert(s->changing);
    if (s->broken) {
        mq_store_rollback(s);
        return refuse_broken(s, err);
    }
    ended = mq_bulk_end(s, err);
    if (ended) {
        mq_store_rollback(s);
        return ended;
    }
    rc = sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    if (rc != SQLITE_OK) {
        const mq_status failure = mq_db_fail(s, rc, err);

        mq_store_rollback(s);
        return failure;
    }
    change_over(s);
    return MQ_OK;
}

void mq_store_rollback(mq_store *s)
{
    if (!s->changing)
        return;
    if (!sqlite3_get_autocommit(s->db)) /* some failures have rolled back already */
        (void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    mq_bulk_forget(s);
    mq_spelling_forget(s);
    change_over(s);
}

mq_status mq_change_begin(bool *own, mq_store *s, mq_error *err)
{
    *own = !s->changing;
    if (*own)
        return mq_store_begin(s, err);
    return s->broken ? refuse_broken(s, err) : MQ_OK;
}

mq_status mq_change_end(bool own, mq_store *s, mq_status rc, mq_error *err)
{
    if (!own)
        return rc;
    if (!rc)
        return mq_store_commit(s, err);
    mq_store_rollback(s);
    return rc;
}

mq_status mq_snapshot_begin(bool *own, mq_store *s, mq_error *err)
{
    *own = sqlite3_get_autocommit(s->db) != 0;
    return *own ? mq_sql_exec(s, SQL_SNAPSHOT, MQ_BIND_NONE, err) : MQ_OK;
}

void mq_snapshot_end(bool own, mq_store *s)
{
    if (own && !sqlite3_get_autocommit(s->db))
        (void)mq_sql_exec(s, SQL_SNAPSHOT_END, MQ_BIND_NONE, NULL);
}
