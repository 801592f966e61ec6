/*
 * test_past.c - taking back what a person did. The law: after any changes, reverted in the opposite order, every row that can be seen is what it was,
 * whose hand and whose id included.
 */
#include <sqlite3.h>

#include "shelf.h"

#define AR_THE_CENTRE "\u0627\u0644\u0645\u0631\u0643\u0632"

enum { PAIRS = 5, CHANGES = 12, RUNS = 60 };

static void tell_table(mq_buf *out, sqlite3 *db, const char *sql)
{
    sqlite3_stmt *st;

    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st, NULL), SQLITE_OK);
    while (sqlite3_step(st) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(st); i++)
            mq_buf_addf(out, "%s%c", (const char *)sqlite3_column_text(st, i), i + 1 < sqlite3_column_count(st) ? '|' : '\n');
    assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
}

static void tell_rows(mq_buf *out, const char *path)
{
    sqlite3 *db;

    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    tell_table(out, db, "SELECT * FROM pair ORDER BY id");
    tell_table(out, db, "SELECT * FROM term ORDER BY id");
    tell_table(out, db, "SELECT * FROM renamed ORDER BY ar, lang, la");
    tell_table(out, db, "SELECT * FROM last_gone");
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

/* Pairs of the miner, of an import and of a person; 1 and 2 share their Arabic term. */
static mq_store *shelf(const char *path)
{
    static const char *const ars[] = { AR_CENTRE, AR_CENTRE, AR_AGENCY, AR_NETWORK, AR_CLOUD };
    static const char *const las[] = { "centre", "milieu", "agence", "réseau", "nuage" };
    mq_store *s = shelf_open(path, MQ_STORE_CREATE);
    int64_t doc;
    bool fresh;

    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document(s, MQ_STR("doc"), 1, 1, MQ_STR("m"), &doc, &fresh, NULL), MQ_OK);
    for (unsigned i = 0; i < 3; i++) {
        const mq_occurrence o = shelf_seen(ars[i], las[i], 100 * i, 0.75);

        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    (void)shelf_add(s, ars[3], las[3], MQ_LANG_FR, MQ_CANDIDATE);
    (void)shelf_add(s, ars[4], las[4], MQ_LANG_FR, MQ_ACCEPTED);
    return s;
}

/* Any decision or edit; NULL for the few that are refused because another pair says that already. */
static mq_pair_past *change_something(mq_store *s, int64_t id, uint64_t *random)
{
    static const char *const words[] = { "centre", "Centre", "agence", "office", "réseau", "toile" };
    static const char *const arabic[] = { AR_CENTRE, AR_THE_CENTRE, AR_MINISTRY, AR_AGENCY };
    const mq_pair_status status = (mq_pair_status)unit_below(random, 5);
    const mq_lang lang = unit_below(random, 2) ? MQ_LANG_FR : MQ_LANG_EN;
    const mq_pair_edit e = {
        .status = &status,
        .la = unit_below(random, 2) ? words[unit_below(random, UNIT_COUNT(words))] : NULL,
        .ar = unit_below(random, 2) ? arabic[unit_below(random, UNIT_COUNT(arabic))] : NULL,
        .lang = unit_below(random, 4) ? NULL : &lang,
        .note = unit_below(random, 3) ? NULL : "seen",
    };

    mq_pair_past *past;

    assert_true((mq_store_change(s, id, &e, &past, NULL) == MQ_OK) == (past != NULL));
    return past;
}

static void there_and_back(void **state)
{
    uint64_t random = 5;

    (void)state;
    for (int run = 0; run < RUNS; run++) {
        const char *path = shelf_path("past.db");
        mq_store *s = shelf(path);
        mq_buf before = MQ_BUF_INIT, after = MQ_BUF_INIT;
        mq_pair_past *pasts[CHANGES];

        tell_rows(&before, path);
        for (int i = 0; i < CHANGES; i++)
            pasts[i] = change_something(s, 1 + (int64_t)unit_below(&random, PAIRS), &random);
        for (int i = CHANGES - 1; i >= 0; i--) {
            assert_int_equal(pasts[i] ? mq_store_revert(s, pasts[i], NULL) : MQ_OK, MQ_OK);
            mq_pair_past_free(pasts[i]);
        }
        assert_sound(s);
        mq_store_free(s);
        tell_rows(&after, path);
        assert_str(mq_buf_str(&after), mq_buf_str(&before));
        mq_buf_release(&before);
        mq_buf_release(&after);
    }
}

static void what_was_mined_meanwhile_stays(void **state)
{
    const mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 900, 0.875);
    const mq_pair_status rejected = MQ_REJECTED;
    mq_store *s = shelf(shelf_path("meanwhile.db"));
    mq_pair_past *past;
    int64_t doc;

    (void)state;
    assert_int_equal(mq_store_change(s, 1, &(mq_pair_edit){ .status = &rejected }, &past, NULL), MQ_OK);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document_join(s, MQ_STR("other"), &doc, NULL), MQ_OK);
    assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(mq_store_revert(s, past, NULL), MQ_OK);
    assert_int_equal(shelf_numbers(s, 1).status, MQ_CANDIDATE);
    assert_int_equal(shelf_numbers(s, 1).count, 2);
    assert_true(shelf_numbers(s, 1).score > 0.87);
    assert_sound(s);
    mq_pair_past_free(past);
    mq_store_free(s);
}

