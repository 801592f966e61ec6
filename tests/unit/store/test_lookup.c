/* test_lookup.c - which terms a query reaches, how, and in which order. */
#include <stdlib.h>

#include "shelf.h"

#define AL "\u0627\u0644"
#define WA "\u0648"
#define BI "\u0628"
#define LI "\u0644"
#define AR_REGIONAL "\u062C\u0647\u0648\u064A"
#define AR_ISSUE "\u0625\u0635\u062F\u0627\u0631"
#define AR_DATA "\u0645\u0639\u0637\u064A\u0627\u062A"

/* The glossary of this test; a row's id is its place, from 1. */
static const struct entry { const char *ar, *la; mq_lang lang; mq_pair_status status; } entries[] = {
    { AR_CENTRE, "centre", MQ_LANG_FR, MQ_ACCEPTED },                                       /* 1 */
    { AR_CENTRE, "center", MQ_LANG_EN, MQ_CANDIDATE },                                      /* 2 */
    { AR_CENTRE " " AR_REGIONAL, "centre r\u00E9gional", MQ_LANG_FR, MQ_ACCEPTED },         /* 3 */
    { AR_MINISTRY, "minist\u00E8re", MQ_LANG_FR, MQ_ACCEPTED },                             /* 4 */
    { "\u0632\u0627\u0631\u0629", "piq\u00FBre", MQ_LANG_FR, MQ_ACCEPTED },                 /* 5: zara, what wizara is not cut to */
    { AL AR_NETWORK, "r\u00E9seau", MQ_LANG_FR, MQ_PREFERRED },                             /* 6 */
    { AR_AGENCY, "ANRT", MQ_LANG_UND, MQ_ACCEPTED },                                        /* 7 */
    { AR_CLOUD, "cloud souverain", MQ_LANG_FR, MQ_ACCEPTED },                               /* 8 */
    { AR_CLOUD, "souverain cloud national", MQ_LANG_FR, MQ_CANDIDATE },                     /* 9 */
    { AR_DATA, "donn\u00E9es", MQ_LANG_FR, MQ_REJECTED },                                   /* 10 */
    { AR_DATA, "data", MQ_LANG_EN, MQ_ACCEPTED },                                           /* 11 */
    { AR_CENTRE " " AR_DATA, "centre de donn\u00E9es", MQ_LANG_FR, MQ_DEPRECATED },         /* 12 */
    { AR_ISSUE "\u0629", "version", MQ_LANG_FR, MQ_ACCEPTED },                              /* 13 */
    { AR_ISSUE, "\u00E9mission", MQ_LANG_FR, MQ_ACCEPTED },                                 /* 14 */
};

