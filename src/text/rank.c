/*
 * rank.c - see rank.h.
 *
 * A reading's weight is how often the word would be seen if it were right, as far as counts and lexicon tell. Its parts:
 *   front     the rate of its proclitics, and whether a word that no list has can be uncut (text/front.h)
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
#include "text/beside.h"
#include "text/front.h"
#include "text/number.h"
#include "text/plural.h"
#include "text/prefer.h"
#include "text/rank.h"
#include "text/spelled.h"
#include "text/view.h"
#include "text/words.h"

#define RARE 0.02       /* a headword that explains no more than this of a word of grammar does not */
#define LEAST_SHARE 0.005 /* of adjectives among what no count has as one */
#define BELIEVED 0.001  /* of the weight of the best one */

#define FAR_COMMONER 16.0 /* so is what was meant, where no neighbour shows that the text is damaged */
#define LONG_PARTICLE 10 /* bytes: no other word is one by chance */

/* ---- readings against each other ---- */

static bool same_front(const mq_view *a, const mq_view *b)
{
    return a->r->from == b->r->from && a->r->article == b->r->article && a->r->proclitics == b->r->proclitics && !a->r->kept == !b->r->kept;
}

/* عينيه, which can be عينية, too, or of عيني, but hardly is. */
static bool is_typed_for_teh(const mq_morph *m, const mq_view *o, const mq_view *d)
{
    if (d->r->change != MQ_CHANGE_DUAL || !d->pronoun || m->word.letter[m->word.n - 1] != HEH)
        return false;
    return mq_view_is_owned_relational(o) || (mq_view_is_whole(o) && o->fit < 0.1);
}

/* Headwords with endings part among them what is seen of the form. Beside them it is hardly a word of its own that no list has, nor one of grammar. */
static void explain(mq_views *k)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];
        double sum = 0;
        bool construct = false, whole = false, broken = false, long_claim = false, dual = false;

        for (unsigned j = 0; j < k->n; j++)
            if (same_front(&k->v[j], v)) {
                sum += k->v[j].claim;
                long_claim |= k->v[j].claim > 0 && k->v[j].fit == 1 && (k->v[j].letters >= 4 || k->v[j].pronoun);
                construct |= mq_view_is_good_construct(&k->v[j]);
                whole |= mq_view_is_whole(&k->v[j]) && k->v[j].kinds;
                broken |= k->v[j].r->change == MQ_CHANGE_BROKEN && k->v[j].fit == 1;
                dual |= k->v[j].claim > 0 && is_typed_for_teh(k->m, v, &k->v[j]);
            }
        if (v->claim > 0) {
            const double part = v->r->change == MQ_CHANGE_CASE ? 1 : v->letters == 3 ? MQ_EXPLAINS / 2 : MQ_EXPLAINS;

            v->weight = fmax(v->weight, part * v->form * v->claim / sum * v->fit * mq_view_legality(k->m, v));
        } else if (mq_view_is_whole(v) && (!v->kinds || mq_is_particle(v->kinds))) {
            v->weight *= sum > (v->kinds && !long_claim ? RARE * v->form : 0) ? MQ_DERIVED : 1; /* نفسها, but not أيضا */
            v->weight *= construct && !v->kinds ? 0.1 : 1;
        } else if (!v->kinds && (sum > 0 || broken) && mq_view_is_teh_plural(v)) {
            v->weight *= MQ_DERIVED; /* اصابات is of إصابة */
        } else if (dual) {
            v->weight *= MQ_DERIVED;
        } else if (!whole && mq_view_is_good_construct(v) && !v->pronoun) {
            v->weight = fmax(v->weight, MQ_UNKNOWN * v->form);
        }
    }
}

