/* scan.c - see scan.h. Sixteen bytes at a time where SSE2 is there; the plain loop is the definition (tests/unit/mine/test_scan.c compares). */
#include "mine/scan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

static int is_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

#if defined(__SSE2__)
/* 0 where a byte is a letter: how far (c | 0x20) - 'a', as unsigned, is above 25. */
static __m128i above16(const char *p)
{
    const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);

    return _mm_subs_epu8(_mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a')), _mm_set1_epi8(25));
}

/* Bit i is set where byte i is 0. */
static unsigned zeros16(__m128i v)
{
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_setzero_si128()));
}
#endif

size_t mq_scan_latin(const char *p, size_t from, size_t n)
{
    size_t i = from;

#if defined(__SSE2__)
    for (; i + 64 <= n; i += 64) {
        const __m128i a = _mm_min_epu8(above16(p + i), above16(p + i + 16)), b = _mm_min_epu8(above16(p + i + 32), above16(p + i + 48));

        if (zeros16(_mm_min_epu8(a, b)))
            break;
    }
    for (; i + 16 <= n; i += 16) {
        const unsigned m = zeros16(above16(p + i));

        if (m)
            return i + (size_t)__builtin_ctz(m);
    }
#endif
    while (i < n && !is_letter(p[i]))
        i++;
    return i;
}
