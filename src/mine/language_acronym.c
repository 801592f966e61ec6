/* language_acronym.c - what speaks for the language that gives the letters of an acronym: the list, the words of the Arabic side, an expansion in the text. */
#include <string.h>

#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "mine/expansion.h"
#include "mine/language_around.h"

/* The nearest expansion of one language, 0..1. */
static float expanded_in(const mq_pairing *p, mq_acronyms names, unsigned lang)
{
    mq_evidence e = { .n = 0 };
    mq_expansions x;
    float best = 0;

    for (size_t i = p->c->first; i <= p->c->last && e.n < MQ_SIDE_TOKENS; i++) {
        const mq_tok *t = &p->site->s->tok[i];

        e.token[e.n] = i;
        e.content[e.n++] = t->script == MQ_ARABIC && !(t->roles & (MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG));
    }
    for (size_t k = 0; k < names.n; k++)
        if (names.a[k].expansion && (names.a[k].langs & lang)) {
            float likeness;

            mq_expansions_match(&x, (mq_acronyms){ &names.a[k], 1 }, &e, p->site->s);
            likeness = mq_expanded_likeness(&x, &e, 0, e.n - 1);
            best = likeness > best ? likeness : best;
        }
    return best;
}

/* The languages whose expansions give the letters of a listed acronym: what its names say, or those of any expansion. */
static unsigned giving(mq_acronyms names)
{
    unsigned spelled = 0, any = 0;

    for (size_t k = 0; k < names.n; k++) {
        any |= names.a[k].langs;
        spelled |= names.a[k].expansion ? 0 : names.a[k].langs;
    }
    return spelled ? spelled : any;
}

/* By how much each word of the Arabic side gives each letter, as the first letter of a French (0) or an English (1) rendering. */
struct initials {
    size_t words;
    unsigned letters;
    float by[2][MQ_SPAN_TOKENS][MQ_UNIT_LETTERS];
};

static void add_initials(struct initials *n, const mq_tok *t, const mq_unit *u)
{
    for (unsigned l = 0; l < t->nlists; l++)
        for (size_t i = 0; i < t->lists[l]->n; i++) {
            const mq_rendering *r = &t->lists[l]->r[i];
            const float weight = (r->place & MQ_RENDERING_FIRST ? 1.0f : 0.6f) * (r->level == 2 ? 1.0f : 0.9f);

            for (unsigned k = 0; r->initial && k < u->nletters; k++)
                for (unsigned lang = 0; lang < 2; lang++)
                    if (r->initial == u->letters[k] && (r->langs & (lang ? MQ_RENDERING_EN : MQ_RENDERING_FR)) && weight > n->by[lang][n->words][k])
                        n->by[lang][n->words][k] = weight;
        }
    n->words++;
}

static void find_initials(struct initials *n, const mq_pairing *p)
{
    memset(n, 0, sizeof *n);
    n->letters = p->site->u.nletters;
    for (size_t i = p->c->first; i <= p->c->last && n->words < MQ_SPAN_TOKENS; i++) {
        const mq_tok *t = &p->site->s->tok[i];

        if (t->script == MQ_ARABIC && !(t->roles & (MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG)))
            add_initials(n, t, &p->site->u);
    }
}

/* The share of the letters that some word gives, whatever the order: from the first letter on, each word once. */
static float in_any_order(const struct initials *n, unsigned lang)
{
    bool used[MQ_SPAN_TOKENS] = { false };
    float sum = 0;

    for (unsigned k = 0; k < n->letters; k++) {
        size_t best = n->words;

        for (size_t i = 0; i < n->words; i++)
            if (!used[i] && n->by[lang][i][k] > (best < n->words ? n->by[lang][best][k] : 0))
                best = i;
        if (best == n->words)
            continue;
        used[best] = true;
        sum += n->by[lang][best][k];
    }
    return n->letters ? sum / (float)n->letters : 0;
}

/* The share that words give in the order of the letters, or from the last word to the first. */
static float in_order(const struct initials *n, unsigned lang, bool backwards)
{
    float best[MQ_UNIT_LETTERS + 1] = { 0 };

    for (size_t i = 0; i < n->words; i++) {
        float diagonal = 0;

        for (unsigned k = 1; k <= n->letters; k++) {
            const float with = diagonal + n->by[lang][i][backwards ? n->letters - k : k - 1];

            diagonal = best[k];
            best[k] = with > best[k] ? with : best[k];
            best[k] = best[k - 1] > best[k] ? best[k - 1] : best[k];
        }
    }
    return n->letters ? best[n->letters] / (float)n->letters : 0;
}

static float lead(float fr, float en)
{
    return fr > en ? 1 : fr < en ? -1 : 0;
}

static void initial_figures(float *x, const mq_pairing *p)
{
    struct initials n;
    float fr, en, back;

    find_initials(&n, p);
    fr = in_any_order(&n, 0);
    en = in_any_order(&n, 1);
    x[MQ_L_acronym_any_fr] = fr;
    x[MQ_L_acronym_any_en] = en;
    x[MQ_L_acronym_any_lead] = lead(fr, en);
    x[MQ_L_acronym_most] = fr > en ? fr : en;
    fr = in_order(&n, 0, false);
    en = in_order(&n, 1, false);
    back = in_order(&n, 1, true);
    x[MQ_L_acronym_initials_fr] = fr;
    x[MQ_L_acronym_initials_en] = en;
    x[MQ_L_acronym_initials_back_en] = back;
    x[MQ_L_acronym_initials_lead] = lead(fr, back > en ? back : en);
}

