/* test_lexical.c - the words that the model has weights for: what there is to name in a Latin unit, numbers and names. */
#include <string.h>

#include "mine/lexical.h"
#include "mine/miner.h"
#include "unit.h"

static void image_of(mq_buf *image, const char *list)
{
    assert_int_equal(mq_lexical_build(image, mq_str_of(list), NULL), MQ_OK);
}

static void words_are_numbered_in_the_order_of_the_list(void **state)
{
    mq_buf image = MQ_BUF_INIT;

    (void)state;
    image_of(&image, "before\tتسمى\nfirst\tشركة\nbefore\t(\nshape\tXx x\n");
    assert_int_equal(mq_lexical_find(mq_buf_str(&image), MQ_SAID_BEFORE, MQ_STR("تسمى")), 1);
    assert_int_equal(mq_lexical_find(mq_buf_str(&image), MQ_SAID_FIRST, MQ_STR("شركة")), 2);
    assert_int_equal(mq_lexical_find(mq_buf_str(&image), MQ_SAID_BEFORE, MQ_STR("(")), 3);
    assert_int_equal(mq_lexical_find(mq_buf_str(&image), MQ_SLOT_SHAPE, MQ_STR("Xx x")), 4);
    mq_buf_release(&image);
}

static void a_word_has_a_number_in_its_own_place_only(void **state)
{
    mq_buf image = MQ_BUF_INIT;

    (void)state;
    image_of(&image, "first\tشركة\n");
    for (unsigned slot = 0; slot < MQ_SLOTS; slot++)
        assert_int_equal(mq_lexical_find(mq_buf_str(&image), slot, MQ_STR("شركة")), slot == MQ_SAID_FIRST);
    assert_int_equal(mq_lexical_find(mq_buf_str(&image), MQ_SAID_FIRST, MQ_STR("شركات")), 0);
    assert_int_equal(mq_lexical_find((mq_str){ NULL, 0 }, MQ_SAID_FIRST, MQ_STR("شركة")), 0);
    mq_buf_release(&image);
}

static void a_number_leads_back_to_place_and_word(void **state)
{
    mq_buf image = MQ_BUF_INIT, name = MQ_BUF_INIT;

    (void)state;
    image_of(&image, "before\tتسمى\nending\ting\n");
    mq_lexical_name(&name, mq_buf_str(&image), 2);
    assert_string_equal(name.p, "ending=ing");
    mq_buf_clear(&name);
    mq_lexical_name(&name, mq_buf_str(&image), 3);
    assert_int_equal(name.n, 0);
    mq_buf_release(&name);
    mq_buf_release(&image);
}

static void a_list_with_an_unknown_place_is_refused(void **state)
{
    mq_buf image = MQ_BUF_INIT;
    mq_error err;

    (void)state;
    assert_int_equal(mq_lexical_build(&image, MQ_STR("first\tشركة\nthird\tشركة\n"), &err), MQ_EFORMAT);
    assert_int_equal(err.line, 2);
    mq_buf_release(&image);
}

/* What is taken of the first unit of a text, as "slot=word" with blanks between. */
static void take(void *user, unsigned slot, mq_str word)
{
    mq_buf *out = user;

    mq_buf_addf(out, "%s%s=%.*s", out->n ? " " : "", mq_slot_name(slot), (int)word.n, word.p);
}

static mq_status take_first(void *user, mq_miner *m, mq_site *site)
{
    (void)m;
    mq_lexical_unit(site->s, &site->u, take, user);
    return MQ_ESTOPPED;
}

static const struct unit_case {
    const char *name, *text, *taken;
} units[] = {
    { "words are folded, their ends are of three letters", "منصة خرائط غوغل (Google Maps).", "word=google ending=gle word=maps shape=Xx Xx" },
    { "runs of capitals, of small letters and of digits are each one", "الجيل الرابع (LTE-4G).", "word=lte word=4g shape=X-9X" },
    { "short words have no ending", "الحوت le thon", "word=le word=thon shape=x x" },
    { "letters with accents are letters", "الأمن السيبراني cybersécurité", "word=cybersecurite ending=ite shape=x" },
};

static void the_words_shape_and_endings_of_a_unit_are_taken(void **state)
{
    mq_miner *m;

    (void)state;
    assert_int_equal(mq_miner_new(&m, 0, NULL), MQ_OK);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        mq_buf out = MQ_BUF_INIT;

        (void)mq_sites(m, mq_str_of(units[i].text), take_first, &out);
        if (!out.n || strcmp(out.p, units[i].taken) != 0)
            fail_msg("%s: %s", units[i].name, out.n ? out.p : "nothing");
        mq_buf_release(&out);
    }
    mq_miner_free(m);
}

/* model.c gives weights to the rows in their order, so none may be passed over here. */
static void a_row_without_a_word_is_refused(void **state)
{
    mq_buf image = MQ_BUF_INIT;
    mq_error err;

    (void)state;
    assert_int_equal(mq_dict_lexical.compile(&image, MQ_STR("word\tfirst=شركة\t0.5\nword\t\t0.5\n"), "model.tsv", &err), MQ_EFORMAT);
    assert_int_equal(err.line, 2);
    mq_buf_release(&image);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_numbered_in_the_order_of_the_list), cmocka_unit_test(a_word_has_a_number_in_its_own_place_only),
        cmocka_unit_test(a_number_leads_back_to_place_and_word),       cmocka_unit_test(a_list_with_an_unknown_place_is_refused),
        cmocka_unit_test(the_words_shape_and_endings_of_a_unit_are_taken), cmocka_unit_test(a_row_without_a_word_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
