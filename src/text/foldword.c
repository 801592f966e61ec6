/* foldword.c - see foldword.h. */
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/foldword.h"

#define TO(low) { (char)(0xD8 | 0x##low >> 6), (char)(0x80 | (0x##low & 0x3F)) }
#define VANISHES { 0, 1 }

/*
 * U+0600..U+067F → the letter under MQ_FOLD_SEARCH, in UTF-8, written as its offset from U+0600: letters stay, but آ أ إ (22 23 25) are ا, ؤ is و, ئ and ى are
 * ي, ة is ه. Tashkeel and tatweel vanish. All others, which are 0, are left to mq_fold.
 */
static const char folded[0x80][2] = {
    [0x21] = TO(21), TO(27), TO(27), TO(48), TO(27), TO(4A), TO(27), TO(28), TO(47), /* ء آ أ ؤ إ ئ ا ب ة */
    [0x2A] = TO(2A), TO(2B), TO(2C), TO(2D), TO(2E), TO(2F), TO(30), TO(31), TO(32), TO(33), TO(34), TO(35), TO(36), TO(37), TO(38), TO(39), TO(3A), /* ت … غ */
    [0x40] = VANISHES, TO(41), TO(42), TO(43), TO(44), TO(45), TO(46), TO(47), TO(48), TO(4A), TO(4A), /* tatweel ف ق ك ل م ن ه و ى ي */
    [0x4B] = VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES,
};

/* اال → الا at the start, or behind one proclitic: a ligature that a PDF gave back in the wrong order. */
static void mend(char *s, size_t n)
{
    static const char broken[] = "\xD8\xA7\xD8\xA7\xD9\x84", mended[] = "\xD8\xA7\xD9\x84\xD8\xA7";

    for (size_t at = 0; at <= 2 && at + 8 <= n; at += 2)
        if (memcmp(s + at, broken, 6) == 0) {
            memcpy(s + at, mended, 6);
            return;
        }
}

static size_t fold_slowly(char *out, size_t most, mq_str word)
{
    mq_buf b = MQ_BUF_INIT;
    size_t n = 0;

    if (mq_fold(&b, word, MQ_FOLD_SEARCH, NULL) == MQ_OK) {
        n = b.n <= most ? b.n : mq_utf8_complete(b.p, most);
        if (n)
            memcpy(out, b.p, n);
    }
    mq_buf_release(&b);
    return n;
}

/* Letters of two bytes each; SIZE_MAX when there is another. None grows, so a word that is not longer than the room has room. */
static size_t fold_fast(char *out, mq_str word)
{
    const unsigned char *s = (const unsigned char *)word.p;
    char *to = out;

    for (size_t i = 0; i < word.n; i += 2) {
        const unsigned block = s[i] - 0xD8U;
        const char *letter = folded[(block & 1) << 6 | (s[i + 1] & 0x3FU)];

        if (block > 1 || !letter[1])
            return SIZE_MAX;
        memcpy(to, letter, 2);
        to += letter[0] ? 2 : 0;
    }
    return (size_t)(to - out);
}

/* Under the letter's bytes, lead byte first, as one number: where it stands in `folded`; 0, where nothing stands, when it is of neither block. */
static unsigned row_of(const unsigned char *s)
{
    const unsigned letter = (unsigned)s[0] << 8 | s[1];

    return (letter & 0xFEC0) == 0xD880 ? (letter >> 2 & 0x40) | (letter & 0x3F) : 0;
}

enum { TOGETHER = 16 };

#if defined(__SSE2__)
#include <emmintrin.h>

/* A letter in a lane: the lead byte, which comes first, is the low one. */
static __m128i letters(unsigned lead, unsigned trail)
{
    return _mm_set1_epi16((short)(lead | trail << 8));
}

static __m128i either(__m128i a, __m128i b)
{
    return _mm_or_si128(a, b);
}

/* Where `where` is all ones, the letter `to`. */
static __m128i put(__m128i v, __m128i where, __m128i to)
{
    return either(_mm_andnot_si128(where, v), _mm_and_si128(where, to));
}

/* Where a lane, its bytes swapped, is in least..most. */
static __m128i within(__m128i swapped, unsigned least, unsigned most)
{
    const __m128i above = _mm_sub_epi16(swapped, _mm_set1_epi16((short)least));

    return _mm_cmpeq_epi16(_mm_subs_epu16(above, _mm_set1_epi16((short)(most - least))), _mm_setzero_si128());
}

/* The same as the loop below for the first of eight letters, all at once: their bytes, up to the first that is not plain. Reads and writes TOGETHER bytes. */
static size_t fold_eight(char *out, const unsigned char *s)
{
    const __m128i v = _mm_loadu_si128((const void *)s), swapped = either(_mm_slli_epi16(v, 8), _mm_srli_epi16(v, 8));
    const __m128i plain = either(within(swapped, 0xD8A1, 0xD8BA), within(swapped, 0xD981, 0xD98A));
    const __m128i alef = either(_mm_cmpeq_epi16(v, letters(0xD8, 0xA2)), either(_mm_cmpeq_epi16(v, letters(0xD8, 0xA3)), _mm_cmpeq_epi16(v, letters(0xD8, 0xA5))));
    const __m128i waw = _mm_cmpeq_epi16(v, letters(0xD8, 0xA4)), heh = _mm_cmpeq_epi16(v, letters(0xD8, 0xA9));
    const __m128i yeh = either(_mm_cmpeq_epi16(v, letters(0xD8, 0xA6)), _mm_cmpeq_epi16(v, letters(0xD9, 0x89)));
    const __m128i f = put(put(put(put(v, alef, letters(0xD8, 0xA7)), waw, letters(0xD9, 0x88)), heh, letters(0xD9, 0x87)), yeh, letters(0xD9, 0x8A));

    _mm_storeu_si128((void *)out, f);
    return (size_t)__builtin_ctz(~(unsigned)_mm_movemask_epi8(plain));
}
#endif

size_t mq_fold_plain_word(char *out, size_t most, mq_str text)
{
    const unsigned char *s = (const unsigned char *)text.p;
    const size_t end = (text.n < most ? text.n : most) & ~(size_t)1;
    size_t n = 0, some = TOGETHER;

#if defined(__SSE2__)
    for (; some == TOGETHER && end - n >= TOGETHER; n += some)
        some = fold_eight(out + n, s + n);
#endif
    for (; some == TOGETHER && n < end; n += 2) {
        const char *letter = folded[row_of(s + n)];

        if (!letter[0])
            break;
        memcpy(out + n, letter, 2);
    }
    if (n == 0 || (n < text.n && s[n] >= 0x80))
        return 0;
    mend(out, n);
    return n;
}

size_t mq_fold_word(char *out, size_t most, mq_str word)
{
    size_t n = word.n <= most && word.n % 2 == 0 ? fold_fast(out, word) : SIZE_MAX;

    if (n == SIZE_MAX)
        n = fold_slowly(out, most, word);
    mend(out, n);
    return n;
}

size_t mq_fold_ascii(char *out, size_t most, mq_str word)
{
    size_t n = 0;

    for (size_t i = 0; i < word.n; i++) {
        const unsigned char c = (unsigned char)word.p[i];

        if (n == most || c >= 0x80)
            return 0;
        out[n++] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    return n;
}
