/* test_find.c - terms in running text: facts in tests/data/match.tsv, and laws against matchers that are slow and simple. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/match.h>

#include "base/input.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "unit.h"

enum { MOST_ROWS = 300, LONGEST_NAME = 400, MOST_FOUND = 4000 };

/* ---- facts ---- */

static struct fact {
    const char *name;
    mq_str terms, text, want;
} facts[MOST_ROWS];

/* What was found, as "surface|surface". */
struct found {
    mq_str text;
    mq_buf list;
};

static mq_status list_found(void *user, const mq_found *f)
{
    struct found *all = user;

    assert_true(f->start < f->end && f->end <= all->text.n && f->n > 0);
    if (all->list.n)
        mq_buf_addc(&all->list, '|');
    mq_buf_add(&all->list, all->text.p + f->start, f->end - f->start);
    return MQ_OK;
}

/* Of the word in brackets, or of all words. */
static mq_status add_phrase(mq_matcher *m, mq_str phrase)
{
    mq_phrase_words of = { .first = 0 };
    mq_buf plain = MQ_BUF_INIT;
    bool marked = false;
    mq_status rc;

    for (size_t i = 0; i < phrase.n; i++) {
        if (phrase.p[i] == '[') {
            of.first = of.words;
            marked = true;
        } else if (phrase.p[i] != ']') {
            mq_buf_addc(&plain, phrase.p[i]);
        }
        of.words += phrase.p[i] == ' ';
    }
    of.words = marked ? 1 : of.words + 1;
    rc = mq_matcher_add_phrase(m, mq_buf_str(&plain), of, NULL);
    mq_buf_release(&plain);
    return rc;
}

static void add_term(mq_matcher *m, mq_str term, uint32_t pair)
{
    mq_lang lang = MQ_LANG_AR;

    if (term.n > 3 && memcmp(term.p, "no:", 3) == 0) {
        assert_int_equal(add_phrase(m, (mq_str){ term.p + 3, term.n - 3 }), MQ_OK);
        return;
    }
    if (term.n > 3 && term.p[2] == ':') {
        lang = term.p[0] == 'f' ? MQ_LANG_FR : MQ_LANG_EN;
        term = (mq_str){ term.p + 3, term.n - 3 };
    }
    assert_int_equal(mq_matcher_add(m, term, lang, pair, NULL), MQ_OK);
}

/* A matcher of terms that are parted by |. */
static mq_matcher *matcher_of(mq_str terms)
{
    mq_matcher *m;
    mq_str term;

    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    for (uint32_t i = 0; mq_split(&term, &terms, '|'); i++)
        add_term(m, term, i);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    return m;
}

/* The file writes a line break as \n. */
static void unescape(mq_buf *out, mq_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        const bool lf = s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n';

        mq_buf_addc(out, lf ? '\n' : s.p[i]);
        i += lf;
    }
}

static void fact(void **row)
{
    const struct fact *fact = *row;
    mq_buf text = MQ_BUF_INIT, want = MQ_BUF_INIT;
    struct found found = { .list = MQ_BUF_INIT };
    mq_matcher *m = matcher_of(fact->terms);
    mq_finder *f;

    unescape(&text, fact->text);
    unescape(&want, fact->want);
    found.text = mq_buf_str(&text);
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, found.text, list_found, &found, NULL), MQ_OK);
    assert_str(mq_buf_str(&found.list), mq_buf_str(&want));
    mq_finder_free(f);
    mq_matcher_free(m);
    mq_buf_release(&text);
    mq_buf_release(&want);
    mq_buf_release(&found.list);
}

static size_t read_facts(mq_buf *text, mq_buf *names)
{
    mq_input *in;
    mq_tsv t;
    size_t n = 0;

    assert_int_equal(mq_input_open(&in, "tests/data/match.tsv", NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, text, 1 << 20, NULL), MQ_OK);
    mq_input_close(in);
    assert_true(mq_buf_reserve(names, (size_t)MOST_ROWS * LONGEST_NAME));
    for (t = mq_tsv_of(mq_buf_str(text)); mq_tsv_next(&t); n++) {
        assert_true(n < MOST_ROWS && t.n == 4);
        facts[n] = (struct fact){ names->p + names->n, t.column[0], t.column[1], t.column[2] };
        mq_buf_addf(names, "%.*s in %.*s: %.*s", (int)t.column[0].n, t.column[0].p, (int)t.column[1].n, t.column[1].p, (int)t.column[3].n, t.column[3].p);
        names->n++; /* the NUL stays between two names */
        assert_true(names->n <= (size_t)MOST_ROWS * LONGEST_NAME);
    }
    return n;
}

