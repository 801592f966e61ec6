/*
 * rank.c - see rank.h.
 *
 * A reading's weight is how often the word would be seen if it were right, as far as counts and lexicon tell. Its parts:
 *   front     the rate of its proclitics. A word that no list has is hardly uncut when it begins with ال or و (unknown_front)
 *   stem      how often the headword is seen, times the rates of ending and pronoun (expected_of). A known headword may explain all that is seen of the
 *             form behind the proclitics; several that do part it by what is expected of each (explain)
 *   spelling  whether the headword is spelled so, or could be typed so: إليها is no form of آلية (fit_of)
 *   rivals    a headword against the one that it is derived from (divide): by counts of what stands before a word in ة (جديدة is hardly a noun, جمعية
 *             hardly an adjective), and by whether the lexicon renders a plural like its singular (شروط is, ظهور is not)
 * The factors were set by reading the 4,500 commonest words and 1,200 tokens in their context.
 */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "text/arletter.h"
#include "text/plural.h"
#include "text/rank.h"
#include "text/spelled.h"
#include "text/view.h"
#include "text/words.h"

#define RARE 0.02       /* a headword that explains no more than this of a word of grammar does not */
#define BELIEVED 0.001  /* of the weight of the best one */

typedef struct ranking {
    const mq_morph *m;
    unsigned n;
    mq_view v[MQ_MOST_READINGS];
} ranking;

/* ---- readings against each other ---- */

static bool same_front(const mq_view *a, const mq_view *b)
{
    return a->r->from == b->r->from && a->r->article == b->r->article && a->r->proclitics == b->r->proclitics && !a->r->kept == !b->r->kept;
}

/* مطورو, مطوري: a construct plural of a noun that can have one. */
static bool is_good_construct(const mq_view *v)
{
    return v->r->construct && v->letters >= 4 && (v->kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ)) && v->fit == 1;
}

/* Headwords with endings part among them what is seen of the form. Beside them it is hardly a word of its own that no list has, nor one of grammar. */
static void explain(ranking *k)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];
        double sum = 0;
        bool construct = false, whole = false, long_claim = false;

        for (unsigned j = 0; j < k->n; j++)
            if (same_front(&k->v[j], v)) {
                sum += k->v[j].claim;
                long_claim |= k->v[j].claim > 0 && k->v[j].fit == 1 && (k->v[j].letters >= 4 || k->v[j].pronoun);
                construct |= is_good_construct(&k->v[j]);
                whole |= mq_view_is_whole(&k->v[j]) && k->v[j].kinds;
            }
        if (v->claim > 0) {
            const double part = v->r->change == MQ_CHANGE_CASE ? 1 : v->letters == 3 ? MQ_EXPLAINS / 2 : MQ_EXPLAINS;

            v->weight = fmax(v->weight, part * v->form * v->claim / sum * v->fit * mq_view_legality(k->m, v));
        } else if (mq_view_is_whole(v) && (!v->kinds || mq_is_particle(v->kinds))) {
            v->weight *= sum > (v->kinds && !long_claim ? RARE * v->form : 0) ? MQ_DERIVED : 1; /* نفسها, but not أيضا */
            v->weight *= construct && !v->kinds ? 0.1 : 1;
        } else if (!whole && is_good_construct(v) && !v->pronoun) {
            v->weight = fmax(v->weight, MQ_UNKNOWN * v->form);
        }
    }
}

/* أفعال, أفعلة, أفعلاء; مفاعيل. */
static bool is_plural_shape(const uint16_t *c, unsigned n)
{
    if (n >= 5 && (c[0] == ALEF_HAMZA || c[0] == ALEF_MADDA) && (c[n - 2] == ALEF || c[n - 1] == TEH_MARBUTA))
        return true;
    return n == 6 && c[2] == ALEF && c[4] == YEH;
}

