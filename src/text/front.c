/*
 * front.c - see front.h.
 *
 * The rates of the stacks of proclitics are those of dict/clitics.tsv. A word that no list has is hardly uncut when it begins as one with proclitics does: with
 * ال, و, with س, ف or ل before a verb, or with one letter before a headword. Verbs are in no list; their shapes and the other persons that are seen tell them.
 */
#include <math.h>
#include <string.h>

#include <muqabil/text.h>

#include "text/arletter.h"
#include "text/front.h"
#include "text/particles.h"
#include "text/spelled.h"
#include "text/words.h"

/* ---- rates ---- */

/* Whether the ال that v takes for the article may belong to a headword: بالتهاب. */
static bool begins_with_al(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++)
        if (k->v[i].r->from + 2U == v->r->from && k->v[i].kinds && k->v[i].fit == 1 && (k->v[i].claim > 0 || mq_view_is_whole(&k->v[i])))
            return true;
    return false;
}

static double front_rate(const mq_views *k, const mq_view *v)
{
    const mq_morph *m = k->m;
    const mq_affixes *t = mq_affixes_get();
    const mq_reading *r = v->r;

    for (unsigned i = 0; i < t->nstacks; i++) {
        const mq_stack *s = &t->stack[i];

        if ((unsigned)s->n - s->back != r->from || s->article != r->article || memcmp(s->letter, m->word.letter, s->n * sizeof *s->letter) != 0)
            continue;
        if (s->back && !v->kinds)
            return 0.01 * (double)s->rate; /* للإداريات */
        if (r->article && (r->proclitics || r->kept) && m->word.n - r->from >= 3 && (v->kinds || !begins_with_al(k, v)))
            return 30 * (double)s->rate; /* وال, بال: all but proof */
        return (double)s->rate * ((r->proclitics & MQ_CLITIC_FA) && mq_is_particle(v->kinds) ? 5 : 1); /* فإن, فقد */
    }
    return 1;
}

/* ---- what is in no list ---- */

/* Whether the word can be a known headword behind one proclitic more. */
static bool is_known_behind(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from != v->r->from + 1 || o->r->article || o->fit < (o->letters >= 5 ? 0.15 : 1) || o->letters < 3)
            continue;
        if (o->claim > 0 || mq_view_is_good_construct(o) || (o->kinds && (mq_view_is_whole(o) || o->r->change >= MQ_CHANGE_BROKEN)))
            return true;
    }
    return false;
}

/* The same of a headword of two letters. */
static bool is_known_pair(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from == v->r->from + 1 && !o->r->article && o->fit == 1 && o->letters == 2 && mq_view_is_whole(o) && (o->kinds & MQ_WORD_NOUN))
            return true;
    }
    return false;
}

/* An imperfect verb: يت…, يست…, or what is seen in another person, too. */
static bool is_imperfect(const uint16_t *c, unsigned n)
{
    static const uint16_t persons[] = { YEH, TEH, NOON };
    uint16_t other[MQ_ARWORD_LETTERS];
    mq_written word;

    if (n < 3 || !(c[0] == YEH || c[0] == TEH || c[0] == NOON || c[0] == ALEF_HAMZA))
        return false;
    if (n >= 5 && (c[1] == TEH || (c[1] == SEEN && c[2] == TEH)))
        return true;
    memcpy(other, c, n * sizeof *c);
    for (unsigned i = 0; i < sizeof persons / sizeof *persons; i++) {
        other[0] = persons[i];
        mq_spell_letters(&word, other, n);
        if (persons[i] != c[0] && mq_written_count(&word, false) > 0)
            return true;
    }
    return false;
}

/* استفعل, افتعل. */
static bool is_derived_perfect(const uint16_t *c, unsigned n)
{
    return n >= 4 && c[0] == ALEF && (c[2] == TEH || (n >= 5 && c[1] == SEEN && c[2] == TEH));
}

/* فكرت: a perfect in ت whose stem the lexicon has. */
static bool is_known_perfect(const uint16_t *c, unsigned n)
{
    mq_written stem;

    if (n != 4 || c[n - 1] != TEH)
        return false;
    mq_spell_letters(&stem, c, n - 1);
    return mq_spelled_kinds((mq_str){ stem.text + 4, stem.n - 4 }) & (MQ_WORD_NOUN | MQ_WORD_ADJ);
}

