/* test_plans.c - no statement goes through a whole table, except those that are about all of it. */
#include <sqlite3.h>

#include "shelf.h"
#include "store/schema.h"

struct plan_case { const char *name, *sql; };

static const struct plan_case statements[] = {
#define X(name, text) { #name, text },
#include "store/sql.def"
#undef X
};

/* What may be gone through: the few rows of a subquery, of last_gone, of the index of idle pairs, and the answers of FTS5. */
static bool is_fine(const char *statement, const char *step)
{
    static const char *const fine[] = { "SCAN o", "SCAN last_gone", "SCAN pair USING INDEX pair_idle", "SCAN pair USING COVERING INDEX pair_idle", "VIRTUAL TABLE" };

    if (strncmp(step, "SCAN", 4) != 0 || strncmp(statement, "COUNT_", 6) == 0 || strncmp(statement, "ALL_", 4) == 0)
        return true;
    for (size_t i = 0; i < UNIT_COUNT(fine); i++)
        if (strstr(step, fine[i]))
            return true;
    return strcmp(step, "SCAN CONSTANT ROW") == 0 || strcmp(step, "SCAN 16 CONSTANT ROWS") == 0;
}

static void plan(void **row)
{
    const struct plan_case *c = *row;
    mq_buf sql = MQ_BUF_INIT;
    sqlite3_stmt *st;
    sqlite3 *db;

    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    for (int v = 1; v <= MQ_SCHEMA_VERSION; v++)
        assert_int_equal(sqlite3_exec(db, mq_schema_step(v), NULL, NULL, NULL), SQLITE_OK);
    mq_buf_addf(&sql, "EXPLAIN QUERY PLAN %s", c->sql);
    assert_int_equal(sqlite3_prepare_v2(db, sql.p, -1, &st, NULL), SQLITE_OK);
    while (sqlite3_step(st) == SQLITE_ROW) {
        const char *step = (const char *)sqlite3_column_text(st, 3);

        if (!is_fine(c->name, step))
            fail_msg("%s", step);
    }
    assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    mq_buf_release(&sql);
}

int main(void)
{
    UNIT_ROWS(statements, plan);
    return unit_run();
}
