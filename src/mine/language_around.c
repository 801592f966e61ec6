/* language_around.c - see language_around.h. */
#include <string.h>

#include <muqabil/text.h>

#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "lexicon/wordlist.h"
#include "mine/language_around.h"
#include "text/foldword.h"
#include "text/language.h"
#include "text/letter.h"

/* Tokens on each side of a pair that are looked at for countries and for other Latin words; those of them. */
enum { AROUND = 24, CLOSE = 5, MOST_LATIN_AROUND = 16 };

mq_margin mq_margin_of(const mq_spelling *s, mq_str tongues, float most)
{
    const float fr = (float)s->ours[0], en = (float)s->ours[1], other = (float)mq_spelling_other(s, tongues);

    return (mq_margin){ mq_clip((en - fr) / 32, most), mq_clip(((fr < en ? fr : en) - other) / 32, most) };
}

static bool begins_with(const mq_tok *t, mq_str with)
{
    return t->script == MQ_ARABIC && t->folded_n > with.n && memcmp(t->folded, with.p, with.n) == 0;
}

/* بالفرنسية, وبالفرنسية */
static bool is_in(const mq_tok *t)
{
    return begins_with(t, MQ_STR("بال")) || begins_with(t, MQ_STR("وبال"));
}

/* باللغة الفرنسية */
static bool is_in_language(const mq_tok *t)
{
    return begins_with(t, MQ_STR("باللغ")) || begins_with(t, MQ_STR("وباللغ"));
}

/* Whether token i says in which language something is said. */
static bool says_in(const mq_segment *s, size_t i)
{
    return is_in(&s->tok[i]) || (i > 0 && is_in_language(&s->tok[i - 1]));
}

/* The language that is named right before token i. One that nobody knows is a third one when a colon comes behind it. */
static unsigned named_before(const mq_pairing *p, size_t i)
{
    mq_segment *s = p->site->s;
    bool colon = false;
    mq_tok *t;
    unsigned land;

    while (i > 0 && s->tok[i - 1].script == MQ_PUNCT && (s->tok[i - 1].cp == ':' || mq_is_quote(s->tok[i - 1].cp)))
        colon |= s->tok[--i].cp == ':';
    if (i == 0 || s->tok[i - 1].script != MQ_ARABIC || (i - 1 >= p->c->first && i - 1 <= p->c->last))
        return 0;
    t = &s->tok[i - 1];
    mq_tok_learn(t, p->d);
    if (!colon && !says_in(s, i - 1))
        return 0;
    land = mq_land(p->d->lands, t->acronym_stem);
    if (land & MQ_LAND_TONGUE && says_in(s, i - 1))
        return MQ_LAND_OTHER;
    return land ? land : colon && is_in(t) ? MQ_LAND_OTHER : 0;
}

unsigned mq_language_said(const mq_pairing *p)
{
    const unsigned roles = p->site->anchor[p->c->left ? 0 : 1].cues, said = named_before(p, p->site->u.first);

    if (said)
        return said;
    return roles & MQ_ROLE_FR ? MQ_LAND_FR : roles & MQ_ROLE_EN ? MQ_LAND_EN : roles & MQ_ROLE_FOREIGN ? MQ_LAND_OTHER : 0;
}

unsigned mq_language_said_of_arabic(const mq_pairing *p)
{
    return p->c->first < p->site->u.first ? named_before(p, p->c->first) : 0;
}