static double broken_share(const mq_morph *m, const mq_view *v)
{
    char key[MQ_ARWORD_KEY];
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (!v->r->own)
        return v->fit < 0.12 ? v->fit : n == 3 && v->expected < v->form ? 0.3 : 0.9; /* بلغ is hardly a plural of بلغة */
    if (n == v->letters + 1 && c[n - 1] == TEH_MARBUTA && mq_arword_key(key, c, n) > v->lemma.n && memcmp(key, v->lemma.p, v->lemma.n) == 0)
        return 0.8; /* واحدة, of واحد */
    if (c[0] == ALEF)
        return 0.3; /* the hamza that would tell is not there */
    if (is_plural_shape(c, n))
        return v->r->own == MQ_OWN_AKIN ? 0.8 : 0.6;
    if (v->r->own != MQ_OWN_AKIN || c[n - 1] == TEH_MARBUTA)
        return 0.2;
    return (n <= 3 || (n == 4 && c[2] == ALEF)) && v->form > 0.75 * v->expected ? 0.3 : 0.8; /* كتاب is no plural of كاتب */
}

/* The share of adjectives where no counts tell; `noun`: the word in ة is a headword. */
static double guessed_share(const mq_view *v, bool noun, uint16_t last)
{
    if (v->kinds & MQ_WORD_ADJ)
        return noun ? 0.7 : 0.95;
    if (v->kinds)
        return noun ? 0.2 : 0.6;
    return v->letters >= 4 && last == YEH ? 0.7 : 0.3;
}

/* Of a word in ة: the share of the adjective. Behind a preposition it is rather a noun. */
static double feminine_share(const mq_morph *m, const mq_view *v)
{
    char key[MQ_ARWORD_KEY + 2];
    const mq_str feminine = { key, v->lemma.n + 2 };
    const uint16_t *stem = m->word.letter + v->r->from;
    double share, scale = v->letters < 3 ? 0.1 : 1;
    bool noun;

    memcpy(key, v->lemma.p, v->lemma.n);
    memcpy(key + v->lemma.n, "\xD9\x87", 2);
    noun = mq_word_kinds(feminine) != 0;
    scale *= noun || v->fit < 0.1 ? v->fit : 1;
    share = (double)mq_feminine_share(feminine, v->r->article);
    if (share < 0 || (!noun && (v->kinds & MQ_WORD_ADJ)))
        share = guessed_share(v, noun, m->word.letter[v->r->to - 1]);
    if (!v->kinds && !noun && v->letters >= 4 && stem[0] == MEEM)
        share = fmax(share, 0.7); /* a participle */
    if (v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA))
        scale *= 0.2;
    if (noun && !(v->kinds & MQ_WORD_ADJ))
        scale *= v->kinds ? 0.3 : 0.1;
    if (m->word.letter[v->r->to] == HEH && (noun || !v->kinds))
        scale *= 0.05; /* التشبيه */
    return fmin(fmax(share, 0.02), 0.98) * scale;
}

/* How likely the derived form is against its stem as a headword of its own; below 0: they are no rivals. */
static double derived_share(const mq_morph *m, const mq_view *v)
{
    switch (v->r->change) {
    case MQ_CHANGE_BROKEN:
        return broken_share(m, v);
    case MQ_CHANGE_DUAL:
    case MQ_CHANGE_PLURAL:
        if (!v->kinds || v->r->construct)
            return -1;
        if (!mq_view_is_teh_plural(v) || (v->letters == 3 && v->expected < RARE * v->form)) /* نبات is no plural of نبأ */
            return 0.15;
        return v->letters < 3 ? 0.3 : 0.9;
    case MQ_CHANGE_FEMININE:
        return v->pronoun || v->ending->n != 1 || v->ending->letter[0] != TEH_MARBUTA ? -1 : feminine_share(m, v);
    default:
        return -1;
    }
}

