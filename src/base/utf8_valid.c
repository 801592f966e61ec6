/*
 * utf8_valid.c - checking and counting UTF-8 at the speed of memory.
 *
 * A document of hundreds of megabytes is checked before anything else happens to it, so this pass must not be felt. Arabic and French are ASCII and pairs: of
 * 64 bytes a set of those that lead a pair and a set of trail bytes are made, and all is well when the second is the first moved by one byte and the two hold
 * all that is not ASCII. Both sets are counted on the way, so that nobody has to pass over the text again for its length.
 *
 * Where a block holds or touches a longer sequence, 32 bytes are judged at once by three table look-ups: the high nibble of the byte before, its low nibble,
 * and the high nibble of the byte itself each give a set of mistakes that are still possible (one bit a mistake); what is in all three sets is a mistake. What
 * the third and fourth byte of a long sequence need is checked by a saturating subtraction. A mistake is then placed exactly by the plain loop, which is also
 * what other processors use.
 *
 * Source:  Keiser, Lemire, "Validating UTF-8 in less than one instruction per byte", Software: Practice and Experience 51 (2021).
 * Departs: no look-ahead over the end: the last bytes are left to the plain loop, which starts at the border of a code point.
 * Law:     equal to decoding one code point after the other, for any bytes (tests/unit/base/test_utf8_valid.c).
 */
#include <stdbool.h>
#include <string.h>

#include "base/utf8.h"

static size_t valid_plain(const char *p, size_t n)
{
    const unsigned char *s = (const unsigned char *)p;
    size_t i = 0;

    while (i < n) {
        uint32_t cp;
        size_t k;

        if (n - i >= 8) {
            uint64_t w;

            memcpy(&w, p + i, 8);
            if (!(w & 0x8080808080808080U)) {
                i += 8;
                continue;
            }
        }
        /* the bulk of Arabic text: pairs D8..DB + trail byte */
        while (i + 1 < n && s[i] >= 0xC2 && s[i] <= 0xDF && (s[i + 1] & 0xC0) == 0x80)
            i += 2;
        if (i >= n)
            break;
        if (s[i] < 0x80) {
            i++;
            continue;
        }
        k = mq_utf8_decode(p + i, p + n, &cp);
        if (cp == 0xFFFD && !(k == 3 && memcmp(p + i, "\xEF\xBF\xBD", 3) == 0))
            return i;
        i += k;
    }
    return n;
}

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

/* The mistakes that a byte and the one before it can make together. */
enum {
    TOO_SHORT = 1 << 0,  /* a lead byte and then no trail byte */
    TOO_LONG = 1 << 1,   /* ASCII and then a trail byte */
    OVERLONG_3 = 1 << 2, /* E0 80..9F */
    TOO_LARGE = 1 << 3,  /* F4 90.. and above */
    SURROGATE = 1 << 4,  /* ED A0..BF */
    OVERLONG_2 = 1 << 5, /* C0, C1 */
    LARGE_4 = 1 << 6,    /* F5.. 80..8F; the same bit serves F0 80..8F */
    TWO_TRAILS = 1 << 7, /* fine inside a long sequence only */
    CARRY = TOO_SHORT | TOO_LONG | TWO_TRAILS
};

#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))
#define AVX2 __attribute__((target("avx2,popcnt")))

AVX2 static __m256i high_nibbles(__m256i v)
{
    return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(0x0F));
}

/* The bytes of `now`, each moved `k` places up, with the last ones of `before` moved in. */
#define SHIFTED(now, before, k) _mm256_alignr_epi8((now), _mm256_permute2x128_si256((before), (now), 0x21), 16 - (k))

