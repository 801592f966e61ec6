/* test_text_faults.c - the text room without memory: the whole result is there, or the buffer is as it was. */
#include <stdio.h>

#include <muqabil/text.h>

#include "faults.h"

/* A phrase with everything that folding changes. */
static const char phrase[] = "\u0648\u0628\u0627\u0644\u0652\u0648\u0643\u0640\u0627\u0644\u064E\u0629 \uFEFB \u06A9 L'\u00C9cole \u0152uvre";

enum { LONGEST = 200 };

/* Calls `append` on a buffer that holds something. The first call, which is made with all the memory there is, leaves its result in `want`. */
static mq_status all_or_nothing(mq_status (*append)(mq_buf *out, mq_error *err), char want[LONGEST])
{
    mq_buf out = MQ_BUF_INIT;
    mq_error err = { .code = MQ_OK };
    mq_status rc;

    mq_buf_addz(&out, "kept");
    if (out.status)
        return MQ_ENOMEM;
    rc = append(&out, &err);
    assert_int_equal(err.code, rc);
    if (rc)
        assert_str(mq_buf_str(&out), MQ_STR("kept"));
    else if (*want)
        assert_string_equal(out.p, want);
    else
        assert_in_range(snprintf(want, LONGEST, "%s", out.p), 5, LONGEST - 1);
    mq_buf_release(&out);
    return rc;
}

static mq_status append_fold(mq_buf *out, mq_error *err)
{
    return mq_fold(out, mq_str_of(phrase), MQ_FOLD_SEARCH, err);
}

static mq_status append_headword(mq_buf *out, mq_error *err)
{
    return mq_headword(out, mq_str_of(phrase), err);
}

static mq_status append_key(mq_buf *out, mq_error *err)
{
    return mq_search_key(out, mq_str_of(phrase), MQ_LANG_AR, err);
}

static mq_status fold(void)
{
    static char want[LONGEST];

    return all_or_nothing(append_fold, want);
}

static mq_status headword(void)
{
    static char want[LONGEST];

    return all_or_nothing(append_headword, want);
}

static mq_status search_key(void)
{
    static char want[LONGEST];

    return all_or_nothing(append_key, want);
}

static const faults_case cases[] = {
    { "a fold is whole or leaves the buffer as it was", fold },
    { "a headword is whole or leaves the buffer as it was", headword },
    { "a search key is whole or leaves the buffer as it was", search_key },
};

int main(void)
{
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
