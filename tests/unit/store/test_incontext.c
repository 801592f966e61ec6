/* test_incontext.c - search in the sentences of occurrences: what is found, where, in which order; and that the index follows the file. */
#include <stdlib.h>

#include "shelf.h"

#define AL "\u0627\u0644"
#define AR_REGIONAL "\u062C\u0647\u0648\u064A"
#define AR_OPENED "\u0627\u0641\u062A\u062A\u062D"                                           /* iftataha: opened */

/* The sentences of this test, each of a document of its own, named by its place from 1. */
static const char *const sentences[] = {
    AR_OPENED " " AL AR_CENTRE " " AL AR_REGIONAL " (centre r\u00E9gional).",
    "\u0648\u0628" AR_CENTRE "\u0647\u0627 " AL AR_REGIONAL " 12 " AR_NETWORK ".",
    AL AR_REGIONAL " " AR_OPENED "\u060C " AL "\u0645\u0631\u0627\u0643\u0632.",
    "Les centres r\u00E9gionaux de l'Agence.",
    AR_MINISTRY " " AL AR_NETWORK ".",
};

static const struct ask { const char *name, *text; size_t limit; const char *want; } asks[] = {
    { "a headword is found with all that is glued to it", AR_CENTRE, 0, "1 [1p], 2 [0p], 3 [2p]" },
    { "so is one with clitics itself", "\u0644\u0644" AR_CENTRE, 0, "1 [1p], 2 [0p], 3 [2p]" },
    { "words next to each other come first", AR_CENTRE " " AR_REGIONAL, 0, "1 [12p], 2 [01p], 3 [02]" },
    { "and are all there is room for", AR_CENTRE " " AR_REGIONAL, 2, "1 [12p], 2 [01p]" },
    { "in another order they are no phrase", AR_REGIONAL " " AR_CENTRE, 0, "1 [12], 2 [01], 3 [02]" },
    { "French plurals, without accents", "centre regional", 0, "1 [34p], 4 [12p]" },
    { "behind an elided article", "agence", 0, "4 [4p]" },
    { "a number", "12", 0, "2 [2p]" },
    { "a ministry is no visit", "\u0632\u0627\u0631\u0629", 0, "" },
    { "all words must be there", AR_CENTRE " " AR_MINISTRY, 0, "" },
    { "nothing like it", "xylophone", 0, "" },
    { "no word", "\u060C.!", 0, "" },
    { "an empty text", "", 0, "" },
    { "the language of the index is a text like any other", "\" OR NEAR(a b) AND * ^ {x}:", 0, "" },
    { "ill-formed bytes are a text like any other", "\xD9\xFF\xC0", 0, "" },
};

static void fill(mq_store *s)
{
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(sentences); i++) {
        const char name[] = { (char)('1' + i), '\0' };
        mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 1, 0.5);
        bool fresh;
        int64_t doc;

        o.context = mq_str_of(sentences[i]);
        assert_int_equal(mq_store_document(s, mq_str_of(name), i, 1, MQ_STR("m"), &doc, &fresh, NULL), MQ_OK);
        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
        assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
}

/* Which word of the sentence, by the spaces before it. */
static size_t word_at(mq_str sentence, size_t at)
{
    size_t n = 0;

    for (size_t i = 0; i < at; i++)
        n += sentence.p[i] == ' ' || sentence.p[i] == '\'';
    return n;
}

static mq_status take(void *user, const mq_context_hit *c)
{
    mq_buf *out = user;

    mq_buf_addf(out, "%s%.*s [", out->n ? ", " : "", (int)c->doc.n, c->doc.p);
    for (size_t i = 0; i < c->n; i++) {
        assert_true(c->word[i].start < c->word[i].end && c->word[i].end <= c->sentence.n);
        mq_buf_addf(out, "%zu", word_at(c->sentence, c->word[i].start));
    }
    assert_true(c->start < c->end && c->end <= c->sentence.n);
    mq_buf_addz(out, c->phrase ? "p]" : "]");
    return MQ_OK;
}

static void ask(void **row)
{
    const struct ask *c = *row;
    mq_store *s = shelf_open(shelf_path("contexts.db"), MQ_STORE_CREATE);
    mq_buf got = MQ_BUF_INIT;

    fill(s);
    assert_int_equal(mq_store_contexts(s, mq_str_of(c->text), c->limit, take, &got, NULL), MQ_OK);
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    assert_sound(s);
    mq_buf_release(&got);
    mq_store_free(s);
}

static void a_document_takes_its_sentences_along(void **state)
{
    mq_store *s = shelf_open(shelf_path("gone.db"), MQ_STORE_CREATE);
    mq_buf got = MQ_BUF_INIT;
    int64_t doc;
    bool fresh;

    (void)state;
    fill(s);
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    assert_int_equal(mq_store_document(s, MQ_STR("1"), 99, 1, MQ_STR("m"), &doc, &fresh, NULL), MQ_OK);
    assert_int_equal(mq_store_document_done(s, doc, NULL), MQ_OK);
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(mq_store_contexts(s, MQ_STR(AR_CENTRE), 0, take, &got, NULL), MQ_OK);
    assert_buf(got, "2 [0p], 3 [2p]");
    assert_sound(s);
    mq_buf_release(&got);
    mq_store_free(s);
}

static mq_status any(void *user, const mq_context_hit *c)
{
    *(size_t *)user += c->n;
    return MQ_OK;
}

static void hostile_texts(void **state)
{
    static const char *const pieces[] = { AR_CENTRE, AL, " ", "centre", "\"", "'", "*", "\xD9", "\xF4\x90\x80\x80", "\u0640", "(", " OR ", "\u200F", "-", "0" };
    mq_store *s = shelf_open(shelf_path("hostile.db"), MQ_STORE_CREATE);
    mq_error err = { .code = MQ_OK };
    size_t seen = 0;
    uint64_t seed = 7;

    (void)state;
    fill(s);
    for (size_t i = 0; i < 2000; i++) {
        mq_buf text = MQ_BUF_INIT;
        const size_t n = unit_below(&seed, i % 100 ? 8 : 5000);

        for (size_t k = 0; k < n; k++)
            mq_buf_addz(&text, pieces[unit_below(&seed, UNIT_COUNT(pieces))]);
        if (unit_below(&seed, 4) == 0)
            mq_buf_addc(&text, '\0');
        if (mq_store_contexts(s, mq_buf_str(&text), 3, any, &seen, &err))
            fail_msg("'%s': %s", text.p, err.msg);
        mq_buf_release(&text);
    }
    assert_true(seen > 0);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(asks, ask);
    UNIT_LAW("the sentences of an older version of a document are found no more", a_document_takes_its_sentences_along);
    UNIT_LAW("hostile texts are searched like any other", hostile_texts);
    return unit_run();
}