AVX2 static __m256i two_byte_mistakes(__m256i now, __m256i previous)
{
    const __m256i first_high = TABLE(TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, (char)TWO_TRAILS, (char)TWO_TRAILS,
                                     (char)TWO_TRAILS, (char)TWO_TRAILS, TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
                                     TOO_SHORT | TOO_LARGE | LARGE_4);
    const char c = (char)CARRY, large = (char)(CARRY | TOO_LARGE | LARGE_4);
    const __m256i first_low = TABLE((char)(CARRY | OVERLONG_3 | OVERLONG_2 | LARGE_4), (char)(CARRY | OVERLONG_2), c, c, (char)(CARRY | TOO_LARGE), large,
                                    large, large, large, large, large, large, large, (char)(CARRY | TOO_LARGE | LARGE_4 | SURROGATE), large, large);
    const char trail = (char)(TOO_LONG | OVERLONG_2 | TWO_TRAILS);
    const __m256i second_high = TABLE(TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
                                      (char)(trail | OVERLONG_3 | LARGE_4), (char)(trail | OVERLONG_3 | TOO_LARGE), (char)(trail | SURROGATE | TOO_LARGE),
                                      (char)(trail | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);
    const __m256i a = _mm256_shuffle_epi8(first_high, high_nibbles(previous));
    const __m256i b = _mm256_shuffle_epi8(first_low, _mm256_and_si256(previous, _mm256_set1_epi8(0x0F)));

    return _mm256_and_si256(_mm256_and_si256(a, b), _mm256_shuffle_epi8(second_high, high_nibbles(now)));
}

AVX2 static __m256i mistakes(__m256i now, __m256i before)
{
    const __m256i pairs = two_byte_mistakes(now, SHIFTED(now, before, 1));
    const __m256i third = _mm256_subs_epu8(SHIFTED(now, before, 2), _mm256_set1_epi8((char)(0xE0 - 0x80)));
    const __m256i fourth = _mm256_subs_epu8(SHIFTED(now, before, 3), _mm256_set1_epi8((char)(0xF0 - 0x80)));
    /* the high bit is set where a third or fourth byte must stand: just there two trail bytes in a row are right */
    const __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));

    return _mm256_xor_si256(must, pairs);
}

/* 64 bytes as sets, bit k is byte k. */
typedef struct block {
    uint64_t high, trails, pairs, breaks; /* not ASCII; trail bytes; lead bytes of pairs; line breaks */
} block;

AVX2 static uint32_t set_of(__m256i marked)
{
    return (uint32_t)_mm256_movemask_epi8(marked);
}

AVX2 static uint64_t both(__m256i a, __m256i b)
{
    return (uint64_t)set_of(b) << 32 | set_of(a);
}

AVX2 static __m256i leads_of_pairs(__m256i v)
{
    const __m256i from = _mm256_sub_epi8(v, _mm256_set1_epi8((char)0xC2)); /* C2..DF are 0..1D */

    return _mm256_cmpeq_epi8(_mm256_min_epu8(from, _mm256_set1_epi8(0x1D)), from);
}

AVX2 static block look_at(__m256i a, __m256i b)
{
    const __m256i behind_trails = _mm256_set1_epi8(-64), lf = _mm256_set1_epi8('\n');

    return (block){ both(a, b), both(_mm256_cmpgt_epi8(behind_trails, a), _mm256_cmpgt_epi8(behind_trails, b)), both(leads_of_pairs(a), leads_of_pairs(b)),
                    both(_mm256_cmpeq_epi8(a, lf), _mm256_cmpeq_epi8(b, lf)) };
}

/* How many bytes from the start, a multiple of 64, are free of mistakes that show inside them; their trail bytes and line breaks. */
AVX2 static size_t valid_blocks(const char *p, size_t n, size_t *trails, size_t *lines)
{
    const __m256i *at = (const __m256i *)(const void *)p;
    size_t seen_trails = 0, seen_lines = 0;
    uint64_t open = 0; /* bit 0: the block before ends in the lead byte of a pair */
    bool wide = false; /* it ends in a longer sequence, which may go on */
    size_t i;

    for (i = 0; i + 64 <= n; i += 64, at += 2) {
        const __m256i a = _mm256_loadu_si256(at), b = _mm256_loadu_si256(at + 1);
        const block k = look_at(a, b);

        if (wide || (k.trails | k.pairs) != k.high || k.trails != (k.pairs << 1 | open)) {
            const __m256i before = i ? _mm256_loadu_si256(at - 1) : _mm256_setzero_si256(), wrong = _mm256_or_si256(mistakes(a, before), mistakes(b, a));

            if (!_mm256_testz_si256(wrong, wrong))
                break;
            wide = (k.high & ~(k.trails | k.pairs)) >> 61 != 0;
        }
        open = k.pairs >> 63;
        seen_trails += (size_t)__builtin_popcountll(k.trails);
        seen_lines += (size_t)__builtin_popcountll(k.breaks);
    }
    *trails = seen_trails;
    *lines = seen_lines;
    return i;
}

static size_t valid_start(const char *p, size_t n, size_t *trails, size_t *lines)
{
    return n >= 64 && __builtin_cpu_supports("avx2") ? valid_blocks(p, n, trails, lines) : 0;
}
#else
static size_t valid_start(const char *p, size_t n, size_t *trails, size_t *lines)
{
    (void)p, (void)n, (void)trails, (void)lines;
    return 0;
}
#endif

