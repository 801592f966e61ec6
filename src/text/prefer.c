/* prefer.c - see prefer.h. */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "text/arletter.h"
#include "text/homographs.h"
#include "text/prefer.h"
#include "text/spelled.h"
#include "text/words.h"

#define RARELY 0.01 /* of the headword that a row of homographs.tsv names, at most: so the other one is meant where its neighbours do not say so */

/* Whether both make clitics of the same letters, and part the rest only in another way. */
static bool same_place(const mq_view *a, const mq_view *b)
{
    return a->r->from == b->r->from && a->r->proclitics == b->r->proclitics && a->r->article == b->r->article && a->r->pronoun == b->r->pronoun &&
           !a->r->kept == !b->r->kept;
}

/* What homographs.tsv says of the form of v: a row of it with its article, preposition or pronoun first. Short forms with a pronoun are often of verbs (نظمها). */
static uint32_t row_of(const mq_morph *m, const mq_view *v)
{
    const unsigned own = v->pronoun ? v->pronoun->n : 0U, end = m->word.n - own;
    const unsigned preposition = !v->r->article && (v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA)) ? 1 : 0;
    uint32_t row = 0;
    mq_written form;

    if (v->r->kept || end < v->r->from + 2U)
        return 0;
    if (own) {
        mq_spell_rest(&form, m, v->r->from);
        row = mq_homograph_of((mq_str){ form.text + 4, form.n - 4 });
        if (row || end < v->r->from + 4U)
            return row;
    }
    mq_spell_letters(&form, m->word.letter + v->r->from - preposition, end - v->r->from + preposition);
    if (v->r->article || preposition)
        row = mq_homograph_of(v->r->article ? (mq_str){ form.text, form.n } : (mq_str){ form.text + 4, form.n - 4 });
    if (row || (v->r->article && m->word.letter[end - 1] == TEH_MARBUTA))
        return row; /* مراقبة is a noun, but لجنة الخبراء المراقبة */
    return mq_homograph_of((mq_str){ form.text + 4 + 2 * preposition, form.n - 4 - 2 * preposition });
}

/* Whether v is what a row names. */
static bool is_named(uint32_t row, const mq_view *v)
{
    const uint32_t number = row & MQ_HOMOGRAPH_NUMBER;

    if ((row & ~(uint32_t)MQ_HOMOGRAPH_NUMBER) != mq_homograph_key(v->lemma))
        return false;
    return number == MQ_HOMOGRAPH_ANY || v->r->change == (number == MQ_HOMOGRAPH_DUAL ? MQ_CHANGE_DUAL : MQ_CHANGE_PLURAL);
}

/* `named` is the one that the row names; of several of its headword the heaviest remains it. */
static void prefer(mq_views *k, mq_view *named, uint32_t row)
{
    double most = named->weight;

    for (unsigned i = 0; i < k->n; i++)
        if (same_place(&k->v[i], named))
            most = fmax(most, k->v[i].weight);
    for (unsigned i = 0; i < k->n; i++)
        if (same_place(&k->v[i], named) && !is_named(row, &k->v[i]))
            k->v[i].weight = fmin(k->v[i].weight, RARELY * most);
    named->weight = most;
}

/* بإيجابية: no adjective stands behind a preposition, but لأية does. */
static bool is_governed_feminine(const mq_view *v)
{
    return v->r->change == MQ_CHANGE_FEMININE && v->letters > 2 && !v->r->article && (v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA));
}

/* فعلي: not ف and على. */
static void leave_uncut(mq_views *k, const mq_view *whole)
{
    k->uncut = true;
    for (unsigned i = 0; i < k->n; i++)
        if (k->v[i].r->from)
            k->v[i].weight = fmin(k->v[i].weight, RARELY * whole->weight);
}

/* المسلمين: of مسلم, though lists have مسلمون as well. */
static void prefer_singular(mq_views *k, const mq_view *singular)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];

        if (v->r->change == MQ_CHANGE_PLURAL && v->ending->nrestore == 2 && v->lemma.n == singular->lemma.n + 4 && same_place(v, singular) &&
            memcmp(v->lemma.p, singular->lemma.p, singular->lemma.n) == 0)
            v->weight = fmin(v->weight, RARELY * singular->weight);
    }
}

void mq_prefer_headwords(mq_views *k)
{
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];
        const uint32_t row = row_of(k->m, v);

        if (row && is_named(row, v) && v->fit == 1 && !is_governed_feminine(v)) {
            prefer(k, v, row);
            if (mq_view_is_whole(v) && !v->r->from)
                leave_uncut(k, v);
        }
        if (v->r->change == MQ_CHANGE_PLURAL && v->ending->n == 2 && !v->ending->nrestore && (v->kinds & (MQ_WORD_NOUN | MQ_WORD_ADJ)))
            prefer_singular(k, v);
    }
}

/* Words of grammar with what they take are meant so, and what else the letters could be is not: لكل is no word, nor is إنه behind ف. */
void mq_prefer_grammar(mq_views *k)
{
    const mq_view *longest = NULL; /* the longest clitics, that is */
    mq_written word;

    mq_spell_rest(&word, k->m, 0);
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];

        if (v->grammatical && (v->r->from || v->pronoun) && (!longest || v->letters < longest->letters))
            longest = v;
        else if (v->grammatical)
            v->weight = fmax(v->weight, fmax(mq_written_count(&word, false), 1)); /* اللتان */
    }
    if (!longest || k->uncut)
        return;
    for (unsigned i = 0; i < k->n; i++) {
        mq_view *v = &k->v[i];

        if (v == longest)
            v->weight = fmax(v->weight, MQ_PARTICLE * fmax(mq_written_count(&word, false), 1)); /* وقد, فهو: not meant otherwise */
        else if (!v->grammatical && !v->r->article && (mq_view_is_whole(v) || mq_is_particle(v->kinds)))
            v->weight *= MQ_NEVER;
        else if (longest->pronoun && v->r->change == MQ_CHANGE_CASE)
            v->weight *= MQ_DERIVED; /* بنا */
    }
}