/* أفعال, أفعلة, أفعلاء; مفاعيل, مفاعلة; فواعل, فعائل. */
static bool is_plural_shape(const uint16_t *c, unsigned n)
{
    if (n >= 5 && (c[0] == ALEF_HAMZA || c[0] == ALEF_MADDA || c[0] == ALEF) && (c[n - 2] == ALEF || c[n - 1] == TEH_MARBUTA))
        return true;
    if (n == 5 && c[2] == ALEF && (c[1] == WAW || c[3] == YEH_HAMZA))
        return true;
    return n == 6 && c[2] == ALEF && (c[4] == YEH || c[5] == TEH_MARBUTA);
}

/* Of what begins with a plain ا: the share of أ among what it can be typed for. اصحاب can only be أصحاب; اعلام is rather إعلام, and اسم is itself. */
static double hamza_share(const uint16_t *c, unsigned n, bool article)
{
    uint16_t with[MQ_ARWORD_LETTERS];
    mq_written plain, above, below;
    double a, b;

    mq_spell_letters(&plain, c, n);
    if (mq_spelled_kinds((mq_str){ plain.text + 4, plain.n - 4 }) & ~(unsigned)MQ_WORD_FORM)
        return 0;
    memcpy(with, c, n * sizeof *c);
    with[0] = ALEF_HAMZA;
    mq_spell_letters(&above, with, n);
    with[0] = ALEF_HAMZA_BELOW;
    mq_spell_letters(&below, with, n);
    if (!(mq_spelled_kinds((mq_str){ below.text + 4, below.n - 4 }) & ~(unsigned)MQ_WORD_FORM))
        return 1;
    a = mq_written_count(&above, article);
    b = mq_written_count(&below, article);
    return (a + 0.1) / (a + b + 1);
}

/* حمامة, of حمام */
static bool is_singulative(const mq_view *v, const uint16_t *c, unsigned n)
{
    char key[MQ_ARWORD_KEY];
    const size_t bytes = mq_arword_key(key, c, n);

    return v->lemma.n == bytes + 2 && memcmp(v->lemma.p, key, bytes) == 0;
}

/* كاتب; not دالة */
static bool is_agent(mq_str lemma)
{
    return lemma.n == 8 && memcmp(lemma.p + 2, "\xD8\xA7", 2) == 0 && memcmp(lemma.p + 6, "\xD9\x87", 2) != 0;
}

static bool has_own_forms(const uint16_t *c, unsigned n)
{
    mq_written word;

    mq_spell_letters(&word, c, n);
    return mq_spelled_has_forms((mq_str){ word.text + 4, word.n - 4 });
}

/* Of the plural as a headword. */
static unsigned own_kinds(const uint16_t *c, unsigned n)
{
    mq_written word;

    mq_spell_letters(&word, c, n);
    return mq_spelled_kinds((mq_str){ word.text + 4, word.n - 4 }) & ~(unsigned)MQ_WORD_FORM;
}

/* الجزائر, but not القبائل, which are as often without the article */
static bool is_rarely_bare(const uint16_t *c, unsigned n)
{
    mq_written word;

    mq_spell_letters(&word, c, n);
    return mq_written_definite(&word) > 20 * mq_spelled_count((mq_str){ word.text + 4, word.n - 4 });
}

