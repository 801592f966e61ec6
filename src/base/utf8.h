/*
 * base/utf8.h - walking UTF-8. Ill-formed sequences follow the Unicode "maximal subpart" practice (Unicode 15, section 3.9, table 3-8;
 * the same as WHATWG and ICU): each maximal subpart counts as one U+FFFD.
 */
#ifndef MQ_BASE_UTF8_H
#define MQ_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#include <muqabil/base.h>

/* Writes 1..4 bytes, returns their count. No scalar value: U+FFFD. */
size_t mq_utf8_encode(char out[4], uint32_t cp);

/*
 * Reads the code point at p (p < end) and returns the number of bytes it takes (1..4). Ill-formed: *cp = U+FFFD and the length of the
 * maximal subpart.
 */
static inline size_t mq_utf8_decode(const char *p, const char *end, uint32_t *cp);

/* The same backwards: the code point that ends at p (begin < p). On well-formed text only. */
size_t mq_utf8_before(const char *begin, const char *p, uint32_t *cp);

/* The length of the longest prefix of p[0..n) that does not end inside a code point. */
size_t mq_utf8_complete(const char *p, size_t n);

/* Code points in well-formed text. */
size_t mq_utf8_count(const char *p, size_t n);

/* Line breaks (U+000A) in any text. */
size_t mq_utf8_lines(const char *p, size_t n);

/* Byte offset of the first ill-formed sequence, n when there is none. A code point cut off by the end is ill-formed. */
size_t mq_utf8_valid(const char *p, size_t n);

/* The same, and what well-formed text holds, for the same price; *figures is left as it is when the text is ill-formed. */
typedef struct mq_utf8_figures {
    size_t points, lines; /* code points; line breaks */
} mq_utf8_figures;
size_t mq_utf8_survey(const char *p, size_t n, mq_utf8_figures *figures);

/* Copies `in`, each ill-formed sequence as one U+FFFD. Returns how many were replaced; *first (may be NULL) = byte offset of the first in `in`. */
size_t mq_utf8_repair(mq_buf *out, mq_str in, size_t *first);

/* The general case of mq_utf8_decode. */
size_t mq_utf8_decode_any(const char *p, const char *end, uint32_t *cp);

/* ASCII and two bytes (Arabic, French) are read in place; running text holds little else. */
static inline size_t mq_utf8_decode(const char *p, const char *end, uint32_t *cp)
{
    const unsigned lead = (unsigned char)p[0];

    if (lead < 0x80) {
        *cp = lead;
        return 1;
    }
    if (lead >= 0xC2 && lead < 0xE0 && end - p >= 2 && ((unsigned char)p[1] & 0xC0U) == 0x80) {
        *cp = (lead & 0x1F) << 6 | ((unsigned char)p[1] & 0x3FU);
        return 2;
    }
    return mq_utf8_decode_any(p, end, cp);
}

#endif