static const struct ask {
    const char *name, *term;
    mq_lang lang;
    const char *want; /* ids and matches, best first */
} asks[] = {
    { "an Arabic headword", AR_MINISTRY, MQ_LANG_UND, "4 exact" },
    { "the article is no hindrance", AL AR_MINISTRY, MQ_LANG_UND, "4 headword" },
    { "nor is a missing one", AR_NETWORK, MQ_LANG_UND, "6 headword" },
    { "the article as it is stored is exact", AL AR_NETWORK, MQ_LANG_UND, "6 exact" },
    { "tashkeel is no hindrance", "\u0648\u0650\u0632\u064E\u0627\u0631\u064E\u0629", MQ_LANG_UND, "4 exact" },
    { "accepted before candidate, and what goes on comes last", AR_CENTRE, MQ_LANG_UND, "1 exact, 2 exact, 3 prefix" },
    { "a word with a preposition", BI AR_CENTRE, MQ_LANG_UND, "1 headword, 2 headword" },
    { "a word with a conjunction, a preposition and the article", WA BI AL AR_CENTRE, MQ_LANG_UND, "1 headword, 2 headword" },
    { "li before the article is lil", LI LI "\u0645\u0631\u0643\u0632", MQ_LANG_UND, "1 headword, 2 headword" },
    { "a proclitic before two words", WA LI AR_CENTRE " " AR_REGIONAL, MQ_LANG_UND, "3 headword" },
    { "a ministry is no conjunction and a visit", AR_MINISTRY, MQ_LANG_AR, "4 exact" },
    { "wa before the ministry is cut", WA AR_MINISTRY, MQ_LANG_AR, "4 headword" },
    { "a pronoun behind, proclitics in front", WA BI AR_CENTRE "\u0647\u0627", MQ_LANG_UND, "1 inflected, 2 inflected" },
    { "the dual", AR_CENTRE "\u064A\u0646", MQ_LANG_UND, "1 inflected, 2 inflected" },
    { "a broken plural", AL "\u0645\u0631\u0627\u0643\u0632", MQ_LANG_UND, "1 inflected, 2 inflected" },
    { "both words inflected", AL "\u0645\u0631\u0627\u0643\u0632 " AL AR_REGIONAL "\u0629", MQ_LANG_UND, "3 inflected" },
    { "the sound plural, before a pronoun", LI "\u0634\u0628\u0643\u0627\u062A\u0647\u0645", MQ_LANG_UND, "6 inflected" },
    { "of two headwords as near the likelier first: its issue, no version in the accusative", AR_ISSUE "\u0647\u0627", MQ_LANG_UND, "14 inflected, 13 inflected" },
    { "inflected words in another order", AR_REGIONAL "\u0629 " AL "\u0645\u0631\u0627\u0643\u0632", MQ_LANG_UND, "3 order" },
    { "a proclitic is none on a second word", AR_REGIONAL " " WA AR_CENTRE, MQ_LANG_UND, "3 spelling" },
    { "a French plural", "centres r\u00E9gionaux", MQ_LANG_UND, "3 inflected" },
    { "an agency is neither cut", AR_AGENCY, MQ_LANG_UND, "7 exact" },
    { "French without accents", "ministere", MQ_LANG_UND, "4 exact" },
    { "French in capitals", "MINIST\u00C8RE", MQ_LANG_UND, "4 exact" },
    { "an acronym in small letters", "anrt", MQ_LANG_UND, "7 exact" },
    { "a term of no language is found as French", "ANRT", MQ_LANG_FR, "7 exact" },
    { "and as English", "ANRT", MQ_LANG_EN, "7 exact" },
    { "French is not English, but near to it", "centre", MQ_LANG_EN, "2 spelling" },
    { "words in another order", "souverain cloud", MQ_LANG_UND, "8 order, 9 prefix" },
    { "a word in the middle", "national", MQ_LANG_UND, "9 words" },
    { "the beginning of a word", "minist", MQ_LANG_UND, "4 prefix" },
    { "rejected is not shown", "donn\u00E9es", MQ_LANG_UND, "" },
    { "a letter too few, and another order", "souvrain cloud", MQ_LANG_UND, "8 spelling, 9 spelling" },
    { "a letter too few, in the right order", "cloud souvrain", MQ_LANG_UND, "8 spelling" },
    { "two letters exchanged", "minitsere", MQ_LANG_UND, "4 spelling" },
    { "a wrong letter in Arabic", "\u0645\u0631\u0643\u0633", MQ_LANG_UND, "1 spelling, 2 spelling" },
    { "two words written as one", "cloudsouverain", MQ_LANG_UND, "8 spelling" },
    { "two Arabic words written as one, the second with its article", AR_CENTRE AL AR_REGIONAL, MQ_LANG_UND, "3 spelling" },
    { "one word written as two", "mini stere", MQ_LANG_UND, "4 spelling" },
    { "a wrong letter in each of two words", "clout suverain", MQ_LANG_UND, "8 spelling" },
    { "nothing like it", "xylophone", MQ_LANG_UND, "" },
    { "an empty term", "", MQ_LANG_UND, "" },
    { "a term of blanks", " \t\n", MQ_LANG_UND, "" },
    { "a term of punctuation", "\u060C.!", MQ_LANG_UND, "" },
    { "quotes are no hindrance", "\u00AB centre \u00BB", MQ_LANG_FR, "1 exact, 3 prefix" },
    { "SQL is a term like any other", "'; DROP TABLE pair; --", MQ_LANG_UND, "" },
    { "the language of the word index is a term like any other", "\" OR NEAR(a b) AND * ^ {x}:", MQ_LANG_UND, "" },
    { "ill-formed bytes are a term like any other", "\xD9\xFF\xC0", MQ_LANG_UND, "" },
};

static mq_status take(void *user, const mq_hit *h)
{
    mq_buf *out = user;

    mq_buf_addf(out, "%s%lld %s", out->n ? ", " : "", (long long)h->pair.id, mq_match_name(h->match));
    return MQ_OK;
}

static mq_store *shelf_with_entries(void)
{
    mq_store *s = shelf_open(shelf_path("lookup.db"), MQ_STORE_CREATE);

    for (size_t i = 0; i < UNIT_COUNT(entries); i++)
        assert_int_equal(shelf_add(s, entries[i].ar, entries[i].la, entries[i].lang, entries[i].status), i + 1);
    return s;
}

