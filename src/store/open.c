/*
 * open.c - opening a glossary file, making one, and saying clearly what stands in the way.
 *
 * 1. The first 100 bytes are read before SQLite looks at them. It would put its files beside another program's database before it could tell us whose it
 *    is; and "file is not a database" helps nobody. They are read through SQLite's own layer of files: closing a descriptor of ours would drop the
 *    locks that another handle of this process has on the file (POSIX locks belong to the process), and SQLite knows how to wait with that.
 * 2. A reader opens for writing too, where it may: the last one to close then folds the WAL back into the file and removes it. query_only keeps
 *    it from changing anything.
 * 3. A file in WAL mode needs its folder to be writable. Where it is not, SQLite says "cannot open"; `immutable=1` opens it then, which is right as
 *    long as no WAL with changes lies beside it.
 * 4. A new file gets its tables, application_id and user_version in one transaction of the old rollback kind, and WAL mode
 *    only afterwards: its header is ours from the first byte on, or the file is still empty.
 */
#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/bulk.h"
#include "store/contexts.h"
#include "store/schema.h"

/* NULs around the name of a file, where SQLite looks for parameters: as sqlite3_create_filename has them, whose type is not the same in all versions. */
enum { BEFORE_NAME = 4, BEHIND_NAME = 4 };
enum { HEADER = 100, OLDEST_SQLITE = 3037000 /* STRICT tables */ };

/* ---- before SQLite sees the file ---- */

static uint32_t big_endian(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static mq_status judge_header(const unsigned char *head, ssize_t n, const char *path, int mode, mq_error *err)
{
    if (n == 0 && mode == MQ_STORE_CREATE)
        return MQ_OK;
    if (n == 0)
        return mq_fail(err, MQ_EDB, "cannot open '%s': it is empty, not a muqabil glossary", path);
    if (n < HEADER || memcmp(head, "SQLite format 3", 16) != 0)
        return mq_fail(err, MQ_EDB, "cannot open '%s': it is not a muqabil glossary", path);
    if (big_endian(head + 68) != MQ_APPLICATION_ID)
        return mq_fail(err, MQ_EDB, "cannot open '%s': it is the database of another program", path);
    return MQ_OK;
}

/* Reads the header; *n = bytes of it that there are, at most HEADER. */
static mq_status read_header(unsigned char *head, ssize_t *n, const char *path, ssize_t size, mq_error *err)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    sqlite3_file *file = calloc(1, (size_t)vfs->szOsFile);
    char *name = calloc(1, (size_t)vfs->mxPathname + BEFORE_NAME + BEHIND_NAME);
    int rc = file && name ? vfs->xFullPathname(vfs, path, vfs->mxPathname, name + BEFORE_NAME) : SQLITE_NOMEM;

    if (rc == SQLITE_OK_SYMLINK)
        rc = SQLITE_OK;
    *n = size < HEADER ? size : HEADER;
    if (rc == SQLITE_OK)
        rc = vfs->xOpen(vfs, name + BEFORE_NAME, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, NULL);
    if (rc == SQLITE_OK && *n)
        rc = file->pMethods->xRead(file, head, (int)*n, 0);
    if (file && file->pMethods)
        (void)file->pMethods->xClose(file);
    free(name);
    free(file);
    if ((rc & 0xff) == SQLITE_NOMEM)
        return mq_fail(err, MQ_ENOMEM, "cannot open '%s': no memory", path);
    return rc == SQLITE_OK ? MQ_OK : mq_fail(err, MQ_EIO, "cannot read '%s': %s", path, sqlite3_errstr(rc));
}

