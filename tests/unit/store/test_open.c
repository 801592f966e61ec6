/* test_open.c - opening and making glossaries, and what stands in the way. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "shelf.h"
#include "store/schema.h"

static void run_sql(const char *path, const char *sql)
{
    sqlite3 *db;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static off_t size_of(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 ? st.st_size : -1;
}

/* ---- files that are refused ---- */

static void nothing(const char *path) { (void)path; }
static void folder(const char *path) { assert_int_equal(mkdir(path, 0777), 0); }
static void fifo(const char *path) { assert_int_equal(mkfifo(path, 0666), 0); }

static void bytes(const char *path, const void *p, size_t n)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(p, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static void empty(const char *path) { bytes(path, "", 0); }
static void text(const char *path) { bytes(path, "Cher collègue,\n", 16); }

static void zeros(const char *path)
{
    static const char z[8192];

    bytes(path, z, sizeof z);
}

static void others(const char *path) { run_sql(path, "PRAGMA application_id = 7; CREATE TABLE term (id)"); }
static void nobodys(const char *path) { run_sql(path, "CREATE TABLE t (x)"); }

static void newer(const char *path)
{
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    run_sql(path, "PRAGMA user_version = 999");
}

static void cut_off(const char *path)
{
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    assert_int_equal(truncate(path, 100), 0);
}

static const struct refused {
    const char *name;
    void (*make)(const char *path);
    int mode;
    mq_status rc;
    const char *says;
} refusals[] = {
    { "a look-up in no glossary makes none", nothing, MQ_STORE_READ, MQ_ENOTFOUND, "there is no glossary" },
    { "a change to no glossary makes none", nothing, MQ_STORE_WRITE, MQ_ENOTFOUND, "there is no glossary" },
    { "an empty file is none to read", empty, MQ_STORE_READ, MQ_EDB, "empty" },
    { "a letter is no glossary", text, MQ_STORE_READ, MQ_EDB, "not a muqabil glossary" },
    { "a letter is not overwritten", text, MQ_STORE_CREATE, MQ_EDB, "not a muqabil glossary" },
    { "zeros are no glossary", zeros, MQ_STORE_CREATE, MQ_EDB, "not a muqabil glossary" },
    { "another program's database is left alone", others, MQ_STORE_CREATE, MQ_EDB, "another program" },
    { "a database without an owner is not ours", nobodys, MQ_STORE_CREATE, MQ_EDB, "another program" },
    { "a newer muqabil's glossary is not touched", newer, MQ_STORE_CREATE, MQ_EUNSUPPORTED, "newer muqabil" },
    { "the header alone is a damaged glossary", cut_off, MQ_STORE_READ, MQ_EDB, NULL },
    { "a folder is no glossary", folder, MQ_STORE_CREATE, MQ_EDB, "not a file" },
    { "a pipe is no glossary, and nobody waits for it", fifo, MQ_STORE_READ, MQ_EDB, "not a file" },
};

static void refuse(void **row)
{
    const struct refused *c = *row;
    const char *path = shelf_path("refused.db");
    char dummy;
    mq_store *s = (mq_store *)(void *)&dummy;
    mq_error err = { .code = MQ_OK };
    off_t before;

    (void)rmdir(path);
    c->make(path);
    before = size_of(path);
    assert_int_equal(mq_store_open(&s, path, c->mode, &err), c->rc);
    assert_null(s);
    assert_int_equal(err.code, c->rc);
    assert_non_null(strstr(err.msg, path));
    if (c->says)
        assert_non_null(strstr(err.msg, c->says));
    assert_int_equal(size_of(path), before);
    (void)rmdir(path);
}

/* ---- names ---- */

static const struct name_case { const char *name, *file; } names[] = {
    { "a name that looks like a URI", "file:x.db?mode=memory" },
    { "a name with a percent sign", "100%41.db" },
    { "a name with a number sign", "a#b.db" },
    { "an Arabic name", "\u0645\u0633\u0631\u062F.db" },
    { "a name that means memory to SQLite", ":memory:" },
};

static void any_name(void **row)
{
    const struct name_case *c = *row;
    char here[512];
    const char *path = shelf_path(c->file);

    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    assert_true(size_of(path) > 0);
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir(unit_folder()), 0);
    mq_store_free(shelf_open(c->file, MQ_STORE_READ));
    assert_int_equal(chdir(here), 0);
}

/* ---- what is made ---- */

static void header_is_ours(void **state)
{
    const char *path = shelf_path("new.db");
    unsigned char head[100];
    FILE *f;

    (void)state;
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    f = fopen(path, "rb");
    assert_non_null(f);
    assert_int_equal(fread(head, 1, sizeof head, f), sizeof head);
    assert_int_equal(fclose(f), 0);
    assert_memory_equal(head + 68, "mqbl", 4);
    assert_int_equal(head[63], MQ_SCHEMA_VERSION);
    assert_int_equal(head[18], 2); /* WAL */
}

static void nothing_stays_beside(void **state)
{
    const char *path = shelf_path("tidy.db");
    char wal[600];
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);

    (void)state;
    (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
    mq_store_free(s);
    s = shelf_open(path, MQ_STORE_READ);
    assert_int_equal(shelf_numbers(s, 1).status, MQ_ACCEPTED);
    mq_store_free(s);
    (void)snprintf(wal, sizeof wal, "%s-wal", path);
    assert_int_equal(size_of(wal), -1);
    (void)snprintf(wal, sizeof wal, "%s-shm", path);
    assert_int_equal(size_of(wal), -1);
}

