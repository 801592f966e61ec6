/* ordinal.c - see ordinal.h. */
#include <string.h>

#include "lexicon/ordinal.h"

/* The Roman numeral that w begins with, taken off it; 0 for none. Each row is used at most `most` times, in this order: so none is read that is written otherwise. */
static unsigned take_roman(mq_str *w)
{
    static const struct { const char *s; unsigned value, most; } rows[] = {
        { "c", 100, 3 }, { "xc", 90, 1 }, { "l", 50, 1 }, { "xl", 40, 1 }, { "x", 10, 3 }, { "ix", 9, 1 }, { "v", 5, 1 }, { "iv", 4, 1 }, { "i", 1, 3 },
    };
    unsigned n = 0;

    if (!w->n || !strchr("clxvi", *w->p))
        return 0;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (unsigned k = 0; k < rows[i].most; k++) {
            const size_t len = strlen(rows[i].s);

            if (w->n < len || memcmp(w->p, rows[i].s, len) != 0)
                break;
            n += rows[i].value;
            w->p += len;
            w->n -= len;
        }
    return n;
}

static unsigned take_digits(mq_str *w)
{
    unsigned n = 0;

    for (unsigned k = 0; k < 3 && w->n && *w->p >= '0' && *w->p <= '9'; k++, w->p++, w->n--)
        n = 10 * n + (unsigned)(*w->p - '0');
    return n;
}

unsigned mq_ordinal(mq_str folded)
{
    static const char *const endings[] = { "", "e", "eme", "ieme", "er", "ere", "re", "nd", "nde", "st", "rd", "th" };
    mq_str rest = folded;
    unsigned n = take_digits(&rest);

    if (!n)
        n = take_roman(&rest);
    for (size_t i = 0; n && n < 400 && i < sizeof endings / sizeof *endings; i++)
        if (rest.n == strlen(endings[i]) && memcmp(rest.p, endings[i], rest.n) == 0)
            return n;
    return 0;
}