/* ---- laws ---- */

struct span {
    size_t start, end, words, order;
    uint32_t pair;
    unsigned cost;
};

struct spans {
    struct span s[MOST_FOUND];
    size_t n;
    size_t words;    /* of the term that is looked for */
};

static mq_status collect(void *user, const mq_found *f)
{
    struct spans *all = user;

    assert_true(all->n < MOST_FOUND);
    all->s[all->n] = (struct span){ f->start, f->end, all->words, all->n, f->pair[0], f->cost };
    all->n++;
    return MQ_OK;
}

static void find(struct spans *out, const mq_matcher *m, mq_str text)
{
    mq_finder *f;

    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, text, collect, out, NULL), MQ_OK);
    mq_finder_free(f);
}

static int longest_first(const void *x, const void *y)
{
    const struct span *a = x, *b = y;

    if (a->words != b->words)
        return a->words > b->words ? -1 : 1;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    return a->start < b->start ? -1 : a->start > b->start;
}

static int in_order(const void *x, const void *y)
{
    const struct span *a = x, *b = y;

    return a->start < b->start ? -1 : a->start > b->start;
}

/* Takes spans by length, cost and place as long as nothing overlaps. */
static void resolve(struct spans *all)
{
    size_t n = 0;

    qsort(all->s, all->n, sizeof *all->s, longest_first);
    for (size_t i = 0; i < all->n; i++) {
        bool free = true;

        for (size_t k = 0; k < n; k++)
            free &= all->s[i].end <= all->s[k].start || all->s[k].end <= all->s[i].start;
        if (free)
            all->s[n++] = all->s[i];
    }
    all->n = n;
    qsort(all->s, all->n, sizeof *all->s, in_order);
}

static void same_spans(const struct spans *got, const struct spans *want)
{
    assert_int_equal(got->n, want->n);
    for (size_t i = 0; i < got->n; i++) {
        assert_int_equal(got->s[i].start, want->s[i].start);
        assert_int_equal(got->s[i].end, want->s[i].end);
        assert_int_equal(got->s[i].pair, want->s[i].pair);
    }
}

static size_t count_words(mq_str term)
{
    size_t n = 1;

    for (size_t i = 0; i < term.n; i++)
        n += term.p[i] == ' ';
    return n;
}

/* No two words of these are forms of one word, and no term begins with a word that another ends with. */
static const char terms[] = "\u0645\u0631\u0643\u0632 \u0627\u0644\u0639\u0645\u0644\u064A\u0627\u062A|\u0646\u0638\u0627\u0645 \u0642\u0627\u0646\u0648\u0646\u064A|"
                            "\u0645\u0631\u0643\u0632|\u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u0645\u0627\u0644\u064A\u0629|\u0634\u0631\u0643\u0629|"
                            "\u0646\u0638\u0627\u0645|\u0648\u0632\u0627\u0631\u0629";
static const char *const pieces[] = {
    "\u0645\u0631\u0643\u0632", "\u0648\u0628\u0645\u0631\u0627\u0643\u0632", "\u0627\u0644\u0639\u0645\u0644\u064A\u0627\u062A", "\u0639\u0645\u0644\u064A\u0627\u062A\u0647\u0627",
    "\u0646\u0638\u0627\u0645", "\u0644\u0644\u0646\u0638\u0627\u0645", "\u0627\u0644\u0642\u0627\u0646\u0648\u0646\u064A", "\u0642\u0627\u0646\u0648\u0646\u064A",
    "\u0648\u0632\u0627\u0631\u0629", "\u0627\u0644\u0648\u0632\u0627\u0631\u0629", "\u0627\u0644\u0645\u0627\u0644\u064A\u0629", "\u0634\u0631\u0643\u062A\u0647\u0627",
    "\u0634\u0631\u0643\u0627\u062A", "\u0647\u0646\u0627", "\u060C", ".", "\n", "\n\n", "abc", "7", "\u200F",
};