static double broken_share(const mq_morph *m, const mq_view *v)
{
    char key[MQ_ARWORD_KEY];
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (v->fit < 0.12 || (v->fit < 1 && n == 2)) /* السفلي is no سفلى, اي no آي */
        return fmin(v->fit, 0.3);
    if (c[0] == ALEF && n > 3 && v->fit < 1 && hamza_share(c, n, v->r->article) < 0.5)
        return 0.03; /* اثبات is no أثبات */
    if (!v->r->own)
        return n == 3 && v->expected < v->form ? 0.3 : 0.9; /* بلغ is hardly a plural of بلغة */
    if (n == v->letters + 1 && c[n - 1] == TEH_MARBUTA && mq_arword_key(key, c, n) > v->lemma.n && memcmp(key, v->lemma.p, v->lemma.n) == 0) {
        const double feminine = (double)mq_feminine_share((mq_str){ key, v->lemma.n + 2 }, v->r->article);

        return v->r->own == MQ_OWN_AKIN || feminine > 0.5 ? 0.8 : 0.2; /* واحدة, of واحد; but بنية is not of بني */
    }
    if (n > 3 && !v->pronoun && (own_kinds(c, n) & MQ_WORD_NAME) && (is_plural_shape(c, n) ? v->r->article && is_rarely_bare(c, n) : v->form > v->expected))
        return 0.1; /* الرياض, الجزائر */
    if (n == 3 && own_kinds(c, n) == MQ_WORD_NAME)
        return v->r->article ? 0.95 : 0.7; /* صور, which is Tyre, too */
    if (c[0] == ALEF && v->fit == 1)
        return 0.3; /* اثنين, which has none */
    if (is_plural_shape(c, n))
        return v->r->own == MQ_OWN_AKIN ? 0.8 : 0.6;
    if (v->r->own != MQ_OWN_AKIN)
        return 0.2;
    if (c[n - 1] == TEH_MARBUTA)
        return is_agent(v->lemma) && v->expected > v->form ? 0.7 : 0.2; /* طلبة, but not حملة */
    if (has_own_forms(c, n) && !(v->kinds & MQ_WORD_NUM) && (n <= 3 || is_agent(v->lemma)))
        return 0.1; /* كتاب is no plural of كاتب, but عمال is one of عامل */
    if ((n >= 4 && is_singulative(v, c, n)) || (own_kinds(c, n) & (MQ_WORD_PREP | MQ_WORD_PART | MQ_SPELLED_GRAMMAR)))
        return 0.2; /* حمام, which is not only many a حمامة; طوال */
    return n <= 3 && v->form > 0.75 * v->expected ? 0.3 : 0.8;
}

/* فاعل, and relational adjectives; participles with م are told elsewhere. What is no adjective by its shape is rather a name: فريانة. */
static bool is_adjective_shape(const uint16_t *c, unsigned n)
{
    return n >= 4 && (c[n - 1] == YEH || (n == 4 && c[1] == ALEF));
}

/* The share of adjectives where no counts tell; `noun`: the word in ة is a headword. */
static double guessed_share(const mq_morph *m, const mq_view *v, bool noun)
{
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (v->kinds & MQ_WORD_ADJ)
        return noun ? 0.7 : 0.95;
    if (v->kinds)
        return noun ? 0.2 : 0.6;
    return !is_adjective_shape(m->word.letter + v->r->from, n) ? 0.03 : m->word.letter[v->r->to - 1] == YEH ? 0.7 : 0.5;
}

/* Of a word in ة: the share of the adjective. Behind a preposition it is rather a noun. */
static double feminine_share(const mq_morph *m, const mq_view *v)
{
    char key[MQ_ARWORD_KEY + 2];
    const mq_str feminine = { key, v->lemma.n + 2 };
    const uint16_t *stem = m->word.letter + v->r->from;
    double share, scale = 1;
    bool noun;

    memcpy(key, v->lemma.p, v->lemma.n);
    memcpy(key + v->lemma.n, "\xD9\x87", 2);
    noun = mq_word_kinds(feminine) != 0;
    share = (double)mq_feminine_share(feminine, v->r->article);
    if (v->letters < 3 && ((noun && share < 0.5) || !(v->kinds & MQ_WORD_ADJ) || v->fit < 1))
        scale = 0.1; /* but حرة, حية */
    scale *= noun || v->fit < 0.1 ? v->fit : 1;
    scale *= v->ending->n > 1 && !v->kinds ? MQ_NEVER : 1; /* هيئة is of no هيء */
    if (share < 0 || (!noun && (v->kinds & MQ_WORD_ADJ)))
        share = guessed_share(m, v, noun);
    if (!v->kinds && !noun && v->letters == 5 && stem[0] == MEEM && stem[2] == ALEF)
        share = fmin(share, 0.07); /* مداهمة: a verbal noun */
    else if (!v->kinds && !noun && v->letters >= 4 && stem[0] == MEEM)
        share = fmax(share, 0.7); /* a participle */
    if (v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA))
        scale *= 0.2;
    if (noun && !(v->kinds & MQ_WORD_ADJ))
        scale *= share <= 0.5 && !(stem[0] == MEEM && v->letters >= 4) ? MQ_NEVER : v->kinds ? 0.3 : 0.1; /* صداقة is of no صداق */
    if (!v->kinds && m->word.letter[v->r->to - 1] == YEH_HAMZA)
        scale *= MQ_DERIVED; /* مليئة is of مليء */
    if (m->word.letter[v->r->to] == HEH && (noun || !v->kinds))
        scale *= 0.05; /* التشبيه */
    return fmin(fmax(share, LEAST_SHARE), 0.98) * scale;
}

