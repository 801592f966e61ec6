/* joined.c - see joined.h. */
#include <math.h>

#include "text/arletter.h"
#include "text/arword.h"
#include "text/joined.h"
#include "text/words.h"

enum { LEAST_LEFT = 2, LEAST_RIGHT = 3, LEAST_DEFINITE = 5, LEAST_PLAIN = 4 };
/* The lists hold some of them, too: their parts are seen so much more often. */
#define RATIO 8.0

/* Of the letters from..to. */
static double count_of(const mq_arword *w, unsigned from, unsigned to)
{
    char key[MQ_ARWORD_KEY];
    const size_t n = mq_arword_key(key, w->letter + from, to - from);

    return mq_word_count((mq_str){ key, n });
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

/* A pronoun or the ending of a plural, behind three letters or more. */
static bool has_ending(const uint16_t *c, unsigned n)
{
    return n > 4 && ((c[n - 2] == HEH && c[n - 1] == ALEF) || (c[n - 2] == ALEF && c[n - 1] == TEH));
}

/* Why a word may end before a letter: an article begins there, a letter stands before it that ends a word, or both an ending and the article. */
enum sign { NO_SIGN, ARTICLE, ENDING, BOTH };

static enum sign sign_before(const mq_arword *w, unsigned i)
{
    const bool article = begins_with_article(w->letter + i, w->n - i);

    if (article && has_ending(w->letter, i))
        return BOTH;
    if (w->letter[i - 1] == TEH_MARBUTA || w->letter[i - 1] == ALEF_MAKSURA)
        return ENDING;
    return article ? ARTICLE : NO_SIGN;
}

/* How often both parts must be seen; two or three letters are soon some word (وب, با), or what a PDF left of an article (امل, اال). */
static bool is_seen_enough(double left, double right, const mq_arword *w, unsigned letters, enum sign sign)
{
    if (sign == NO_SIGN && letters < LEAST_PLAIN && w->letter[0] == ALEF)
        return false;
    if (sign == ENDING)
        return left > 0 && right > 0;
    if (sign == NO_SIGN && letters < LEAST_PLAIN)
        return left >= (letters == 2 ? 20000 : 1000) && right >= 500;
    if (sign == NO_SIGN)
        return left >= 30 && right >= 30 && left * right >= 20000;
    return left >= (letters == 2 ? 20000 : letters == 3 ? 2000 : 100) && right >= 100;
}

/* The lesser of how often both parts are seen, or the second one where any may stand before it; 0 = they are no two words. */
static double belief(const mq_arword *w, unsigned i, enum sign sign)
{
    const double left = count_of(w, 0, i), right = count_of(w, i, w->n);

    if (sign == BOTH)
        return right >= 100 ? right : 0;
    return is_seen_enough(left, right, w, i, sign) ? fmin(left, right) : 0;
}

/* The most likely place in w of those with a sign, or without; 0 = none is likely. */
static unsigned best_place(const mq_arword *w, bool signs)
{
    double best = RATIO * count_of(w, 0, w->n);
    unsigned at = 0;

    for (unsigned i = LEAST_LEFT; i + (signs ? LEAST_RIGHT : LEAST_PLAIN) <= w->n; i++) {
        const enum sign sign = sign_before(w, i);
        const double b = (sign != NO_SIGN) == signs ? belief(w, i, sign) : 0;

        if (b > best) {
            best = b;
            at = i;
        }
        if (sign >= ENDING && at)
            break;
    }
    return at;
}

size_t mq_joined(mq_str token)
{
    mq_arword w;
    unsigned at;

    if (!mq_arword_of(&w, token))
        return 0;
    at = best_place(&w, true);
    if (!at)
        at = best_place(&w, false);
    return at ? w.at[at] : 0;
}