static void random_text(mq_buf *text, uint64_t *seed)
{
    const size_t n = unit_below(seed, 40);

    mq_buf_clear(text);
    mq_buf_addz(text, "");
    for (size_t i = 0; i < n; i++) {
        mq_buf_addz(text, pieces[unit_below(seed, UNIT_COUNT(pieces))]);
        if (unit_below(seed, 8))
            mq_buf_addc(text, ' ');
    }
}

static void all_terms_at_once_are_each_term_alone(void **state)
{
    static struct spans got, want;
    mq_matcher *all = matcher_of(mq_str_of(terms));
    mq_buf text = MQ_BUF_INIT;
    uint64_t seed = 11;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        mq_str list = mq_str_of(terms), term;

        random_text(&text, &seed);
        got.n = want.n = 0;
        for (uint32_t k = 0; mq_split(&term, &list, '|'); k++) {
            mq_matcher *one = matcher_of(term);
            const size_t before = want.n;

            want.words = count_words(term);
            find(&want, one, mq_buf_str(&text));
            for (size_t s = before; s < want.n; s++)
                want.s[s].pair = k;
            mq_matcher_free(one);
        }
        resolve(&want);
        find(&got, all, mq_buf_str(&text));
        same_spans(&got, &want);
    }
    mq_buf_release(&text);
    mq_matcher_free(all);
}

/* Words of two letters, where a form is the word itself: found by comparing words one by one. */
static void latin_terms_are_found_as_by_comparing_word_by_word(void **state)
{
    static const char *const words[] = { "bo", "zu", "ko" };
    static const char *const list[] = { "bo zu", "zu ko bo", "ko", "bo zu ko bo", "zu zu" };
    static struct spans got, want;
    mq_matcher *m;
    uint64_t seed = 12;

    (void)state;
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    for (uint32_t i = 0; i < UNIT_COUNT(list); i++)
        assert_int_equal(mq_matcher_add(m, mq_str_of(list[i]), MQ_LANG_FR, i, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    for (int i = 0; i < 3000; i++) {
        char text[200];
        size_t n = 0;

        for (size_t k = unit_below(&seed, 30); k > 0; k--) {
            memcpy(text + n, words[unit_below(&seed, 3)], 2);
            text[n + 2] = ' ';
            n += 3;
        }
        got.n = want.n = 0;
        for (uint32_t k = 0; k < UNIT_COUNT(list); k++) {
            const size_t length = strlen(list[k]);

            for (size_t at = 0; at + length <= n; at += 3)
                if (memcmp(text + at, list[k], length) == 0)
                    want.s[want.n++] = (struct span){ at, at + length, (length + 1) / 3, 0, k, 0 };
        }
        resolve(&want);
        find(&got, m, (mq_str){ text, n });
        same_spans(&got, &want);
    }
    mq_matcher_free(m);
}

static void what_was_looked_through_before_changes_nothing(void **state)
{
    static struct spans got, want;
    mq_matcher *m = matcher_of(mq_str_of(terms));
    mq_finder *used;
    mq_buf text = MQ_BUF_INIT;
    uint64_t seed = 13;

    (void)state;
    assert_int_equal(mq_finder_new(&used, m, NULL), MQ_OK);
    for (int i = 0; i < 500; i++) {
        random_text(&text, &seed);
        got.n = want.n = 0;
        find(&want, m, mq_buf_str(&text));
        assert_int_equal(mq_find(used, mq_buf_str(&text), collect, &got, NULL), MQ_OK);
        same_spans(&got, &want);
    }
    mq_finder_free(used);
    mq_buf_release(&text);
    mq_matcher_free(m);
}

enum { THREADS = 4 };

struct worker {
    pthread_t thread;
    const mq_matcher *m;
    mq_str text;
    struct spans got;
};

static void *work(void *user)
{
    struct worker *w = user;

    for (int i = 0; i < 20; i++) {
        w->got.n = 0;
        find(&w->got, w->m, w->text);
    }
    return NULL;
}

/* Under CONF=tsan this is what shows a race: in the matcher, in the tables of dict/ and in the counts. */
static void threads_share_a_matcher(void **state)
{
    static struct worker worker[THREADS];
    static struct spans want;
    mq_matcher *m = matcher_of(mq_str_of(terms));
    mq_buf text = MQ_BUF_INIT, all = MQ_BUF_INIT;
    uint64_t seed = 15;

    (void)state;
    for (int i = 0; i < 30; i++) {
        random_text(&text, &seed);
        mq_buf_addstr(&all, mq_buf_str(&text));
        mq_buf_addz(&all, ".\n");
    }
    for (int i = 0; i < THREADS; i++) {
        worker[i].m = m;
        worker[i].text = mq_buf_str(&all);
        assert_int_equal(pthread_create(&worker[i].thread, NULL, work, &worker[i]), 0);
    }
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(worker[i].thread, NULL), 0);
    find(&want, m, mq_buf_str(&all));
    for (int i = 0; i < THREADS; i++)
        same_spans(&worker[i].got, &want);
    mq_buf_release(&text);
    mq_buf_release(&all);
    mq_matcher_free(m);
}

static void matches_are_whole_letters_in_order(void **state)
{
    static struct spans got;
    mq_matcher *m = matcher_of(mq_str_of(terms));
    mq_buf text = MQ_BUF_INIT;
    uint64_t seed = 14;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        random_text(&text, &seed);
        got.n = 0;
        find(&got, m, mq_buf_str(&text));
        for (size_t k = 0; k < got.n; k++) {
            assert_true(k == 0 || got.s[k - 1].end <= got.s[k].start);
            assert_int_equal(mq_utf8_valid(text.p + got.s[k].start, got.s[k].end - got.s[k].start), got.s[k].end - got.s[k].start);
        }
    }
    mq_buf_release(&text);
    mq_matcher_free(m);
}