static void ask(void **row)
{
    const struct ask *c = *row;
    mq_store *s = shelf_with_entries();
    const mq_lookup_query q = { .term = mq_str_of(c->term), .lang = c->lang, .statuses = MQ_STATUS_SHOWN };
    mq_buf got = MQ_BUF_INIT;

    assert_int_equal(mq_store_lookup(s, &q, take, &got, NULL), MQ_OK);
    assert_str(mq_buf_str(&got), mq_str_of(c->want));
    mq_buf_release(&got);
    mq_store_free(s);
}

static void limit_and_statuses(void **state)
{
    mq_store *s = shelf_with_entries();
    mq_lookup_query q = { .term = MQ_STR("donn\u00E9es"), .statuses = MQ_STATUS_ALL };
    mq_buf got = MQ_BUF_INIT;

    (void)state;
    assert_int_equal(mq_store_lookup(s, &q, take, &got, NULL), MQ_OK);
    assert_buf(got, "10 exact");
    mq_buf_clear(&got);
    q = (mq_lookup_query){ .term = MQ_STR(AR_CENTRE), .statuses = MQ_STATUS_SHOWN, .limit = 1 };
    assert_int_equal(mq_store_lookup(s, &q, take, &got, NULL), MQ_OK);
    assert_buf(got, "1 exact");
    mq_buf_release(&got);
    mq_store_free(s);
}

/* Any bytes, any length: an answer or none, never a failure. */
static void hostile_terms(void **state)
{
    static const char *const pieces[] = { AR_CENTRE, AL, " ", "centre", "\"", "'", "*", "\xD9", "\xF4\x90\x80\x80", "\u0640", "(", " OR ", "\u200F", "-", "0" };
    mq_store *s = shelf_with_entries();
    mq_error err = { .code = MQ_OK };
    uint64_t seed = 5;

    (void)state;
    for (size_t i = 0; i < 3000; i++) {
        mq_lookup_query q = { .lang = (mq_lang)unit_below(&seed, 5), .statuses = MQ_STATUS_ALL };
        mq_buf term = MQ_BUF_INIT, got = MQ_BUF_INIT;
        const size_t n = unit_below(&seed, i % 100 ? 8 : 5000);

        for (size_t k = 0; k < n; k++)
            mq_buf_addz(&term, pieces[unit_below(&seed, UNIT_COUNT(pieces))]);
        if (unit_below(&seed, 4) == 0)
            mq_buf_addc(&term, '\0');
        q.term = mq_buf_str(&term);
        if (mq_store_lookup(s, &q, take, &got, &err))
            fail_msg("'%s': %s", term.p, err.msg);
        mq_buf_release(&term);
        mq_buf_release(&got);
    }
    assert_sound(s);
    mq_store_free(s);
}

static mq_status is_best(void *user, const mq_hit *h)
{
    *(int *)user += 1;
    assert_str(h->sentence, MQ_STR("le meilleur"));
    assert_str(h->doc, MQ_STR("b.txt"));
    return MQ_OK;
}

static void best_sentence(void **state)
{
    mq_store *s = shelf_open(shelf_path("best.db"), MQ_STORE_CREATE);
    const mq_lookup_query q = { .term = MQ_STR("centre"), .statuses = MQ_STATUS_SHOWN };
    static const struct { const char *doc, *sentence; double score; } seen[] = {
        { "a.txt", "faible", 0.5 }, { "b.txt", "le meilleur", 0.9 }, { "c.txt", "aussi bon, mais plus tard", 0.9 },
    };
    int calls = 0;

    (void)state;
    assert_int_equal(mq_store_begin(s, NULL), MQ_OK);
    for (size_t i = 0; i < UNIT_COUNT(seen); i++) {
        mq_occurrence o = shelf_seen(AR_CENTRE, "centre", 1, seen[i].score);
        int64_t doc;

        o.context = mq_str_of(seen[i].sentence);
        assert_int_equal(mq_store_document_join(s, mq_str_of(seen[i].doc), &doc, NULL), MQ_OK);
        assert_int_equal(mq_store_add_occurrence(s, doc, &o, NULL), MQ_OK);
    }
    assert_int_equal(mq_store_commit(s, NULL), MQ_OK);
    assert_int_equal(mq_store_lookup(s, &q, is_best, &calls, NULL), MQ_OK);
    assert_int_equal(calls, 1);
    mq_store_free(s);
}

int main(void)
{
    UNIT_ROWS(asks, ask);
    UNIT_LAW("as many as wanted, of the statuses wanted", limit_and_statuses);
    UNIT_LAW("hostile terms are looked up like any other", hostile_terms);
    UNIT_LAW("the sentence shown is the best sighting's, the earliest of equals", best_sentence);
    return unit_run();
}