/* *missing: there is no such file, and that is right because mode makes it. */
static mq_status look_at_file(bool *missing, const char *path, int mode, mq_error *err)
{
    unsigned char head[HEADER] = { 0 };
    struct stat st;
    ssize_t n;
    const bool there = stat(path, &st) == 0;
    mq_status rc;

    *missing = !there && errno == ENOENT;
    if (*missing && mode == MQ_STORE_CREATE)
        return MQ_OK;
    if (*missing)
        return mq_fail(err, MQ_ENOTFOUND, "there is no glossary '%s'", path);
    if (!there || access(path, R_OK) != 0)
        return mq_fail(err, MQ_EDB, "cannot open '%s': %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode))
        return mq_fail(err, MQ_EDB, "cannot open '%s': it is not a file", path);
    rc = read_header(head, &n, path, st.st_size < HEADER ? (ssize_t)st.st_size : HEADER, err);
    return rc ? rc : judge_header(head, n, path, mode, err);
}

/* ---- the handle ---- */

/* Every name goes in as a URI, so that "file:…", ":memory:", '?' and '%' in a name are only letters. */
static void add_uri(mq_buf *uri, const char *path, bool immutable)
{
    mq_buf_addz(uri, *path == '/' ? "file://" : "file:./");
    for (; *path; path++)
        if (strchr("%?#", *path))
            mq_buf_addf(uri, "%%%02X", (unsigned)*path);
        else
            mq_buf_addc(uri, *path);
    if (immutable)
        mq_buf_addz(uri, "?immutable=1");
}

static int connect(mq_store *s, int mode, bool immutable)
{
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | (immutable ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      (mode == MQ_STORE_CREATE ? SQLITE_OPEN_CREATE : 0);
    mq_buf uri = MQ_BUF_INIT;
    int rc = SQLITE_NOMEM;

    add_uri(&uri, s->path, immutable);
    if (!uri.status)
        rc = sqlite3_open_v2(uri.p, &s->db, flags, NULL);
    mq_buf_release(&uri);
    if (rc != SQLITE_OK)
        return rc;
    (void)sqlite3_extended_result_codes(s->db, 1);
    (void)sqlite3_busy_handler(s->db, mq_db_wait, NULL);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return sqlite3_exec(s->db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON;"
                               "PRAGMA cache_size = -131072; PRAGMA journal_size_limit = 67108864", NULL, NULL, NULL);
}

static int first_number(void *out, int n, char **values, char **names)
{
    (void)names;
    *(long *)out = n > 0 && values[0] ? strtol(values[0], NULL, 10) : 0;
    return 0;
}

static int read_version(mq_store *s, long *version)
{
    return sqlite3_exec(s->db, "PRAGMA user_version", first_number, version, NULL);
}

static bool has_changes_beside(const char *path)
{
    mq_buf wal = MQ_BUF_INIT;
    struct stat st;
    bool has;

    mq_buf_addf(&wal, "%s-wal", path);
    has = wal.status || (stat(wal.p, &st) == 0 && st.st_size > 0);
    mq_buf_release(&wal);
    return has;
}

static mq_status connect_immutable(mq_store *s, long *version, int code, mq_error *err)
{
    mq_error first;
    const mq_status rc = mq_sqlite_fail(s->db, code, "cannot open", s->path, &first);

    if (has_changes_beside(s->path))
        return mq_fail(err, MQ_EDB, "cannot read '%s': the changes in '%s-wal' need a folder that can be written", s->path, s->path);
    (void)sqlite3_close(s->db);
    s->db = NULL;
    if (connect(s, MQ_STORE_READ, true) == SQLITE_OK && read_version(s, version) == SQLITE_OK)
        return MQ_OK;
    return mq_fail(err, rc, "%s", first.msg);
}

/* ---- versions ---- */

/* Runs inside a transaction, which makes a half-done migration impossible. Looks again: another process may have been faster. */
static mq_status migrate_inside(mq_store *s, mq_error *err)
{
    char pragma[64];
    long version = 0;
    int code = read_version(s, &version);
    mq_status rc = MQ_OK;

    while (code == SQLITE_OK && !rc && version < MQ_SCHEMA_VERSION) {
        ++version;
        code = sqlite3_exec(s->db, mq_schema_step((int)version), NULL, NULL, NULL);
        if (code == SQLITE_OK)
            rc = mq_schema_fill(s, (int)version, err);
    }
    if (rc)
        return rc;
    (void)sqlite3_snprintf(sizeof pragma, pragma, "PRAGMA application_id = %d; PRAGMA user_version = %ld", MQ_APPLICATION_ID, version);
    if (code == SQLITE_OK)
        code = sqlite3_exec(s->db, pragma, NULL, NULL, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(s->db, "COMMIT", NULL, NULL, NULL);
    return code == SQLITE_OK ? MQ_OK : mq_db_fail(s, code, err);
}

static mq_status migrate(mq_store *s, mq_error *err)
{
    int code;
    mq_status rc;

    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL); /* a table that takes the place of another of its name keeps what refers to it */
    code = sqlite3_exec(s->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    if (code != SQLITE_OK)
        return mq_sqlite_fail(s->db, code, "cannot write", s->path, err);
    s->changing = true;
    rc = migrate_inside(s, err);
    if (rc)
        (void)sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->changing = s->broken = false;
    (void)sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
    return rc;
}

static mq_status settle_version(mq_store *s, long version, mq_error *err)
{
    if (version > MQ_SCHEMA_VERSION)
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot open '%s': a newer muqabil made it (schema %ld, this one knows %d)", s->path, version,
                       MQ_SCHEMA_VERSION);
    if (version == MQ_SCHEMA_VERSION)
        return MQ_OK;
    if (sqlite3_db_readonly(s->db, "main"))
        return mq_fail(err, MQ_EDB, "cannot open '%s': an older muqabil made it, and it is read-only", s->path);
    return migrate(s, err);
}

/* The files beside it cannot be made, for want of rights or of room. Nobody else has it open then, or they would be there. */
static bool needs_files_beside(sqlite3 *db, int code)
{
    return db && ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY ||
                  ((code & 0xff) == SQLITE_IOERR && sqlite3_system_errno(db) == ENOSPC));
}

static mq_status settle(mq_store *s, int mode, mq_error *err)
{
    long version = 0;
    int code;
    mq_status rc;

    errno = 0; /* for mq_db_wait */
    code = connect(s, mode, false);
    if (code == SQLITE_OK)
        code = read_version(s, &version);
    if (mode == MQ_STORE_READ && needs_files_beside(s->db, code))
        rc = connect_immutable(s, &version, code, err);
    else if (mode != MQ_STORE_READ && s->db && sqlite3_db_readonly(s->db, "main") == 1) /* whatever else went wrong for that reason */
        rc = mq_fail(err, MQ_EDB, "cannot write '%s': it is read-only", s->path);
    else
        rc = code == SQLITE_OK ? MQ_OK : mq_sqlite_fail(s->db, code, "cannot open", s->path, err);
    if (!rc)
        rc = settle_version(s, version, err);
    if (rc)
        return rc;
    s->writable = mode != MQ_STORE_READ;
    /* Where WAL cannot be had (a network file system) the rollback journal stays, and that is no failure. */
    (void)sqlite3_exec(s->db, s->writable ? "PRAGMA journal_mode = WAL" : "PRAGMA query_only = ON", NULL, NULL, NULL);
    return MQ_OK;
}

/* ---- the public calls ---- */

static int64_t source_date_epoch(void)
{
    const char *value = getenv("SOURCE_DATE_EPOCH");
    char *end = NULL;
    long long v;

    if (!value || *value < '0' || *value > '9')
        return -1;
    errno = 0;
    v = strtoll(value, &end, 10);
    return errno || *end ? -1 : (int64_t)v;
}

static void remove_if_empty(const char *path)
{
    struct stat st;

    if (stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0)
        (void)unlink(path);
}

mq_status mq_store_open(mq_store **out, const char *path, int mode, mq_error *err)
{
    mq_store *s;
    bool missing;
    mq_status rc;

    *out = NULL;
    if (sqlite3_libversion_number() < OLDEST_SQLITE)
        return mq_fail(err, MQ_EUNSUPPORTED, "sqlite %s is too old: 3.37 or later is needed", sqlite3_libversion());
    rc = look_at_file(&missing, path, mode, err);
    if (rc)
        return rc;
    s = calloc(1, sizeof *s);
    if (!s || !(s->path = strdup(path))) {
        free(s);
        return mq_fail(err, MQ_ENOMEM, "cannot open '%s': no memory", path);
    }
    s->epoch = source_date_epoch();
    s->bulk_from = MQ_BULK_FROM;
    rc = settle(s, mode, err);
    if (rc) {
        mq_store_free(s);
        if (missing)
            remove_if_empty(path);
        return rc;
    }
    *out = s;
    return MQ_OK;
}

void mq_store_free(mq_store *s)
{
    if (!s)
        return;
    mq_store_rollback(s);
    for (size_t i = 0; i < SQL_COUNT; i++)
        (void)sqlite3_finalize(s->statements[i]);
    (void)sqlite3_close(s->db);
    mq_buf_release(&s->sentence_text);
    mq_buf_release(&s->ar_key);
    mq_buf_release(&s->la_key);
    mq_context_release(s);
    free(s->known_words);
    free(s->known_terms);
    free(s->path);
    free(s);
}