static mq_status stop(void *user, const mq_found *f)
{
    (void)f;
    ++*(int *)user;
    return MQ_ESTOPPED;
}

static void a_handler_can_stop(void **state)
{
    mq_matcher *m = matcher_of(mq_str_of(terms));
    mq_finder *f;
    int n = 0;

    (void)state;
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, MQ_STR("\u0645\u0631\u0643\u0632 \u0645\u0631\u0643\u0632"), stop, &n, NULL), MQ_ESTOPPED);
    assert_int_equal(n, 1);
    mq_finder_free(f);
    mq_matcher_free(m);
}

static mq_status two_pairs(void *user, const mq_found *f)
{
    ++*(int *)user;
    assert_int_equal(f->n, 2);
    assert_int_equal(f->pair[0], 3);
    assert_int_equal(f->pair[1], 8);
    assert_true(f->arabic);
    return MQ_OK;
}

static void pairs_of_one_term_come_together_each_once(void **state)
{
    static const char *const spellings[] = { "\u0634\u0631\u0643\u0629\u061B \u0634\u0631\u0643\u0629", "\u0634\u064E\u0631\u0650\u0643\u0629" };
    mq_matcher *m;
    mq_finder *f;
    int n = 0;

    (void)state;
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_str_of(spellings[0]), MQ_LANG_AR, 3, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_str_of(spellings[1]), MQ_LANG_AR, 8, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    assert_int_equal(mq_find(f, MQ_STR("\u0648\u0627\u0644\u0634\u0631\u0643\u0629"), two_pairs, &n, NULL), MQ_OK);
    assert_int_equal(n, 1);
    mq_finder_free(f);
    mq_matcher_free(m);
}

/* Means no term of three words. */
static bool is_short(void *user, const mq_found *f)
{
    const char *text = user;
    unsigned words = 1;

    for (size_t i = f->start; i < f->end; i++)
        words += text[i] == ' ';
    assert_true(words > 1);
    return words < 3;
}

static void a_term_that_is_not_meant_leaves_its_words_to_others(void **state)
{
    static char text[] = "ba bo bi bu";
    static struct spans got;
    mq_matcher *m = matcher_of(MQ_STR("fr:ba bo bi|fr:bo bi|fr:ba|fr:bi bu"));
    mq_finder *f;

    (void)state;
    assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
    got.n = 0;
    assert_int_equal(mq_find(f, mq_str_of(text), collect, &got, NULL), MQ_OK);
    assert_int_equal(got.n, 1);
    mq_finder_ask(f, is_short, text);
    got.n = 0;
    assert_int_equal(mq_find(f, mq_str_of(text), collect, &got, NULL), MQ_OK);
    assert_int_equal(got.n, 2); /* ba, bo bi */
    mq_finder_free(f);
    mq_matcher_free(m);
}

