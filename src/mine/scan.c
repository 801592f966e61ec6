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
/* Bit i is set where byte i is a letter: (c | 0x20) - 'a' as unsigned below 26, done by a saturating subtraction. */
static unsigned letters16(const char *p)
{
    const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
    const __m128i low = _mm_sub_epi8(_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));

    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_subs_epu8(low, _mm_set1_epi8(25)), _mm_setzero_si128()));
}
#endif

size_t mq_scan_latin(const char *p, size_t from, size_t n)
{
    size_t i = from;

#if defined(__SSE2__)
    for (; i + 64 <= n; i += 64) {
        const unsigned a = letters16(p + i), b = letters16(p + i + 16), c = letters16(p + i + 32), d = letters16(p + i + 48);

        if (a | b | c | d)
            break;
    }
    for (; i + 16 <= n; i += 16) {
        const unsigned m = letters16(p + i);

        if (m)
            return i + (size_t)__builtin_ctz(m);
    }
#endif
    while (i < n && !is_letter(p[i]))
        i++;
    return i;
}
