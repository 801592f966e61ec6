/* test_wordparts.c - Latin words that several words say. */
#include <string.h>

#include "mine/miner.h"
#include "mine/wordparts.h"
#include "unit.h"

static const struct {
    const char *name, *word, *says[2];
    enum mq_parted parted;
} cases[] = {
    { "two words written as one", "nighttime", { "night", "time" }, MQ_PARTED_BOTH },
    { "an ending that says ability, in English", "compatibility", { "ability", "possibility" }, MQ_PARTED_NEVER },
    { "an ending that says ability, in French", "visibilite", { "ability", "possibility" }, MQ_PARTED_NEVER },
    { "a beginning and an ending of medicine", "hepatitis", { "inflammation", "liver" }, MQ_PARTED_BOTH },
    { "an ending of medicine", "sinusitis", { "inflammation", NULL }, MQ_PARTED_NEVER },
    { "a beginning alone, of a word that the lexicon lacks", "hypernatremy", { "high", NULL }, MQ_PARTED_NEVER },
    { "an ordinal of a century", "xixe", { "9", "10" }, MQ_PARTED_BOTH },
    { "a short word is left alone", "meter", { NULL, NULL }, MQ_PARTED_NOT },
    { "an ending alone is left alone", "ology", { NULL, NULL }, MQ_PARTED_NOT },
    { "another word is left alone", "xyzzyq", { NULL, NULL }, MQ_PARTED_NOT },
};

static uint32_t key(const char *word)
{
    return word ? mq_latin_key_of(mq_str_of(word)).exact : 0;
}

static void words_are_said_by_their_parts(void **state)
{
    mq_miner *m;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mq_unit_word w = { .n = (uint8_t)strlen(cases[i].word) };

        memcpy(w.folded, cases[i].word, w.n);
        w.key = mq_latin_key_of((mq_str){ w.folded, w.n });
        mq_split_word(&w, &m->d);
        if (w.also[0] != key(cases[i].says[0]) || w.also[1] != key(cases[i].says[1]) || w.parted != cases[i].parted)
            fail_msg("%s: %s", cases[i].name, cases[i].word);
    }
    mq_miner_free(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(words_are_said_by_their_parts) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