/* Means no first term. */
static bool is_second(void *user, const mq_found *f)
{
    (void)user;
    return f->pair[0] > 0;
}

static const struct plural_case {
    const char *terms, *text;
    size_t otherwise; /* how many are found where the first one is not meant */
} plurals[] = {
    { "أسواق|سوق", "الأسواق", 1 },
    { "إعانات|إعانة", "وإعانات", 1 },
    { "تحويلات|تحويلة", "تحويلات", 0 }, /* of تحويل, mostly */
};

static void a_plural_that_is_not_meant_is_one_of_another_headword(void **state)
{
    static struct spans got;

    (void)state;
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
        mq_matcher *m = matcher_of(mq_str_of(plurals[i].terms));
        mq_finder *f;

        assert_int_equal(mq_finder_new(&f, m, NULL), MQ_OK);
        got.n = 0;
        assert_int_equal(mq_find(f, mq_str_of(plurals[i].text), collect, &got, NULL), MQ_OK);
        assert_int_equal(got.n, 1);
        assert_int_equal(got.s[0].pair, 0);
        mq_finder_ask(f, is_second, NULL);
        got.n = 0;
        assert_int_equal(mq_find(f, mq_str_of(plurals[i].text), collect, &got, NULL), MQ_OK);
        assert_int_equal(got.n == 1 && got.s[0].pair == 1, plurals[i].otherwise);
        mq_finder_free(f);
        mq_matcher_free(m);
    }
}

/* A term and a text of one word over and over: the walk is bounded by the term's length. */
static void repeated_words_take_no_longer(void **state)
{
    static struct spans got;
    mq_buf term = MQ_BUF_INIT, text = MQ_BUF_INIT;
    mq_matcher *m;

    (void)state;
    for (int i = 0; i < MQ_MATCHER_WORDS; i++)
        mq_buf_addz(&term, "ba ");
    for (int i = 0; i < 100000; i++)
        mq_buf_addz(&text, "ba ");
    m = matcher_of(MQ_STR("\u0643"));
    mq_matcher_free(m);
    assert_int_equal(mq_matcher_new(&m, NULL), MQ_OK);
    assert_int_equal(mq_matcher_add(m, mq_buf_str(&term), MQ_LANG_FR, 0, NULL), MQ_OK);
    mq_buf_addz(&term, "ba"); /* one word more cannot be found */
    assert_int_equal(mq_matcher_add(m, mq_buf_str(&term), MQ_LANG_FR, 1, NULL), MQ_OK);
    assert_int_equal(mq_matcher_finish(m, NULL), MQ_OK);
    got.n = 0;
    find(&got, m, mq_buf_str(&text));
    assert_int_equal(got.n, 100000 / MQ_MATCHER_WORDS);
    mq_matcher_free(m);
    mq_buf_release(&term);
    mq_buf_release(&text);
}

int main(void)
{
    mq_buf text = MQ_BUF_INIT, names = MQ_BUF_INIT;

    unit_rows(facts, read_facts(&text, &names), sizeof *facts, fact);
    UNIT_LAW("all terms at once give what each term alone gives, the longest first", all_terms_at_once_are_each_term_alone);
    UNIT_LAW("Latin terms are found as by comparing word by word", latin_terms_are_found_as_by_comparing_word_by_word);
    UNIT_LAW("a term of several words that is not meant leaves its words to others", a_term_that_is_not_meant_leaves_its_words_to_others);
    UNIT_LAW("a plural that is not meant is one of another headword", a_plural_that_is_not_meant_is_one_of_another_headword);
    UNIT_LAW("what was looked through before changes nothing", what_was_looked_through_before_changes_nothing);
    UNIT_LAW("finders on several threads share a matcher", threads_share_a_matcher);
    UNIT_LAW("matches are whole letters and come in order", matches_are_whole_letters_in_order);
    UNIT_LAW("a handler can stop", a_handler_can_stop);
    UNIT_LAW("the pairs of one term come together, each once", pairs_of_one_term_come_together_each_once);
    UNIT_LAW("repeated words take no longer", repeated_words_take_no_longer);
    return unit_run();
}
