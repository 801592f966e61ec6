/* test_morph.c - readings of Arabic words: facts in tests/data/morph.tsv, and laws over generated forms. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/input.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "text/clitic.h"
#include "text/morph.h"
#include "text/plural.h"
#include "unit.h"

enum { MOST_ROWS = 200, LONGEST_NAME = 300 };

/* ---- facts ---- */

static struct fact {
    const char *name;
    mq_str word, head, verdict;
} facts[MOST_ROWS];

/* Whether a reading of m leads to the headword. */
static bool leads(const mq_morph *m, mq_str head, bool believed)
{
    mq_morph_key keys[2];
    const unsigned n = mq_morph_keys(keys, head);

    for (unsigned i = 0; i < m->n; i++)
        for (unsigned k = 0; k < n; k++)
            if (m->r[i].n == keys[k].n && memcmp(m->r[i].key, keys[k].key, keys[k].n) == 0 && !(believed && (m->r[i].doubtful || m->r[i].overshadowed)))
                return true;
    return false;
}

static void fact(void **row)
{
    const struct fact *f = *row;
    mq_morph m;
    const char *got;

    mq_morph_read(&m, f->word);
    mq_morph_judge(&m);
    got = leads(&m, f->head, true) ? "found" : leads(&m, f->head, false) ? "doubtful" : "never";
    assert_str(mq_str_of(got), f->verdict);
}

/* Reads tests/data/morph.tsv; its memory lives as long as the program. */
static size_t read_facts(mq_buf *text, mq_buf *names)
{
    mq_input *in;
    mq_tsv t;
    size_t n = 0;

    assert_int_equal(mq_input_open(&in, "tests/data/morph.tsv", NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, text, 1 << 20, NULL), MQ_OK);
    mq_input_close(in);
    assert_true(mq_buf_reserve(names, (size_t)MOST_ROWS * LONGEST_NAME));
    for (t = mq_tsv_of(mq_buf_str(text)); mq_tsv_next(&t); n++) {
        assert_true(n < MOST_ROWS && t.n == 4);
        facts[n] = (struct fact){ names->p + names->n, t.column[0], t.column[1], t.column[2] };
        mq_buf_addf(names, "%.*s, %.*s: %.*s", (int)t.column[0].n, t.column[0].p, (int)t.column[1].n, t.column[1].p, (int)t.column[3].n, t.column[3].p);
        names->n++; /* the NUL stays between two names */
        assert_true(names->n <= (size_t)MOST_ROWS * LONGEST_NAME);
    }
    return n;
}

/* ---- laws ---- */

static void each_reading_keeps_its_promises(void **state)
{
    uint64_t seed = 5;
    char word[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const mq_str w = unit_arabic_word(word, &seed);
        mq_morph m;

        mq_morph_read(&m, w);
        assert_true(m.n <= MQ_MOST_READINGS);
        for (unsigned k = 0; k < m.n; k++) {
            const mq_reading *r = &m.r[k];

            assert_true(r->start < r->end && r->end <= w.n);
            assert_true(r->start == 0 || ((unsigned char)w.p[r->start] & 0xC0) != 0x80);
            assert_true(r->end == w.n || ((unsigned char)w.p[r->end] & 0xC0) != 0x80);
            assert_true(k == 0 || m.r[k - 1].cost <= r->cost);
            assert_int_equal(mq_utf8_valid(r->key, r->n), r->n);
            assert_false(r->article && r->pronoun);
        }
    }
}

static void the_word_itself_comes_first_and_is_folded(void **state)
{
    uint64_t seed = 6;
    char word[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const mq_str w = unit_arabic_word(word, &seed);
        mq_buf folded = MQ_BUF_INIT;
        mq_morph m;

        mq_morph_read(&m, w);
        assert_int_equal(mq_fold(&folded, w, MQ_FOLD_SEARCH, NULL), MQ_OK);
        if (m.n && m.r[0].cost == 0)
            assert_str(((mq_str){ m.r[0].key, m.r[0].n }), mq_buf_str(&folded));
        mq_buf_release(&folded);
    }
}

static void the_likeliest_cut_is_among_the_readings(void **state)
{
    uint64_t seed = 7;
    char word[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const mq_str w = unit_arabic_word(word, &seed);
        mq_buf folded = MQ_BUF_INIT;
        mq_cut cut;
        mq_morph m;
        bool found = false;

        assert_int_equal(mq_fold(&folded, w, MQ_FOLD_SEARCH, NULL), MQ_OK);
        mq_morph_read(&m, mq_buf_str(&folded));
        cut = folded.n ? mq_best_cut(mq_buf_str(&folded)) : (mq_cut){ 0, false, 0 };
        for (unsigned k = 0; k < m.n; k++)
            found |= m.r[k].start == cut.skip && m.r[k].article == cut.article && m.r[k].proclitics == cut.proclitics;
        assert_true(found || m.n == 0 || m.n == MQ_MOST_READINGS);
        mq_buf_release(&folded);
    }
}

