/* test_rank.c - the likeliest reading of words that stand alone: facts in tests/data/likeliest.tsv, and laws over random words. */
#include <stdio.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/input.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "text/rank.h"
#include "unit.h"

enum { MOST_ROWS = 400, LONGEST_NAME = 300, TRIALS = 5000 };

/* ---- facts ---- */

typedef struct fact {
    const char *name;
    mq_str word, reading; /* the reading as describe() writes it */
    mq_beside beside;
    bool in_company;      /* the words beside it are told */
} fact;

static fact facts[MOST_ROWS], company_facts[MOST_ROWS];

/* و+ال+headword change pronoun */
static void describe(mq_buf *out, const mq_reading *r)
{
    static const struct {
        uint8_t bit;
        const char *letter;
    } proclitics[] = { { MQ_CLITIC_A, "\u0623" },  { MQ_CLITIC_WA, "\u0648" }, { MQ_CLITIC_FA, "\u0641" }, { MQ_CLITIC_BI, "\u0628" },
                       { MQ_CLITIC_LI, "\u0644" }, { MQ_CLITIC_KA, "\u0643" }, { MQ_CLITIC_SA, "\u0633" } };
    static const char *const changes[] = { "same", "case", "weak", "dual", "plural", "broken", "fem", "nisba" };

    for (size_t i = 0; i < UNIT_COUNT(proclitics); i++)
        if (r->proclitics & proclitics[i].bit)
            mq_buf_addf(out, "%s+", proclitics[i].letter);
    mq_buf_addf(out, "%s%.*s %s ", r->article ? "\u0627\u0644+" : "", r->n, r->key, changes[r->change]);
    if (r->pronoun) {
        const mq_ending *p = &mq_affixes_get()->pronoun[r->pronoun - 1];
        char letters[16];

        mq_buf_add(out, letters, mq_arword_key(letters, p->letter, p->n));
    } else {
        mq_buf_addc(out, '-');
    }
}

static void likeliest(void **row)
{
    const fact *f = *row;
    mq_buf got = MQ_BUF_INIT;
    mq_morph m;

    assert_true((f->in_company ? mq_morph_likeliest_beside(&m, f->word, f->beside) : mq_morph_likeliest(&m, f->word)) > 0);
    describe(&got, &m.r[0]);
    assert_str(mq_buf_str(&got), f->reading);
    mq_buf_release(&got);
}

/* What describe() writes for a row of the table. */
static mq_str expected(mq_buf *texts, const mq_str *column)
{
    const size_t at = texts->n;

    if (!mq_str_equal(column[2], MQ_STR("-")))
        mq_buf_addf(texts, "%.*s+", (int)column[2].n, column[2].p);
    assert_int_equal(mq_fold(texts, column[1], MQ_FOLD_SEARCH, NULL), MQ_OK);
    mq_buf_addf(texts, " %.*s %.*s", (int)column[3].n, column[3].p, (int)column[4].n, column[4].p);
    return (mq_str){ texts->p + at, texts->n - at };
}

static mq_str neighbour(mq_str column)
{
    return mq_str_equal(column, MQ_STR("-")) ? (mq_str){ "", 0 } : column;
}

/* Rows of word, reading, why; `company`: with the words before and after it. */
static size_t read_facts(fact *out, const char *path, bool company, mq_buf *text, mq_buf *texts)
{
    const unsigned token = company ? 1 : 0, reading = company ? 2 : 0;
    mq_input *in;
    mq_tsv t;
    size_t n = 0;

    assert_int_equal(mq_input_open(&in, path, NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, text, 1 << 20, NULL), MQ_OK);
    mq_input_close(in);
    assert_true(mq_buf_reserve(texts, (size_t)MOST_ROWS * LONGEST_NAME));
    for (t = mq_tsv_of(mq_buf_str(text)); mq_tsv_next(&t); n++) {
        const mq_str *c = t.column, why = c[reading + 5];

        assert_true(n < MOST_ROWS && t.n == reading + 6);
        out[n] = (fact){ texts->p + texts->n, c[token], { NULL, 0 }, { { "", 0 }, { "", 0 } }, company };
        if (company)
            out[n].beside = (mq_beside){ neighbour(c[0]), neighbour(c[2]) };
        mq_buf_addf(texts, "%.*s %.*s: %.*s", company ? (int)c[0].n : 0, c[0].p, (int)c[token].n, c[token].p, (int)why.n, why.p);
        texts->n++; /* the NUL stays between two texts */
        out[n].reading = expected(texts, c + reading);
        assert_true(texts->n <= (size_t)MOST_ROWS * LONGEST_NAME);
    }
    return n;
}

