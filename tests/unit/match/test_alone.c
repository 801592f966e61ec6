/* test_alone.c - what a form is on its own, by its neighbours. */
#include "match/alone.h"
#include "unit.h"

enum { NEVER = 1000, WORD = MQ_TRAIT_ARABIC };

/* The cost of the form as the term where `around` holds; NEVER = it is not the term there. */
static const struct alone_case {
    const char *name;
    mq_alt form;
    mq_shape term;
    unsigned traits, around, want;
} cases[] = {
    { "a word is itself", { .cost = 0 }, { .lang = MQ_LANG_AR }, WORD, 0, 0 },
    { "the cost of its form counts", { .cost = 7 }, { .lang = MQ_LANG_AR }, WORD, 0, 7 },
    { "an article that the term has not costs one", { .flags = MQ_ALT_ARTICLE }, { .lang = MQ_LANG_AR }, WORD, 0, 1 },
    { "another hamza is another word", { .seat = 1 }, { .seats = 2 }, WORD, 0, NEVER },
    { "a bare alef may be either hamza", { .seat = 0 }, { .seats = 2 }, WORD, 0, 1 },
    { "a heh is no teh marbuta", { .flags = MQ_ALT_HEH }, { .teh = 1 }, WORD, 0, NEVER },
    { "a hamza inside must be there", { .flags = MQ_ALT_BARE }, { .hamza = 1 }, WORD, 0, NEVER },
    { "what is only seen in longer terms is none alone", { .flags = MQ_ALT_LONGER }, { .words = 1 }, WORD, 0, NEVER },
    { "a name with its article is no noun", { .flags = MQ_ALT_NAME | MQ_ALT_ARTICLE }, { .words = 1 }, WORD, 0, NEVER },
    { "a construct wants a noun", { .flags = MQ_ALT_CONSTRUCT | MQ_ALT_CHANGED }, { .words = 1 }, WORD, MQ_AROUND_ARABIC, NEVER },
    { "a construct before a definite noun", { .flags = MQ_ALT_CONSTRUCT | MQ_ALT_CHANGED }, { .words = 1 }, WORD,
      MQ_AROUND_ARABIC | MQ_AROUND_DEFINITE | MQ_AROUND_SOON_DEFINITE, 0 },
    { "a sure construct before any noun", { .flags = MQ_ALT_CONSTRUCT | MQ_ALT_SURELY | MQ_ALT_CHANGED }, { .words = 1 }, WORD, MQ_AROUND_ARABIC, 0 },
    { "without its article before a definite word it may go with that", { .cost = 0 }, { .articles = 1 }, WORD, MQ_AROUND_DEFINITE, 25 },
    { "a bare word behind a particle of verbs is a verb", { .cost = 0 }, { .words = 1 }, WORD, MQ_AROUND_PREVERB, NEVER },
    { "unless nothing but a noun is spelled so", { .cost = 0 }, { .noun = true }, WORD, MQ_AROUND_PREVERB, 0 },
    { "with its article it is a noun", { .flags = MQ_ALT_ARTICLE }, { .articles = 1 }, WORD, MQ_AROUND_PREVERB, 0 },
    { "an imperfect may follow", { .cost = 0 }, { .noun = true }, WORD | MQ_TRAIT_IMPERFECT, MQ_AROUND_IMPERFECT, NEVER },
    { "what is often a verb wants a preposition", { .cost = 0 }, { .verbal = true }, WORD, 0, NEVER },
    { "and finds it", { .cost = 0 }, { .verbal = true }, WORD, MQ_AROUND_PREP, 0 },
    { "a particle is no noun without an article", { .flags = MQ_ALT_PRONOUN }, { .particle = true }, WORD, 0, NEVER },
    { "a verb has no preposition", { .flags = MQ_ALT_PREP }, { .verb = true }, WORD, 0, NEVER },
    { "a feminine adjective follows a definite noun", { .flags = MQ_ALT_FEMININE | MQ_ALT_ARTICLE }, { .articles = 1 }, WORD, MQ_AROUND_AFTER_NOUN, 0 },
    { "or it is none", { .flags = MQ_ALT_FEMININE | MQ_ALT_ARTICLE }, { .articles = 1 }, WORD, MQ_AROUND_AFTER_PHRASE, NEVER },
    { "behind a conjunction it follows an adjective", { .flags = MQ_ALT_FEMININE | MQ_ALT_ARTICLE | MQ_ALT_LEADING }, { .articles = 1 }, WORD, MQ_AROUND_AFTER_NOUN, NEVER },
    { "a noun that is an adjective as well is one behind a definite word", { .flags = MQ_ALT_ARTICLE }, { .articles = 1, .abstract = true }, WORD,
      MQ_AROUND_AFTER_DEFINITE, NEVER },
    { "a relational one also behind a noun with a pronoun", { .flags = MQ_ALT_ARTICLE }, { .articles = 1, .abstract = true }, WORD | MQ_TRAIT_RELATIONAL,
      MQ_AROUND_AFTER_PHRASE, NEVER },
    { "a set word is as it is", { .flags = MQ_ALT_CHANGED }, { .phrase = true }, WORD, 0, NEVER },
    { "a cue of an adjective wants a definite word before it", { .flags = MQ_ALT_ARTICLE | MQ_ALT_CHANGED }, { .articles = 1, .cue = true, .attributive = true }, WORD,
      MQ_AROUND_AFTER_DEFINITE, 0 },
    { "and finds no adjective elsewhere", { .flags = MQ_ALT_ARTICLE }, { .articles = 1, .cue = true, .attributive = true }, WORD, MQ_AROUND_PREP, NEVER },
    { "nor behind a conjunction", { .flags = MQ_ALT_ARTICLE | MQ_ALT_LEADING }, { .articles = 1, .cue = true, .attributive = true }, WORD, MQ_AROUND_AFTER_DEFINITE, NEVER },
    { "nor without the article", { .cost = 0 }, { .cue = true, .attributive = true }, WORD, MQ_AROUND_AFTER_DEFINITE, NEVER },
    { "an acronym is in capitals", { .cost = 0 }, { .capitals = true, .lang = MQ_LANG_EN }, MQ_TRAIT_CAPITAL, 0, NEVER },
    { "all of them", { .cost = 0 }, { .capitals = true, .lang = MQ_LANG_EN }, MQ_TRAIT_CAPITALS, 0, 0 },
    { "English has no feminines", { .flags = MQ_ALT_FEMININE | MQ_ALT_CHANGED }, { .lang = MQ_LANG_EN }, 0, 0, NEVER },
    { "French has", { .flags = MQ_ALT_FEMININE | MQ_ALT_CHANGED }, { .lang = MQ_LANG_FR }, 0, 0, 0 },
};

