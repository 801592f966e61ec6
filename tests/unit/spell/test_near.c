/* test_near.c - the cost of slips, and the walk over the forms. */
#include <string.h>

#include "spell/edit.h"
#include "spell/near.h"

#include "unit.h"

static mq_letters letters(const char *word)
{
    mq_letters w;

    assert_true(mq_letters_read(&w, mq_str_of(word), NULL));
    return w;
}

/* Rows say which of two slips is the likelier one, not what it costs: the costs are tuned. */
static const struct cost_case {
    const char *name, *written, *likelier, *less_likely;
} costs[] = {
    { "a hamza left out is likelier than a letter", "اكبر", "أكبر", "الأكبر" },
    { "heh for teh marbuta is likelier than one for meem", "حياه", "حياة", "حيام" },
    { "a dot is likelier than another letter", "حيت", "حيث", "حيل" },
    { "two turned round are likelier than two changed", "مجتمع", "متجمع", "مسلمع" },
    { "a letter doubled is likelier than a letter too many", "محممد", "محمد", "محمم" },
    { "zah for dad is likelier than seen for dad", "ظروري", "ضروري", "سروري" },
};

static void cost(void **row)
{
    const struct cost_case *c = *row;
    const mq_letters w = letters(c->written), a = letters(c->likelier), b = letters(c->less_likely);

    assert_int_equal(mq_edit_distance(&w, &w), 0);
    assert_true(mq_edit_distance(&w, &a) > 0);
    assert_true(mq_edit_distance(&w, &a) < mq_edit_distance(&w, &b));
}

struct sum {
    uint64_t forms, n;
    const mq_letters *written;
};

static void add(void *user, uint32_t form, int found_cost)
{
    struct sum *s = user;
    mq_letters w;

    mq_form_letters(mq_forms_get(), form, &w);
    assert_int_equal(found_cost, mq_edit_distance(s->written, &w));
    s->forms += form;
    s->n++;
}

static void walk_finds_what_comparing_finds(void **state)
{
    static const char *const words[] = { "الاستتمار", "موتوقة", "مسؤل", "ا", "حاسوبيه", "قققققق", "والمعلومات" };
    enum { BUDGET = 7 * MQ_EDIT_BIT };
    const mq_forms *f = mq_forms_get();

    (void)state;
    assert_true(f->n > 100000);
    for (size_t i = 0; i < UNIT_COUNT(words); i++) {
        const mq_letters w = letters(words[i]);
        struct sum found = { .written = &w }, wanted = { .written = &w };

        mq_forms_near(f, &w, BUDGET, add, &found);
        for (uint32_t form = 1; form <= f->n; form++) {
            mq_letters other;

            mq_form_letters(f, form, &other);
            if (mq_edit_distance(&w, &other) <= BUDGET) {
                wanted.forms += form;
                wanted.n++;
            }
        }
        assert_int_equal(found.n, wanted.n);
        assert_int_equal(found.forms, wanted.forms);
    }
}

static void every_form_is_found(void **state)
{
    const mq_forms *f = mq_forms_get();

    (void)state;
    for (uint32_t form = 1; form <= f->n; form += 7) {
        mq_letters w, skeleton;
        uint32_t from, to;

        mq_form_letters(f, form, &w);
        assert_int_equal(mq_forms_find(f, &w), form);
        mq_letters_skeleton(&skeleton, &w);
        mq_forms_alike(f, &skeleton, &from, &to);
        assert_true(from <= form && form < to);
    }
}

int main(void)
{
    UNIT_ROWS(costs, cost);
    UNIT_LAW("the walk over the trie finds what comparing with every form finds", walk_finds_what_comparing_finds);
    UNIT_LAW("every form is found by its letters and among those with its skeleton", every_form_is_found);
    return unit_run();
}
