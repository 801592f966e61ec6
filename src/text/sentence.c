/*
 * sentence.c - the sentence around a place.
 *
 * Works outward from the place, never over the whole text: backwards to the last border before it, forwards to the first one behind it, at most
 * `most` bytes in all. Bidi controls and closing quotes behind a full stop belong to the sentence they end. Both ways the bytes that no border ends
 * with are passed over without being decoded, sixteen at a time where SSE2 is there.
 */
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/letter.h"

static bool ends_sentence(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x061F || cp == 0x06D4 || cp == 0x2026;
}

enum { NOTHING = 1 };

/*
 * The last bytes of what ends_sentence and of line breaks, with the byte before it or NOTHING: others need no decoding. The byte before tells U+2029 from ة, which
 * is D8 A9.
 */
static const unsigned char before_last[256] = { ['\n'] = NOTHING, ['.'] = NOTHING, ['!'] = NOTHING, ['?'] = NOTHING,
                                                [0x9F] = 0xD8,    [0x94] = 0xDB,   [0xA6] = 0x80,   [0xA9] = 0x80 };

static bool may_end(mq_str text, size_t last)
{
    const unsigned char before = before_last[(unsigned char)text.p[last]];

    return before && (before == NOTHING || (last > 0 && (unsigned char)text.p[last - 1] == before));
}

#if defined(__SSE2__)
enum { BLOCK = 16 };

static __m128i is(__m128i bytes, unsigned char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8((char)byte));
}

/* Bit k: may_end of the byte p[k]; p[-1] is there. */
static unsigned may_end_16(const char *p)
{
    const __m128i last = _mm_loadu_si128((const void *)p), before = _mm_loadu_si128((const void *)(p - 1));
    const __m128i ascii = _mm_or_si128(_mm_or_si128(is(last, '\n'), is(last, '.')), _mm_or_si128(is(last, '!'), is(last, '?')));
    const __m128i arabic = _mm_or_si128(_mm_and_si128(is(last, 0x9F), is(before, 0xD8)), _mm_and_si128(is(last, 0x94), is(before, 0xDB)));
    const __m128i general = _mm_and_si128(_mm_or_si128(is(last, 0xA6), is(last, 0xA9)), is(before, 0x80));

    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(ascii, arabic), general));
}
#endif

/* Behind the last byte of [lowest, i) that may end a sentence; lowest when there is none. */
static size_t last_end(mq_str text, size_t lowest, size_t i)
{
#if defined(__SSE2__)
    for (; i - lowest > BLOCK; i -= BLOCK) {
        const unsigned ends = may_end_16(text.p + i - BLOCK);

        if (ends)
            return i - BLOCK + 32 - (size_t)__builtin_clz(ends);
    }
#endif
    while (i > lowest && !may_end(text, i - 1))
        i--;
    return i;
}

/* The first byte of [k, highest) that may end a sentence; highest when there is none. */
static size_t next_end(mq_str text, size_t k, size_t highest)
{
#if defined(__SSE2__)
    for (; k > 0 && highest - k >= BLOCK; k += BLOCK) {
        const unsigned ends = may_end_16(text.p + k);

        if (ends)
            return k + (size_t)__builtin_ctz(ends);
    }
#endif
    while (k < highest && !may_end(text, k))
        k++;
    return k;
}

/* Whether the full stop at p closes an abbreviation: one letter before it (د. ص. M.), or a known one. */
static bool is_abbreviation(const char *begin, const char *p)
{
    static const char *const known[] = { "Dr", "Mr", "Mrs", "Mme", "art", "Art", "No", "cf", "vol", "pp", "St", "Inc", "Ltd", "Co", "etc", "av",
                                         "\xD8\xAA\xD8\xAD", "\xD9\x85\xD8\xAC", "\xD8\xA7\xD9\x84\xD8\xAE" };
    const char *q = p;
    unsigned letters = 0;
    uint32_t cp;

    while (q > begin) {
        const size_t n = mq_utf8_before(begin, q, &cp);
        const mq_class c = mq_class_of(cp);

        if (c != MQ_CLASS_AR_LETTER && c != MQ_CLASS_LATIN)
            break;
        q -= n;
        if (++letters > 5)
            return false;
    }
    if (letters == 1)
        return true;
    for (size_t i = 0; letters && i < sizeof known / sizeof *known; i++)
        if (mq_str_equal((mq_str){ q, (size_t)(p - q) }, mq_str_of(known[i])))
            return true;
    return false;
}