static void alone(void **row)
{
    const struct alone_case *c = *row;
    mq_alone a = { .variant = 5 };
    unsigned got = NEVER;

    if (mq_alone_of(&a, &c->form, &c->term, c->traits, 2) && mq_alone_holds(&a, MQ_AROUND_ASKED | c->around))
        got = a.cost + (a.flags & MQ_ALONE_CHAIN && c->around & MQ_AROUND_DEFINITE ? 24U : 0U);
    assert_int_equal(got, c->want);
    assert_int_equal(a.variant, 5);
}

static void only_neighbours_behind_white_space_are_around(void **state)
{
    mq_textword word[] = { { .traits = MQ_TRAIT_PREP, .gap = MQ_GAP_HARD }, { .traits = MQ_TRAIT_ARABIC, .gap = MQ_GAP_SPACE },
                           { .traits = MQ_TRAIT_ARABIC | MQ_TRAIT_DEFINITE, .gap = MQ_GAP_LOOSE } };
    const mq_words w = { .word = word, .n = UNIT_COUNT(word) };

    (void)state;
    assert_int_equal(mq_around(&w, 0), MQ_AROUND_ASKED | MQ_AROUND_ARABIC);
    assert_int_equal(mq_around(&w, 1), MQ_AROUND_ASKED | MQ_AROUND_PREP);
    assert_int_equal(mq_around(&w, 2), MQ_AROUND_ASKED);
    word[2].gap = MQ_GAP_SPACE;
    assert_int_equal(mq_around(&w, 0), MQ_AROUND_ASKED | MQ_AROUND_ARABIC | MQ_AROUND_SOON_DEFINITE);
    assert_int_equal(mq_around(&w, 1), MQ_AROUND_ASKED | MQ_AROUND_PREP | MQ_AROUND_ARABIC | MQ_AROUND_DEFINITE | MQ_AROUND_SOON_DEFINITE);
}

static void the_noun_of_an_adjective_may_stand_before_between(void **state)
{
    mq_textword word[] = { { .traits = MQ_TRAIT_DEFINITE, .gap = MQ_GAP_HARD }, { .traits = MQ_TRAIT_BETWEEN, .gap = MQ_GAP_SPACE }, { .gap = MQ_GAP_SPACE } };
    const mq_words w = { .word = word, .n = UNIT_COUNT(word) };

    (void)state;
    assert_int_equal(mq_around(&w, 2), MQ_AROUND_ASKED | MQ_AROUND_AFTER_NOUN);
    word[1].gap = MQ_GAP_LOOSE;
    assert_int_equal(mq_around(&w, 2), MQ_AROUND_ASKED);
}

int main(void)
{
    UNIT_ROWS(cases, alone);
    UNIT_LAW("only neighbours behind white space are around a word", only_neighbours_behind_white_space_are_around);
    UNIT_LAW("the noun of an adjective may stand before بين", the_noun_of_an_adjective_may_stand_before_between);
    return unit_run();
}
