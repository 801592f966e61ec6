/* candidate.c - see candidate.h. */
#include <string.h>

#include "base/hash.h"
#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "lexicon/lands.h"
#include "lexicon/translit.h"
#include "mine/candidate.h"
#include "mine/cover.h"
#include "mine/evidence.h"
#include "mine/initials.h"
#include "mine/shape.h"
#include "mine/year.h"
#include "text/letter.h"

enum { MOST_LATIN_INSIDE = 2, MOST_JOINED = 7, JOINED_BYTES = 126 };

/* أكاديمية "كوشنج" Cushing Academy: the quote that a span opens and that closes behind it is its own. */
static bool opens_quote(const mq_segment *s, size_t first, size_t last)
{
    unsigned quotes = 0;

    for (size_t i = first + 1; i < last; i++)
        quotes += mq_is_quote_at(s, i);
    return quotes % 2 && mq_is_quote_at(s, last + 1);
}

mq_str mq_candidate_text(const mq_site *site, const mq_candidate *c)
{
    const mq_segment *s = site->s;
    const size_t last = c->crosses_quote && opens_quote(s, c->first, c->last) ? c->last + 1 : c->last;

    return (mq_str){ s->text.p + s->tok[c->first].start, s->tok[last].end - s->tok[c->first].start };
}

mq_str mq_unit_text(const mq_site *site)
{
    const mq_segment *s = site->s;
    const size_t first = site->u.first + (site->u.last > site->u.first && mq_str_equal(mq_tok_text(s, site->u.first), MQ_STR("the")));

    return (mq_str){ s->text.p + s->tok[first].start, s->tok[site->u.last].end - s->tok[first].start };
}

/* جيروم ك. جيروم */
static bool ends_initial(const mq_segment *s, size_t i)
{
    return i > 0 && s->tok[i - 1].script == MQ_ARABIC && s->tok[i - 1].folded_n == 2 && !s->tok[i].space_before;
}

/* Whether a token is the name of one of the letters of an acronym. */
static bool names_letter(const mq_segment *s, size_t i, const mq_unit *u, const mq_dicts *d)
{
    for (unsigned k = 0; k < u->nletters; k++)
        if (mq_names_letter(&s->tok[i], u->letters[k], k == 0, d))
            return true;
    return false;
}

/* سي.آي.إيه */
static bool parts_letters(const mq_segment *s, size_t i, const mq_unit *u, const mq_dicts *d)
{
    return i > 0 && i + 1 < s->n && names_letter(s, i - 1, u, d) && names_letter(s, i + 1, u, d);
}

/* Whether a span may hold token i between two of its words. Counts what it crosses. */
static bool may_cross(const mq_segment *s, size_t i, const mq_unit *u, const mq_dicts *d, unsigned *latin, bool *quote)
{
    const mq_tok *t = &s->tok[i];

    switch (t->script) {
    case MQ_ARABIC: case MQ_NUMBER:
        return true;
    case MQ_LATIN:
        return ++*latin <= MOST_LATIN_INSIDE;
    case MQ_PUNCT:
        if (mq_is_quote(t->cp)) {
            *quote = true;
            return true;
        }
        if (t->cp == ':')
            return (u->flags & MQ_UNIT_COLON) != 0;
        if (t->cp == ',' || t->cp == 0x060C)
            return (u->flags & MQ_UNIT_COMMA) != 0;
        if (t->cp == '.')
            return ((u->flags & MQ_UNIT_INITIAL) && ends_initial(s, i)) || (u->nletters && parts_letters(s, i, u, d));
        return (t->cp == '-' || t->cp == '/' || t->cp == 0x2013) && ((u->flags & MQ_UNIT_DASH) || mq_glued(s, i));
    default:
        return false;
    }
}

static bool quote_before(const mq_segment *s, size_t i)
{
    return i > 0 && mq_is_quote_at(s, i - 1);
}

static bool quote_behind(const mq_segment *s, size_t i)
{
    return mq_is_quote_at(s, i + 1);
}

/* A phrase in quotes may begin and end with any word. */
static bool quoted(const mq_segment *s, size_t first, size_t last)
{
    return quote_before(s, first) && quote_behind(s, last);
}