/* Whether `o` is the stem of d, with its ending, taken as a word of its own. */
static bool is_stem_of(const mq_morph *m, const mq_view *o, const mq_view *d)
{
    char key[MQ_ARWORD_KEY];
    const unsigned n = (unsigned)d->r->to - d->r->from + (d->ending ? d->ending->n : 0U);

    if (!same_front(o, d) || o->r->pronoun != d->r->pronoun || o->r->change != MQ_CHANGE_SAME || d->r->from + n > m->word.n)
        return false;
    return mq_str_equal(o->lemma, (mq_str){ key, mq_arword_key(key, m->word.letter + d->r->from, n) });
}

/* Parts between a derived form and its stem what the heavier one weighs; a sound plural or dual keeps its weight and bounds the other. */
static void part(mq_view *d, mq_view *o, double share)
{
    const double most = fmax(d->weight, o->weight), odds = share / (1 - share);

    if (d->r->change == MQ_CHANGE_PLURAL || d->r->change == MQ_CHANGE_DUAL) {
        if (share < 0.5)
            d->weight = fmin(d->weight, o->weight * odds);
        else
            o->weight = fmin(o->weight, d->weight / odds);
        return;
    }
    d->weight = most * share;
    o->weight = fmin(o->weight, most * (1 - share));
    if (d->r->change == MQ_CHANGE_BROKEN) /* a singular that is rare has no plural that is common */
        d->weight = fmin(d->weight, (d->r->own || !d->r->pronoun ? 10 : 1) * d->expected * d->fit);
}

static void divide(ranking *k)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *d = &k->v[i];
        const double share = derived_share(k->m, d);

        if (share < 0)
            continue;
        if (d->r->change == MQ_CHANGE_FEMININE)
            d->weight = fmax(d->weight, d->form * share);
        for (unsigned j = 0; j < k->n; j++)
            if (j != i && (k->v[j].kinds || d->r->change == MQ_CHANGE_FEMININE) && is_stem_of(k->m, &k->v[j], d))
                part(d, &k->v[j], share);
    }
}

/* ---- proclitics ---- */

static double front_rate(const mq_morph *m, const mq_view *v)
{
    const mq_affixes *t = mq_affixes_get();
    const mq_reading *r = v->r;

    for (unsigned i = 0; i < t->nstacks; i++) {
        const mq_stack *s = &t->stack[i];

        if ((unsigned)s->n - s->back != r->from || s->article != r->article || memcmp(s->letter, m->word.letter, s->n * sizeof *s->letter) != 0)
            continue;
        if (r->article && (r->proclitics || r->kept) && m->word.n - r->from >= 3)
            return 30 * (double)s->rate; /* وال, بال: all but proof */
        return (double)s->rate * ((r->proclitics & MQ_CLITIC_FA) && mq_is_particle(v->kinds) ? 5 : 1); /* فإن, فقد */
    }
    return 1;
}

/* وقد, فهو: what و or ف and a word of grammar make is not meant otherwise. */
static bool is_conjunction_and_particle(const mq_view *v)
{
    if (v->letters != 2 && !(v->letters == 3 && v->kinds == MQ_SPELLED_GRAMMAR))
        return false;
    return v->r->from == 1 && mq_view_is_whole(v) && v->fit == 1 && (v->kinds & (MQ_WORD_PART | MQ_WORD_PREP | MQ_SPELLED_GRAMMAR)) &&
           !(v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA));
}

/* Whether the word can be a known headword behind one proclitic more. */
static bool is_known_behind(const ranking *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from != v->r->from + 1 || o->r->article || o->fit < 1 || o->letters < 3)
            continue;
        if (o->claim > 0 || is_good_construct(o) || (o->kinds && (mq_view_is_whole(o) || o->r->change == MQ_CHANGE_FEMININE)))
            return true;
    }
    return false;
}

