/* test_str.c - borrowed strings and the growing buffer. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

static const struct order_case {
    const char *name;
    mq_str a, b;
    int sign;
} orders[] = {
    { "the empty string comes first", { "", 0 }, { "a", 1 }, -1 },
    { "two empty strings are equal, wherever they point", { NULL, 0 }, { "a", 0 }, 0 },
    { "a prefix comes before the whole", { "ab", 2 }, { "abc", 3 }, -1 },
    { "a NUL is a byte like others", { "a\0b", 3 }, { "a\0c", 3 }, -1 },
    { "bytes above 127 come after ASCII", { "\xD8\xA7", 2 }, { "z", 1 }, 1 },
    { "code points of four bytes come after those of three", { "\xF0\x90\x80\x80", 4 }, { "\xEF\xBF\xBD", 3 }, 1 },
};

static void order(void **row)
{
    const struct order_case *c = *row;
    const int got = mq_str_compare(c->a, c->b), back = mq_str_compare(c->b, c->a);

    assert_int_equal((got > 0) - (got < 0), c->sign);
    assert_int_equal((back > 0) - (back < 0), -c->sign);
    assert_int_equal(mq_str_equal(c->a, c->b), c->sign == 0);
}

static const struct code_point_case {
    const char *name;
    uint32_t cp;
    const char *want;
} code_points[] = {
    { "ASCII is one byte", 'a', "a" },
    { "the last of one byte", 0x7F, "\x7F" },
    { "the first of two bytes", 0x80, "\xC2\x80" },
    { "meem is two bytes", 0x645, "\xD9\x85" },
    { "the first of three bytes", 0x800, "\xE0\xA0\x80" },
    { "the first of four bytes", 0x10000, "\xF0\x90\x80\x80" },
    { "the last code point", 0x10FFFF, "\xF4\x8F\xBF\xBF" },
    { "a surrogate becomes U+FFFD", 0xD800, "\xEF\xBF\xBD" },
    { "the last surrogate becomes U+FFFD", 0xDFFF, "\xEF\xBF\xBD" },
    { "above the last plane becomes U+FFFD", 0x110000, "\xEF\xBF\xBD" },
    { "the largest number becomes U+FFFD", UINT32_MAX, "\xEF\xBF\xBD" },
};

static void add_code_point(void **row)
{
    const struct code_point_case *c = *row;
    mq_buf b = MQ_BUF_INIT;

    mq_buf_addcp(&b, c->cp);
    assert_buf(b, c->want);
    mq_buf_release(&b);
}

static void null_is_empty(void **state)
{
    (void)state;
    assert_str(mq_str_of(NULL), MQ_STR(""));
    assert_str(mq_str_of("x"), MQ_STR("x"));
}

static void unused_is_empty(void **state)
{
    mq_buf b = MQ_BUF_INIT;

    (void)state;
    assert_str(mq_buf_str(&b), MQ_STR(""));
    mq_buf_clear(&b);
    mq_buf_release(&b);
    mq_buf_release(&b);
    assert_null(b.p);
}

static void formats(void **state)
{
    mq_buf b = MQ_BUF_INIT;
    char text[3001];

    (void)state;
    memset(text, 'x', 3000);
    text[3000] = '\0';
    mq_buf_addf(&b, "%d|%s", 7, "");
    assert_buf(b, "7|");
    mq_buf_addf(&b, "%s", text);
    assert_int_equal(b.n, 3002);
    assert_int_equal(strlen(b.p), b.n);
    mq_buf_release(&b);
}

/* More than any memory can hold fails without asking for it, and sticks. */
static void failure_sticks(void **state)
{
    mq_buf b = MQ_BUF_INIT;

    (void)state;
    mq_buf_addz(&b, "kept");
    assert_false(mq_buf_reserve(&b, SIZE_MAX - 10));
    assert_int_equal(b.status, MQ_ENOMEM);
    mq_buf_addc(&b, 'x');
    mq_buf_addf(&b, "%d", 1);
    assert_false(mq_buf_reserve(&b, 1));
    assert_str(mq_buf_str(&b), MQ_STR("kept"));
    mq_buf_clear(&b);
    mq_buf_addz(&b, "again");
    assert_buf(b, "again");
    mq_buf_release(&b);
}

static void clear_keeps_memory(void **state)
{
    mq_buf b = MQ_BUF_INIT;
    const char *p;

    (void)state;
    assert_true(mq_buf_reserve(&b, 1000));
    p = b.p;
    mq_buf_clear(&b);
    for (int i = 0; i < 1000; i++)
        mq_buf_addc(&b, 'x');
    assert_ptr_equal(b.p, p);
    mq_buf_release(&b);
}

/* Random pieces against one large array; p[n] is NUL at each step. */
static void equals_an_array(void **state)
{
    enum { MOST = 100000 };
    char *want = malloc(MOST), piece[300];
    uint64_t seed = 1;
    mq_buf b = MQ_BUF_INIT;

    (void)state;
    assert_non_null(want);
    for (size_t n = 0, k; n < MOST - sizeof piece; n += k) {
        k = unit_below(&seed, sizeof piece);
        for (size_t i = 0; i < k; i++)
            piece[i] = (char)unit_random(&seed);
        memcpy(want + n, piece, k);
        mq_buf_add(&b, piece, k);
        assert_int_equal(b.n, n + k);
        assert_int_equal(b.p[b.n], 0);
        assert_true(b.cap > b.n);
    }
    assert_int_equal(b.status, MQ_OK);
    assert_memory_equal(b.p, want, b.n);
    mq_buf_release(&b);
    free(want);
}

int main(void)
{
    UNIT_ROWS(orders, order);
    UNIT_ROWS(code_points, add_code_point);
    UNIT_LAW("NULL is the empty string", null_is_empty);
    UNIT_LAW("a buffer that was never used is empty and may be released twice", unused_is_empty);
    UNIT_LAW("formatted text of any length is appended whole", formats);
    UNIT_LAW("a failed append changes nothing and sticks until cleared", failure_sticks);
    UNIT_LAW("clearing keeps the memory", clear_keeps_memory);
    UNIT_LAW("appending random pieces equals copying them into an array", equals_an_array);
    return unit_run();
}