/* The Arabic words of a span without the spaces, and without what is glued to the first one. */
static size_t join(char *out, const mq_segment *s, const mq_evidence *e, size_t from, size_t to)
{
    size_t n = 0;

    for (size_t i = from; i <= to; i++) {
        const mq_tok *t = &s->tok[e->token[i]];
        const size_t skip = i == from ? t->cut.skip : 0;

        if (t->script == MQ_ARABIC) {
            memcpy(out + n, t->folded + skip, t->folded_n - skip);
            n += t->folded_n - skip;
        }
    }
    return n;
}

/* The whole span against the whole unit by sound: names of several words, or one word written as two. */
static float joined_likeness(mq_site *site, const mq_evidence *e, size_t from, size_t to, const mq_dicts *d)
{
    char joined[JOINED_BYTES];
    const size_t most = 3 * (size_t)site->u.joined_n + 4 < sizeof joined ? 3 * (size_t)site->u.joined_n + 4 : sizeof joined;
    size_t n = 0;
    unsigned sounds = 0, words = 0;

    for (size_t i = from; i <= to; i++) {
        const mq_tok *t = &site->s->tok[e->token[i]];

        if (t->script != MQ_ARABIC)
            continue;
        n += t->folded_n - (i == from ? t->cut.skip : 0U);
        sounds |= i == from ? t->sounds : t->whole_sounds;
        if (++words > MOST_JOINED || n > most)
            return 0;
    }
    if (n < 4 || (size_t)site->u.joined_n > n + 2 || mq_sounds_differ(sounds, site->u.sounds))
        return 0;
    if (from == to && site->u.nwords == 1 && e->alone[from] >= 0)
        return e->alone[from];
    n = join(joined, site->s, e, from, to);
    return mq_sound_likeness(mq_translit_cost_of(d->translit, (mq_str){ joined, n }, (mq_str){ site->u.joined, site->u.joined_n },
                                                 site->u.nwords == 1 ? &site->u.word[0].least : &site->u.least));
}

/* Whether the glossary that is mined into has the two as a pair. */
static bool is_known_pair(const mq_site *site, const mq_evidence *e, size_t from, size_t to, const mq_dicts *d)
{
    uint64_t key = 0;

    for (size_t i = from; i <= to; i++) {
        const mq_tok *t = &site->s->tok[e->token[i]];

        if (t->script != MQ_ARABIC)
            return false;
        key = mq_phrase_key(key, mq_phrase_stem(t->acronym_stem, (mq_str){ t->folded, t->folded_n }));
    }
    return mq_learned_pair(&d->learned, key, site->u.phrase);
}

/* What a person or an imported glossary says explains every word on both sides. */
static void believe(mq_candidate *c, const mq_unit *u)
{
    c->explained = c->content;
    c->open_known = c->latin_open = c->latin_open_known = 0;
    c->word_cover = c->token_cover = 1;
    c->first_explained = c->last_explained = true;
    c->outside_explains = false;
    c->known = true;
    if (u->nletters)
        c->listed = 1;
}

/* Whether the second or third token outside explains a Latin word that the span leaves open. */
static bool explains_beyond(const mq_anchor *a, const mq_evidence *e, size_t from, size_t to, unsigned explains)
{
    enum { FAR = 3 };

    for (size_t k = 2; k <= FAR; k++) {
        if (a->left ? from < k : to + k >= e->n)
            break;
        if (e->explains[a->left ? from - k : to + k] & ~explains)
            return true;
    }
    return false;
}

static void judge(mq_site *site, const mq_anchor *a, const mq_evidence *e, size_t from, size_t to, bool crosses, const mq_cover *cover,
                  const mq_listing *listing, const mq_dicts *d)
{
    mq_candidate *c = &site->c[site->n++];
    const mq_unit *u = &site->u;
    const size_t out = a->left ? from - 1 : to + 1;

    *c = (mq_candidate){ .first = e->token[from], .last = e->token[to], .left = a->left, .gap = a->gap, .crosses_quote = crosses };
    c->quoted_exactly = quoted(site->s, c->first, c->last);
    c->quoted_together = a->left ? quote_before(site->s, c->first) && quote_behind(site->s, u->last) : quote_before(site->s, u->first) && quote_behind(site->s, c->last);
    mq_cover_tell(c, cover, u);
    mq_tell_meeting(c, e, from, to, u);
    c->outside_explains = (a->left ? from > 0 : out < e->n) && (e->explains[out] & ~(unsigned)cover->explains);
    c->far_explains = explains_beyond(a, e, from, to, cover->explains);
    c->translit = joined_likeness(site, e, from, to, d);
    if (u->nletters)
        mq_judge_letters(c, site, e, from, to, listing, d);
    if (u->phrase && is_known_pair(site, e, from, to, d))
        believe(c, u);
}