/* ---- laws ---- */

static void the_heaviest_comes_first(void **state)
{
    uint64_t seed = 9;
    char word[64];

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        float weight[MQ_MOST_READINGS];
        mq_morph m;
        const unsigned believed = mq_morph_likeliest(&m, unit_arabic_word(word, &seed));

        assert_true(m.n ? believed >= 1 && believed <= m.n : believed == 0);
        mq_morph_weigh(weight, &m);
        for (unsigned k = 0; k < m.n; k++)
            assert_true(weight[k] > 0 && (k == 0 || weight[k] <= weight[k - 1]));
    }
}

static bool same_reading(const mq_reading *a, const mq_reading *b)
{
    return a->n == b->n && memcmp(a->key, b->key, a->n) == 0 && a->kept == b->kept && a->proclitics == b->proclitics && a->article == b->article &&
           a->pronoun == b->pronoun && a->ending == b->ending && a->change == b->change && a->cost == b->cost && a->from == b->from && a->to == b->to &&
           a->start == b->start && a->end == b->end;
}

static bool has_reading(const mq_morph *m, const mq_reading *r)
{
    for (unsigned i = 0; i < m->n; i++)
        if (same_reading(&m->r[i], r))
            return true;
    return false;
}

static void no_reading_is_lost_or_made_up(void **state)
{
    uint64_t seed = 10;
    char word[64];

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        const mq_str w = unit_arabic_word(word, &seed);
        mq_morph ranked, plain;
        bool found;

        (void)mq_morph_likeliest(&ranked, w);
        mq_morph_read_fully(&plain, w);
        for (unsigned mend = 0; memcmp(ranked.word.letter, plain.word.letter, plain.word.n * sizeof *plain.word.letter) != 0; mend++) {
            mq_morph mended;

            if (!mq_morph_mend_fully(&mended, &plain, mend)) {
                assert_true(mq_morph_restore_fully(&plain, &plain));
                break;
            }
            if (memcmp(ranked.word.letter, mended.word.letter, mended.word.n * sizeof *mended.word.letter) == 0) {
                plain = mended;
                break;
            }
        }
        assert_int_equal(ranked.n, plain.n);
        found = true;
        for (unsigned k = 0; k < plain.n; k++)
            found &= has_reading(&ranked, &plain.r[k]);
        assert_true(found);
    }
}

static void neighbours_only_change_the_order(void **state)
{
    uint64_t seed = 11;
    char word[3][64];

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        const mq_str before = unit_arabic_word(word[0], &seed), token = unit_arabic_word(word[1], &seed), after = unit_arabic_word(word[2], &seed);
        mq_morph alone, together;
        const unsigned believed = mq_morph_likeliest_beside(&together, token, (mq_beside){ before, after });

        (void)mq_morph_likeliest(&alone, token);
        assert_true(together.n ? believed >= 1 && believed <= together.n : believed == 0);
        if (memcmp(alone.word.letter, together.word.letter, alone.word.n * sizeof *alone.word.letter) == 0)
            assert_int_equal(alone.n, together.n);
    }
}

/* ---- what is no word ---- */

static const struct hostile {
    const char *name, *word;
} hostile[] = {
    { "nothing", "" },
    { "a mark alone", "\u064E" },
    { "Latin letters", "abc" },
    { "bytes that are no text", "\xD8\xFF\x80" },
};

static void has_no_reading(void **row)
{
    const struct hostile *h = *row;
    mq_morph m;

    assert_int_equal(mq_morph_likeliest(&m, mq_str_of(h->word)), 0);
    assert_int_equal(m.n, 0);
}

int main(void)
{
    mq_buf text[2] = { MQ_BUF_INIT, MQ_BUF_INIT }, texts[2] = { MQ_BUF_INIT, MQ_BUF_INIT };

    unit_rows(facts, read_facts(facts, "tests/data/likeliest.tsv", false, &text[0], &texts[0]), sizeof *facts, likeliest);
    unit_rows(company_facts, read_facts(company_facts, "tests/data/beside.tsv", true, &text[1], &texts[1]), sizeof *company_facts, likeliest);
    UNIT_ROWS(hostile, has_no_reading);
    UNIT_LAW("the heaviest reading comes first, and one at least is believed", the_heaviest_comes_first);
    UNIT_LAW("ranking neither loses readings nor makes any up", no_reading_is_lost_or_made_up);
    UNIT_LAW("neighbours change the order of readings, not the readings", neighbours_only_change_the_order);
    return unit_run();
}