/* فقال */
static bool is_verb_behind(const uint16_t *c, unsigned n)
{
    mq_written rest;

    mq_spell_letters(&rest, c + 1, n - 1);
    return n >= 4 && c[0] == FEH && mq_is_common_verb((mq_str){ rest.text + 4, rest.n - 4 });
}

/* The rest behind the first letter of v. */
static bool is_unknown_but_seen(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from == v->r->from + 1 && !o->r->article && mq_view_is_whole(o))
            return !o->kinds && o->form > 0;
    }
    return false;
}

/* The rest behind the first letter of v, without ending and pronoun; NULL = none. */
static const mq_view *rest_behind(const mq_views *k, const mq_view *v)
{
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from == v->r->from + 1 && !o->r->article && !o->r->kept && mq_view_is_whole(o))
            return o;
    }
    return NULL;
}

/* وقاد: the rest is twice as common. */
static bool is_often_behind(const mq_views *k, const mq_view *v)
{
    const mq_view *o = rest_behind(k, v);

    return o && o->letters >= 3 && o->form > 2 * v->form;
}

/* بتازركة, فاضطر: in no list, but far commoner without its first letter. */
static bool is_seen_without(const mq_views *k, const mq_view *v)
{
    const mq_view *o = rest_behind(k, v);

    return o && (!o->kinds || v->form == 0) && o->letters >= 4 && o->form > 3 * v->form + (v->form > 0 ? 3 : 0);
}

/* سنقوم, فاستنجدت, فستحتاج, لنفرض: none of these letters is of the stem. */
static bool begins_like_verb(const uint16_t *c, unsigned n)
{
    if (n < 5 || !(c[0] == SEEN || c[0] == FEH || c[0] == LAM))
        return false;
    return is_imperfect(c + 1, n - 1) || (c[0] == FEH && (is_derived_perfect(c + 1, n - 1) || (c[1] == SEEN && n > 5 && is_imperfect(c + 2, n - 2))));
}

static double unknown_conjunction(const mq_views *k, const mq_view *v, const uint16_t *c, unsigned n)
{
    double scale = begins_like_verb(c + 1, n - 1) ? MQ_NEVER : 1;

    if (n == 4 && c[3] != TEH && (is_unknown_but_seen(k, v) || is_often_behind(k, v)))
        return 0.0015; /* وحرر, ونفى */
    return scale * (n == 3 ? 0.2 : n == 4 ? 0.02 : 0.003);
}

/* What is in no list and begins like a word with proclitics is hardly a word of its own: ويتعلق, الدريدي. */
static double unknown_front(const mq_views *k, const mq_view *v)
{
    const uint16_t *c = k->m->word.letter + v->r->from;
    const unsigned n = k->m->word.n - v->r->from;

    if (v->kinds && v->r->change == MQ_CHANGE_PLURAL && c[n - 1] == NOON && begins_like_verb(c, n))
        return MQ_NEVER; /* ليكون */
    if (v->kinds || n < 3 || v->r->article || (v->r->proclitics & ~(unsigned)(MQ_CLITIC_WA | MQ_CLITIC_FA)))
        return 1;
    if (c[0] == ALEF && c[1] == LAM && n > 3)
        return 0.01;
    if (c[0] == WAW && !v->r->from)
        return unknown_conjunction(k, v, c, n);
    if (!(c[0] == SEEN || c[0] == FEH || c[0] == LAM || c[0] == BEH || c[0] == KAF) || is_known_perfect(c, n))
        return 1;
    if (n == 3)
        return c[0] != SEEN && c[0] != FEH && is_known_pair(k, v) ? 0.08 : 1; /* بنص, كحد */
    if (n >= 6 && c[1] == ALEF && c[2] == LAM && c[0] == KAF)
        return MQ_NEVER; /* كالتالي */
    if (c[0] == KAF)
        return is_known_behind(k, v) ? 0.05 : 1;
    if (is_verb_behind(c, n))
        return 0.005;
    if (begins_like_verb(c, n))
        return c[0] == FEH && c[1] == SEEN ? MQ_NEVER * MQ_NEVER : MQ_NEVER;
    if (c[0] == LAM && (c[1] == YEH || c[1] == TEH))
        return 0.005; /* ليصبح */
    if (n >= 7 && c[1] == ALEF && c[2] == LAM && c[0] != LAM)
        return MQ_NEVER; /* بالقرجاني */
    if ((c[0] == BEH || c[0] == LAM || c[0] == FEH) && is_seen_without(k, v))
        return 0.003;
    return is_known_behind(k, v) ? (n < 6 ? 0.005 : 0.0005) : c[0] == BEH && c[1] != WAW && c[1] != ALEF && c[n - 1] == TEH_MARBUTA && n >= 6 ? 0.01 : 0.05; /* بطبلبة */
}