/* Rows of the evidence in text order: the tokens of the side nearest to the unit. Returns how many quotes a span up to each row crosses. */
static void collect(mq_site *site, const mq_anchor *a, mq_evidence *e, bool crosses[MQ_SIDE_TOKENS], const mq_dicts *d)
{
    size_t list[MQ_SIDE_TOKENS + 1], n = 0, i = a->at;
    bool crossed[MQ_SIDE_TOKENS + 1];
    unsigned latin = 0;
    bool quote = false;

    while (n < MQ_SIDE_TOKENS) {
        if (!may_cross(site->s, i, &site->u, d, &latin, &quote))
            break;
        if (site->s->tok[i].script != MQ_PUNCT) {
            crossed[n] = quote;
            list[n++] = i;
        }
        if (a->left ? i == 0 : i + 1 == site->s->n)
            break;
        i = a->left ? i - 1 : i + 1;
    }
    mq_toks_learn(site->s, list, n, d);
    for (size_t k = 0; k + 1 < n; k++)
        mq_tok_bond_prefetch(site->s, list[a->left ? k + 1 : k]);
    for (size_t k = 0; k < n; k++) {
        const size_t from = a->left ? n - 1 - k : k;

        crosses[k] = crossed[from];
        (void)mq_evidence_add(e, site->s, list[from], &site->u, d);
    }
    mq_evidence_spell(e, site->s, &site->u, d);
}

/*
 * No term begins or ends with a preposition, a conjunction, a pronoun … but where the Latin has it, too: a word that says one of the unit, a small word by its
 * sound (ذا غارديان, The Guardian), the name of a letter (إم, في), a preposition that the Latin begins with. Latin words and numbers only where the unit has them.
 */
static bool is_said_by_unit(const mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u, char letter, const mq_dicts *d)
{
    return e->explains[row] || e->echoes[row] || (u->nletters && mq_names_letter(t, letter, true, d));
}

static bool may_begin(const mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u, const mq_dicts *d)
{
    const unsigned never = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON;

    if (t->script == MQ_ARABIC && (!(t->roles & never) || ((t->roles & MQ_ROLE_PREP) && (u->flags & MQ_UNIT_FROM))))
        return true;
    return is_said_by_unit(e, row, t, u, u->letters[0], d);
}

static bool may_end(const mq_evidence *e, size_t row, const mq_tok *t, const mq_unit *u, const mq_dicts *d)
{
    const unsigned never = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL;

    if (t->script == MQ_NUMBER || (t->script == MQ_ARABIC && (!(t->roles & never) || (t->roles & MQ_ROLE_ADV))))
        return true;
    return is_said_by_unit(e, row, t, u, u->nletters ? u->letters[u->nletters - 1] : '\0', d);
}

/* The spans of a side: those that touch the anchor, or leave out so many of its words. */
struct reach {
    const mq_anchor *a;
    const mq_evidence *e;
    const bool *crosses;
    const mq_listing *listing;
    size_t tail;
};

static void spans(mq_site *site, const struct reach *r, const mq_dicts *d)
{
    const mq_evidence *e = r->e;
    const size_t n = e->n - r->tail;
    const bool left = r->a->left;
    mq_cover cover = { .left = left };

    for (size_t k = 0; k < n && k < MQ_SPAN_TOKENS && site->n < MQ_CANDIDATES; k++) {
        const size_t from = left ? n - 1 - k : 0, to = left ? n - 1 : k;

        mq_cover_add(&cover, e, left ? from : to, site->s, &site->u);
        if (!cover.tokens || (!quoted(site->s, e->token[from], e->token[to]) && (!may_begin(e, from, &site->s->tok[e->token[from]], &site->u, d) ||
                                                                                 !may_end(e, to, &site->s->tok[e->token[to]], &site->u, d))))
            continue;
        judge(site, r->a, e, from, to, r->crosses[left ? from : to], &cover, r->listing, d);
        site->c[site->n - 1].tail = (uint8_t)r->tail;
    }
}