/* عثمانيون, مسلمون, though lists have them; not ماكرون, which is a name, nor تلفزيون. */
static bool is_plural_of_person(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (v->r->change != MQ_CHANGE_PLURAL || n < 4 || v->fit < 1 || v->ending->nrestore || !(v->kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ)) || v->expected < RARE * v->form)
        return false;
    return (c[n - 1] == YEH || c[0] == MEEM) && own_kinds(c, m->word.n - v->r->from) == MQ_WORD_NOUN;
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
        if (v->kinds == MQ_WORD_FORM)
            return 0.15; /* سكريات is of no سكرى */
        if (v->letters == 3 && own_kinds(m->word.letter + v->r->from, m->word.n - v->r->from) == MQ_WORD_NAME)
            return 0.15; /* عرفات */
        if (v->r->change == MQ_CHANGE_DUAL && v->ending->nrestore == 1 && v->ending->restore[0] == TEH_MARBUTA)
            return 0.9; /* مرتين */
        if (is_plural_of_person(m, v))
            return 0.9; /* عثمانيون */
        if (!mq_view_is_teh_plural(v) || (v->letters == 3 && v->expected < RARE * v->form)) /* نبات is no plural of نبأ */
            return 0.15;
        return v->letters < 3 ? 0.3 : 0.9;
    case MQ_CHANGE_FEMININE:
        return v->pronoun || v->ending->letter[0] == ALEF || v->ending->letter[v->ending->n - 1] != TEH_MARBUTA ? -1 : feminine_share(m, v);
    default:
        return -1;
    }
}

/* Whether `o` is the stem of d, with its ending, taken as a word of its own; آراء of a plural before a pronoun, where it is آرائ. */
static bool is_stem_of(const mq_morph *m, const mq_view *o, const mq_view *d)
{
    char key[MQ_ARWORD_KEY + 6];
    const bool seat = d->r->change == MQ_CHANGE_BROKEN && d->pronoun && d->ending;
    const unsigned n = (unsigned)d->r->to - d->r->from + (d->ending && !seat ? d->ending->n : 0U);
    size_t bytes;

    if (!same_front(o, d) || o->r->pronoun != d->r->pronoun || o->r->change != MQ_CHANGE_SAME || d->r->from + n > m->word.n)
        return false;
    bytes = mq_arword_key(key, m->word.letter + d->r->from, n);
    if (seat)
        bytes += mq_arword_key(key + bytes, d->ending->restore, d->ending->nrestore);
    return mq_str_equal(o->lemma, (mq_str){ key, bytes });
}

/* Parts between a derived form and its stem what the heavier one weighed before; a sound plural or dual keeps its weight and bounds the other. */
static void part(mq_view *d, double of_d, mq_view *o, double of_o, double share)
{
    const double odds = share / (1 - share);
    double most = fmax(of_d, of_o);

    if (d->r->change == MQ_CHANGE_PLURAL || d->r->change == MQ_CHANGE_DUAL) {
        if (share < 0.5)
            d->weight = fmin(d->weight, of_o * odds);
        else
            o->weight = fmin(o->weight, of_d / odds);
        return;
    }
    if (d->r->change == MQ_CHANGE_BROKEN && d->r->own) /* نطق is not as common as نطاق makes it */
        most = fmin(most, fmax(of_o, MQ_EXPLAINS * d->form));
    d->weight = most * share;
    o->weight = fmin(o->weight, most * (1 - share));
    if (d->r->change == MQ_CHANGE_BROKEN) /* a singular that is rare has no plural that is common */
        d->weight = fmin(d->weight, (d->r->own || !d->r->pronoun || d->r->to - d->r->from >= 4 ? 10 : 1) * d->expected * d->fit);
}

