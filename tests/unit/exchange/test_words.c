/* test_words.c - clean terms, language codes, dates, scores, and what other programs call a status. */
#include "exchange/words.h"
#include "unit.h"

static const struct clean_case {
    const char *name, *in, *term, *text;
} cleans[] = {
    { "a clean term stays", "réseau local", "réseau local", "réseau local" },
    { "white space at the ends goes", " \t réseau\n ", "réseau", "réseau" },
    { "runs of it are one space in a term, lines stay in a text", "a \t b\r\nc\rd", "a b c d", "a \t b\nc\nd" },
    { "marks of direction go at the ends and stay inside", "\u200F\u202Bأ \u200EX\u200E ب\u202C", "أ \u200EX\u200E ب", "أ \u200EX\u200E ب" },
    { "a no-break space stays inside and goes at the ends", "\u00A050\u00A0%\u00A0", "50\u00A0%", "50\u00A0%" },
    { "a joiner is part of the word", "می\u200Cخواهم", "می\u200Cخواهم", "می\u200Cخواهم" },
    { "forbidden characters go", "a\x01\x0B\uFEFF\uFFFE\xC2\x80z", "a z", "a z" },
    { "ill-formed bytes are replaced", "a\xFFz", "a\uFFFDz", "a\uFFFDz" },
    { "nothing", "", "", "" },
    { "nothing but marks and space", " \u200F \u200E ", "", "" },
};

static void cleans_right(void **state)
{
    const struct clean_case *c = *state;
    mq_buf out = MQ_BUF_INIT, again = MQ_BUF_INIT;

    mq_buf_addz(&out, "");
    (void)mq_clean_term(&out, mq_str_of(c->in));
    assert_buf(out, c->term);
    (void)mq_clean_term(&again, mq_buf_str(&out));
    assert_str(mq_buf_str(&again), mq_str_of(c->term));
    mq_buf_clear(&out);
    mq_buf_clear(&again);
    (void)mq_clean_text(&out, mq_str_of(c->in));
    assert_buf(out, c->text);
    (void)mq_clean_text(&again, mq_buf_str(&out));
    assert_str(mq_buf_str(&again), mq_str_of(c->text));
    mq_buf_release(&out);
    mq_buf_release(&again);
}

static void clean_is_idempotent(void **state)
{
    static const char *const parts[] = { "a", "ب", " ", "\n", "\r", "\t", "\u200F", "\u202B", "\u00A0", "\x01", "\xFF", "\uFEFF", "\u2028", "é",
      "\xE2\x80", "\u061C" };
    uint64_t seed = 4;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        mq_buf in = MQ_BUF_INIT, once = MQ_BUF_INIT, twice = MQ_BUF_INIT;

        for (size_t n = unit_below(&seed, 8); n > 0; n--)
            mq_buf_addz(&in, parts[unit_below(&seed, UNIT_COUNT(parts))]);
        (void)(round % 2 ? mq_clean_term : mq_clean_text)(&once, mq_buf_str(&in));
        assert_int_equal((round % 2 ? mq_clean_term : mq_clean_text)(&twice, mq_buf_str(&once)), 0);
        assert_str(mq_buf_str(&twice), mq_buf_str(&once));
        mq_buf_release(&in);
        mq_buf_release(&once);
        mq_buf_release(&twice);
    }
}

static const struct tag_case {
    const char *name;
    mq_lang want;
} tags[] = {
    { "ar", MQ_LANG_AR },       { "AR-MA", MQ_LANG_AR },   { "ar_SA", MQ_LANG_AR },       { "ara", MQ_LANG_AR },    { "ary", MQ_LANG_AR },
    { "ar-Arab-DZ", MQ_LANG_AR }, { "ar-Latn", MQ_LANG_OTHER }, { "fr", MQ_LANG_FR },     { "fre", MQ_LANG_FR },    { "fra-CA", MQ_LANG_FR },
    { "fr_FR.UTF-8", MQ_LANG_FR }, { "EN-US", MQ_LANG_EN }, { "eng", MQ_LANG_EN },        { "de", MQ_LANG_OTHER },  { "zgh", MQ_LANG_OTHER },
    { "x-private", MQ_LANG_OTHER }, { "und", MQ_LANG_UND }, { "", MQ_LANG_UND },          { "french", MQ_LANG_UND }, { "f", MQ_LANG_UND },
    { "12", MQ_LANG_UND },      { "fr!", MQ_LANG_UND },    { "arabic", MQ_LANG_UND },     { " fr ", MQ_LANG_FR },
};

static void knows_tag(void **state)
{
    const struct tag_case *c = *state;

    assert_int_equal(mq_lang_of_tag(mq_str_of(c->name)), c->want);
}

