/* test_ligature.c - letters that a PDF turned round. */
#include <string.h>

#include "text/ligature.h"
#include "unit.h"

static const struct sign_case {
    const char *name, *token;
    unsigned sign;
} signs[] = {
    { "an alef before a hamza is the article of a damaged text", "األولى", MQ_TURNED_LAM_ALEF },
    { "also behind proclitics", "وباإلدارة", MQ_TURNED_LAM_ALEF },
    { "and before another alef", "االسم", MQ_TURNED_LAM_ALEF },
    { "a meem in the article is another damage", "املغرب", MQ_TURNED_OTHERS },
    { "as are its like", "واحلكومة", MQ_TURNED_OTHERS },
    { "or three letters", "باخملاطر", MQ_TURNED_OTHERS },
    { "a sound article is no sign", "المغرب", 0 },
    { "nor is a short word", "امل", 0 },
    { "nor one without an article", "مدرسة", 0 },
    { "nor are letters of three bytes", "ﺍﻟﺴﻼﻡ", 0 },
    { "nor is a broken one", "\xD8\xA7\xD8\xA3\xD9", 0 },
    { "nor is nothing", "", 0 },
};

static void sign(void **row)
{
    const struct sign_case *c = *row;

    assert_int_equal(mq_ligature_sign(mq_str_of(c->token)), c->sign);
}

static const struct turn_case {
    const char *name, *damaged, *original;
} turns[] = {
    { "at the beginning", "مبوجب", "بموجب" },
    { "behind a letter that ends a stroke", "الناجت", "الناتج" },
    { "behind the article", "املغرب", "المغرب" },
    { "twice", "ملعاجلة", "لمعالجة" },
    { "with لا in the same word", "متويالت", "تمويلات" },
    { "before a final yeh", "الإجمايل", "الإجمالي" },
    { "three letters of one sign", "واخملاطر", "والمخاطر" },
    { "without an article, too", "جملموعة", "لمجموعة" },
    { "and others behind them", "احملامني", "المحامين" },
    { "two of them", "حمكمة", "محكمة" },
    { "and a plural's ending", "املوظفني", "الموظفين" },
};

static void turn(void **row)
{
    const struct turn_case *c = *row;
    mq_arword w, want, got;
    bool found = false;

    assert_true(mq_arword_of(&w, mq_str_of(c->damaged)) && mq_arword_of(&want, mq_str_of(c->original)));
    for (unsigned i = 0; mq_ligature_turn(&got, &w, i); i++)
        found |= got.n == want.n && memcmp(got.letter, want.letter, got.n * sizeof *got.letter) == 0;
    assert_true(found);
}

static void turning_ends_and_keeps_the_letters(void **state)
{
    uint64_t seed = 8;
    char word[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        mq_arword w, got;
        unsigned n = 0;

        if (!mq_arword_of(&w, unit_arabic_word(word, &seed)))
            continue;
        for (; mq_ligature_turn(&got, &w, n); n++) {
            unsigned sum = 0;

            assert_int_equal(got.n, w.n);
            for (unsigned k = 0; k < w.n; k++)
                sum += (unsigned)w.letter[k] - got.letter[k];
            assert_int_equal(sum, 0);
        }
        assert_in_range(n, 0, MQ_MOST_MENDED);
    }
}

int main(void)
{
    UNIT_ROWS(signs, sign);
    UNIT_ROWS(turns, turn);
    UNIT_LAW("turning ends and keeps the letters", turning_ends_and_keeps_the_letters);
    return unit_run();
}
