/* test_hashtable.c - the table in an image, against the list it was made of. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "unit.h"

static void empty_table_has_nothing(void **state)
{
    mq_buf image = MQ_BUF_INIT;

    (void)state;
    mq_table_write(&image, NULL, 0);
    assert_int_equal(image.status, MQ_OK);
    for (uint64_t h = 0; h < 100; h++)
        assert_int_equal(mq_table_find(mq_buf_str(&image), h * 0x9E3779B97F4A7C15U), 0);
    mq_buf_release(&image);
}

/* Sizes at and around the powers of two, where the load is highest. */
static void finds_all_and_nothing_else(void **state)
{
    static const size_t sizes[] = { 1, 2, 7, 8, 9, 63, 64, 65, 1000, 32768 };
    uint64_t seed = 1;

    (void)state;
    for (size_t s = 0; s < UNIT_COUNT(sizes); s++) {
        const size_t n = sizes[s];
        mq_table_entry *e = calloc(n, sizeof *e), *copy = calloc(n, sizeof *copy);
        mq_buf image = MQ_BUF_INIT;
        size_t wrong = 0;

        assert_true(e && copy);
        for (size_t i = 0; i < n; i++)
            copy[i] = e[i] = (mq_table_entry){ unit_random(&seed), 1 + (uint32_t)i };
        mq_table_write(&image, e, n);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(mq_table_find(mq_buf_str(&image), copy[i].hash), copy[i].value);
        for (size_t i = 0; i < 10000; i++)
            wrong += mq_table_find(mq_buf_str(&image), unit_random(&seed)) != 0;
        assert_int_equal(wrong, 0);
        mq_buf_release(&image);
        free(e);
        free(copy);
    }
}

static void the_larger_value_stays(void **state)
{
    mq_table_entry e[] = { { 42, 1 }, { 7, 5 }, { 42, 9 }, { 42, 3 } };
    mq_buf image = MQ_BUF_INIT;

    (void)state;
    mq_table_write(&image, e, UNIT_COUNT(e));
    assert_int_equal(mq_table_find(mq_buf_str(&image), 42), 9);
    assert_int_equal(mq_table_find(mq_buf_str(&image), 7), 5);
    mq_buf_release(&image);
}

/* An image is bytes: the order in which entries came does not show in it. */
static void order_does_not_matter(void **state)
{
    enum { N = 500 };
    mq_table_entry a[N], b[N];
    mq_buf one = MQ_BUF_INIT, two = MQ_BUF_INIT;
    uint64_t seed = 3;

    (void)state;
    for (size_t i = 0; i < N; i++)
        a[i] = b[N - 1 - i] = (mq_table_entry){ unit_random(&seed) % 400, 1 + (uint32_t)i };
    mq_table_write(&one, a, N);
    mq_table_write(&two, b, N);
    assert_str(mq_buf_str(&one), mq_buf_str(&two));
    mq_buf_release(&one);
    mq_buf_release(&two);
}

static void the_hash_is_pinned(void **state)
{
    (void)state;
    assert_true(mq_hash(MQ_STR("")) == 0x2D06800538D394C2U);
    assert_true(mq_hash(MQ_STR("a")) == 0xE6C632B61E964E1FU);
}

int main(void)
{
    UNIT_LAW("an empty table has nothing", empty_table_has_nothing);
    UNIT_LAW("a table has all its entries and nothing else", finds_all_and_nothing_else);
    UNIT_LAW("of entries with one hash the larger value stays", the_larger_value_stays);
    UNIT_LAW("the order of the entries does not matter", order_does_not_matter);
    UNIT_LAW("the hash that images and glossaries hold never changes", the_hash_is_pinned);
    return unit_run();
}
