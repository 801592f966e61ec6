/*
 * test_migration.c - glossaries that muqabils of earlier schemas made: tests/data/store/schema-N.db.gz, all of the same two texts and the same decisions, and
 * schema.txt, which tells what each must hold. Whoever raises MQ_SCHEMA_VERSION adds the glossary of the version before it.
 */
#include <sqlite3.h>

#include "base/input.h"
#include "shelf.h"
#include "store/schema.h"

enum { MOST_BYTES = 1 << 20 };

static void read_all(mq_buf *out, const char *path)
{
    mq_input *in;
    mq_error err = { .code = MQ_OK };

    mq_buf_clear(out);
    if (mq_input_open(&in, path, &err))
        fail_msg("%s", err.msg);
    assert_int_equal(mq_input_all(in, out, MOST_BYTES, &err), MQ_OK);
    mq_input_close(in);
}

/* A copy of the fixture of a version that can be changed. */
static const char *unpack(int version)
{
    char packed[64], name[32];
    mq_buf bytes = MQ_BUF_INIT;
    const char *path;

    (void)snprintf(packed, sizeof packed, "tests/data/store/schema-%d.db.gz", version);
    (void)snprintf(name, sizeof name, "schema-%d.db", version);
    read_all(&bytes, packed);
    (void)shelf_path(name);
    path = unit_file(name, mq_buf_str(&bytes));
    mq_buf_release(&bytes);
    return path;
}

static int version_of(const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *st;
    int version;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &st, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    version = sqlite3_column_int(st, 0);
    assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    return version;
}

static void every_version_is_kept(void **state)
{
    (void)state;
    for (int v = 1; v < MQ_SCHEMA_VERSION; v++)
        assert_int_equal(version_of(unpack(v)), v);
}

static void nothing_is_lost(void **state)
{
    mq_buf want = MQ_BUF_INIT, got = MQ_BUF_INIT;

    (void)state;
    read_all(&want, "tests/data/store/schema.txt");
    for (int v = 1; v < MQ_SCHEMA_VERSION; v++) {
        const char *path = unpack(v);
        mq_store *s = shelf_open(path, MQ_STORE_READ);

        mq_buf_clear(&got);
        shelf_tell(&got, s);
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
        mq_store_free(s);
        assert_int_equal(version_of(path), MQ_SCHEMA_VERSION);
    }
    mq_buf_release(&want);
    mq_buf_release(&got);
}

static void what_was_brought_up_is_sound(void **state)
{
    (void)state;
    for (int v = 1; v < MQ_SCHEMA_VERSION; v++) {
        mq_store *s = shelf_open(unpack(v), MQ_STORE_WRITE);

        (void)shelf_add(s, AR_AGENCY, "agence", MQ_LANG_FR, MQ_ACCEPTED);
        assert_sound(s);
        mq_store_free(s);
    }
}

int main(void)
{
    UNIT_LAW("a glossary of every earlier schema is kept", every_version_is_kept);
    UNIT_LAW("bringing a glossary up loses nothing and adds nothing", nothing_is_lost);
    UNIT_LAW("a glossary that was brought up is sound and takes changes", what_was_brought_up_is_sound);
    return unit_run();
}