static bool is_lower(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/* What a function word adds to. */
static unsigned *share_of_function(mq_shares *s, const mq_lang_votes *v)
{
    if (v->other > 1)
        return &s->other;
    if (v->english > 1)
        return v->french > 1 ? &s->both : &s->en;
    return &s->fr;
}

void mq_shares_add(mq_shares *s, const mq_dicts *d, mq_str word)
{
    mq_lang_votes v = { 0, 0, 0 };
    unsigned fr, en;

    if (mq_lang_vote_function(&v, word)) {
        *share_of_function(s, &v) += 1;
        return;
    }
    if (word.n < 3)
        return;
    fr = mq_wordlist_find(d->french, word);
    en = mq_wordlist_find(d->english, word);
    if (!((fr | en) & MQ_WORDLIST_WORD))
        *(fr && en ? &s->name_both : fr ? &s->name_fr : en ? &s->name_en : &s->none) += 1;
    else if (fr & en & MQ_WORDLIST_WORD)
        s->both++;
    else
        *(fr & MQ_WORDLIST_WORD ? &s->fr : &s->en) += 1;
}

void mq_put_shares(float *fr, float *en, float *other, const mq_shares *s)
{
    enum { MOST = 3 };

    *fr = mq_clip((float)s->fr, MOST) / MOST;
    *en = mq_clip((float)s->en, MOST) / MOST;
    *other = mq_clip((float)s->other, MOST) / MOST;
}

static void add_folded(mq_latin_words *l, const mq_pairing *p, mq_str word)
{
    if (word.n > 3)
        mq_spelling_add(&l->spelling, p->d->letters, p->d->tongues, word);
    mq_shares_add(&l->shares, p->d, word);
}

void mq_latin_add_token(mq_latin_words *l, const mq_pairing *p, mq_str token)
{
    char ascii[MQ_WORD_BYTES];
    mq_buf folded = MQ_BUF_INIT;
    size_t n;

    if (token.n >= MQ_WORD_BYTES || !is_lower(token.p[token.n - 1]))
        return;
    n = mq_fold_ascii(ascii, sizeof ascii, token);
    if (n)
        add_folded(l, p, (mq_str){ ascii, n });
    else if (mq_fold(&folded, token, MQ_FOLD_SEARCH, NULL) == MQ_OK)
        add_folded(l, p, mq_buf_str(&folded));
    mq_buf_release(&folded);
}

/* MQ_LAND_* of a word. Few words are of a land, and to learn one is dear: only those are learned that without some of their first letters may be. */
static unsigned find_land(mq_tok *t, const mq_dicts *d)
{
    mq_cut cuts[MQ_MOST_CUTS];
    const mq_str word = { t->folded, t->folded_n };
    bool may = t->learned || mq_tok_recall(t, d);
    const unsigned n = may ? 0 : mq_cuts(word, cuts);

    for (unsigned i = 0; i < n && !may; i++)
        may = mq_land(d->lands, mq_acronym_stem_cut((mq_str){ word.p + cuts[i].skip, word.n - cuts[i].skip })) != 0;
    if (!may)
        return 0;
    mq_tok_learn(t, d);
    return mq_land(d->lands, t->acronym_stem);
}

/* The same, kept: it is asked for all pairs of a segment. */
static unsigned land_of(mq_tok *t, const mq_dicts *d)
{
    if (!t->land)
        t->land = (uint8_t)(1 + find_land(t, d));
    return t->land - 1U;
}

/* Whether the language that token i may be is that of another Latin term, right behind it: (بالألمانية: Zürich، بالفرنسية: Zurich). */
static bool tells_another(const mq_pairing *p, size_t i)
{
    const mq_segment *s = p->site->s;

    if (!says_in(s, i))
        return false;
    do
        i++;
    while (i < s->n && s->tok[i].script == MQ_PUNCT && (s->tok[i].cp == ':' || mq_is_quote(s->tok[i].cp)));
    return i < s->n && s->tok[i].script == MQ_LATIN && (i < p->site->u.first || i > p->site->u.last);
}

mq_around mq_look_around(const mq_pairing *p)
{
    mq_segment *s = p->site->s;
    const mq_unit *u = &p->site->u;
    const size_t from = p->c->first < u->first ? p->c->first : u->first, to = p->c->last > u->last ? p->c->last : u->last;
    mq_around a = { from > AROUND ? from - AROUND : 0, to + AROUND < s->n ? to + AROUND : s->n - 1, 0, 0, 0, false, { .shares = { .fr = 0 } } };
    unsigned latin = 0;

    for (size_t i = a.first; i <= a.last; i++) {
        mq_tok *t = &s->tok[i];

        if (t->script == MQ_ARABIC) {
            const bool inside = i >= p->c->first && i <= p->c->last;
            const unsigned land = land_of(t, p->d);

            if (land && (inside || !tells_another(p, i)))
                *(inside ? &a.inside : i + CLOSE >= from && i <= to + CLOSE ? &a.close : &a.near) |= land;
        } else if (t->script == MQ_OTHER_SCRIPT) {
            a.third_script |= i + CLOSE >= from && i <= to + CLOSE;
        } else if (t->script == MQ_LATIN && (i < u->first || i > u->last) && latin++ < MOST_LATIN_AROUND) {
            mq_latin_add_token(&a.latin, p, (mq_str){ s->text.p + t->start, t->end - t->start });
        }
    }
    return a;
}

unsigned mq_language_beside(const mq_pairing *p, const mq_spelling *latin)
{
    const mq_margin m = mq_margin_of(latin, p->d->tongues, 100);

    if (latin->letters < 4)
        return 0;
    return m.other > 1 ? MQ_LAND_OTHER : m.french > 1 ? MQ_LAND_FR : m.french < -1 ? MQ_LAND_EN : 0;
}
