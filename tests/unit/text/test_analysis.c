/* test_analysis.c - mq_analyse: what it tells of a word; which reading is the likeliest, test_rank.c has. */
#include <string.h>

#include <muqabil/text.h>

#include "unit.h"

enum { TRIALS = 3000, MOST = 64 };

static const struct analysis_case {
    const char *name, *word, *before, *after, *headword, *pronoun;
    unsigned proclitics;
    bool article;
    mq_inflection inflection;
    bool known, mended;
    uint32_t start, end;
} cases[] = {
    { "proclitics, headword and pronoun", "\u0648\u0628\u0645\u062F\u064A\u0646\u062A\u0647\u0645", "", "", "\u0645\u062F\u064A\u0646\u0647", "\u0647\u0645",
      MQ_CLITIC_WA | MQ_CLITIC_BI, false, MQ_INFLECTION_NONE, true, false, 4, 12 },
    { "the article", "\u0627\u0644\u0633\u064A\u0627\u0631\u0627\u062A", "", "", "\u0633\u064A\u0627\u0631\u0647", "", 0, true, MQ_INFLECTION_SOUND_PLURAL, true, false, 4, 12 },
    { "the next word tells the noun behind a proclitic", "\u0628\u0639\u064A\u062F", "", "\u0627\u0644\u062D\u0628", "\u0639\u064A\u062F", "", MQ_CLITIC_BI, false,
      MQ_INFLECTION_NONE, true, false, 2, 8 },
    { "and the adjective that begins alike", "\u0628\u0639\u064A\u062F", "", "\u0627\u0644\u0645\u062F\u0649", "\u0628\u0639\u064A\u062F", "", 0, false,
      MQ_INFLECTION_NONE, true, false, 0, 8 },
    { "letters in the wrong order", "\u0627\u0625\u0644\u0639\u0627\u0644\u0645", "", "", "\u0627\u0639\u0644\u0627\u0645", "", 0, true, MQ_INFLECTION_NONE, true, true, 4, 14 },
    { "a verb is cut, but in no list", "\u0648\u064A\u062A\u0639\u0644\u0642", "", "", "\u064A\u062A\u0639\u0644\u0642", "", MQ_CLITIC_WA, false, MQ_INFLECTION_NONE, false,
      false, 2, 12 },
};

static void analyse(void **row)
{
    const struct analysis_case *c = *row;
    mq_analysis a;

    assert_int_equal(mq_analyse(&a, 1, mq_str_of(c->word), mq_str_of(c->before), mq_str_of(c->after)), 1);
    assert_string_equal(a.headword, c->headword);
    assert_string_equal(a.pronoun, c->pronoun);
    assert_int_equal(a.proclitics, c->proclitics);
    assert_int_equal(a.article, c->article);
    assert_int_equal(a.inflection, c->inflection);
    assert_int_equal(a.known, c->known);
    assert_int_equal(a.mended, c->mended);
    assert_int_equal(a.start, c->start);
    assert_int_equal(a.end, c->end);
}

static void no_word_has_no_analysis(void **state)
{
    static const char *const words[] = { "", "abc", "12", "\u064E", "\xD8\xFF\x80" };
    mq_analysis a;

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(words); i++)
        assert_int_equal(mq_analyse(&a, 1, mq_str_of(words[i]), MQ_STR(""), MQ_STR("")), 0);
    assert_int_equal(mq_analyse(NULL, 0, MQ_STR("\u0643\u062A\u0627\u0628"), MQ_STR(""), MQ_STR("")), 0);
}

static void stems_lie_in_the_word(void **state)
{
    uint64_t seed = 5;
    char room[2][64];

    (void)state;
    for (int i = 0; i < TRIALS; i++) {
        const mq_str word = unit_arabic_word(room[0], &seed), beside = unit_arabic_word(room[1], &seed);
        mq_analysis all[MOST], first;
        const size_t n = mq_analyse(all, MOST, word, beside, beside);

        assert_int_equal(mq_analyse(&first, 1, word, beside, beside), n > 0);
        assert_true(n == 0 || strcmp(first.headword, all[0].headword) == 0);
        for (size_t k = 0; k < n; k++)
            assert_true(all[k].start < all[k].end && all[k].end <= word.n && all[k].headword[0]);
    }
}

int main(void)
{
    UNIT_ROWS(cases, analyse);
    UNIT_LAW("what is no word has no analysis, nor what there is no room for", no_word_has_no_analysis);
    UNIT_LAW("the stem lies in the word, and room for one gives the first of all", stems_lie_in_the_word);
    return unit_run();
}
