/* test_letters.c - which language words look like, by their letters; lists of words; countries; given names. */
#include <stdio.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/tsv.h"
#include "lexicon/acronym.h"
#include "lexicon/given.h"
#include "lexicon/lands.h"
#include "lexicon/letters.h"
#include "lexicon/wordlist.h"
#include "unit.h"

static mq_str image_of(const mq_dict *d)
{
    mq_str image;

    assert_int_equal(mq_dict_image(&image, d, NULL), MQ_OK);
    return image;
}

static mq_spelling spelling_of(const char *words)
{
    const mq_str letters = image_of(&mq_dict_letters), tongues = image_of(&mq_dict_tongues);
    mq_spelling s = { .letters = 0 };
    mq_buf folded = MQ_BUF_INIT;
    mq_str rest, word;

    assert_int_equal(mq_fold(&folded, mq_str_of(words), MQ_FOLD_SEARCH, NULL), MQ_OK);
    rest = mq_buf_str(&folded);
    while (mq_split(&word, &rest, ' '))
        mq_spelling_add(&s, letters, tongues, word);
    mq_buf_release(&folded);
    return s;
}

enum tongue { FRENCH, ENGLISH, OTHER };

/* Words that no list of ours has. */
static const struct look_case {
    const char *name, *words;
    enum tongue want;
} looks[] = {
    { "a French feminine", "pataphysicienne", FRENCH },
    { "a French trade", "marqueteur", FRENCH },
    { "a French -eux", "filandreux", FRENCH },
    { "an English gerund", "bushwhacking", ENGLISH },
    { "an English compound", "thoroughgoingness", ENGLISH },
    { "English -th and -wr", "wrathfully", ENGLISH },
    { "German -schaft", "Bruderschaftler", OTHER },
    { "Spanish", "hermosuras", OTHER },
    { "Italian", "passeggiata", OTHER },
    { "Latin -orum", "sanctorum", OTHER },
    { "Polish -owski", "krakowskie przedmieście", OTHER },
    { "Turkish -lar", "sokaklarda", OTHER },
    { "Russian in transcription", "vozvrashchenie", OTHER },
    { "Japanese in transcription", "sakuramochi", OTHER },
    { "Berber", "timzizwa", OTHER },
};

static void look(void **row)
{
    const struct look_case *c = *row;
    const mq_spelling s = spelling_of(c->words);
    const unsigned cost[] = { s.ours[0], s.ours[1], mq_spelling_other(&s, image_of(&mq_dict_tongues)) };

    for (unsigned i = 0; i < UNIT_COUNT(cost); i++)
        assert_true(cost[c->want] <= cost[i]);
}

static void words_add_up(void **state)
{
    (void)state;
    for (size_t i = 1; i < UNIT_COUNT(looks); i++) {
        char both[80];
        const mq_spelling a = spelling_of(looks[i - 1].words), b = spelling_of(looks[i].words);
        mq_spelling sum;

        (void)snprintf(both, sizeof both, "%s %s", looks[i - 1].words, looks[i].words);
        sum = spelling_of(both);
        assert_int_equal(sum.letters, a.letters + b.letters);
        assert_int_equal(sum.ours[0], a.ours[0] + b.ours[0]);
        assert_int_equal(sum.ours[1], a.ours[1] + b.ours[1]);
        for (unsigned k = 0; k < MQ_TONGUES; k++)
            assert_int_equal(sum.others[k], a.others[k] + b.others[k]);
    }
}

static void what_is_no_letter_says_nothing(void **state)
{
    const mq_spelling none = spelling_of("2024 \xFF\xC3 \u0633\u0644\u0627\u0645"), with = spelling_of("co2vid"), without = spelling_of("covid");

    (void)state;
    assert_int_equal(none.letters, 0);
    assert_int_equal(none.ours[0], 0);
    assert_memory_equal(&with, &without, sizeof with);
}

static void without_images_nothing_is_said(void **state)
{
    mq_spelling s = { .letters = 0 };

    (void)state;
    mq_spelling_add(&s, (mq_str){ NULL, 0 }, (mq_str){ NULL, 0 }, MQ_STR("word"));
    assert_int_equal(s.letters, 5);
    assert_int_equal(s.ours[0] + s.ours[1] + mq_spelling_other(&s, (mq_str){ NULL, 0 }), 0);
    assert_false(mq_is_tongue_word((mq_str){ NULL, 0 }, MQ_STR("luna")));
    assert_int_equal(mq_wordlist_find((mq_str){ NULL, 0 }, MQ_STR("mots")), 0);
    assert_int_equal(mq_land((mq_str){ NULL, 0 }, 1), 0);
    assert_false(mq_is_given((mq_str){ NULL, 0 }, MQ_STR("x")));
}

static const struct word_case {
    const char *name, *word;
    bool want;
} words[] = {
    { "a Spanish word of the list", "esperanza", true },
    { "accents are folded on both sides", "corazon", true },
    { "an English one is in no such list", "government", false },
    { "nothing is no word", "", false },
};