/* مؤسسيها is no relational adjective with a pronoun; the ه of بتروليه may be a ة. */
static bool is_long_owner(const mq_view *v)
{
    return mq_view_is_owned_relational(v) && v->pronoun->n > 1;
}

static void divide(mq_views *k)
{
    double share[MQ_MOST_READINGS], before[MQ_MOST_READINGS];

    for (unsigned i = 0; i < k->n; i++) {
        mq_view *d = &k->v[i];

        share[i] = derived_share(k->m, d);
        if (d->r->change == MQ_CHANGE_FEMININE && share[i] >= 0)
            d->weight = fmax(d->weight, d->form * share[i]);
        before[i] = d->weight;
    }
    for (unsigned i = 0; i < k->n; i++)
        for (unsigned j = 0; j < k->n && share[i] >= 0; j++) {
            mq_view *d = &k->v[i], *o = &k->v[j];

            if (j != i && !is_long_owner(o) && !is_typed_for_teh(k->m, o, d) && (o->kinds || d->r->change == MQ_CHANGE_FEMININE) && is_stem_of(k->m, o, d))
                part(d, before[i], o, before[j], share[i]);
        }
}

/* ---- the whole ---- */

static void rank(mq_views *k, const mq_morph *m, const mq_company *company)
{
    double factor[MQ_MOST_READINGS];

    k->m = m;
    k->n = m->n;
    k->uncut = false;
    for (unsigned i = 0; i < m->n; i++)
        k->v[i] = mq_view_of(m, &m->r[i]);
    explain(k);
    divide(k);
    for (unsigned i = 0; i < m->n; i++)
        k->v[i].weight *= mq_front_weight(k, &k->v[i]) * (k->v[i].r->kept ? MQ_NEVER * MQ_NEVER : 1);
    mq_tell_duals(k);
    mq_prefer_headwords(k);
    mq_prefer_grammar(k);
    for (unsigned i = 0; i < m->n; i++)
        factor[i] = mq_company_weight(company, k, &k->v[i]);
    for (unsigned i = 0; i < m->n; i++)
        k->v[i].weight *= factor[i];
}

void mq_morph_weigh(float weight[MQ_MOST_READINGS], const mq_morph *m)
{
    const mq_company nobody = { .told = false };
    mq_views k;

    rank(&k, m, &nobody);
    for (unsigned i = 0; i < m->n; i++)
        weight[i] = (float)k.v[i].weight;
}

/* How the readings of a word look together. */
typedef struct outcome {
    double best;
    double expected;  /* of the best one, by its headword alone */
    bool known;       /* the best one's headword is in a list, perhaps spelled otherwise */
    bool fits;        /* it may be typed for it, */
    bool sure;        /* it is spelled so, and explains why the word is seen so often */
    bool grammatical; /* as mq_view says it */
    unsigned believed;
} outcome;

static outcome outcome_of(const mq_view *v)
{
    outcome o = { .best = v->weight, .expected = v->expected, .known = v->kinds != 0, .grammatical = v->grammatical };

    o.fits = v->fit >= 0.1 && ((v->kinds & ~(unsigned)MQ_WORD_FORM) || v->r->change == MQ_CHANGE_BROKEN);
    o.sure = o.fits && v->fit == 1 && (v->r->from || v->weight >= 0.1 * v->form);
    return o;
}

