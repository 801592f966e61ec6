/*
 * slips.c - optimal string alignment, counted and weighed.
 *
 *     d[i][j] = the least of  d[i-1][j] + cost of leaving out a's letter i,  d[i][j-1] + the same of b's letter j,
 *                             d[i-1][j-1] + cost of one for the other,       d[i-2][j-2] + cost of an exchange
 * Three rows are enough, as an exchange looks back two.
 * Weights are for folded words, in which hamza seats, ة and ه, ى and ي, and accents are alike already. They say what is a likelier slip, not by how much: no
 * corpus of slips was at hand.
 * Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964.
 * Law:    the distance is symmetric, and so is the cost; tests/unit/store/test_spelling.c.
 */
#include <string.h>

#include "base/utf8.h"
#include "store/slips.h"

enum { SEAT = 3, DOTS = 4, SOUND = 5, WEAK = 6, SWAP = 5, TWICE = 4 };

/* ---- letters ---- */

mq_letters mq_letters_of(mq_str word)
{
    mq_letters l = { .word = word };
    size_t n = 0;

    for (size_t i = 0; i < word.n; i++) {
        const unsigned char c = (unsigned char)word.p[i];

        if ((c & 0xC0) == 0x80)
            continue;
        if (n == MQ_MOST_LETTERS || (c >= '0' && c <= '9'))
            return l;
        l.at[n++] = (unsigned)i;
    }
    l.at[n] = (unsigned)word.n;
    l.n = n;
    return l;
}

mq_str mq_letters_before(const mq_letters *l, size_t i)
{
    return (mq_str){ l->word.p, i < l->n ? l->at[i] : l->word.n };
}

mq_str mq_letters_behind(const mq_letters *l, size_t i)
{
    const size_t at = i < l->n ? l->at[i + 1] : l->word.n;

    return (mq_str){ l->word.p + at, l->word.n - at };
}

/* ---- weights ---- */

/* Letters of one row are taken for each other at the row's cost; the first row that has both counts. */
static const struct group { unsigned cost; uint32_t letter[7]; } groups[] = {
    { SEAT, { 0x621, 0x627, 0x648, 0x64A } },                   /* hamza, and what its seats fold to */
    { DOTS, { 0x628, 0x62A, 0x62B, 0x646, 0x64A } },            /* beh teh theh noon yeh */
    { DOTS, { 0x62C, 0x62D, 0x62E } },                          /* jeem hah khah */
    { DOTS, { 0x62F, 0x630 } }, { DOTS, { 0x631, 0x632 } },     /* dal thal; reh zain */
    { DOTS, { 0x633, 0x634 } }, { DOTS, { 0x635, 0x636 } },     /* seen sheen; sad dad */
    { DOTS, { 0x637, 0x638 } }, { DOTS, { 0x639, 0x63A } },     /* tah zah; ain ghain */
    { DOTS, { 0x641, 0x642 } }, { DOTS, { 0x647, 0x62A } },     /* feh qaf; heh for teh marbuta, teh */
    { SEAT, { 0x636, 0x638 } },                                 /* dad zah */
    { SOUND, { 0x633, 0x635 } }, { SOUND, { 0x62A, 0x637 } },   /* seen sad; teh tah */
    { SOUND, { 0x62F, 0x636 } }, { SOUND, { 0x630, 0x632, 0x638 } },
    { SOUND, { 0x643, 0x642 } }, { SOUND, { 0x62C, 0x63A } },   /* kaf qaf; jeem ghain, in names */
    { SOUND, { 'c', 'k', 'q' } }, { SOUND, { 's', 'z', 'c' } }, { SOUND, { 'i', 'y', 'j' } }, { SOUND, { 'a', 'e' } },
    { WEAK, { 'a', 'e', 'i', 'o', 'u', 'y' } }, { SOUND, { 'v', 'w', 'f' } }, { SOUND, { 'm', 'n' } }, { SOUND, { 'b', 'p' } },
    { SOUND, { 'd', 't' } }, { SOUND, { 'g', 'j' } },
};

static bool is_in(const struct group *g, uint32_t letter)
{
    for (size_t i = 0; i < sizeof g->letter / sizeof *g->letter && g->letter[i]; i++)
        if (g->letter[i] == letter)
            return true;
    return false;
}

static unsigned cost_of_other(uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (is_in(&groups[i], a) && is_in(&groups[i], b))
            return groups[i].cost;
    return MQ_SLIP_COST;
}

/* Of a letter too many, beside these two (0 = none). Short vowels are not written and long ones forgotten; e and h are mute. */
static unsigned cost_of_one_more(uint32_t letter, uint32_t before, uint32_t behind)
{
    if (letter == before || letter == behind)
        return TWICE;
    return letter == 0x627 || letter == 0x648 || letter == 0x64A || letter == 'e' || letter == 'h' ? WEAK : MQ_SLIP_COST;
}

/* ---- the alignment ---- */

typedef struct spelled {
    size_t n;
    uint32_t letter[MQ_MOST_LETTERS + 2]; /* 0 behind the last */
} spelled;

static spelled spell(const mq_letters *l)
{
    spelled s = { .n = l->n };

    for (size_t i = 0; i < l->n; i++)
        (void)mq_utf8_decode(l->word.p + l->at[i], l->word.p + l->word.n, &s.letter[i]);
    return s;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned cost_at(const spelled *s, size_t i, bool weighed)
{
    return weighed ? cost_of_one_more(s->letter[i], i ? s->letter[i - 1] : 0, s->letter[i + 1]) : 1;
}

static unsigned align(const spelled *a, const spelled *b, bool weighed)
{
    unsigned rows[3][MQ_MOST_LETTERS + 1];

    rows[0][0] = 0;
    for (size_t j = 1; j <= b->n; j++)
        rows[0][j] = rows[0][j - 1] + cost_at(b, j - 1, weighed);
    for (size_t i = 1; i <= a->n; i++) {
        unsigned *now = rows[i % 3], *last = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
        const unsigned out = cost_at(a, i - 1, weighed);
        const uint32_t x = a->letter[i - 1];

        now[0] = last[0] + out;
        for (size_t j = 1; j <= b->n; j++) {
            const uint32_t y = b->letter[j - 1];

            now[j] = least(last[j] + out, now[j - 1] + cost_at(b, j - 1, weighed));
            now[j] = least(now[j], last[j - 1] + (x == y ? 0 : weighed ? cost_of_other(x, y) : 1));
            if (i > 1 && j > 1 && x == b->letter[j - 2] && a->letter[i - 2] == y)
                now[j] = least(now[j], before[j - 2] + (weighed ? SWAP : 1));
        }
    }
    return rows[a->n % 3][b->n];
}

unsigned mq_slip_distance(const mq_letters *a, const mq_letters *b)
{
    spelled x, y;

    if (mq_str_equal(a->word, b->word))
        return 0;
    if (!a->n || !b->n)
        return MQ_MOST_WORD_BYTES;
    x = spell(a);
    y = spell(b);
    return align(&x, &y, false);
}

unsigned mq_slip_cost(const mq_letters *a, const mq_letters *b)
{
    const spelled x = spell(a), y = spell(b);

    return align(&x, &y, true);
}