static void listed_figures(float *x, const mq_pairing *p)
{
    const mq_acronyms names = mq_acronym_find(p->d->acronyms, mq_unit_text(p->site));
    const bool named = p->c->listed >= 0.7f;
    const unsigned langs = giving(names);

    x[MQ_L_acronym_unlisted] = names.n == 0;
    if (langs && !named)
        x[langs == MQ_RENDERING_FR ? MQ_L_acronym_listed_fr : langs == MQ_RENDERING_EN ? MQ_L_acronym_listed_en : MQ_L_acronym_listed_both] = 1;
    if (named)
        x[p->c->langs == MQ_RENDERING_FR ? MQ_L_acronym_named_fr : p->c->langs == MQ_RENDERING_EN ? MQ_L_acronym_named_en : MQ_L_acronym_named_both] = 1;
    x[MQ_L_acronym_expanded_fr] = langs & MQ_RENDERING_FR ? expanded_in(p, names, MQ_RENDERING_FR) : 0;
    x[MQ_L_acronym_expanded_en] = langs & MQ_RENDERING_EN ? expanded_in(p, names, MQ_RENDERING_EN) : 0;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 'a' + 'A') : c;
}

/* The token behind the run of Latin words from token i that gives the letters of the acronym; 0 when they do not. Short words need not give one. */
static size_t spells(const mq_pairing *p, size_t i)
{
    const mq_segment *s = p->site->s;
    const mq_unit *u = &p->site->u;
    unsigned k = 0;

    for (; i < s->n && (s->tok[i].script == MQ_LATIN || (s->tok[i].script == MQ_PUNCT && (s->tok[i].cp == '-' || s->tok[i].cp == '\''))); i++) {
        const mq_tok *t = &s->tok[i];

        if (t->script != MQ_LATIN)
            continue;
        if (upper(s->text.p[t->start]) == u->letters[k])
            k++;
        else if (t->end - t->start > 4)
            return 0;
        if (k == u->nletters)
            return i + 1;
    }
    return 0;
}

/* The language of an expansion that stands in the text: (Virtual Private Network - VPN). */
static void spelled_figures(float *x, const mq_pairing *p, const mq_around *a)
{
    const mq_segment *s = p->site->s;

    for (size_t i = a->first; i <= a->last; i++) {
        const size_t end = s->tok[i].script == MQ_LATIN && i != p->site->u.first ? spells(p, i) : 0;
        mq_latin_words own = { .shares = { .fr = 0 } };
        mq_margin m;

        if (end < i + 2)
            continue;
        for (size_t k = i; k < end; k++)
            mq_latin_add_token(&own, p, (mq_str){ s->text.p + s->tok[k].start, s->tok[k].end - s->tok[k].start });
        m = mq_margin_of(&own.spelling, p->d->tongues, 100);
        if (own.shares.fr != own.shares.en)
            m = (mq_margin){ own.shares.fr > own.shares.en ? 1 : -1, 0 };
        x[m.other > 0 ? MQ_L_acronym_spelled_other : m.french > 0 ? MQ_L_acronym_spelled_fr : MQ_L_acronym_spelled_en] = 1;
        return;
    }
}

/* GET, PUT: words in capitals. */
static void word_figures(float *x, const mq_pairing *p)
{
    const mq_unit *u = &p->site->u;
    mq_shares s = { .fr = 0 };

    if (u->nwords != 1)
        return;
    mq_shares_add(&s, p->d, (mq_str){ u->word[0].folded, u->word[0].n });
    x[MQ_L_acronym_word_fr] = s.fr > 0;
    x[MQ_L_acronym_word_en] = s.en > 0;
    x[MQ_L_acronym_word_both] = s.both > 0;
}

void mq_acronym_figures(float x[MQ_LANGUAGE_FEATURES], const mq_pairing *p, mq_kind kind)
{
    const mq_unit *u = &p->site->u;
    const mq_around a = mq_look_around(p);
    const unsigned cue = mq_language_said(p), near = mq_language_beside(p, &a.latin.spelling);

    x[MQ_L_acronym] = 1;
    x[MQ_L_acronym_spoken] = kind != MQ_KIND_ACRONYM;
    x[MQ_L_acronym_two_letters] = u->nletters <= 2;
    x[MQ_L_acronym_five_letters] = u->nletters >= 5;
    x[MQ_L_acronym_digit] = (u->flags & MQ_UNIT_DIGIT) != 0;
    x[MQ_L_acronym_lower] = !(u->flags & MQ_UNIT_CAPITAL);
    listed_figures(x, p);
    initial_figures(x, p);
    spelled_figures(x, p, &a);
    word_figures(x, p);
    mq_put_shares(&x[MQ_L_acronym_around_fr], &x[MQ_L_acronym_around_en], &x[MQ_L_acronym_around_other], &a.latin.shares);
    x[MQ_L_acronym_third_script] = a.third_script;
    for (unsigned i = 0; i < 3; i++) {
        x[MQ_L_acronym_land_inside_fr + i] = (a.inside >> i & 1) != 0;
        x[MQ_L_acronym_close_fr + i] = (a.close >> i & 1) != 0;
        x[MQ_L_acronym_land_fr + i] = (a.near >> i & 1) != 0;
        x[MQ_L_acronym_cue_fr + i] = (cue >> i & 1) != 0;
        x[MQ_L_acronym_beside_fr + i] = (near >> i & 1) != 0;
    }
}