/* Ranks and sorts the readings of m, which is not empty. */
static outcome sort(mq_morph *m, const mq_company *company)
{
    mq_reading sorted[MQ_MOST_READINGS];
    unsigned at[MQ_MOST_READINGS] = { 0 };
    mq_views k;
    outcome out;

    rank(&k, m, company);
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

/* الالزمين, االمضاء: no word that is in no list begins with الال or اال. */
static bool begins_with_two_articles(const mq_arword *w)
{
    static const uint16_t twice[] = { ALEF, LAM, ALEF, LAM }, swapped[] = { ALEF, ALEF, LAM };
    const unsigned i = w->n > 6 && (w->letter[0] == WAW || w->letter[0] == FEH || w->letter[0] == BEH);

    return w->n >= i + 6 && (memcmp(w->letter + i, twice, sizeof twice) == 0 || memcmp(w->letter + i, swapped, sizeof swapped) == 0);
}

/* السالمة: taken for a feminine of سالم, where no noun agrees; mended a noun: سلامة. */
static bool is_agent_by_damage(const mq_morph *mended, const mq_morph *m, const mq_company *company)
{
    const mq_reading *own = &m->r[0], *r = &mended->r[0];

    if (own->to - own->from != 4 || m->word.letter[own->from + 1] != ALEF || own->pronoun || r->change == MQ_CHANGE_FEMININE || r->change == MQ_CHANGE_BROKEN)
        return false;
    return r->change == MQ_CHANGE_SAME && mq_company_denies(company, own);
}

/* عالقات, عالقاتها: of علاقة, as few nouns like عالق have such a plural; ثالثين: a numeral, not two of the third. */
static bool is_plural_by_damage(const mq_morph *mended, const mq_morph *m)
{
    const mq_reading *own = &m->r[0], *r = &mended->r[0];

    if (own->change != MQ_CHANGE_PLURAL && own->change != MQ_CHANGE_DUAL)
        return false;
    if (mq_word_kinds((mq_str){ r->key, r->n }) & MQ_WORD_NUM)
        return own->to - own->from == 4 && r->change == MQ_CHANGE_BROKEN && m->word.letter[own->to - 1] != YEH;
    return own->change == MQ_CHANGE_PLURAL && r->change == MQ_CHANGE_PLURAL && own->to - own->from == 4 && m->word.letter[own->from + 1] == ALEF &&
           m->word.letter[own->to + 1] == TEH;
}

/* لألمة, آجاال: letters that stand so in no word. */
static bool is_never_spelled(const mq_arword *w)
{
    if (w->n >= 5 && w->letter[0] == LAM && w->letter[1] == ALEF_HAMZA && w->letter[2] == LAM)
        return true;
    for (unsigned i = 1; i + 2 < w->n; i++)
        if (w->letter[i] == ALEF && w->letter[i + 1] == ALEF && w->letter[i + 2] == LAM)
            return true;
    return false;
}

/* The same of a word that is in no list: التحمالت, ممثالن. */
static bool is_unknown_by_damage(const mq_morph *mended, const mq_morph *m)
{
    const mq_change change = mended->r[0].change;

    return is_never_spelled(&m->word) || (m->word.n >= 6 && m->word.letter[0] != ALEF_HAMZA && mended->r[0].n >= 6 && (change == MQ_CHANGE_PLURAL || change == MQ_CHANGE_DUAL));
}

/* Whether the mended spelling, of outcome o, in a text that is known to be damaged or not, is meant rather than the word m as it stands. */
static bool is_meant(const mq_morph *mended, const outcome *o, const mq_morph *m, const outcome *own, const mq_company *company)
{
    const bool damaged = company->damaged;

    if (o->grammatical && !own->grammatical)
        return 2 * o->best > own->best || mended->r[0].n >= LONG_PARTICLE; /* وال, والسيما */
    if (own->known && m->r[0].article && !mended->r[0].article)
        return false; /* الرامية is not لأرامية */
    if (o->sure && o->best > (damaged ? 1 : FAR_COMMONER) * own->best && mended->r[0].n >= 8 && m->word.n >= 6)
        return true; /* العالقة */
    if (o->sure && is_agent_by_damage(mended, m, company) && o->best > fmin(own->best, 4 * own->expected))
        return true;
    if (o->sure && is_plural_by_damage(mended, m) && 20 * o->best > own->best)
        return true;
    if (o->sure && !own->known && is_unknown_by_damage(mended, m))
        return true;
    if (!o->fits || (own->sure && !mq_arword_is_damaged(&m->word)))
        return false;
    return mq_morph_mend_is_likely(mended, m) || (own->known && !own->sure && o->sure && 2 * o->best > own->best) ||
           (!own->known && begins_with_two_articles(&m->word));
}

/* القتصاد is الاقتصاد, unless a noun follows that it may be لاقتصاد before. How many readings can be believed; 0: it is not. */
static unsigned restore(mq_morph *out, const mq_morph *m, const outcome *own, const mq_company *company)
{
    outcome o;

    if (own->known || !mq_morph_restore_fully(out, m) || out->n == 0)
        return 0;
    o = sort(out, company);
    if (!o.sure || !out->r[0].article || out->r[0].n < LONG_PARTICLE || (company->next_article && !(mq_word_kinds((mq_str){ out->r[0].key, out->r[0].n }) & MQ_WORD_ADJ)))
        return 0;
    return o.believed;
}

/* Whether *out, whose outcome is o, is الله or a plural in ين of a word that is in no list as it stands. Names in ني (العلويني) look like some of these plurals. */
static bool is_turned(const mq_morph *out, const outcome *o, const outcome *own, const mq_company *company)
{
    const mq_reading *r = &out->r[0];
    const uint16_t last = out->word.letter[r->to - 1];

    if (mq_str_equal((mq_str){ r->key, r->n }, MQ_STR("\u0627\u0644\u0644\u0647")))
        return true;
    if (own->known || !o->sure || !r->article || r->pronoun || (r->change != MQ_CHANGE_PLURAL && r->change != MQ_CHANGE_DUAL))
        return false;
    if (r->n != 2 * (r->to - r->from) && memcmp(r->key + r->n - 2, "\xD9\x87", 2) != 0)
        return false;
    return company->damaged || (r->n >= 8 && last != YEH && last != ALEF && last != WAW);
}

/* لله, هلل; املوظفني, which may be swapped at its beginning, too. How many readings can be believed; 0: it is none of these. */
static unsigned turn(mq_morph *out, const mq_morph *m, const outcome *own, const mq_company *company)
{
    mq_morph turned;
    outcome o;

    if (!mq_morph_turn_fully(&turned, m) || turned.n == 0)
        return 0;
    *out = turned;
    o = sort(out, company);
    if (is_turned(out, &o, own, company))
        return o.believed;
    for (unsigned i = 0; mq_morph_mend_fully(out, &turned, i); i++) {
        o = out->n ? sort(out, company) : *own;
        if (out->n && is_turned(out, &o, own, company))
            return o.believed;
    }
    return 0;
}

static unsigned likeliest(mq_morph *m, mq_str token, const mq_company *company)
{
    mq_morph mended;
    unsigned restored;
    outcome own;

    mq_morph_read_fully(m, token);
    if (m->n == 0)
        return 0;
    own = sort(m, company);
    restored = turn(&mended, m, &own, company);
    if (!restored)
        restored = restore(&mended, m, &own, company);
    if (restored > 0) {
        *m = mended;
        return restored;
    }
    for (unsigned i = 0; mq_morph_mend_fully(&mended, m, i); i++) {
        const outcome o = mended.n ? sort(&mended, company) : own;

        if (mended.n && is_meant(&mended, &o, m, &own, company)) {
            *m = mended;
            return o.believed;
        }
    }
    return own.believed;
}

unsigned mq_morph_likeliest(mq_morph *m, mq_str token)
{
    const mq_company company = mq_company_of(token, NULL);

    return likeliest(m, token, &company);
}

unsigned mq_morph_likeliest_beside(mq_morph *m, mq_str token, mq_beside beside)
{
    const mq_company company = mq_company_of(token, &beside);

    return likeliest(m, token, &company);
}
