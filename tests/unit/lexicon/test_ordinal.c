/* test_ordinal.c - the numbers that Latin words stand for. */
#include <stdio.h>

#include "lexicon/ordinal.h"
#include "unit.h"

static const struct ordinal_case {
    const char *name, *word;
    unsigned want;
} ordinals[] = {
    { "a Roman numeral", "xiv", 14 },
    { "the largest sorts", "ccxcix", 299 },
    { "a Roman numeral with a French ending", "xixe", 19 },
    { "the same, written longer", "xxieme", 21 },
    { "one letter: Charles V", "v", 5 },
    { "English", "21st", 21 },
    { "French, the first", "1er", 1 },
    { "digits alone", "17", 17 },
    { "no numeral is written so", "iiii", 0 },
    { "nor so", "vx", 0 },
    { "four hundred and more", "400", 0 },
    { "more than three digits", "2030", 0 },
    { "a word of numeral letters", "civil", 0 },
    { "an ending alone", "eme", 0 },
    { "an ending that is none", "21fois", 0 },
    { "a word", "oracle", 0 },
    { "nothing", "", 0 },
};

static void ordinal(void **row)
{
    const struct ordinal_case *c = *row;

    assert_int_equal(mq_ordinal(mq_str_of(c->word)), c->want);
}

/* What is written as a Roman numeral is read as its number. */
static void every_numeral_is_read(void **state)
{
    static const char *const units[] = { "", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix" };
    static const char *const tens[] = { "", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc" };
    static const char *const hundreds[] = { "", "c", "cc", "ccc" };
    char word[24];

    (void)state;
    for (unsigned n = 1; n < 400; n++) {
        (void)snprintf(word, sizeof word, "%s%s%s", hundreds[n / 100], tens[n / 10 % 10], units[n % 10]);
        assert_int_equal(mq_ordinal(mq_str_of(word)), n);
    }
}

int main(void)
{
    UNIT_ROWS(ordinals, ordinal);
    UNIT_LAW("every numeral up to 399 is read as its number", every_numeral_is_read);
    return unit_run();
}
