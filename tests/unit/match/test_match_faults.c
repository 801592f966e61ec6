/* test_match_faults.c - the match room without memory: nothing is left behind, nothing is found that is not there. */
#include <muqabil/match.h>

#include "faults.h"

static const char text[] = "\u0648\u0628\u0645\u0631\u0627\u0643\u0632 \u0627\u0644\u0639\u0645\u0644\u064A\u0627\u062A, les \u00E9tudes d'impact, \uFEE3\uFEAE\uFEDB\uFEB0 \u0667 ANRT";

static mq_status count(void *user, const mq_found *f)
{
    *(size_t *)user += f->n;
    return MQ_OK;
}

static mq_status add_terms(mq_matcher *m, mq_error *err)
{
    static const char *const arabic[] = { "\u0645\u0631\u0643\u0632 \u0627\u0644\u0639\u0645\u0644\u064A\u0627\u062A", "\u0645\u0631\u0643\u0632\u061B \u0645\u0642\u0631 (\u0646)" };
    mq_status rc = MQ_OK;

    for (uint32_t i = 0; i < UNIT_COUNT(arabic) && !rc; i++)
        rc = mq_matcher_add(m, mq_str_of(arabic[i]), MQ_LANG_AR, i, err);
    if (!rc)
        rc = mq_matcher_add(m, MQ_STR("\u00E9tude d'impact"), MQ_LANG_FR, 0, err);
    return rc ? rc : mq_matcher_finish(m, err);
}

static mq_status build_and_find(void)
{
    mq_error err = { .code = MQ_OK };
    mq_matcher *m;
    mq_finder *f = NULL;
    size_t n = 0;
    mq_status rc = mq_matcher_new(&m, &err);

    if (!rc)
        rc = add_terms(m, &err);
    if (!rc)
        rc = mq_finder_new(&f, m, &err);
    if (!rc)
        rc = mq_find(f, mq_str_of(text), count, &n, &err);
    assert_int_equal(err.code, rc);
    if (!rc)
        assert_int_equal(n, 3);
    mq_finder_free(f);
    mq_matcher_free(m);
    return rc;
}

static const faults_case cases[] = {
    { "terms are entered and found, or there is no memory", build_and_find },
};

int main(void)
{
    UNIT_ROWS(cases, faults_each);
    return unit_run();
}
