/* test_language.c - French, English, a third language or none, by the words alone; and which neighbours belong together. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "text/language.h"
#include "text/neighbours.h"
#include "text/words.h"
#include "unit.h"

static const struct language_case {
    const char *name, *la;
    mq_lang want;
} languages[] = {
    { "function words tell French", "plan de relance", MQ_LANG_FR },
    { "and English", "state of emergency", MQ_LANG_EN },
    { "accents tell French", "sécurité", MQ_LANG_FR },
    { "endings tell English", "computing", MQ_LANG_EN },
    { "-ous is English, although Latin ends in -us", "synchronous", MQ_LANG_EN },
    { "who is spoken to in French", "Parlez-vous", MQ_LANG_FR },
    { "what is asked in English", "How We Work", MQ_LANG_EN },
    { "Italian", "Storia delle Alpi", MQ_LANG_OTHER },
    { "German", "Bund und Länder", MQ_LANG_OTHER },
    { "Spanish", "Asociación del Norte", MQ_LANG_OTHER },
    { "a name is of none", "Oracle", MQ_LANG_UND },
    { "nothing is of none", "", MQ_LANG_UND },
};

static void language(void **row)
{
    const struct language_case *c = *row;

    assert_int_equal(mq_latin_language(mq_str_of(c->la)), c->want);
}

static void votes_elect_as_the_whole_does(void **state)
{
    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(languages); i++) {
        mq_lang_votes v;

        assert_int_equal(mq_lang_vote(&v, mq_str_of(languages[i].la)), MQ_OK);
        assert_int_equal(mq_lang_elected(&v), languages[i].want);
    }
}

static const struct bond_case {
    const char *name, *a, *b;
    bool known;
    float least, most;
} bonds[] = {
    { "الولايات المتحدة holds together", "الولايات", "المتحده", true, 4, 8 },
    { "من في is a border", "من", "في", true, -6, 0 },
    { "a word that nobody wrote tells nothing", "الولايات", "ضظغخحث", false, 0, 0 },
    { "an empty word tells nothing", "", "", false, 0, 0 },
};

static void bond(void **row)
{
    const struct bond_case *c = *row;
    float b = 0;

    assert_int_equal(mq_bond(mq_hash(mq_str_of(c->a)), mq_word_count(mq_str_of(c->a)), mq_hash(mq_str_of(c->b)), mq_word_count(mq_str_of(c->b)), &b), c->known);
    if (c->known)
        assert_true(b >= c->least && b <= c->most);
}

int main(void)
{
    UNIT_ROWS(languages, language);
    UNIT_LAW("the votes elect what mq_latin_language says", votes_elect_as_the_whole_does);
    UNIT_ROWS(bonds, bond);
    return unit_run();
}