/* Trail bytes (10xxxxxx) when `byte` is TRAIL, else bytes that are it. */
enum { TRAIL = -1 };

static const uint64_t ones = 0x0101010101010101U;

/* The high bit of each byte of w that counts. */
static uint64_t counted(uint64_t w, int byte)
{
    const uint64_t low = 0x7FU * ones, other = w ^ (unsigned char)byte * ones;

    return byte == TRAIL ? w & ~(w << 1) & ~low : ~(((other & low) + low) | other | low);
}

static size_t number_of(uint64_t marks)
{
    return (marks >> 7) * ones >> 56;
}

static size_t count_plain(const char *p, size_t n, int byte)
{
    size_t i = 0, count = 0;
    uint64_t w;

    for (; i + sizeof w <= n; i += sizeof w) {
        memcpy(&w, p + i, sizeof w);
        count += number_of(counted(w, byte));
    }
    if (i < n && n >= sizeof w) { /* the last ones, in a word with some that were counted */
        memcpy(&w, p + n - sizeof w, sizeof w);
        w = counted(w, byte);
        return count + number_of(__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? w << 8 * (i + sizeof w - n) : w >> 8 * (i + sizeof w - n));
    }
    for (; i < n; i++)
        count += byte == TRAIL ? (signed char)p[i] < -64 : p[i] == (char)byte;
    return count;
}

#if defined(__x86_64__) && defined(__GNUC__)
/* In whole blocks of 32. Sums of at most 255 fit a byte, so that there are 32 of them in a register, which are then added up. */
AVX2 static size_t count_blocks(const char *p, size_t blocks, int byte)
{
    const __m256i behind_trails = _mm256_set1_epi8(-64), wanted = _mm256_set1_epi8((char)byte);
    __m256i sum = _mm256_setzero_si256();

    while (blocks) {
        const size_t run = blocks < 255 ? blocks : 255;
        __m256i part = _mm256_setzero_si256();

        for (size_t i = 0; i < run; i++) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32 * i));

            part = _mm256_sub_epi8(part, byte == TRAIL ? _mm256_cmpgt_epi8(behind_trails, v) : _mm256_cmpeq_epi8(v, wanted));
        }
        sum = _mm256_add_epi64(sum, _mm256_sad_epu8(part, _mm256_setzero_si256()));
        p += 32 * run;
        blocks -= run;
    }
    return (size_t)(_mm256_extract_epi64(sum, 0) + _mm256_extract_epi64(sum, 1) + _mm256_extract_epi64(sum, 2) + _mm256_extract_epi64(sum, 3));
}

static size_t count(const char *p, size_t n, int byte)
{
    const size_t blocks = n >= 64 && __builtin_cpu_supports("avx2") ? n / 32 : 0;

    if (!blocks)
        return count_plain(p, n, byte); /* p may be NULL when n is 0 */
    return count_blocks(p, blocks, byte) + count_plain(p + 32 * blocks, n - 32 * blocks, byte);
}
#else
static size_t count(const char *p, size_t n, int byte)
{
    return count_plain(p, n, byte);
}
#endif

/* The border of a code point at or, when one straddles i, before i. */
static size_t border_before(const char *p, size_t i)
{
    for (size_t back = 1; back <= 3 && back <= i; back++) {
        const unsigned char c = (unsigned char)p[i - back];

        if (c >= 0xC0)
            return i - back;
        if (c < 0x80)
            break;
    }
    return i;
}

size_t mq_utf8_survey(const char *p, size_t n, mq_utf8_figures *figures)
{
    size_t trails = 0, lines = 0, seen, from, good;

    *figures = (mq_utf8_figures){ .lines = 0 };
    if (n == 0) /* p may be NULL */
        return 0;
    seen = valid_start(p, n, &trails, &lines);
    from = border_before(p, seen);
    good = from < n ? from + valid_plain(p + from, n - from) : n;
    if (good < n)
        return good;
    *figures = (mq_utf8_figures){ .lines = lines + count(p + seen, n - seen, '\n') };
    figures->points = n - trails - count(p + seen, n - seen, TRAIL);
    return n;
}

size_t mq_utf8_valid(const char *p, size_t n)
{
    mq_utf8_figures figures;

    return mq_utf8_survey(p, n, &figures);
}

size_t mq_utf8_count(const char *p, size_t n)
{
    return n - count(p, n, TRAIL);
}

size_t mq_utf8_lines(const char *p, size_t n)
{
    return count(p, n, '\n');
}
