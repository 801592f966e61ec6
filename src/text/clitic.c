/*
 * clitic.c - see clitic.h.
 *
 * The likeliest cut. A surface form seen c times is explained by proclitic + stem about rate(proclitic) × count(stem) times; when that is a good
 * part of c, the letter is a clitic (لشركة: 0.03 × 20,000 of 500), when it is next to nothing, it belongs to the word (لجنة: جنة is too rare). A
 * word of the lexicon must be outweighed more clearly. Rates were read off the counts themselves (words of the lexicon with and without each letter).
 */
#include <string.h>

#include "base/hash.h"
#include "text/clitic.h"
#include "text/words.h"

#define WAW "\xD9\x88"
#define FEH "\xD9\x81"
#define BEH "\xD8\xA8"
#define LAM "\xD9\x84"
#define KAF "\xD9\x83"
#define ALEF "\xD8\xA7"

static bool starts(mq_str w, size_t at, const char *letter)
{
    return at + 2 <= w.n && memcmp(w.p + at, letter, 2) == 0;
}

static void add(mq_cut *cuts, unsigned *n, mq_str word, size_t skip, bool article, unsigned proclitics)
{
    if (*n < MQ_MOST_CUTS && skip + 4 <= word.n)
        cuts[(*n)++] = (mq_cut){ (uint8_t)skip, article, (uint8_t)proclitics };
}

/* From `at` on, the preposition is dealt with: the stem, or ال and the stem. */
static void add_article(mq_cut *cuts, unsigned *n, mq_str w, size_t at, unsigned proclitics)
{
    if (at)
        add(cuts, n, w, at, false, proclitics);
    if (starts(w, at, ALEF) && starts(w, at + 2, LAM))
        add(cuts, n, w, at + 4, true, proclitics);
}

static void add_preposition(mq_cut *cuts, unsigned *n, mq_str w, size_t at, unsigned proclitics)
{
    add_article(cuts, n, w, at, proclitics);
    if (starts(w, at, BEH))
        add_article(cuts, n, w, at + 2, proclitics | MQ_CLITIC_BI);
    if (starts(w, at, KAF))
        add_article(cuts, n, w, at + 2, proclitics | MQ_CLITIC_KA);
    if (starts(w, at, LAM)) {
        if (starts(w, at + 2, LAM)) {
            add(cuts, n, w, at + 4, true, proclitics | MQ_CLITIC_LI);
            add(cuts, n, w, at + 2, true, proclitics | MQ_CLITIC_LI); /* للغة: the stem begins with ل itself */
        } else {
            add(cuts, n, w, at + 2, false, proclitics | MQ_CLITIC_LI);
        }
    }
}

unsigned mq_cuts(mq_str word, mq_cut cuts[MQ_MOST_CUTS])
{
    unsigned n = 0;

    cuts[n++] = (mq_cut){ 0, false, 0 };
    if (word.n > 255)
        return n;
    add_preposition(cuts, &n, word, 0, 0);
    if (starts(word, 0, WAW))
        add_preposition(cuts, &n, word, 2, MQ_CLITIC_WA);
    else if (starts(word, 0, FEH))
        add_preposition(cuts, &n, word, 2, MQ_CLITIC_FA);
    return n;
}

static double rate(const mq_cut *c)
{
    double r = 1;

    if (c->proclitics & MQ_CLITIC_WA)
        r *= 0.06;
    if (c->proclitics & MQ_CLITIC_FA)
        r *= 0.004;
    if (c->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI))
        r *= 0.04;
    if (c->proclitics & MQ_CLITIC_KA)
        r *= 0.002;
    return r;
}

void mq_cutting_of(mq_cutting *c, mq_str word)
{
    c->n = mq_cuts(word, c->cut);
    for (unsigned i = 0; i < c->n; i++) {
        c->hash[i] = mq_hash((mq_str){ word.p + c->cut[i].skip, word.n - c->cut[i].skip });
        mq_word_prefetch(c->hash[i]);
    }
}

/* How often what a cut leaves, of kinds `kinds`, stands in text, with the article when the cut has one. */
static double stem_count(mq_str word, const mq_cut *c, uint64_t hash, unsigned kinds)
{
    char with_article[4 + 256];
    const mq_str stem = { word.p + c->skip, word.n - c->skip };
    double n;

    if (!c->article)
        return mq_word_count_hash(hash);
    memcpy(with_article, ALEF LAM, 4);
    memcpy(with_article + 4, stem.p, stem.n);
    n = mq_word_count((mq_str){ with_article, stem.n + 4 });
    return n > 0 ? n : kinds ? 5 : 0;
}

/* Of a word that nothing is known of, only an article is believed, with a stem of three letters or more. */
static mq_cut unknown_cut(const mq_cutting *c, mq_str word)
{
    for (unsigned i = 1; i < c->n; i++)
        if (c->cut[i].article && word.n - c->cut[i].skip >= 6 && !(c->cut[i].proclitics & MQ_CLITIC_KA))
            return c->cut[i];
    return c->cut[0];
}

mq_cut mq_best_cut_of(const mq_cutting *c, mq_str word)
{
    const unsigned whole = mq_word_kinds_hash(c->hash[0]);
    const double seen = mq_word_count_hash(c->hash[0]);
    double most = seen * (whole & ~(unsigned)MQ_WORD_FORM ? 2.5 : whole ? 1.5 : 0.3);
    mq_cut best = c->cut[0];

    for (unsigned i = 1; i < c->n; i++) {
        const mq_cut *cut = &c->cut[i];
        const unsigned kinds = mq_word_kinds_hash(c->hash[i]);
        double expected = stem_count(word, cut, c->hash[i], kinds);

        if (expected == 0 && kinds)
            expected = 5;
        /* an article behind a proclitic is all but proof: وال بال كال, but not والي, بالغ */
        expected *= rate(cut) * (cut->article && cut->proclitics && word.n - cut->skip >= 6 ? 30 : 1) * (kinds ? 2 : 1);
        if (expected > most || (most == 0 && expected > 0 && whole == 0)) {
            most = expected;
            best = *cut;
        }
    }
    return most == 0 ? unknown_cut(c, word) : best;
}

mq_cut mq_best_cut(mq_str word)
{
    mq_cutting c;

    mq_cutting_of(&c, word);
    return mq_best_cut_of(&c, word);
}
