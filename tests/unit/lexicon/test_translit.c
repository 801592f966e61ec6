/*
 * test_translit.c - the cost of a transliteration is that of the plain recurrence over the rules of dict/translit.tsv, whatever translit.c leaves out because
 * it cannot matter: dead places, columns out of reach, pairs whose letters must cost too much.
 */
#include <stdlib.h>
#include <string.h>

#include "base/input.h"
#include "base/tsv.h"
#include "lexicon/translit.h"
#include "unit.h"

enum { LONGEST = 24, MOST_RULES = 1024, FAR = 1 << 20, UNEXPLAINED = 110, UNEXPLAINED_VOWEL = 40 };

static struct { mq_str ar, la; int cost; } rules[MOST_RULES]; /* costs in tenths; an empty side: the other one is not written, or says nothing */
static size_t nrules, left_out = SIZE_MAX; /* left_out: a rule that naive_cost does not know */
static mq_buf file = MQ_BUF_INIT;

static void read_rules(void)
{
    mq_input *in;
    mq_tsv t;

    assert_int_equal(mq_input_open(&in, "dict/translit.tsv", NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, &file, 1 << 20, NULL), MQ_OK);
    mq_input_close(in);
    t = mq_tsv_of(mq_buf_str(&file));
    while (mq_tsv_next(&t)) {
        const mq_str none = { "", 0 };

        if (t.column[0].p[0] == '=')
            continue;
        assert_true(nrules < MOST_RULES);
        rules[nrules].ar = t.column[0].p[0] == '-' ? none : t.column[0];
        rules[nrules].la = t.column[1].p[0] == '-' ? none : t.column[1];
        rules[nrules++].cost = (int)(strtod(t.column[2].p, NULL) * 10 + 0.5);
    }
}

static bool ends_in(const char *text, size_t n, mq_str end)
{
    return n >= end.n && memcmp(text + n - end.n, end.p, end.n) == 0;
}