enum { MOST_TAIL = 2 };

/* The adjective of a land or a people: a text tells with it what the name leaves unsaid, مجلة ماكلينز الكندية (Maclean's). */
static bool is_of_land(const mq_tok *t, const mq_dicts *d)
{
    return t->article && mq_is_adjective(t) && mq_land(d->lands, t->acronym_stem) != 0;
}

/* The words of a side that tell a year, which the Latin does not have: قانون الأجهزة الطبية لعام 1976 (Medical Device Act). */
static size_t year_to_leave_out(const mq_site *site, const mq_anchor *a, const mq_evidence *e)
{
    if (!a->left || site->second || !e->n || e->explains[e->n - 1] || e->gives[e->n - 1])
        return 0;
    return mq_year_behind(site->s, e->token, e->n);
}

/* Words between the term and its Latin that modify it in passing: ظروف السباق الأخرى (race conditions). What stands before them says some of it. */
static bool may_leave_out(const mq_site *site, const mq_anchor *a, const mq_evidence *e, size_t tail, const mq_dicts *d)
{
    if (!a->left || site->second || site->u.nletters || e->n <= tail || !e->explains[e->n - 1 - tail])
        return false;
    for (size_t i = e->n - tail; i < e->n; i++) {
        const mq_tok *t = &site->s->tok[e->token[i]];

        if (e->explains[i] || !((t->roles & (MQ_ROLE_PASSING | MQ_ROLE_ADV | MQ_ROLE_PRON)) || is_of_land(t, d)))
            return false;
    }
    return true;
}

static void side(mq_site *site, const mq_anchor *a, const mq_dicts *d)
{
    mq_evidence e;
    bool crosses[MQ_SIDE_TOKENS] = { false };
    mq_listing listing = { .names = { NULL, 0 } };
    const mq_unit *u = &site->u;
    size_t year;

    e.n = 0;
    collect(site, a, &e, crosses, d);
    if (u->flags & MQ_UNIT_ACRONYM)
        listing.names = mq_acronym_find(d->acronyms, mq_unit_text(site));
    mq_expansions_match(&listing.expansions, listing.names, &e, site->s);
    spans(site, &(struct reach){ a, &e, crosses, &listing, 0 }, d);
    for (size_t tail = 1; tail <= MOST_TAIL && may_leave_out(site, a, &e, tail, d); tail++)
        spans(site, &(struct reach){ a, &e, crosses, &listing, tail }, d);
    year = year_to_leave_out(site, a, &e);
    if (year)
        spans(site, &(struct reach){ a, &e, crosses, &listing, year }, d);
}

/* A part of what the glossary knows as a whole is not thought of. What is longer is: النظافة is known as hygiene, and the text says النظافة العامة. */
static void drop_parts_of_known(mq_site *site)
{
    size_t out = 0;

    for (size_t i = 0; i < site->n; i++) {
        const mq_candidate *c = &site->c[i];
        bool part = false;

        for (size_t k = 0; k < site->n && !c->known; k++)
            part |= site->c[k].known && site->c[k].first <= c->first && site->c[k].last >= c->last;
        if (!part)
            site->c[out++] = *c;
    }
    site->n = out;
}

void mq_site_candidates(mq_site *site, const mq_dicts *d)
{
    site->n = 0;
    site->second = false;
    site->anchor[0] = mq_anchor_left(site->s, &site->u, d);
    site->anchor[1] = mq_anchor_right(site->s, &site->u, d);
    for (int i = 0; i < 2; i++)
        if (site->anchor[i].found)
            side(site, &site->anchor[i], d);
    if (site->u.phrase)
        drop_parts_of_known(site);
}

static bool by_sound(const mq_candidate *c)
{
    return c->letter_names || c->translit > 0.6f;
}

/* The first renderings on one side. Where the glossary knows a pair, some of them were dropped (drop_parts_of_known): they are looked for again. */
static size_t of_side(mq_candidate out[MQ_SPAN_TOKENS], mq_site *site, const mq_anchor *a, const mq_dicts *d)
{
    size_t n = 0;

    if (site->u.phrase) {
        site->n = 0;
        side(site, a, d);
    }
    for (size_t i = 0; i < site->n && n < MQ_SPAN_TOKENS; i++)
        if (site->c[i].left == a->left)
            out[n++] = site->c[i];
    return n;
}