static void an_old_name_that_is_taken_is_told(void **state)
{
    const mq_pair_edit e = { .la = "office" };
    mq_store *s = shelf(shelf_path("taken.db"));
    mq_pair_past *past;
    mq_error err;

    (void)state;
    assert_int_equal(mq_store_change(s, 99, &e, &past, &err), MQ_ENOTFOUND);
    assert_null(past);
    assert_int_equal(mq_store_change(s, 3, &e, &past, NULL), MQ_OK);
    (void)shelf_add(s, AR_AGENCY, "agence", MQ_LANG_FR, MQ_ACCEPTED);
    assert_int_equal(mq_store_revert(s, past, &err), MQ_EINVALID);
    assert_string_equal(err.msg, "pair 6 says that already");
    assert_sound(s);
    mq_pair_past_free(past);
    mq_store_free(s);
}

/* ---- completion ---- */

static const struct completion_case { const char *name, *start, *want; } completions[] = {
    { "a beginning of a word", "cen", "centre " },
    { "without accents and case", "RES", "réseau " },
    { "through the article", "\u0627\u0644" "\u0645\u0631", AR_CENTRE " " },
    { "through an article whose word has only begun", "\u0627\u0644" "\u0645", AR_CENTRE " " },
    { "an article alone says nothing", "\u0627\u0644", "" },
    { "through the article of a second word", "\u0633\u062D\u0627\u0628\u0629 \u0627\u0644\u0633", AR_CLOUD " " },
    { "nothing begins like that", "zz", "" },
    { "nothing typed, nothing offered", "", "" },
    { "a space ends the word", "centre ", "" },
};

static mq_status take(void *user, mq_str text)
{
    mq_buf_addstr(user, text);
    mq_buf_addc(user, ' ');
    return MQ_OK;
}

static void complete(void **row)
{
    const struct completion_case *c = *row;
    mq_store *s = shelf(shelf_path("complete.db"));
    mq_buf out = MQ_BUF_INIT;

    assert_int_equal(mq_store_set_status(s, 2, MQ_REJECTED, NULL), MQ_OK);
    assert_int_equal(mq_store_complete(s, mq_str_of(c->start), MQ_STATUS_SHOWN, 10, take, &out, NULL), MQ_OK);
    assert_str(mq_buf_str(&out), mq_str_of(c->want));
    mq_buf_release(&out);
    mq_store_free(s);
}

static void rejected_terms_are_not_offered(void **state)
{
    mq_store *s = shelf(shelf_path("complete.db"));
    mq_buf out = MQ_BUF_INIT;

    (void)state;
    assert_int_equal(mq_store_set_status(s, 2, MQ_REJECTED, NULL), MQ_OK);
    assert_int_equal(mq_store_complete(s, MQ_STR("mil"), MQ_STATUS_SHOWN, 10, take, &out, NULL), MQ_OK);
    assert_int_equal(out.n, 0);
    assert_int_equal(mq_store_complete(s, MQ_STR("mil"), MQ_STATUS_ALL, 10, take, &out, NULL), MQ_OK);
    assert_buf(out, "milieu ");
    mq_buf_release(&out);
    mq_store_free(s);
}

int main(void)
{
    UNIT_LAW("changes reverted in the opposite order leave no trace", there_and_back);
    UNIT_LAW("what was mined meanwhile stays", what_was_mined_meanwhile_stays);
    UNIT_LAW("an old name that is taken is told", an_old_name_that_is_taken_is_told);
    UNIT_ROWS(completions, complete);
    UNIT_LAW("rejected terms are not offered", rejected_terms_are_not_offered);
    return unit_run();
}
