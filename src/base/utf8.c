/*
 * utf8.c - walking and repairing UTF-8, a code point at a time. Checking and counting at speed is in utf8_valid.c.
 */
#include <string.h>

#include "base/utf8.h"

size_t mq_utf8_encode(char out[4], uint32_t cp)
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
        cp = 0xFFFD;
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

static size_t ill_formed(uint32_t *cp, size_t n)
{
    *cp = 0xFFFD;
    return n;
}

/* The range that the second byte may have after a lead byte (Unicode table 3-7); the other trail bytes are always 80..BF. */
static void second_byte_range(unsigned lead, unsigned *low, unsigned *high)
{
    *low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    *high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
}

size_t mq_utf8_decode_any(const char *p, const char *end, uint32_t *cp)
{
    const unsigned char *s = (const unsigned char *)p;
    const size_t left = (size_t)(end - p);
    const unsigned lead = s[0];
    size_t need;
    unsigned low, high;

    if (lead < 0x80) {
        *cp = lead;
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4)
        return ill_formed(cp, 1);
    need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    second_byte_range(lead, &low, &high);
    if (left < 2 || s[1] < low || s[1] > high)
        return ill_formed(cp, 1);
    if (need == 2) {
        *cp = (lead & 0x1F) << 6 | (s[1] & 0x3FU);
        return 2;
    }
    if (left < 3 || (s[2] & 0xC0) != 0x80)
        return ill_formed(cp, 2);
    if (need == 3) {
        *cp = (lead & 0x0F) << 12 | (s[1] & 0x3FU) << 6 | (s[2] & 0x3FU);
        return 3;
    }
    if (left < 4 || (s[3] & 0xC0) != 0x80)
        return ill_formed(cp, 3);
    *cp = (lead & 0x07) << 18 | (s[1] & 0x3FU) << 12 | (s[2] & 0x3FU) << 6 | (s[3] & 0x3FU);
    return 4;
}

size_t mq_utf8_before(const char *begin, const char *p, uint32_t *cp)
{
    const char *q = p - 1;

    while (q > begin && p - q < 4 && ((unsigned char)*q & 0xC0) == 0x80)
        q--;
    (void)mq_utf8_decode(q, p, cp);
    return (size_t)(p - q);
}

size_t mq_utf8_complete(const char *p, size_t n)
{
    size_t back = 0;

    while (back < 3 && back < n && ((unsigned char)p[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back < n) {
        const unsigned lead = (unsigned char)p[n - 1 - back];
        const size_t need = lead < 0xC2 || lead > 0xF4 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;

        if (need > back + 1)
            return n - 1 - back;
    }
    return n;
}

size_t mq_utf8_repair(mq_buf *out, mq_str in, size_t *first)
{
    size_t replaced = 0, i = 0;

    while (i < in.n) {
        size_t good = mq_utf8_valid(in.p + i, in.n - i);
        uint32_t cp;

        mq_buf_add(out, in.p + i, good);
        i += good;
        if (i >= in.n)
            break;
        if (!replaced++ && first)
            *first = i;
        i += mq_utf8_decode(in.p + i, in.p + in.n, &cp);
        mq_buf_addcp(out, 0xFFFD);
    }
    return replaced;
}