/* What a letter costs that no rule names alone: alef, waw and yeh are often silent. */
static int unexplained(const char *letter)
{
    static const char *const vowels[] = { "\xD8\xA7", "\xD9\x88", "\xD9\x8A" };

    for (size_t i = 0; i < UNIT_COUNT(vowels); i++)
        if (memcmp(letter, vowels[i], 2) == 0)
            return UNEXPLAINED_VOWEL;
    return UNEXPLAINED;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* best[i][j]: the least cost of i Arabic letters, of two bytes each, for j Latin ones. */
static int naive_total(mq_str ar, mq_str la)
{
    static int best[LONGEST + 1][LONGEST + 1];
    const size_t n = ar.n / 2, m = la.n;

    for (size_t i = 0; i <= n; i++)
        for (size_t j = 0; j <= m; j++) {
            int silent = i ? unexplained(ar.p + 2 * (i - 1)) : FAR, unwritten = UNEXPLAINED, cost = i || j ? FAR : 0;

            for (size_t k = 0; k < nrules; k++) {
                const mq_str a = rules[k].ar, l = rules[k].la;

                if (k == left_out || !ends_in(ar.p, 2 * i, a) || !ends_in(la.p, j, l))
                    continue;
                if (a.n && l.n)
                    cost = least(cost, best[i - a.n / 2][j - l.n] + rules[k].cost);
                else if (a.n)
                    silent = least(silent, rules[k].cost);
                else
                    unwritten = rules[k].cost;
            }
            cost = i ? least(cost, best[i - 1][j] + silent) : cost;
            best[i][j] = j ? least(cost, best[i][j - 1] + unwritten) : cost;
        }
    return best[n][m];
}

static float naive_cost(mq_str ar, mq_str la)
{
    const size_t longer = ar.n / 2 > la.n ? ar.n / 2 : la.n;
    const int total = naive_total(ar, la);

    return total <= (int)(MQ_TRANSLIT_LIMIT * 10 * (float)longer) ? (float)total / 10.0f / (float)longer : MQ_TRANSLIT_FAR;
}

/* The sides of some rules one behind the other, now and then one of them without the other: from a perfect rendering to none at all. */
static void random_pair(char ar[2 * LONGEST], size_t *n, char la[LONGEST], size_t *m, uint64_t *seed)
{
    const size_t pieces = 1 + unit_below(seed, 5), noise = unit_below(seed, 4);

    *n = *m = 0;
    for (size_t i = 0; i < pieces; i++) {
        const size_t a = unit_below(seed, nrules), l = unit_below(seed, 4) < noise ? unit_below(seed, nrules) : a;

        memcpy(ar + *n, rules[a].ar.p, rules[a].ar.n);
        memcpy(la + *m, rules[l].la.p, rules[l].la.n);
        *n += rules[a].ar.n;
        *m += rules[l].la.n;
    }
}

static void equals_the_recurrence(void **state)
{
    mq_str image;
    uint64_t seed = 5;
    size_t close = 0;

    (void)state;
    assert_int_equal(mq_dict_image(&image, &mq_dict_translit, NULL), MQ_OK);
    read_rules();
    for (int round = 0; round < 4000; round++) {
        char ar[2 * LONGEST], la[LONGEST];
        mq_translit_least known = { .made = false };
        mq_str a = { ar, 0 }, l = { la, 0 };
        float want;

        random_pair(ar, &a.n, la, &l.n, &seed);
        if (!a.n || !l.n)
            continue;
        want = naive_cost(a, l);
        close += want < MQ_TRANSLIT_FAR;
        assert_true(mq_translit_cost_of(image, a, l, &known) == want);
        assert_true(mq_translit_cost_of(image, a, l, &known) == want); /* by what the first time left */
    }
    assert_true(close > 1000 && close < 3500);
}

/* What others say as cheaply takes time and changes nothing. */
static void no_rule_is_idle(void **state)
{
    (void)state;
    for (left_out = 0; left_out < nrules; left_out++) {
        const mq_str ar = rules[left_out].ar, la = rules[left_out].la;

        if (ar.n && la.n && naive_total(ar, la) <= rules[left_out].cost)
            fail_msg("%.*s %.*s", (int)ar.n, ar.p, (int)la.n, la.p);
    }
    left_out = SIZE_MAX;
}

static const struct {
    const char *name, *ar, *la;
    bool same;
} names[] = {
    { "ph is one sound", "\u062F\u0627\u0641\u0646\u064A", "daphne", true },
    { "a borrowed letter for v", "\u06A4\u064A\u0646\u0627", "vienna", true },
    { "a borrowed letter for p", "\u067E\u0627\u0631\u064A\u0633", "paris", true },
    { "a borrowed letter for ch", "\u0686\u0627\u0631\u0644\u0632", "charles", true },
    { "a borrowed letter for j", "\u0698\u0627\u0646", "jean", true },
    { "three borrowed letters for g", "\u06AF\u0648\u062F\u0627\u0631", "godard", true },
    { "the g of Tunisia", "\u06A8\u0648\u062F\u0627\u0631", "godard", true },
    { "the g of Morocco", "\u06AD\u0648\u062F\u0627\u0631", "godard", true },
    { "a silent end", "\u0643\u0644\u064A\u0645\u0627\u0646", "clement", true },
    { "another name", "\u067E\u0627\u0631\u064A\u0633", "london", false },
};

static void sounds_are_told_apart(void **state)
{
    mq_str image;

    (void)state;
    assert_int_equal(mq_dict_image(&image, &mq_dict_translit, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(names); i++) {
        const mq_str ar = mq_str_of(names[i].ar), la = mq_str_of(names[i].la);
        const bool same = !mq_sounds_differ(mq_sounds_arabic(ar), mq_sounds_latin(la)) && mq_translit_cost(image, ar, la) < 1.3f;

        if (same != names[i].same)
            fail_msg("%s: cost %.2f", names[i].name, (double)mq_translit_cost(image, ar, la));
    }
}

int main(void)
{
    UNIT_LAW("names and their sounds", sounds_are_told_apart);
    int failed;

    UNIT_LAW("the cost is that of the plain recurrence, whatever is left out", equals_the_recurrence);
    UNIT_LAW("no rule says what others say as cheaply", no_rule_is_idle);
    failed = unit_run();
    mq_buf_release(&file);
    return failed;
}