/*
 * What stands on the other side of the unit is a second rendering when it has its sound, إشبيلية (بالإسبانية: Sevilla، سيفييا), or says what that name means:
 * مؤشر كتلة الجسم BMI (بي إم آي), بوينس آيرس Buenos Aires (الهواء العليل); or when the text says that it means it, جرينلاند (Kalaallit Nunaat أي أرض الناس).
 */
static void others_across(mq_site *site, const mq_anchor *a, const mq_candidate *across, size_t n)
{
    const unsigned parts = MQ_GAP_OPEN | MQ_GAP_QUOTE | MQ_GAP_CUE | MQ_GAP_OR;
    const bool any = ((a->gap & parts) && by_sound(&site->chosen)) || (a->cues & MQ_ROLE_MEANS);

    for (size_t i = 0; i < n; i++)
        if (any || by_sound(&across[i]))
            site->c[site->n++] = across[i];
}

/* A name in full stands right before its short one as it is said: منظمة الأمم المتحدة للتربية والعلم والثقافة اليونسكو (UNESCO). */
static bool in_full_before(const mq_site *site, const mq_candidate *chosen, const mq_anchor *a)
{
    return (site->u.flags & MQ_UNIT_ACRONYM) && chosen->left && by_sound(chosen) && !(a->gap & ~(unsigned)MQ_GAP_GLUED);
}

void mq_site_beyond(mq_site *site, mq_candidate chosen, const mq_dicts *d)
{
    const unsigned explicit_gap = MQ_GAP_QUOTE | MQ_GAP_COMMA | MQ_GAP_DASH | MQ_GAP_SLASH | MQ_GAP_OR | MQ_GAP_OPEN | MQ_GAP_CLOSE | MQ_GAP_CUE;
    mq_anchor a = mq_anchor_beyond(site->s, chosen.left ? chosen.first : chosen.last, chosen.left, chosen.quoted_exactly, d);
    const mq_anchor *across = &site->anchor[chosen.left ? 1 : 0];
    const bool both = !site->second && across->found && !(across->gap & MQ_GAP_LATIN);
    mq_candidate there[MQ_SPAN_TOKENS];
    const size_t nthere = both ? of_side(there, site, across, d) : 0;

    a.cues |= site->anchor[chosen.left ? 0 : 1].cues & ~(unsigned)MQ_ROLE_MEANS; /* what was said of the unit holds for all that it is called */
    site->n = 0;
    site->second = true;
    site->chosen = chosen;
    if (a.found && ((a.gap & explicit_gap) || in_full_before(site, &chosen, &a)) && !(a.gap & MQ_GAP_LATIN)) {
        site->anchor[a.left ? 0 : 1] = a;
        side(site, &a, d);
    }
    others_across(site, across, there, nthere);
}

void mq_remember(mq_site *site, const mq_candidate *c)
{
    mq_previous *p = &site->previous;

    p->paired = c != NULL;
    p->unit_last = site->u.last;
    p->ninitials = 0;
    if (!c)
        return;
    p->first = c->first;
    p->last = c->last;
    for (unsigned i = 0; i < site->u.nwords; i++)
        if (site->u.word[i].key.exact)
            p->initials[p->ninitials++] = site->u.word[i].key.initial;
}

/* Whether the initials stand among the letters in order, the first one first: IdP (Identity Provider), CoFA (Compact of Free Association). */
static bool are_spelled(const char *initials, size_t n, const char *letters, size_t nletters)
{
    enum { LEAST = 2, MOST_INNER = 2 };
    size_t found = 0;

    if (n < LEAST || nletters > n + MOST_INNER)
        return false;
    for (size_t k = 0; k < nletters && found < n; k++)
        found += letters[k] == initials[found];
    return found == n && letters[0] == initials[0];
}

bool mq_abbreviates_previous(const mq_site *site)
{
    const mq_previous *p = &site->previous;

    return p->paired && are_spelled(p->initials, p->ninitials, site->u.letters, site->u.nletters);
}
