/*
 * anchor.c - see anchor.h.
 *
 * A walk away from the unit over what may stand between two equivalents: punctuation, cue words, other Latin units. Brackets need not match: real text has
 * ") USAID)" and "((". A full stop, a semicolon or a line break ends the walk.
 *
 * Cue words: [term] [link: أو ما، والتي …] [strong cue: يسمى، بالفرنسية …] [glue: باسم، ب …] [term]. A run counts only when it holds a strong
 * cue, so that links and glue, which are ordinary words elsewhere, stay available as parts of terms.
 */
#include <string.h>

#include "lexicon/function.h"
#include "mine/anchor.h"
#include "text/letter.h"

enum { MOST_STEPS = 14, MOST_CUE_WORDS = 7, MOST_UNITS = 3 };

/* The gap bit of a punctuation token; 0 = the walk ends here. */
static unsigned gap_of(uint32_t cp)
{
    switch (cp) {
    case '(': case '[': case '{': return MQ_GAP_OPEN;
    case ')': case ']': case '}': return MQ_GAP_CLOSE;
    case '-': case 0x2013: case 0x2014: case 0x2010: case 0x2011: case 0x2012: case 0x2015: case 0x2212: case '_': return MQ_GAP_DASH;
    case '/': case '\\': case '|': return MQ_GAP_SLASH;
    case ':': case '=': return MQ_GAP_COLON;
    case ',': case 0x060C: return MQ_GAP_COMMA;
    default: return mq_is_quote(cp) ? MQ_GAP_QUOTE : 0;
    }
}

/* Token index one step on, or SIZE_MAX at the border. */
static size_t step(const mq_segment *s, size_t i, bool left)
{
    if (left)
        return i > 0 ? i - 1 : SIZE_MAX;
    return i + 1 < s->n ? i + 1 : SIZE_MAX;
}

static bool is_or(const mq_tok *t)
{
    return t->folded_n == 4 && (unsigned char)t->folded[0] == 0xD8 && (unsigned char)t->folded[1] == 0xA7 && (unsigned char)t->folded[2] == 0xD9 &&
           (unsigned char)t->folded[3] == 0x88;
}

static bool soft_punct(const mq_tok *t)
{
    return t->script == MQ_PUNCT && (gap_of(t->cp) & (MQ_GAP_QUOTE | MQ_GAP_COLON | MQ_GAP_COMMA | MQ_GAP_OPEN));
}

/* آي, the name of the letter i, folds to the cue أي: the letter as written decides. */
static bool is_letter_i(const mq_segment *s, const mq_tok *t)
{
    return t->end - t->start == 4 && (unsigned char)s->text.p[t->start] == 0xD8 && (unsigned char)s->text.p[t->start + 1] == 0xA2;
}

/* بالكورسية, بالرومانشية: ب + ال + a word in ـية, next to the Latin, names its language. */
static bool names_language(const mq_tok *t)
{
    return t->roles == 0 && t->article && t->cut.proclitics == MQ_CLITIC_BI && t->folded_n >= 14 &&
           memcmp(t->folded + t->folded_n - 4, "\xD9\x8A\xD9\x87", 4) == 0;
}

/* Which sort of word may come next in the run: glue on the side of the later term, links on the side of the earlier one. */
static unsigned allowed(bool left, bool strong_seen)
{
    return MQ_ROLE_CUE | (left != strong_seen ? MQ_ROLE_GLUE : MQ_ROLE_LINK);
}

/*
 * The end of a run of cue words that begins at token i: the first token behind it (in walking direction). i itself when there is no strong cue.
 */
static size_t skip_cues(mq_segment *s, size_t i, bool left, const mq_dicts *d, unsigned *roles)
{
    size_t k = i, behind = i;
    unsigned words = 0, seen = 0;

    while (k != SIZE_MAX && words < MOST_CUE_WORDS) {
        mq_tok *t = &s->tok[k];

        if (t->script == MQ_PUNCT && words && soft_punct(t) && behind != i) {
            k = step(s, k, left);
            continue;
        }
        if (t->script != MQ_ARABIC)
            break;
        mq_tok_learn(t, d);
        if (words == 0 && left && names_language(t))
            t->roles |= MQ_ROLE_CUE | MQ_ROLE_FOREIGN;
        if (!(t->roles & allowed(left, seen & MQ_ROLE_CUE)) || is_letter_i(s, t))
            break;
        words++;
        seen |= t->roles;
        k = step(s, k, left);
        if (seen & MQ_ROLE_CUE)
            behind = k;
        if (t->roles & MQ_ROLE_CUE)
            *roles |= t->roles;
    }
    return behind;
}

