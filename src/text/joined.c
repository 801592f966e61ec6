/* joined.c - see joined.h. */
#include "text/arletter.h"
#include "text/arword.h"
#include "text/joined.h"
#include "text/words.h"

enum { LEAST_LEFT = 2, LEAST_RIGHT = 3, LEAST_DEFINITE = 5 };
/* The lists hold some of them, too: their parts are seen so much more often. */
#define RATIO 8.0

/* Of the letters from..to. */
static double count_of(const mq_arword *w, unsigned from, unsigned to)
{
    char key[MQ_ARWORD_KEY];

    return mq_word_count((mq_str){ key, mq_arword_key(key, w->letter + from, to - from) });
}

static bool is_proclitic(uint16_t c)
{
    return c == WAW || c == FEH || c == BEH || c == KAF;
}

static bool is_alef(uint16_t c)
{
    return c == ALEF || c == ALEF_HAMZA || c == ALEF_HAMZA_BELOW || c == ALEF_MADDA;
}

/* The article, behind و ف ب ك or not, or as لل; also as a PDF leaves it before an ا (األنظمة, االستثمار, لألنظمة). */
static bool begins_with_article(const uint16_t *c, unsigned n)
{
    const unsigned skip = n > 0 && is_proclitic(c[0]);

    if (n - skip < LEAST_DEFINITE)
        return false;
    c += skip;
    if (c[0] == ALEF || c[0] == LAM)
        return c[1] == LAM || (is_alef(c[1]) && c[2] == LAM);
    return false;
}

/* How often the first part must be seen: two or three letters are soon some word (وب, با). */
static double least_count(unsigned letters)
{
    return letters == 2 ? 20000 : letters == 3 ? 2000 : 100;
}

/* The lesser of how often both parts are seen; 0 = they are no two words. */
static double belief(const mq_arword *w, unsigned i)
{
    const double left = count_of(w, 0, i), right = count_of(w, i, w->n);
    const double least = w->letter[i - 1] == TEH_MARBUTA ? 0 : least_count(i);

    if (left <= 0 || right <= 0 || left < least || right < (least > 0 ? 100 : 0))
        return 0;
    return left < right ? left : right;
}

size_t mq_joined(mq_str token)
{
    mq_arword w;
    double best;
    size_t at = 0;

    if (!mq_arword_of(&w, token))
        return 0;
    best = RATIO * count_of(&w, 0, w.n);
    for (unsigned i = LEAST_LEFT; i + LEAST_RIGHT <= w.n; i++) {
        const bool sure = w.letter[i - 1] == TEH_MARBUTA;
        double b;

        if (!sure && !begins_with_article(w.letter + i, w.n - i))
            continue;
        b = belief(&w, i);
        if (b > best) {
            best = b;
            at = w.at[i];
        }
        if (sure && at)
            break;
    }
    return at;
}
