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
    mq_features f = { .n = 0 };

    (void)state;
    mq_on(&f, id_of("left_latin"), 1);
    mq_on(&f, id_of("word_cover"), 0.5f);
    mq_features_join(&f);
    assert_int_equal(f.n, 3);
    assert_int_equal(f.f[2].id, id_of("left_latin&word_cover"));
    assert_true(f.f[2].value == 0.5f);
}

static void one_of_two_features_makes_no_product(void **state)
{
    mq_features f = { .n = 0 };

    (void)state;
    mq_on(&f, id_of("left_latin"), 1);
    mq_features_join(&f);
    assert_int_equal(f.n, 1);
}

static void products_are_weighed_when_weights_are_given(void **state)
{
    static float weight[MQ_ALL_FEATURES];
    mq_features f = { .weight = weight };

    (void)state;
    weight[id_of("word_cover")] = 2;
    weight[id_of("left_latin&word_cover")] = -3;
    mq_on(&f, id_of("left_latin"), 1);
    mq_on(&f, id_of("word_cover"), 0.5f);
    mq_features_join(&f);
    assert_true(f.sum == 1 - 1.5);
    assert_int_equal(f.n, 0);
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
        cmocka_unit_test(products_are_weighed_when_weights_are_given),
        cmocka_unit_test(no_pair_stands_twice_or_joins_a_feature_with_itself),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
