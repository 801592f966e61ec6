/*
 * test_utf8.c - walking and repairing UTF-8, against a decoder that knows nothing but the definition: of the well-formed sequences, all 1,112,064 of
 * them made by counting, and of the maximal subpart (Unicode 15, D93b): the longest prefix of a well-formed sequence, or one byte.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "unit.h"

enum { NO_SCALAR = 0xFFFD };

/* The definition of the encoding, by division instead of bits; 0 when cp is no scalar value. */
static size_t encode(unsigned char out[4], uint32_t cp)
{
    const size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : cp < 0x110000 ? 4 : 0;
    static const unsigned lead[] = { 0, 0, 192, 224, 240 };

    if (cp / 0x800 == 0x1B || n == 0)
        return 0;
    for (size_t i = n; i-- > 1; cp /= 64)
        out[i] = (unsigned char)(128 + cp % 64);
    out[0] = (unsigned char)(lead[n] + cp);
    return n;
}

/* Whether p[0..n) begins some well-formed sequence: tries one of each that share n bytes. */
static bool begins_some(const unsigned char *p, size_t n)
{
    for (size_t whole = n; whole <= 4; whole++) {
        const uint32_t low[] = { 0, 0, 0x80, 0x800, 0x10000 }, high[] = { 0, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF };
        const uint32_t step = (uint32_t[]){ 1, 64, 4096, 262144 }[whole - n]; /* code points that share these n bytes */

        for (uint32_t cp = low[whole]; cp <= high[whole]; cp = (cp / step + 1) * step) {
            unsigned char s[4];

            if (encode(s, cp) == whole && memcmp(s, p, n) == 0)
                return true;
        }
    }
    return false;
}

/* prefix[k] for each two bytes: is it (k = 1: the first byte of it) a prefix of a well-formed sequence? What follows them is always 80..BF. */
static bool one_byte[256], two_bytes[65536];

static void learn_prefixes(void)
{
    for (unsigned a = 0; a < 256; a++) {
        unsigned char s[2] = { (unsigned char)a, 0 };

        one_byte[a] = begins_some(s, 1);
        for (unsigned b = 128; one_byte[a] && a >= 128 && b < 192; b++) {
            s[1] = (unsigned char)b;
            two_bytes[a * 256 + b] = begins_some(s, 2);
        }
    }
}

static size_t naive_decode(const char *text, const char *end, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)text;
    const size_t left = (size_t)(end - text);
    const size_t need = p[0] < 128 ? 1 : p[0] < 224 ? 2 : p[0] < 240 ? 3 : 4;
    size_t n = 1;

    *cp = NO_SCALAR;
    if (!one_byte[p[0]])
        return 1;
    while (n < need && n < left && (n == 1 ? two_bytes[p[0] * 256 + p[1]] : p[n] / 64 == 2))
        n++;
    if (n == need) {
        *cp = (uint32_t[]){ 0, p[0], p[0] % 32U, p[0] % 16U, p[0] % 8U }[need];
        for (size_t i = 1; i < need; i++)
            *cp = *cp * 64 + p[i] % 64;
    }
    return n;
}

/* Bytes that look like text often enough to reach every branch. */
static void random_bytes(char *p, size_t n, uint64_t *seed)
{
    static const unsigned char edges[] = { 0, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xD9, 0xDF, 0xE0, 0xE2,
                                           0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF };

    for (size_t i = 0; i < n; i++)
        p[i] = (char)(unit_below(seed, 4) ? edges[unit_below(seed, sizeof edges)] : unit_random(seed));
}

static void every_scalar_comes_back(void **state)
{
    (void)state;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        char s[4];
        unsigned char want[4];
        const size_t n = encode(want, cp);
        uint32_t back;

        if (!n)
            continue;
        assert_int_equal(mq_utf8_encode(s, cp), n);
        assert_memory_equal(s, want, n);
        assert_int_equal(mq_utf8_decode(s, s + n, &back), n);
        assert_int_equal(back, cp);
        assert_int_equal(mq_utf8_before(s, s + n, &back), n);
        assert_int_equal(back, cp);
    }
}

static void decoding_equals_the_definition(void **state)
{
    uint64_t seed = 1;

    (void)state;
    for (int round = 0; round < 200000; round++) {
        char s[8];
        const size_t n = 1 + unit_below(&seed, sizeof s);
        uint32_t got, want;

        random_bytes(s, n, &seed);
        assert_int_equal(mq_utf8_decode(s, s + n, &got), naive_decode(s, s + n, &want));
        assert_int_equal(got, want);
    }
}

/* What is repaired is well-formed, has one U+FFFD for each maximal subpart, and repairing it again changes nothing. */
static void repairing_equals_the_definition(void **state)
{
    uint64_t seed = 2;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char s[64];
        const size_t n = unit_below(&seed, sizeof s);
        mq_buf got = MQ_BUF_INIT, want = MQ_BUF_INIT, again = MQ_BUF_INIT;
        size_t replaced = 0, first = SIZE_MAX, got_first = SIZE_MAX;

        random_bytes(s, n, &seed);
        for (size_t i = 0; i < n;) {
            uint32_t cp;
            const size_t k = naive_decode(s + i, s + n, &cp);

            if (cp == NO_SCALAR && !(k == 3 && memcmp(s + i, "\xEF\xBF\xBD", 3) == 0) && !replaced++)
                first = i;
            mq_buf_addcp(&want, cp);
            i += k;
        }
        assert_int_equal(mq_utf8_repair(&got, (mq_str){ s, n }, &got_first), replaced);
        assert_int_equal(got_first, first);
        assert_str(mq_buf_str(&got), mq_buf_str(&want));
        assert_int_equal(mq_utf8_valid(s, n), replaced ? first : n);
        assert_int_equal(mq_utf8_valid(got.n ? got.p : "", got.n), got.n);
        assert_int_equal(mq_utf8_repair(&again, mq_buf_str(&got), NULL), 0);
        assert_str(mq_buf_str(&again), mq_buf_str(&got));
        mq_buf_release(&got);
        mq_buf_release(&want);
        mq_buf_release(&again);
    }
}

static const struct complete_case {
    const char *name, *bytes;
    size_t want;
} completes[] = {
    { "nothing is complete", "", 0 },
    { "ASCII is complete", "abc", 3 },
    { "a whole code point is complete", "a\xD9\x85", 3 },
    { "one byte of two is cut off", "a\xD9", 1 },
    { "one byte of three is cut off", "a\xE2", 1 },
    { "two bytes of three are cut off", "a\xE2\x80", 1 },
    { "three bytes of four are cut off", "a\xF0\x9F\x98", 1 },
    { "four bytes of four stay", "a\xF0\x9F\x98\x80", 5 },
    { "a lone trail byte stays: no more bytes would mend it", "a\x85", 2 },
    { "trail bytes alone stay", "\x85\x85\x85\x85", 4 },
};

static void complete(void **row)
{
    const struct complete_case *c = *row;

    assert_int_equal(mq_utf8_complete(c->bytes, strlen(c->bytes)), c->want);
}

int main(void)
{
    learn_prefixes();
    UNIT_LAW("every scalar value is encoded as defined and comes back, forwards and backwards", every_scalar_comes_back);
    UNIT_LAW("decoding random bytes equals the definition", decoding_equals_the_definition);
    UNIT_LAW("repairing random bytes equals the definition", repairing_equals_the_definition);
    UNIT_ROWS(completes, complete);
    return unit_run();
}
