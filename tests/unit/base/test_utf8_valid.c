/* test_utf8_valid.c - the fast check and the fast count say what decoding one code point after the other says. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "unit.h"

enum { LONGEST = 400 };

static size_t naive_valid(const char *p, size_t n)
{
    size_t i = 0;

    while (i < n) {
        uint32_t cp;
        const size_t k = mq_utf8_decode(p + i, p + n, &cp);

        if (cp == 0xFFFD && (k != 3 || memcmp(p + i, "\xEF\xBF\xBD", 3) != 0))
            return i;
        i += k;
    }
    return n;
}

static size_t naive_count(const char *p, size_t n)
{
    size_t count = 0, i = 0;

    for (uint32_t cp; i < n; count++)
        i += mq_utf8_decode(p + i, p + n, &cp);
    return count;
}

static size_t naive_lines(const char *p, size_t n)
{
    size_t lines = 0;

    for (size_t i = 0; i < n; i++)
        lines += p[i] == '\n';
    return lines;
}

static const struct ill_case {
    const char *name, *bytes;
    size_t good; /* bytes before the mistake */
} ills[] = {
    { "a lone trail byte", "\x80", 0 },
    { "a lead byte without its trail", "\xD9 ", 0 },
    { "an overlong slash of two bytes", "\xC0\xAF", 0 },
    { "an overlong of three bytes", "\xE0\x9F\xBF", 0 },
    { "an overlong of four bytes", "\xF0\x8F\xBF\xBF", 0 },
    { "a surrogate", "\xED\xA0\x80", 0 },
    { "above the last plane", "\xF4\x90\x80\x80", 0 },
    { "a lead byte that never occurs", "\xF5\x80\x80\x80", 0 },
    { "a byte that never occurs", "\xFF", 0 },
    { "three bytes of four", "\xF0\x9F\x98 ", 0 },
    { "a trail byte too many", "\xD9\x85\x85", 2 },
    { "the replacement character itself is right", "\xEF\xBF\xBD", 3 },
    { "the last code point is right", "\xF4\x8F\xBF\xBF", 4 },
};

/* Every case at every place relative to the blocks of the fast check, in front of every kind of neighbour. */
static void finds_a_mistake_at_any_place(void **state)
{
    static const char *const fillers[] = { "a", "\xD9\x85", "\xE2\x80\x8F", "\xF0\x9F\x98\x80" };

    (void)state;
    for (size_t c = 0; c < sizeof ills / sizeof *ills; c++)
        for (size_t f = 0; f < 4; f++)
            for (size_t before = 0; before < 80; before++) {
                char text[LONGEST] = "";
                const size_t k = strlen(fillers[f]), at = before * k;

                for (size_t i = 0; i < before; i++)
                    memcpy(text + i * k, fillers[f], k);
                memcpy(text + at, ills[c].bytes, strlen(ills[c].bytes));
                assert_int_equal(mq_utf8_valid(text, at + strlen(ills[c].bytes)), at + ills[c].good);
                assert_int_equal(mq_utf8_valid(text, LONGEST), naive_valid(text, LONGEST));
            }
}

/* Well-formed text in which one byte is then spoilt. */
static size_t random_text(char *text, uint64_t *seed)
{
    size_t n = 0;

    while (n + 4 < LONGEST) {
        static const struct { uint32_t from, count; } ranges[] = { { 0, 0x80 }, { 0x600, 0x100 }, { 0, 0x10000 }, { 0, 0x110000 } };
        const size_t r = unit_below(seed, UNIT_COUNT(ranges));

        n += mq_utf8_encode(text + n, ranges[r].from + (uint32_t)unit_below(seed, ranges[r].count));
    }
    return n;
}

static void equals_the_naive_check_on_random_bytes(void **state)
{
    uint64_t seed = 7;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char text[LONGEST];
        const size_t n = random_text(text, &seed);
        mq_utf8_figures figures;

        assert_int_equal(mq_utf8_survey(text, n, &figures), n);
        assert_int_equal(figures.points, naive_count(text, n));
        assert_int_equal(figures.lines, naive_lines(text, n));
        assert_int_equal(mq_utf8_valid(text, n), n);
        assert_int_equal(mq_utf8_count(text, n), naive_count(text, n));
        assert_int_equal(mq_utf8_lines(text, n), naive_lines(text, n));
        text[unit_below(&seed, n)] = (char)unit_random(&seed);
        assert_int_equal(mq_utf8_valid(text, n), naive_valid(text, n));
        assert_int_equal(mq_utf8_valid(text, n / 2), naive_valid(text, n / 2));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_a_mistake_at_any_place),
        cmocka_unit_test(equals_the_naive_check_on_random_bytes),
    };

    return cmocka_run_group_tests_name("utf8_valid", tests, NULL, NULL);
}