/* What is in no list and begins like a word with proclitics is hardly a word of its own: ويتعلق, الدريدي. */
static double unknown_front(const ranking *k, const mq_view *v)
{
    const uint16_t *c = k->m->word.letter + v->r->from;
    const unsigned n = k->m->word.n - v->r->from;

    if (v->kinds || n < 3 || v->r->article || (v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA)))
        return 1;
    if (c[0] == ALEF && c[1] == LAM && n > 3)
        return 0.01;
    if (c[0] == WAW && !v->r->from)
        return n == 3 ? 0.2 : n == 4 ? 0.02 : 0.003;
    if (n == 3 || !(c[0] == FEH || c[0] == BEH || c[0] == LAM || c[0] == SEEN || c[0] == KAF))
        return 1;
    if (c[0] == KAF)
        return is_known_behind(k, v) ? 0.05 : 1;
    if (c[0] == LAM && (c[1] == YEH || c[1] == TEH))
        return 0.005; /* ليصبح */
    return is_known_behind(k, v) ? 0.005 : 0.05;
}

/* ---- the whole ---- */

static void rank(ranking *k, const mq_morph *m)
{
    mq_written word;

    k->m = m;
    k->n = m->n;
    for (unsigned i = 0; i < m->n; i++)
        k->v[i] = mq_view_of(m, &m->r[i]);
    explain(k);
    divide(k);
    mq_spell_rest(&word, m, 0);
    for (unsigned i = 0; i < m->n; i++) {
        mq_view *v = &k->v[i];

        v->weight *= front_rate(m, v) * unknown_front(k, v);
        if (is_conjunction_and_particle(v))
            v->weight = fmax(v->weight, MQ_PARTICLE * mq_written_count(&word, false));
        v->weight *= v->r->kept ? MQ_NEVER * MQ_NEVER : 1;
    }
}

void mq_morph_weigh(float weight[MQ_MOST_READINGS], const mq_morph *m)
{
    ranking k;

    rank(&k, m);
    for (unsigned i = 0; i < m->n; i++)
        weight[i] = (float)k.v[i].weight;
}

/* How the readings of a word look together. */
typedef struct outcome {
    double best;
    bool known;       /* the best one's headword is in a list, perhaps spelled otherwise */
    bool fits;        /* it may be typed for it, */
    bool sure;        /* it is spelled so, and explains why the word is seen so often */
    unsigned believed;
} outcome;

static outcome outcome_of(const mq_view *v)
{
    outcome o = { .best = v->weight, .known = v->kinds != 0 };

    o.fits = v->fit >= 0.1 && ((v->kinds & ~(unsigned)MQ_WORD_FORM) || v->r->change == MQ_CHANGE_BROKEN);
    o.sure = o.fits && v->fit == 1 && (v->r->from || v->weight >= 0.1 * v->form);
    return o;
}

/* Ranks and sorts the readings of m, which is not empty. */
static outcome sort(mq_morph *m)
{
    mq_reading sorted[MQ_MOST_READINGS];
    unsigned at[MQ_MOST_READINGS] = { 0 };
    ranking k;
    outcome out;

    rank(&k, m);
    for (unsigned i = 0; i < m->n; i++) {
        unsigned j = i;

        for (; j > 0 && k.v[at[j - 1]].weight < k.v[i].weight; j--)
            at[j] = at[j - 1];
        at[j] = i;
    }
    out = outcome_of(&k.v[at[0]]);
    for (unsigned i = 0; i < m->n; i++) {
        sorted[i] = m->r[at[i]];
        out.believed += k.v[at[i]].weight > BELIEVED * out.best;
    }
    memcpy(m->r, sorted, m->n * sizeof *sorted);
    return out;
}

unsigned mq_morph_likeliest(mq_morph *m, mq_str token)
{
    mq_morph mended;
    outcome own;

    mq_morph_read_fully(m, token);
    if (m->n == 0)
        return 0;
    own = sort(m);
    if (own.sure && !mq_arword_is_damaged(&m->word))
        return own.believed;
    for (unsigned i = 0; mq_morph_mend(&mended, m, i); i++) {
        const outcome o = mended.n ? sort(&mended) : own;

        if (mended.n && o.fits && (mq_morph_mend_is_likely(&mended, m) || (own.known && !own.sure && o.sure && 2 * o.best > own.best))) {
            *m = mended;
            return o.believed;
        }
    }
    return own.believed;
}