static void tongue_word(void **row)
{
    const struct word_case *c = *row;

    assert_int_equal(mq_is_tongue_word(image_of(&mq_dict_tongue_words), mq_str_of(c->word)), c->want);
}

static const struct list_case {
    const char *name, *word;
    unsigned french, english;
} lists[] = {
    { "a French word", "bienvenue", MQ_WORDLIST_WORD, 0 },
    { "an English one", "welcome", 0, MQ_WORDLIST_WORD },
    { "one of both", "commune", MQ_WORDLIST_WORD, MQ_WORDLIST_WORD },
    { "a plural by its singular", "serrures", MQ_WORDLIST_WORD, 0 },
    { "a form of a verb that speaks to people", "protegez", MQ_WORDLIST_WORD, 0 },
    { "a French name", "huguette", MQ_WORDLIST_NAME, 0 },
    { "an English one that has a name of its own in French", "ethiopia", 0, MQ_WORDLIST_NAME },
    { "two letters are in no list", "us", 0, 0 },
    { "three letters whose beginning is too short", "zzs", 0, 0 },
    { "no word", "qwrtzp", 0, 0 },
    { "nothing", "", 0, 0 },
};

static void list_of_words(void **row)
{
    const struct list_case *c = *row;

    assert_int_equal(mq_wordlist_find(image_of(&mq_dict_french), mq_str_of(c->word)), c->french);
    assert_int_equal(mq_wordlist_find(image_of(&mq_dict_english), mq_str_of(c->word)), c->english);
}

static const struct land_case {
    const char *name, *word;
    unsigned want;
} lands[] = {
    { "a country", "المغرب", MQ_LAND_FR },
    { "its people", "الأمريكية", MQ_LAND_EN },
    { "with clitics", "وبالألمانية", MQ_LAND_OTHER },
    { "without hamza", "لاسبانيا", MQ_LAND_OTHER },
    { "a land of English with another language", "بالويلزية", MQ_LAND_EN | MQ_LAND_TONGUE },
    { "no country", "الوزارة", 0 },
    { "a function word has no stem", "من", 0 },
};

static void land(void **row)
{
    const struct land_case *c = *row;
    mq_buf folded = MQ_BUF_INIT;

    assert_int_equal(mq_fold(&folded, mq_str_of(c->word), MQ_FOLD_SEARCH, NULL), MQ_OK);
    assert_int_equal(mq_land(image_of(&mq_dict_lands), mq_acronym_stem(mq_buf_str(&folded))), c->want);
    mq_buf_release(&folded);
}

static const struct word_case givens[] = {
    { "a given name", "ماري", true },
    { "one with hamza, folded", "احمد", true },
    { "a noun", "وزارة", false },
};

static void given(void **row)
{
    const struct word_case *c = *row;

    assert_int_equal(mq_is_given(image_of(&mq_dict_given), mq_str_of(c->word)), c->want);
}

static const struct compile_case {
    const char *name;
    const mq_dict *dict;
    const char *text;
    mq_status want;
} compiles[] = {
    { "languages and their words", &mq_dict_tongues, "la\tluna\nes\tluna sol\n", MQ_OK },
    { "a language without words", &mq_dict_tongues, "la\n", MQ_EFORMAT },
    { "a code that is too long", &mq_dict_tongues, "language\tword\n", MQ_EFORMAT },
    { "a code that is too short", &mq_dict_tongues, "l\tword\n", MQ_EFORMAT },
    { "nothing", &mq_dict_tongues, "", MQ_OK },
    { "ill-formed words", &mq_dict_tongues, "la\t\xFF\xFE \xC3\n", MQ_OK },
    { "an unknown land", &mq_dict_lands, "de\tبرلين\n", MQ_EFORMAT },
    { "a land without words", &mq_dict_lands, "fr\n", MQ_EFORMAT },
    { "words and names", &mq_dict_french, "mots\t-\nguil\t\tlaume\n", MQ_OK },
    { "a beginning alone is no row of words", &mq_dict_french, "mots\n", MQ_EFORMAT },
    { "four columns are too many", &mq_dict_english, "word\ta\tb\tc\n", MQ_EFORMAT },
    { "a word is at most 64 letters long", &mq_dict_french, "mots\taaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", MQ_EFORMAT },
    { "a land", &mq_dict_lands, "fr\tباريس\n", MQ_OK },
};

static void compile(void **row)
{
    const struct compile_case *c = *row;
    mq_buf image = MQ_BUF_INIT;
    mq_error err;

    assert_int_equal(c->dict->compile(&image, mq_str_of(c->text), "file", &err), c->want);
    mq_buf_release(&image);
}

int main(void)
{
    UNIT_ROWS(looks, look);
    UNIT_LAW("the costs of words add up", words_add_up);
    UNIT_LAW("what is no letter says nothing", what_is_no_letter_says_nothing);
    UNIT_LAW("without images nothing is said", without_images_nothing_is_said);
    UNIT_ROWS(words, tongue_word);
    UNIT_ROWS(lists, list_of_words);
    UNIT_ROWS(lands, land);
    UNIT_ROWS(givens, given);
    UNIT_ROWS(compiles, compile);
    return unit_run();
}