static const struct date_case {
    const char *name;
    bool ok;
    int64_t want;
} dates[] = {
    { "19700101T000000Z", true, 0 },
    { "20240229T235959Z", true, 1709251199 },
    { "2024-02-29T23:59:59Z", true, 1709251199 },
    { "2024-02-29T23:59:59", true, 1709251199 },
    { "2024-02-29", true, 1709164800 },
    { "2024-02-29 10:00", true, 1709200800 },
    { "2005-04-22T14:06:32", true, 1114178792 },
    { "2024-02-29T23:59:59.123Z", true, 1709251199 },
    { "2024-03-01T00:59:59+01:00", true, 1709251199 },
    { "2013-12-20T17:00:00Z+09:00", true, 1387526400 },
    { "1969-12-31T23:59:59Z", true, -1 },
    { " 2024-02-29 ", true, 1709164800 },
    { "20230229", false, 0 },
    { "2024-13-01", false, 0 },
    { "2024-00-10", false, 0 },
    { "2024-01-32", false, 0 },
    { "2024-01-01T24:00:00Z", false, 0 },
    { "2024-01-01T00:00:00X", false, 0 },
    { "2024-01-01T00:00:00+25:00", false, 0 },
    { "0000-01-01", false, 0 },
    { "yesterday", false, 0 },
    { "", false, 0 },
    { "2024", false, 0 },
    { "99999999999999", false, 0 },
};

static void reads_date(void **state)
{
    const struct date_case *c = *state;
    int64_t got = 0;

    assert_int_equal(mq_date_parse(&got, mq_str_of(c->name)), c->ok);
    assert_int_equal(got, c->want);
}

static void dates_come_back(void **state)
{
    static const enum mq_date_form forms[] = { MQ_DATE_BASIC, MQ_DATE_EXTENDED };
    uint64_t seed = 5;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const int64_t t = (int64_t)unit_below(&seed, 253402300799u + 62135596800u) - 62135596800;
        mq_buf b = MQ_BUF_INIT;
        int64_t got;

        mq_date_write(&b, t, forms[i % 2]);
        assert_true(mq_date_parse(&got, mq_buf_str(&b)));
        assert_int_equal(got, t);
        mq_buf_release(&b);
    }
}

static void scores_come_back(void **state)
{
    double got;

    (void)state;
    for (int i = 0; i <= 10000; i++) {
        mq_buf b = MQ_BUF_INIT;

        mq_score_write(&b, i / 10000.0);
        assert_true(b.n >= 3 && b.n <= 6);
        assert_true(mq_score_parse(&got, mq_buf_str(&b)));
        assert_true(got > i / 10000.0 - 1e-9 && got < i / 10000.0 + 1e-9);
        mq_buf_release(&b);
    }
    assert_true(mq_score_parse(&got, MQ_STR("0,5")));
    assert_false(mq_score_parse(&got, MQ_STR("1.2")));
    assert_false(mq_score_parse(&got, MQ_STR("-0.1")));
    assert_false(mq_score_parse(&got, MQ_STR("1e-3")));
    assert_false(mq_score_parse(&got, MQ_STR(".")));
    assert_false(mq_score_parse(&got, MQ_STR("")));
}

static const struct status_case {
    const char *name;
    int want;
} statuses[] = {
    { "candidate", MQ_CANDIDATE },    { "preferredTerm-admn-sts", MQ_PREFERRED }, { "admittedTerm-admn-sts", MQ_ACCEPTED },
    { "admitted", MQ_ACCEPTED },      { "notRecommended", MQ_DEPRECATED },        { "obsolete", MQ_DEPRECATED },
    { "approved", MQ_PREFERRED },     { "provisional", MQ_CANDIDATE },            { "forbidden", MQ_DEPRECATED },
    { "REJECTED", MQ_REJECTED },
};

static void knows_status(void **state)
{
    const struct status_case *c = *state;
    int got = MQ_UNSAID;

    assert_true(mq_status_of_word(&got, mq_str_of(c->name)));
    assert_int_equal(got, c->want);
    assert_false(mq_status_of_word(&got, MQ_STR("superb")));
}

int main(void)
{
    UNIT_ROWS(cleans, cleans_right);
    UNIT_LAW("cleaning twice equals cleaning once", clean_is_idempotent);
    UNIT_ROWS(tags, knows_tag);
    UNIT_ROWS(dates, reads_date);
    UNIT_LAW("a date that was written is read back", dates_come_back);
    UNIT_LAW("a score that was written is read back", scores_come_back);
    UNIT_ROWS(statuses, knows_status);
    return unit_run();
}