/* ---- all forms of a headword, made here from a table of its own ---- */

static const char *const stacks[] = { "", "\u0648", "\u0641", "\u0628", "\u0644", "\u0643", "\u0648\u0628", "\u0648\u0644", "\u0648\u0643", "\u0641\u0628", "\u0641\u0644",
                                      "\u0641\u0643", "\u0623\u0648", "\u0623\u0628" };
static const char *const articles[] = { "\u0627\u0644", "\u0648\u0627\u0644", "\u0641\u0627\u0644", "\u0628\u0627\u0644", "\u0643\u0627\u0644", "\u0648\u0628\u0627\u0644",
                                        "\u0648\u0643\u0627\u0644", "\u0641\u0628\u0627\u0644" };
static const char *const pronouns[] = { "\u0647", "\u0647\u0627", "\u0647\u0645", "\u0647\u0645\u0627", "\u0647\u0646", "\u0646\u0627", "\u0643", "\u0643\u0645" };
static const char *const illegal[] = { "\u0628\u0644", "\u0627\u0644\u0628", "\u0641\u0648", "\u0628\u0648", "\u0643\u0628", "\u0644\u0628", "\u0648\u0648\u0628", "\u0627\u0644\u0648\u0628" };

static bool ends(mq_str s, const char *tail)
{
    const size_t n = strlen(tail);

    return s.n >= n && memcmp(s.p + s.n - n, tail, n) == 0;
}

/* A form as it was put together, and so what its reading must say. */
struct form {
    const char *before;  /* proclitics, with ال or not; لل is ل and ال */
    mq_str stem;         /* as it stands in the form, without endings */
    const char *after;   /* endings and a pronoun */
    bool pronoun;
};

static uint8_t proclitics_of(const char *before)
{
    uint8_t bits = 0;

    for (const char *p = before; *p; p += 2) {
        uint32_t cp;

        (void)mq_utf8_decode(p, p + 2, &cp);
        if (cp == 0x0627)
            break; /* ال */
        bits |= mq_clitic_bit((uint16_t)cp);
    }
    return bits;
}

static bool has_article(const char *before)
{
    return ends(mq_str_of(before), "\u0627\u0644") || ends(mq_str_of(before), "\u0644\u0644");
}

/* Whether r takes the form apart as it was put together; a form that the lexicon lists (سنوات) is a stem as a whole. */
static bool takes_apart(const mq_reading *r, const struct form *f)
{
    const size_t start = strlen(f->before);

    return r->start == start && (r->end == start + f->stem.n || r->change == MQ_CHANGE_BROKEN) && r->article == has_article(f->before) && r->proclitics == proclitics_of(f->before) &&
           (r->pronoun != 0) == f->pronoun;
}

static void expect_reading(const struct form *f, mq_str head)
{
    mq_buf text = MQ_BUF_INIT;
    mq_morph_key keys[2];
    mq_morph m;
    bool found = false;
    const unsigned n = mq_morph_keys(keys, head);

    mq_buf_addf(&text, "%s%.*s%s", f->before, (int)f->stem.n, f->stem.p, f->after);
    mq_morph_read(&m, mq_buf_str(&text));
    for (unsigned i = 0; i < m.n; i++)
        for (unsigned k = 0; k < n; k++)
            found |= m.r[i].n == keys[k].n && memcmp(m.r[i].key, keys[k].key, keys[k].n) == 0 && takes_apart(&m.r[i], f);
    if (!found)
        fail_msg("%s, of %.*s", text.p, (int)head.n, head.p);
    mq_buf_release(&text);
}

static void expect_none(const char *before, mq_str head, const char *after)
{
    mq_buf form = MQ_BUF_INIT;
    mq_morph m;

    mq_buf_addf(&form, "%s%.*s%s", before, (int)head.n, head.p, after);
    mq_morph_read(&m, mq_buf_str(&form));
    if (leads(&m, head, false))
        fail_msg("%s, of %.*s", form.p, (int)head.n, head.p);
    mq_buf_release(&form);
}

/* Bare and with every pronoun: ة is ت before it, ى is ا. */
static void expect_pronouns(mq_str head)
{
    const char *link = ends(head, "\u0629") ? "\u062A" : ends(head, "\u0649") ? "\u0627" : "";
    const mq_str stem = { head.p, head.n - strlen(link) };

    for (size_t p = 0; p < UNIT_COUNT(pronouns); p++)
        for (size_t s = 0; s < UNIT_COUNT(stacks); s++) {
            char after[16];

            (void)snprintf(after, sizeof after, "%s%s", link, pronouns[p]);
            expect_reading(&(struct form){ stacks[s], stem, after, true }, head);
        }
}