static void empty_file_becomes_one(void **state)
{
    const char *path = shelf_path("empty.db");

    (void)state;
    empty(path);
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    mq_store_free(shelf_open(path, MQ_STORE_READ));
}

static void readers_cannot_write(void **state)
{
    const char *path = shelf_path("reader.db");
    const mq_pair p = { .ar = MQ_STR(AR_CENTRE), .la = MQ_STR("centre"), .lang = MQ_LANG_FR };
    mq_error err = { .code = MQ_OK };
    mq_store *s;

    (void)state;
    mq_store_free(shelf_open(path, MQ_STORE_CREATE));
    s = shelf_open(path, MQ_STORE_READ);
    assert_int_equal(mq_store_add(s, &p, true, NULL, NULL, &err), MQ_EDB);
    assert_non_null(strstr(err.msg, "read-only"));
    mq_store_free(s);
}

/* ---- folders that cannot be written ---- */

enum { NOBODY = 65534 };

/* Runs `as_nobody` where permissions count: in a child that is not root. */
static int without_rights(int (*as_nobody)(const char *path), const char *path)
{
    const pid_t child = fork();
    int status = 0;

    assert_true(child >= 0);
    if (child == 0)
        _exit((geteuid() != 0 || setuid(NOBODY) == 0) ? as_nobody(path) : 99);
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100;
}

static int reads(const char *path)
{
    mq_store *s;
    mq_error err;
    int code = 1;

    if (mq_store_open(&s, path, MQ_STORE_READ, &err) == MQ_OK)
        code = shelf_numbers(s, 1).status == MQ_ACCEPTED ? 0 : 2;
    mq_store_free(s);
    return code;
}

static int writes(const char *path)
{
    mq_store *s;
    mq_error err;
    const mq_status rc = mq_store_open(&s, path, MQ_STORE_WRITE, &err);

    mq_store_free(s);
    return rc == MQ_EDB && strstr(err.msg, "read-only") ? 0 : 1;
}

static int reads_none(const char *path)
{
    mq_store *s;
    mq_error err;
    const mq_status rc = mq_store_open(&s, path, MQ_STORE_READ, &err);

    mq_store_free(s);
    return rc == MQ_EDB && strstr(err.msg, path) ? 0 : 1;
}

static void read_only_folder(void **state)
{
    const char *inside = "closed/glossary.db";
    const char *dir = shelf_path("closed");
    const char *path;

    (void)state;
    assert_int_equal(chmod(unit_folder(), 0755), 0);
    assert_int_equal(mkdir(dir, 0755), 0);
    path = shelf_path(inside);
    {
        mq_store *s = shelf_open(path, MQ_STORE_CREATE);

        (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
        mq_store_free(s);
    }
    assert_int_equal(chmod(path, 0444), 0);
    assert_int_equal(chmod(dir, 0555), 0);
    assert_int_equal(without_rights(reads, path), 0);
    assert_int_equal(without_rights(writes, path), 0);
    assert_int_equal(chmod(path, 0000), 0);
    assert_int_equal(without_rights(reads_none, path), 0);
    assert_int_equal(chmod(dir, 0755), 0);
    (void)shelf_path(inside);
    assert_int_equal(rmdir(dir), 0);
}

/* A WAL with changes beside it would be passed over by immutable=1: that must be said, not done. */
static void unfinished_in_a_read_only_folder(void **state)
{
    const char *dir = shelf_path("torn");
    const char *path;
    pid_t child;
    int status = 0;

    (void)state;
    assert_int_equal(chmod(unit_folder(), 0755), 0);
    assert_int_equal(mkdir(dir, 0755), 0);
    path = shelf_path("torn/glossary.db");
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        mq_store *s = shelf_open(path, MQ_STORE_CREATE);

        (void)shelf_add(s, AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED);
        _exit(0); /* as if killed: the WAL stays */
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    {
        char shm[600];

        (void)snprintf(shm, sizeof shm, "%s-shm", path);
        assert_int_equal(unlink(shm), 0);
    }
    assert_int_equal(chmod(dir, 0555), 0);
    assert_int_equal(without_rights(reads_none, path), 0);
    assert_int_equal(chmod(dir, 0755), 0);
    assert_int_equal(reads(path), 0);
    (void)shelf_path("torn/glossary.db");
    assert_int_equal(rmdir(dir), 0);
}

int main(void)
{
    UNIT_ROWS(refusals, refuse);
    UNIT_ROWS(names, any_name);
    UNIT_LAW("a new glossary says whose it is, in its first hundred bytes", header_is_ours);
    UNIT_LAW("when the last one closes, the glossary is one file", nothing_stays_beside);
    UNIT_LAW("an empty file becomes a glossary when one is to be made", empty_file_becomes_one);
    UNIT_LAW("a handle for reading changes nothing", readers_cannot_write);
    UNIT_LAW("a glossary in a read-only folder can be read, and is not written", read_only_folder);
    UNIT_LAW("unfinished changes in a read-only folder are told, not lost from sight", unfinished_in_a_read_only_folder);
    return unit_run();
}
