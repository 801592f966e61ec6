/* test_affix.c - the rows of dict/clitics.tsv by the letter where they meet a word. */
#include "text/affix.h"
#include "text/arletter.h"
#include "unit.h"

static bool is_in(mq_affix_rows rows, unsigned row)
{
    bool in = false;

    for (unsigned i = 0; i < rows.n; i++) {
        assert_true(i == 0 || rows.row[i] > rows.row[i - 1]);
        in |= rows.row[i] == row;
    }
    return in;
}

/* The lists hold what a comparison of all rows would find. */
static void each_stack_is_found_by_its_first_letter(void **state)
{
    const mq_affixes *t = mq_affixes_get();

    (void)state;
    assert_true(t->nstacks > 1 && t->stack[0].n == 0);
    for (unsigned i = 1; i < t->nstacks; i++)
        assert_true(is_in(mq_affixes_at(t, MQ_AFFIX_STACKS, t->stack[i].letter[0]), i));
    assert_false(is_in(mq_affixes_at(t, MQ_AFFIX_STACKS, WAW), 0));
}

static void each_ending_is_found_by_its_last_letter_where_it_may_stand(void **state)
{
    const mq_affixes *t = mq_affixes_get();

    (void)state;
    for (unsigned i = 0; i < t->nendings; i++) {
        const mq_ending *e = &t->ending[i];

        for (unsigned letter = HAMZA; letter <= YEH; letter++) {
            const bool fits = e->n == 0 || e->letter[e->n - 1] == letter;

            if (fits && (e->where & MQ_WHERE_POSS))
                assert_true(is_in(mq_affixes_at(t, MQ_AFFIX_POSS, (uint16_t)letter), i));
            if (fits && (e->where & (MQ_WHERE_ABS | MQ_WHERE_INDEF)))
                assert_true(is_in(mq_affixes_at(t, MQ_AFFIX_ENDINGS, (uint16_t)letter), i));
            if (!fits && letter != HEH && letter != TEH_MARBUTA)
                assert_false(is_in(mq_affixes_at(t, MQ_AFFIX_POSS, (uint16_t)letter), i) || is_in(mq_affixes_at(t, MQ_AFFIX_ENDINGS, (uint16_t)letter), i));
        }
    }
}

static void each_pronoun_is_found_by_its_last_letter(void **state)
{
    const mq_affixes *t = mq_affixes_get();

    (void)state;
    assert_true(t->npronouns > 0);
    for (unsigned i = 0; i < t->npronouns; i++)
        assert_true(is_in(mq_affixes_at(t, MQ_AFFIX_PRONOUNS, t->pronoun[i].letter[t->pronoun[i].n - 1]), i));
}

static void letters_that_no_affix_has_find_only_rows_without_letters(void **state)
{
    static const uint16_t strange[] = { 0, 'a', 0x0620, 0x064B, 0x067E, 0xFFFF };
    const mq_affixes *t = mq_affixes_get();

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(strange); i++)
        for (unsigned table = 0; table < MQ_AFFIX_TABLES; table++) {
            const mq_affix_rows rows = mq_affixes_at(t, (mq_affix_table)table, strange[i]);

            assert_true(rows.n == 0 || table == MQ_AFFIX_ENDINGS || table == MQ_AFFIX_POSS);
            for (unsigned k = 0; k < rows.n; k++)
                assert_int_equal(t->ending[rows.row[k]].n, 0);
        }
}

static void a_feminine_typed_with_heh_is_found_by_it(void **state)
{
    const mq_affixes *t = mq_affixes_get();
    bool found = false;

    (void)state;
    for (unsigned i = 0; i < t->nendings; i++)
        if (t->ending[i].n == 1 && t->ending[i].letter[0] == TEH_MARBUTA)
            found |= is_in(mq_affixes_at(t, MQ_AFFIX_ENDINGS, HEH), i);
    assert_true(found);
}

static void more_endings_than_a_byte_counts_are_refused(void **state)
{
    mq_buf text = MQ_BUF_INIT, image = MQ_BUF_INIT;
    mq_error err;

    (void)state;
    for (unsigned i = 0; i <= UINT8_MAX; i++)
        mq_buf_addz(&text, "end\tت\tة\tposs\tsame\t1\tx\n");
    assert_int_equal(mq_dict_affixes.compile(&image, mq_buf_str(&text), "clitics.tsv", &err), MQ_EFORMAT);
    assert_int_equal(err.line, UINT8_MAX + 1);
    mq_buf_release(&text);
    mq_buf_release(&image);
}

int main(void)
{
    UNIT_LAW("each stack but the empty one is found by its first letter", each_stack_is_found_by_its_first_letter);
    UNIT_LAW("each ending is found by its last letter where it may stand", each_ending_is_found_by_its_last_letter_where_it_may_stand);
    UNIT_LAW("each pronoun is found by its last letter", each_pronoun_is_found_by_its_last_letter);
    UNIT_LAW("letters that no affix has find only rows without letters", letters_that_no_affix_has_find_only_rows_without_letters);
    UNIT_LAW("a feminine typed with a heh is found by it", a_feminine_typed_with_heh_is_found_by_it);
    UNIT_LAW("more endings than a byte counts are refused", more_endings_than_a_byte_counts_are_refused);
    return unit_run();
}