/* ال، ب، ل، و … standing alone before a Latin word: the word is used in the sentence, nothing names it. */
static bool is_bare_clitic(const mq_tok *t)
{
    static const char al[] = "\xD8\xA7\xD9\x84";

    return t->folded_n <= 2 || (t->folded_n == 4 && memcmp(t->folded, al, 4) == 0);
}

struct walk {
    mq_segment *s;
    const mq_dicts *d;
    bool left;
    unsigned units;
    unsigned own_quotes;  /* quotes that belong to the unit and say nothing of the Arabic */
    size_t i;
};

/* One Arabic token of the walk: a cue run is stepped over, anything else is the anchor. Returns false when the walk is over. */
static bool on_arabic(struct walk *w, mq_anchor *a)
{
    size_t behind = skip_cues(w->s, w->i, w->left, w->d, &a->cues);

    if (behind != w->i) {
        a->gap |= MQ_GAP_CUE;
        w->i = behind;
        return behind != SIZE_MAX;
    }
    if (is_or(&w->s->tok[w->i])) {
        a->gap |= MQ_GAP_OR;
        w->i = step(w->s, w->i, w->left);
        return w->i != SIZE_MAX;
    }
    a->found = !is_bare_clitic(&w->s->tok[w->i]);
    a->at = w->i;
    return false;
}

/* A number may end an Arabic phrase (الأجندة 2030) that stands before brackets or quotes. */
static bool number_ends_phrase(const struct walk *w, const mq_anchor *a)
{
    return w->left && (a->gap & (MQ_GAP_OPEN | MQ_GAP_QUOTE)) && w->i > 0 && mq_is_arabic(&w->s->tok[w->i - 1]);
}

static bool on_latin(struct walk *w, mq_anchor *a)
{
    if (++w->units > MOST_UNITS)
        return false;
    a->gap |= MQ_GAP_LATIN;
    while (w->i != SIZE_MAX && w->s->tok[w->i].script == MQ_LATIN)
        w->i = step(w->s, w->i, w->left);
    return w->i != SIZE_MAX;
}

static bool on_punct(struct walk *w, mq_anchor *a)
{
    const unsigned bit = gap_of(w->s->tok[w->i].cp);

    if (!bit)
        return false;
    a->gap |= bit;
    a->quoted = bit == MQ_GAP_QUOTE && w->own_quotes == 0;
    if (bit == MQ_GAP_QUOTE && w->own_quotes)
        w->own_quotes--;
    w->i = step(w->s, w->i, w->left);
    return w->i != SIZE_MAX;
}

static mq_anchor walk(mq_segment *s, size_t from, bool left, unsigned own_quotes, const mq_dicts *d)
{
    mq_anchor a = { .left = left };
    struct walk w = { .s = s, .d = d, .left = left, .own_quotes = own_quotes, .i = step(s, from, left) };
    bool on = w.i != SIZE_MAX;

    if (on && mq_is_arabic(&s->tok[w.i]) && (left ? mq_glued(s, from) : mq_glued(s, w.i)))
        a.gap |= MQ_GAP_GLUED;
    for (unsigned n = 0; on && n < MOST_STEPS; n++)
        switch (s->tok[w.i].script) {
        case MQ_ARABIC:
            on = on_arabic(&w, &a);
            break;
        case MQ_LATIN:
            a.quoted = false;
            on = on_latin(&w, &a);
            break;
        case MQ_PUNCT:
            on = on_punct(&w, &a);
            break;
        case MQ_NUMBER:
            a.found = number_ends_phrase(&w, &a);
            a.at = w.i;
            on = false;
            break;
        default:
            on = false;
            break;
        }
    return a;
}

mq_anchor mq_anchor_left(mq_segment *s, const mq_unit *u, const mq_dicts *d)
{
    return walk(s, u->first, true, u->flags & MQ_UNIT_QUOTED ? 1 : 0, d);
}

mq_anchor mq_anchor_right(mq_segment *s, const mq_unit *u, const mq_dicts *d)
{
    return walk(s, u->last, false, u->flags & MQ_UNIT_QUOTED ? 1 : 0, d);
}

mq_anchor mq_anchor_beyond(mq_segment *s, size_t token, bool left, const mq_dicts *d)
{
    return walk(s, token, left, 0, d);
}