/* باتوا: no preposition stands before a perfect. */
static bool is_governed_perfect(const mq_morph *m, const mq_view *v)
{
    const uint16_t *c = m->word.letter + v->r->from;
    const unsigned n = m->word.n - v->r->from;

    return (v->r->proclitics & (MQ_CLITIC_BI | MQ_CLITIC_LI | MQ_CLITIC_KA)) && !v->r->article && !v->kinds && n >= 3 && c[n - 2] == WAW && c[n - 1] == ALEF &&
           c[0] != YEH && c[0] != TEH;
}

/* ساهم: no verb begins with a plain ا behind س but by a slip. */
static bool is_plain_alef_behind_seen(const mq_morph *m, const mq_view *v)
{
    return (v->r->proclitics & MQ_CLITIC_SA) && m->word.letter[v->r->from] == ALEF;
}

/* بطريقة, وجودة: a noun in ة behind its first letter, rather than the feminine of a noun that has none. */
static bool hides_feminine_noun(const mq_views *k, const mq_view *v)
{
    if (v->r->change != MQ_CHANGE_FEMININE || v->kinds != MQ_WORD_NOUN || v->pronoun || v->r->article)
        return false;
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from == v->r->from + 1 && !o->r->article && !o->r->kept && mq_view_is_whole(o) && o->fit == 1 && (o->kinds & MQ_WORD_NOUN))
            return true;
    }
    return false;
}

/*
 * 0..1: بلغة, لقوة, وقاد, باستمرار, لوحدات, لحد: a noun that is not seen with the article is rather one behind its first letter, as far as it is oftener seen than that
 * allows for.
 */
static double not_definite(const mq_views *k, const mq_view *v)
{
    const uint16_t *c = k->m->word.letter + v->r->from;
    const bool broken = v->r->change == MQ_CHANGE_BROKEN;
    mq_written form;
    double most;

    if (!(c[0] == BEH || c[0] == LAM || c[0] == KAF || c[0] == FEH || c[0] == WAW) || v->pronoun || v->r->article || (!broken && v->kinds != MQ_WORD_NOUN))
        return 1;
    if ((v->r->proclitics & ~(unsigned)(c[0] == WAW ? 0 : MQ_CLITIC_WA | MQ_CLITIC_FA)) || v->r->change == MQ_CHANGE_CASE ||
        !(is_known_behind(k, v) || (c[0] == WAW ? is_often_behind(k, v) : is_known_pair(k, v))))
        return 1;
    mq_spell_rest(&form, k->m, v->r->from);
    most = 10 * mq_written_definite(&form) + (c[0] == WAW ? 1 : 5);
    return fmin(1, most / fmax(v->form, 1));
}

/* واسمه: another headword behind و explains the pronoun far better. */
static bool hides_conjunction(const mq_views *k, const mq_view *v)
{
    if (v->r->from || k->m->word.letter[0] != WAW || !v->pronoun || !v->kinds)
        return false;
    for (unsigned i = 0; i < k->n; i++) {
        const mq_view *o = &k->v[i];

        if (o->r->from == 1 && o->r->pronoun == v->r->pronoun && !o->r->article && !o->r->kept && o->letters >= 3 && o->fit == 1 && o->claim > 10 * v->expected)
            return true;
    }
    return false;
}

double mq_front_weight(const mq_views *k, const mq_view *v)
{
    double w = front_rate(k, v) * unknown_front(k, v) * not_definite(k, v);

    if (is_governed_perfect(k->m, v) || hides_feminine_noun(k, v))
        w *= MQ_NEVER;
    if (hides_conjunction(k, v))
        w *= MQ_DERIVED;
    return is_plain_alef_behind_seen(k->m, v) ? 0.02 * w : w;
}
