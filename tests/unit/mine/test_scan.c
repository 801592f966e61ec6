/* test_scan.c - the scanner against its definition. */
#include "mine/scan.h"
#include "unit.h"

static size_t naive(const char *p, size_t from, size_t n)
{
    while (from < n && !((p[from] >= 'A' && p[from] <= 'Z') || (p[from] >= 'a' && p[from] <= 'z')))
        from++;
    return from;
}

static void scan_equals_naive(void **state)
{
    uint64_t seed = 5;
    char text[300];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        const size_t n = unit_below(&seed, sizeof text), from = n ? unit_below(&seed, n) : 0;

        for (size_t k = 0; k < n; k++)
            text[k] = (char)(unit_below(&seed, 40) ? 0x80 + unit_below(&seed, 0x80) : unit_below(&seed, 0x80));
        assert_int_equal(mq_scan_latin(text, from, n), naive(text, from, n));
    }
}

static void every_byte_is_judged(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        char block[64];

        for (size_t at = 0; at < sizeof block; at++) {
            for (size_t k = 0; k < sizeof block; k++)
                block[k] = ' ';
            block[at] = (char)c;
            assert_int_equal(mq_scan_latin(block, 0, sizeof block), naive(block, 0, sizeof block));
        }
    }
}

int main(void)
{
    UNIT_LAW("the scanner finds what a plain loop finds, in random bytes", scan_equals_naive);
    UNIT_LAW("each of the 256 bytes is judged alike at each place of a block", every_byte_is_judged);
    return unit_run();
}