static void expect_numbers(mq_str head)
{
    mq_str stem = head;

    if (ends(head, "\u0649") || ends(head, "\u0627") || ends(head, "\u0621") || ends(head, "\u0623"))
        return;
    if (ends(head, "\u0629")) {
        stem.n -= 2;
        expect_reading(&(struct form){ "", stem, "\u062A\u0627\u0646", false }, head);
        expect_reading(&(struct form){ "\u0648\u0627\u0644", stem, "\u062A\u064A\u0646", false }, head);
        if (!ends(stem, "\u0627"))
            expect_reading(&(struct form){ "\u0628\u0627\u0644", stem, "\u0627\u062A", false }, head);
        return;
    }
    expect_reading(&(struct form){ "", stem, "\u0627\u0646", false }, head);
    expect_reading(&(struct form){ "\u0648\u0628\u0627\u0644", stem, "\u064A\u0646", false }, head);
    expect_reading(&(struct form){ "\u0643", stem, "\u064A\u0647\u0627", true }, head);
    expect_reading(&(struct form){ "\u0641", stem, "\u0627", false }, head);
}

static void each_form_of_a_headword(mq_str head)
{
    for (size_t s = 0; s < UNIT_COUNT(stacks); s++)
        expect_reading(&(struct form){ stacks[s], head, "", false }, head);
    for (size_t s = 0; s < UNIT_COUNT(articles); s++)
        expect_reading(&(struct form){ articles[s], head, "", false }, head);
    if (head.n >= 2 && memcmp(head.p, "\u0644", 2) == 0)
        expect_reading(&(struct form){ "\u0644", head, "", false }, head);
    else
        expect_reading(&(struct form){ "\u0644\u0644", head, "", false }, head);
    expect_pronouns(head);
    expect_numbers(head);
    for (size_t s = 0; s < UNIT_COUNT(illegal); s++)
        expect_none(illegal[s], head, "");
    expect_none("\u0627\u0644", head, "\u0647\u0645\u0627\u0647\u0627");
}

static bool is_plain_word(mq_str s)
{
    mq_token t;
    size_t at = 0;

    return s.n >= 6 && mq_token_next(&t, s, &at) && t.script == MQ_ARABIC && t.start == 0 && t.end == s.n && memcmp(s.p, "\u0627\u0644", 4) != 0;
}

static void each_form_of_the_headwords_of_the_lexicon_is_found(void **state)
{
    mq_buf text = MQ_BUF_INIT;
    mq_input *in;
    mq_tsv t;
    size_t n = 0;

    (void)state;
    assert_int_equal(mq_input_open(&in, "dict/lexicon.tsv", NULL), MQ_OK);
    assert_int_equal(mq_input_all(in, &text, 1 << 26, NULL), MQ_OK);
    mq_input_close(in);
    for (t = mq_tsv_of(mq_buf_str(&text)); n < 5000 && mq_tsv_next(&t);)
        if (is_plain_word(t.column[0]) && (mq_str_equal(t.column[1], MQ_STR("noun")) || mq_str_equal(t.column[1], MQ_STR("adj"))) && t.line % 2) {
            each_form_of_a_headword(t.column[0]);
            n++;
        }
    assert_int_equal(n, 5000);
    mq_buf_release(&text);
}

/* ---- damage ---- */

static const struct damage {
    const char *name, *damaged, *original;
} damages[] = {
    { "inside a word", "\u0625\u0639\u0627\u0644\u0646", "\u0625\u0639\u0644\u0627\u0646" },
    { "behind the article", "\u0627\u0625\u0644\u062F\u0627\u0631\u0629", "\u0627\u0644\u0625\u062F\u0627\u0631\u0629" },
    { "twice in a word", "\u0627\u0627\u0644\u0633\u062A\u063A\u0627\u0644\u0644", "\u0627\u0644\u0627\u0633\u062A\u063A\u0644\u0627\u0644" },
    { "behind a proclitic", "\u0648\u0627\u0625\u0644\u0639\u0627\u0644\u0645", "\u0648\u0627\u0644\u0625\u0639\u0644\u0627\u0645" },
    { "the ligature of lam and meem", "\u0627\u0645\u0644\u063A\u0631\u0628", "\u0627\u0644\u0645\u063A\u0631\u0628" },
};

