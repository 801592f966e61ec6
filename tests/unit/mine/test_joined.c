/* test_joined.c - products of features. */
#include <string.h>

#include "base/tsv.h"
#include "mine/active.h"
#include "mine/joined.h"
#include "unit.h"

static unsigned id_of(const char *name)
{
    for (unsigned i = 0; i < MQ_FEATURES; i++)
        if (strcmp(mq_feature_name(i), name) == 0)
            return i;
    fail_msg("no feature %s", name);
    return MQ_FEATURES;
}

static void the_product_of_two_features_is_a_third_one(void **state)
{
    mq_features f = { .nsaid = 0 };
    mq_feature_list list;

    (void)state;
    mq_on(&f, id_of("left_latin"), 1);
    mq_on(&f, id_of("word_cover"), 0.5f);
    mq_features_list(&list, &f);
    assert_int_equal(list.n, 3);
    assert_int_equal(list.f[2].id, id_of("left_latin&word_cover"));
    assert_true(list.f[2].value == 0.5f);
}

static void one_of_two_features_makes_no_product(void **state)
{
    mq_features f = { .nsaid = 0 };
    mq_feature_list list;

    (void)state;
    mq_on(&f, id_of("left_latin"), 1);
    mq_features_list(&list, &f);
    assert_int_equal(list.n, 1);
}

static void each_pair_is_found_whichever_of_the_two_it_is_kept_under(void **state)
{
    (void)state;
    for (unsigned i = MQ_FIRST_JOINED; i < MQ_FEATURES; i++) {
        mq_str second = mq_str_of(mq_feature_name(i)), first;
        mq_features f = { .nsaid = 0 };
        mq_feature_value joined[MQ_MOST_JOINED];
        char name[64] = "";

        assert_true(mq_split(&first, &second, '&'));
        memcpy(name, first.p, first.n);
        mq_on(&f, id_of(name), 0.5f);
        mq_on(&f, id_of(second.p), 0.5f);
        assert_int_equal(mq_features_join(joined, &f), 1);
        assert_int_equal(joined[0].id, i);
        assert_true(joined[0].value == 0.25f);
    }
}

static void the_sum_is_that_of_the_list(void **state)
{
    static double weight[MQ_ALL_FEATURES];
    mq_features f = { .nsaid = 0 };
    mq_feature_list list;
    double sum = 0;

    (void)state;
    for (unsigned i = 0; i < MQ_ALL_FEATURES; i++)
        weight[i] = i % 7 - 2.5;
    mq_on(&f, id_of("left_latin"), 1);
    f.side = f.set;
    mq_on(&f, id_of("word_cover"), 0.5f);
    mq_said(&f, MQ_FIRST_CLASS + 3);
    mq_features_list(&list, &f);
    for (size_t i = 0; i < list.n; i++)
        sum += weight[list.f[i].id] * (double)list.f[i].value;
    assert_int_equal(list.n, 4);
    assert_true(mq_weigh_side(&f, weight) + mq_weigh_own(&f, weight) == sum);
}

static void no_pair_stands_twice_or_joins_a_feature_with_itself(void **state)
{
    (void)state;
    for (unsigned i = MQ_FIRST_JOINED; i < MQ_FEATURES; i++) {
        mq_str second = mq_str_of(mq_feature_name(i)), first;
        mq_buf turned = MQ_BUF_INIT;

        assert_true(mq_split(&first, &second, '&'));
        assert_false(mq_str_equal(first, second));
        mq_buf_addf(&turned, "%.*s&%.*s", (int)second.n, second.p, (int)first.n, first.p);
        for (unsigned k = MQ_FIRST_JOINED; k < i; k++) {
            assert_string_not_equal(mq_feature_name(k), mq_feature_name(i));
            assert_string_not_equal(mq_feature_name(k), turned.p);
        }
        mq_buf_release(&turned);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_product_of_two_features_is_a_third_one),
        cmocka_unit_test(one_of_two_features_makes_no_product),
        cmocka_unit_test(each_pair_is_found_whichever_of_the_two_it_is_kept_under),
        cmocka_unit_test(the_sum_is_that_of_the_list),
        cmocka_unit_test(no_pair_stands_twice_or_joins_a_feature_with_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
