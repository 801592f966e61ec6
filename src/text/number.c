/*
 * number.c - see number.h.
 *
 * Of masculine nouns the dual and the sound plural are written alike, but for the nominative: شوطان, موظفون. So counts of these tell; where they do not, the
 * headword does. Sound plurals are those of adjectives and of what is said of persons: participles, nouns in ي, فعّال (Ryding, ch. 7, 3.2). What has a broken
 * plural of its own hardly has another one.
 * A dual in ان is seen in ين as well, and oftener; what is not is a name.
 */
#include <math.h>
#include <string.h>

#include "text/arletter.h"
#include "text/number.h"
#include "text/spelled.h"
#include "text/words.h"

#define NAME_RATIO 4.0  /* what is seen so much oftener in ان than in ين is no dual */
#define FEW 8.0         /* counts below this do not tell */

static bool is_two_ways(const mq_view *v)
{
    const mq_ending *e = v->ending;

    return e && !e->nrestore && e->n && (e->letter[0] == YEH) && (e->n == 1 || (e->n == 2 && e->letter[1] == NOON));
}

/* How often the stem of v is seen with this end, with the article and without. */
static double seen_with(const mq_morph *m, const mq_view *v, uint16_t first, uint16_t last)
{
    uint16_t c[MQ_ARWORD_LETTERS + 2];
    const unsigned n = (unsigned)v->r->to - v->r->from;
    mq_written word;

    if (n > MQ_ARWORD_LETTERS)
        return 0;
    memcpy(c, m->word.letter + v->r->from, n * sizeof *c);
    c[n] = first;
    c[n + 1] = last;
    mq_spell_letters(&word, c, n + 2);
    return mq_written_count(&word, false) + mq_written_count(&word, true);
}

/* مهندس, سياسي, صحافي, فنان; مكتب is none, as it has a broken plural. */
static bool is_of_persons(const mq_morph *m, const mq_view *v, bool broken)
{
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = (unsigned)v->r->to - v->r->from;

    if (v->kinds & MQ_WORD_ADJ)
        return !(broken && (v->kinds & MQ_WORD_NOUN));
    if (n < 4)
        return false;
    return c[n - 1] == YEH || (!broken && (c[0] == MEEM || c[1] == ALEF || (n == 4 && c[2] == ALEF)));
}

/* باحث, شارع */
static bool is_agent(const mq_morph *m, const mq_view *v)
{
    return v->r->to - v->r->from == 4 && m->word.letter[v->r->from + 1] == ALEF;
}

/* The share of the dual among what is written alike. */
static double dual_share(const mq_morph *m, const mq_view *v)
{
    const double two = seen_with(m, v, ALEF, NOON), many = seen_with(m, v, WAW, NOON);
    const bool thing = !(v->kinds & MQ_WORD_ADJ) && many < FEW && seen_with(m, v, ALEF, TEH) >= FEW; /* خيارات */
    const bool person = !thing && is_of_persons(m, v, mq_spelled_has_forms(v->lemma));
    const double guess = !v->kinds || person ? 0.1 : is_agent(m, v) ? 0.4 : 0.9;

    if (two + many < FEW)
        return guess;
    if (v->r->to - v->r->from == 2 && v->pronoun)
        return 0.95; /* يديه: what is counted in ون is another word */
    return (two + FEW * guess) / (two + many + FEW);
}

/* أجراها: of the verb أجرى. */
static bool is_verb_in_maksura(const mq_morph *m, const mq_view *v)
{
    mq_written verb;
    uint16_t c[MQ_ARWORD_LETTERS + 1];
    const unsigned n = (unsigned)v->r->to - v->r->from;

    memcpy(c, m->word.letter + v->r->from, n * sizeof *c);
    c[n] = ALEF_MAKSURA;
    mq_spell_letters(&verb, c, n + 1);
    return mq_spelled_count((mq_str){ verb.text + 4, verb.n - 4 }) >= FEW;
}

static bool is_hardly_dual(const mq_morph *m, const mq_view *v)
{
    const mq_ending *e = v->ending;

    if (v->r->change == MQ_CHANGE_DUAL && e && e->n == 1 && e->letter[0] == ALEF && v->pronoun)
        return m->word.letter[v->r->to - 1] == NOON || is_verb_in_maksura(m, v); /* سميناها is of a verb, too */
    if (v->r->change == MQ_CHANGE_DUAL && v->pronoun && v->pronoun->letter[0] == NOON)
        return true; /* أنجلينا */

    if (v->r->change != MQ_CHANGE_DUAL || !e || e->nrestore || e->n != 2 || e->letter[0] != ALEF || e->letter[1] != NOON || v->pronoun)
        return false;
    return v->form > (v->kinds == MQ_WORD_NOUN && (v->r->article || v->letters >= 4) ? 4 * FEW : FEW) && seen_with(m, v, ALEF, NOON) > NAME_RATIO * seen_with(m, v, YEH, NOON);
}

static bool same_place(const mq_view *a, const mq_view *b)
{
    return a->r->from == b->r->from && a->r->proclitics == b->r->proclitics && a->r->article == b->r->article && !a->r->pronoun == !b->r->pronoun &&
           a->r->to == b->r->to && !a->r->kept == !b->r->kept && mq_str_equal(a->lemma, b->lemma);
}

static void part(mq_view *a, mq_view *b, double share_of_a)
{
    const double all = fmax(a->weight, b->weight);

    a->weight = all * share_of_a;
    b->weight = all * (1 - share_of_a);
}

/* المذكورتين: of the adjective, as the singular in ة is. */
static bool is_dual_of_both(const mq_view *two, const mq_view *adjective)
{
    const mq_ending *e = two->ending;

    return e && e->nrestore == 1 && e->restore[0] == TEH_MARBUTA && adjective->r->change == MQ_CHANGE_FEMININE && adjective->ending->letter[0] == TEH &&
           two->r->from == adjective->r->from && two->r->to == adjective->r->to && two->r->proclitics == adjective->r->proclitics &&
           !two->r->kept == !adjective->r->kept && !two->pronoun && !adjective->pronoun;
}

static double adjective_share(const mq_view *two, const mq_view *adjective)
{
    const double share = (double)mq_feminine_share(two->lemma, two->r->article);

    if (!(adjective->kinds & MQ_WORD_ADJ) || adjective->fit < 1)
        return !((adjective->kinds | two->kinds) & MQ_WORD_NOUN) && share > 0.5 ? 0.9 : 0.05;
    return share >= 0 ? fmin(fmax(share, 0.02), 0.98) : two->kinds & MQ_WORD_NOUN ? 0.3 : 0.95;
}

void mq_tell_duals(mq_views *k)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *two = &k->v[i];

        if (two->r->change != MQ_CHANGE_DUAL)
            continue;
        if (is_hardly_dual(k->m, two))
            two->weight *= MQ_NEVER;
        for (unsigned j = 0; j < k->n; j++) {
            mq_view *o = &k->v[j];

            if (is_two_ways(two) && o->r->change == MQ_CHANGE_PLURAL && is_two_ways(o) && same_place(two, o)) {
                const double share = dual_share(k->m, two);

                part(two, o, share);
                two->weight *= two->r->construct ? MQ_BARE_CONSTRUCT : 1;
                o->weight *= two->r->construct && share > 0.5 ? MQ_BARE_CONSTRUCT : 1; /* موقعي */
            }
            else if (is_dual_of_both(two, o))
                part(o, two, adjective_share(two, o));
        }
    }
}