static void mended(void **row)
{
    const struct damage *d = *row;
    mq_arword w, want, got;
    bool found = false;

    assert_true(mq_arword_of(&w, mq_str_of(d->damaged)) && mq_arword_of(&want, mq_str_of(d->original)));
    for (unsigned i = 0; mq_arword_mend(&got, &w, i); i++)
        found |= got.n == want.n && memcmp(got.letter, want.letter, got.n * sizeof *got.letter) == 0;
    assert_true(found);
}

static const struct seat {
    const char *name, *typed, *want; /* NULL: it is left alone */
} seats[] = {
    { "a last hamza behind its seat is put on it", "مبادىء", "مبادئ" },
    { "and so it is behind one with dots", "الطواريء", "الطوارئ" },
    { "but not where it is a letter of its own", "قضاء", NULL },
    { "nor in a short word", "شيء", NULL },
};

static void seated(void **row)
{
    const struct seat *s = *row;
    mq_arword w, want, got;

    assert_true(mq_arword_of(&w, mq_str_of(s->typed)));
    assert_int_equal(mq_arword_seat(&got, &w), s->want != NULL);
    if (!s->want)
        return;
    assert_true(mq_arword_of(&want, mq_str_of(s->want)));
    assert_int_equal(got.n, want.n);
    assert_memory_equal(got.letter, want.letter, got.n * sizeof *got.letter);
    assert_int_equal(got.at[got.n], w.at[w.n]);
}

static void restoring_tries_each_lam_once(void **state)
{
    mq_arword w, got;
    unsigned n = 0;
    bool found = false;

    (void)state;
    assert_true(mq_arword_of(&w, MQ_STR("المقاولت")));
    for (; mq_arword_restore_some(&got, &w, n); n++) {
        assert_int_equal(got.n, w.n + 1);
        assert_int_equal(got.at[got.n], w.at[w.n]);
        found |= got.letter[7] == 0x0627;
    }
    assert_int_equal(n, 2);
    assert_true(found);
    assert_true(mq_arword_of(&w, MQ_STR("مقاولات")));
    assert_false(mq_arword_restore_some(&got, &w, 0));
}

static void mending_ends_and_gives_no_spelling_twice(void **state)
{
    uint64_t seed = 8;
    char word[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        mq_arword w, got[MQ_MOST_MENDED];
        unsigned n = 0;

        if (!mq_arword_of(&w, unit_arabic_word(word, &seed)))
            continue;
        while (n < MQ_MOST_MENDED && mq_arword_mend(&got[n], &w, n))
            n++;
        for (unsigned a = 0; a < n; a++)
            for (unsigned b = 0; b < a; b++)
                assert_true(memcmp(got[a].letter, got[b].letter, w.n * sizeof *w.letter) != 0);
        assert_false(mq_arword_mend(&got[0], &w, MQ_MOST_MENDED));
    }
}

/* ---- what is no word ---- */

static const struct hostile {
    const char *name, *word;
} hostile[] = {
    { "nothing", "" },
    { "a mark alone", "\u064E" },
    { "a lone tatweel", "\u0640" },
    { "thirty-three letters", "\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627\u0627"
                              "\u0627\u0627\u0627\u0627\u0627\u0627" },
    { "Latin letters", "abc" },
    { "bytes that are no text", "\xD8\xFF\x80" },
};

static void has_no_reading(void **row)
{
    const struct hostile *h = *row;
    mq_morph m;
    mq_morph_key keys[2];

    mq_morph_read(&m, mq_str_of(h->word));
    mq_morph_judge(&m);
    assert_int_equal(m.n, 0);
    assert_int_equal(mq_morph_keys(keys, mq_str_of(h->word)), 0);
}

int main(void)
{
    mq_buf text = MQ_BUF_INIT, names = MQ_BUF_INIT;

    unit_rows(facts, read_facts(&text, &names), sizeof *facts, fact);
    UNIT_ROWS(damages, mended);
    UNIT_ROWS(seats, seated);
    UNIT_ROWS(hostile, has_no_reading);
    UNIT_LAW("each reading lies inside its word and the readings come in order of cost", each_reading_keeps_its_promises);
    UNIT_LAW("the word itself is the first reading, folded as by mq_fold", the_word_itself_comes_first_and_is_folded);
    UNIT_LAW("the likeliest cut of clitic.h is one of the readings", the_likeliest_cut_is_among_the_readings);
    UNIT_LAW("each form of 5,000 headwords is taken apart into its stem and affixes, and no illegal stack is", each_form_of_the_headwords_of_the_lexicon_is_found);
    UNIT_LAW("restoring tries each lam that stands before no alef once", restoring_tries_each_lam_once);
    UNIT_LAW("mending ends and gives no spelling twice", mending_ends_and_gives_no_spelling_twice);
    return unit_run();
}
