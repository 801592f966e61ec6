/* ligature.c - see ligature.h. */
#include "text/arletter.h"
#include "text/ligature.h"

enum { MOST_PLACES = 3 };

/* A place where two letters may stand in the wrong order, and whether those are لا. */
struct places {
    unsigned n, at[MOST_PLACES], lam_alef; /* lam_alef: as bits */
};

static bool is_alef(uint16_t c)
{
    return c == ALEF || c == ALEF_HAMZA || c == ALEF_HAMZA_BELOW || c == ALEF_MADDA;
}

/* The letter behind it begins a new stroke. */
static bool ends_stroke(uint16_t c)
{
    return is_alef(c) || c == 0x062F || c == 0x0630 || c == 0x0631 || c == 0x0632 || c == WAW || c == WAW_HAMZA || c == HAMZA;
}

/* Letters that hang below the line or end a word: fonts draw the letter before them above them. */
static bool is_hung(uint16_t c)
{
    return c == MEEM || c == JEEM || c == HAH || c == KHAH || c == YEH || c == ALEF_MAKSURA;
}

static bool is_hanging(uint16_t c)
{
    return c == LAM || c == BEH || c == TEH || c == 0x062B || c == NOON || c == YEH || c == FEH || c == MEEM;
}

static bool is_jeem(uint16_t c)
{
    return c == JEEM || c == HAH || c == KHAH;
}

/* اخملاطر, جملموعة: the three letters of لمخ, one above the other, begin the word or stand behind the ا of the article. Where they are; w->n = nowhere. */
static unsigned triple_of(const mq_arword *w)
{
    unsigned i = w->n > 5 && (w->letter[0] == WAW || w->letter[0] == FEH);

    i += w->n > i + 5 && (w->letter[i] == BEH || w->letter[i] == KAF);
    i += w->n > i + 5 && w->letter[i] == ALEF;
    return w->n > i + 4 && is_jeem(w->letter[i]) && w->letter[i + 1] == MEEM && w->letter[i + 2] == LAM ? i : w->n;
}

/* تح behind the beginning of a stroke, and ين at the end of a word. */
static bool is_turned(const mq_arword *w, unsigned i)
{
    const uint16_t first = w->letter[i], second = w->letter[i + 1];

    if (first != second && is_hung(first) && is_hanging(second) && (i == 0 || ends_stroke(w->letter[i - 1])))
        return true;
    return first == NOON && second == YEH && i + 2 == w->n && w->n >= 6;
}

static void add(struct places *p, unsigned at, bool lam_alef)
{
    p->lam_alef |= (unsigned)lam_alef << p->n;
    p->at[p->n++] = at;
}

static struct places places_of(const mq_arword *w)
{
    struct places p = { 0 };

    for (unsigned i = 0; i + 1 < w->n && p.n < MOST_PLACES; i++) {
        const bool lam_alef = i > 1 && is_alef(w->letter[i]) && w->letter[i + 1] == LAM;

        if (lam_alef || is_turned(w, i))
            add(&p, i, lam_alef);
    }
    return p;
}

static void turn(mq_arword *w, unsigned i)
{
    const uint16_t first = w->letter[i];

    w->letter[i] = w->letter[i + 1];
    w->letter[i + 1] = first;
}

/* Turns some of the places; without the i-th set of them false. */
static bool turn_some(mq_arword *out, const mq_arword *w, unsigned i)
{
    /* which places are turned, as bits: one is likelier than two */
    static const unsigned char sets[] = { 1, 2, 4, 3, 5, 6, 7 };
    const struct places p = places_of(w);

    for (unsigned s = 0; s < sizeof sets; s++) {
        if (sets[s] >> p.n || !(sets[s] & ~p.lam_alef) || i-- > 0)
            continue;
        *out = *w;
        for (unsigned k = p.n; k-- > 0;)
            if (sets[s] & 1U << k)
                turn(out, p.at[k]);
        return true;
    }
    return false;
}

bool mq_ligature_turn(mq_arword *out, const mq_arword *w, unsigned i)
{
    const unsigned at = triple_of(w);
    mq_arword whole;

    if (at == w->n)
        return turn_some(out, w, i);
    whole = *w;
    whole.letter[at] = LAM;
    whole.letter[at + 2] = w->letter[at];
    if (i > 0)
        return turn_some(out, &whole, i - 1);
    *out = whole;
    return true;
}

/* The letter at p, of two bytes as all of Arabic proper; 0 = none. */
static unsigned letter_at(mq_str token, size_t p)
{
    return p + 2 <= token.n ? ((unsigned char)token.p[p] & 0x1FU) << 6 | ((unsigned char)token.p[p + 1] & 0x3FU) : 0;
}

unsigned mq_ligature_sign(mq_str token)
{
    size_t at = 0;
    unsigned c = letter_at(token, 0);

    if (token.n < 10)
        return 0;
    if (c == WAW || c == FEH)
        c = letter_at(token, at += 2);
    if (c == BEH || c == KAF)
        c = letter_at(token, at += 2);
    if (c != ALEF || token.n < at + 10)
        return 0;
    c = letter_at(token, at + 2);
    if (is_jeem((uint16_t)c) && letter_at(token, at + 4) == MEEM && letter_at(token, at + 6) == LAM)
        return MQ_TURNED_OTHERS;
    if (letter_at(token, at + 4) != LAM)
        return 0;
    if (is_alef((uint16_t)c))
        return MQ_TURNED_LAM_ALEF;
    return c == MEEM || is_jeem((uint16_t)c) ? MQ_TURNED_OTHERS : 0;
}
