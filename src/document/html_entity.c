/* html_entity.c - "&nbsp;", "&#1605;", "&#x645;" as code points (WHATWG HTML, section 13.2.5.72 and following). */
#include <string.h>

#include <libxml/HTMLparser.h>

#include "document/html_token.h"

enum { LONGEST_NAME = 16, LARGEST = 0x10FFFF };

/* Numbers 128..159 are taken for windows-1252, since pages are made by people who count so. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

static int digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

static size_t numeric(mq_str s, uint32_t *cp)
{
    const bool hex = s.n > 2 && (s.p[2] | 0x20) == 'x';
    const int base = hex ? 16 : 10;
    const size_t from = hex ? 3 : 2;
    uint32_t v = 0;
    size_t i = from;

    for (; i < s.n && digit(s.p[i]) < base; i++)
        if (v <= LARGEST)
            v = v * (uint32_t)base + (uint32_t)digit(s.p[i]);
    if (i == from)
        return 0;
    if (v >= 0x80 && v < 0xA0)
        v = windows_1252[v - 0x80];
    *cp = v == 0 || v > LARGEST || (v >= 0xD800 && v <= 0xDFFF) ? 0xFFFD : v;
    return i + (i < s.n && s.p[i] == ';');
}

static uint32_t named_value(const char *name)
{
    const htmlEntityDesc *const e = htmlEntityLookup((const xmlChar *)name);

    if (strcmp(name, "apos") == 0) /* of XML; libxml2 has those of HTML 4 */
        return '\'';
    return e ? e->value : 0;
}

static size_t named(mq_str s, uint32_t *cp)
{
    char name[LONGEST_NAME];
    size_t n = 0;

    while (n + 1 < s.n && n + 1 < sizeof name && ((s.p[n + 1] | 0x20) >= 'a' || digit(s.p[n + 1]) < 10) && (s.p[n + 1] | 0x20) <= 'z') {
        name[n] = s.p[n + 1];
        n++;
    }
    name[n] = '\0';
    *cp = n ? named_value(name) : 0;
    if (*cp == 0)
        return 0;
    if (n + 1 < s.n && s.p[n + 1] == ';')
        return n + 2;
    return *cp < 0x100 && strcmp(name, "apos") != 0 ? n + 1 : 0;
}

size_t mq_html_entity(mq_str s, uint32_t *cp)
{
    if (s.n < 3)
        return 0;
    return s.p[1] == '#' ? numeric(s, cp) : named(s, cp);
}