/* Whether a sentence ends with the code point cp at p (of n bytes). */
static bool is_border(const char *begin, const char *end, const char *p, size_t n, uint32_t cp)
{
    uint32_t next = 0;

    if (cp == '\n' || cp == 0x2029)
        return true;
    if (!ends_sentence(cp))
        return false;
    if (p + n < end)
        (void)mq_utf8_decode(p + n, end, &next);
    if (cp != '.')
        return !ends_sentence(next);
    if (next && mq_class_of(next) != MQ_CLASS_SPACE && !mq_is_quote(next))
        return false; /* 3.5, example.com, U.S., ... */
    return !is_abbreviation(begin, p);
}

static size_t trim_left(mq_str text, size_t at, size_t end)
{
    while (at < end) {
        uint32_t cp;
        const size_t n = mq_utf8_decode(text.p + at, text.p + end, &cp);
        const mq_class c = mq_class_of(cp);

        if (c != MQ_CLASS_SPACE && c != MQ_CLASS_IGNORE)
            break;
        at += n;
    }
    return at;
}

static size_t trim_right(mq_str text, size_t begin, size_t at)
{
    while (at > begin) {
        uint32_t cp;
        const size_t n = mq_utf8_before(text.p + begin, text.p + at, &cp);

        if (mq_class_of(cp) != MQ_CLASS_SPACE)
            break;
        at -= n;
    }
    return at;
}

/* The first white space in [from, to), or `to`. */
static size_t next_space(mq_str text, size_t from, size_t to)
{
    while (from < to && text.p[from] != ' ' && text.p[from] != '\n' && text.p[from] != '\t')
        from++;
    return from;
}

static size_t find_start(mq_str text, size_t at, size_t lowest)
{
    size_t i = at;

    while ((i = last_end(text, lowest, i)) > lowest) {
        uint32_t cp;
        const size_t n = mq_utf8_before(text.p + lowest, text.p + i, &cp);

        if (is_border(text.p, text.p + text.n, text.p + i - n, n, cp))
            return i;
        i--;
    }
    return lowest == 0 ? 0 : next_space(text, lowest, at);
}

/* Behind the quotes that close what ends at i. */
static size_t behind_quotes(mq_str text, size_t i)
{
    uint32_t cp;

    while (i < text.n) {
        const size_t n = mq_utf8_decode(text.p + i, text.p + text.n, &cp);

        if (!mq_is_quote(cp))
            break;
        i += n;
    }
    return i;
}

static size_t find_end(mq_str text, size_t at, size_t highest)
{
    size_t i = highest;

    for (size_t k = next_end(text, at, highest); k < highest; k = next_end(text, k + 1, highest)) {
        uint32_t cp;
        const size_t n = mq_utf8_before(text.p + at, text.p + k + 1, &cp);

        if (is_border(text.p, text.p + text.n, text.p + k + 1 - n, n, cp))
            return behind_quotes(text, cp == '\n' ? k : k + 1);
    }
    if (highest < text.n)
        while (i > at && text.p[i] != ' ')
            i--;
    return i > at ? i : highest;
}

void mq_sentence(mq_str text, size_t at, size_t most, size_t *start, size_t *end)
{
    const size_t half = most / 2;
    size_t lowest = at > half ? at - half : 0, highest;

    while (lowest < at && lowest > 0 && ((unsigned char)text.p[lowest] & 0xC0) == 0x80)
        lowest++;
    *start = trim_left(text, find_start(text, at, lowest), text.n);
    highest = text.n - *start > most ? *start + most : text.n;
    highest = *start + mq_utf8_complete(text.p + *start, highest - *start);
    *end = trim_right(text, *start, find_end(text, at < highest ? at : highest, highest));
    if (*end < *start)
        *end = *start;
}
