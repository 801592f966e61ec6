/*
 * unit_border.c - where a Latin unit begins and ends (mq_unit_next of unit.h): one term, whatever signs stand inside it.
 *
 * Words go on over spaces. What else goes on was counted in the annotated sentences: an unspaced / : ' ´ – between words; & and what mark-up makes of it (&amp;); the
 * full stop of initials (St. Louis, J. Smith, D.H. Lawrence, P. japonicus); a number between words or, when the text says it elsewhere or a bracket closes
 * behind it, at the end (PlayStation 4); the colon of a subtitle (Bad Blood: Secrets and Lies); a spaced dash in brackets or quotes, when there is no acronym on either
 * side of it; commas when the whole bracket or the whole of the quotes is one phrase of two or three parts (Palo Alto, California). Other spaced dashes and commas
 * part: as often two names stand around them as one. A last word that is the initials of those before it is a unit of its own
 * (Virtual Private Network VPN); "a" in front of small letters is of no term.
 */
#include <string.h>
#include <strings.h>

#include "mine/latin.h"
#include "mine/unit.h"
#include "text/foldword.h"

static bool has_vowel(mq_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if ((unsigned char)w.p[i] >= 0x80 || strchr("aeiouyAEIOUY", w.p[i]))
            return true;
    return false;
}

bool mq_looks_acronym(mq_str w, bool listed)
{
    unsigned upper = 0, lower = 0, digit = 0;

    for (size_t i = 0; i < w.n; i++) {
        upper += mq_is_upper(w.p[i]);
        lower += mq_is_lower(w.p[i]);
        digit += w.p[i] >= '0' && w.p[i] <= '9';
    }
    if (upper + lower + digit < 2 || upper + lower + digit > 9)
        return false;
    if (upper == 0 && digit == 0 && w.n >= 2 && w.n <= 5)
        return !has_vowel(w); /* fmf, vpn */
    if (lower == 0)
        return upper >= 2 || (upper == 1 && digit);
    return (upper >= 2 && upper > lower) || (upper >= 2 && mq_is_upper(w.p[0]) && mq_is_upper(w.p[w.n - 1]) && w.n <= 5) || (listed && upper >= 2);
}

/* ---- signs inside a unit ---- */

/* A unit so far: tokens first..last. */
struct run {
    const mq_segment *s;
    size_t first, last;
};

/* Tells the token that continues the unit over the sign behind it, or `last`. */
typedef size_t over_sign(const struct run *r);

static bool goes_on(const struct run *r)
{
    return mq_is_latin(r->s, r->last + 2);
}

static bool next_is(const struct run *r, uint32_t cp)
{
    return mq_is_punct(r->s, r->last + 1, cp);
}

/* Ta’wil, prolac´tin, Network/LAN, Church–Turing */
static size_t over_glued_sign(const struct run *r)
{
    static const uint32_t signs[] = { '/', ':', '\'', '`', 0xB4, 0x2013, 0x2018, 0x2019 };

    if (!mq_glued(r->s, r->last + 1) || !mq_glued(r->s, r->last + 2) || !goes_on(r))
        return r->last;
    for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
        if (next_is(r, signs[k]))
            return r->last + 2;
    return r->last;
}

/* R & D, Trump Hotels &amp; Casino Resorts */
static size_t over_ampersand(const struct run *r)
{
    const mq_segment *s = r->s;
    const size_t i = r->last;

    if (!next_is(r, '&') || !goes_on(r))
        return i;
    if (!mq_str_equal(mq_tok_text(s, i + 2), MQ_STR("amp")) || !mq_is_punct(s, i + 3, ';'))
        return i + 2;
    return mq_is_latin(s, i + 4) ? i + 4 : i;
}

/* J, St, D.H */
static bool is_initials(mq_str w)
{
    if (w.n <= 2)
        return true;
    for (size_t i = 0; i < w.n; i++)
        if (i % 2 ? w.p[i] != '.' : !mq_is_upper(w.p[i]))
            return false;
    return true;
}

/* japonicus, behind the initial of a genus */
static bool is_species(mq_str w)
{
    enum { SHORTEST = 4 };

    for (size_t i = 0; i < w.n; i++)
        if (!mq_is_lower(w.p[i]))
            return false;
    return w.n >= SHORTEST;
}

/* D.H. Lawrence, P. japonicus */
static size_t over_full_stop(const struct run *r)
{
    mq_str w, next;

    if (!next_is(r, '.') || !mq_glued(r->s, r->last + 1) || !goes_on(r) || !r->s->tok[r->last + 2].space_before)
        return r->last;
    w = mq_tok_text(r->s, r->last);
    next = mq_tok_text(r->s, r->last + 2);
    if (is_initials(w) && next.p[0] < 'a')
        return r->last + 2;
    return w.n == 1 && mq_is_upper(w.p[0]) && is_species(next) ? r->last + 2 : r->last;
}

/* Web 2.0 Summit */
static size_t over_number(const struct run *r)
{
    const bool number = r->last + 1 < r->s->n && r->s->tok[r->last + 1].script == MQ_NUMBER;

    return number && goes_on(r) && r->s->tok[r->last + 2].space_before ? r->last + 2 : r->last;
}

/* Singin' in the Rain, Dunkin' Brands */
static size_t over_dropped_letter(const struct run *r)
{
    const mq_str w = mq_tok_text(r->s, r->last);
    const bool dropped = w.n > 3 && memcmp(w.p + w.n - 2, "in", 2) == 0 && (next_is(r, '\'') || next_is(r, 0x2019)) && mq_glued(r->s, r->last + 1);

    return dropped && goes_on(r) ? r->last + 2 : r->last;
}

static bool is_apostrophe(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

/* Kerala Catholic Bishops' Council; not 'Windows' Server. */
static size_t over_plural_genitive(const struct run *r)
{
    const mq_str w = mq_tok_text(r->s, r->last);
    const mq_tok *before = r->first ? &r->s->tok[r->first - 1] : NULL;

    if (w.n < 4 || w.p[w.n - 1] != 's' || !(next_is(r, '\'') || next_is(r, 0x2019)) || !mq_glued(r->s, r->last + 1) || !goes_on(r))
        return r->last;
    return before && (is_apostrophe(before->cp) || before->cp == 0x2018) ? r->last : r->last + 2;
}

/* Harry Lillis "Bing" Crosby: one or two words in quotes between two in capitals, not the first of what a quote opens. */
static size_t over_nickname(const struct run *r)
{
    enum { LONGEST = 2 };
    const mq_segment *s = r->s;
    size_t i = r->last + 2, n = 0;

    if (!mq_is_quote_at(s, r->last + 1) || (r->first && mq_is_quote_at(s, r->first - 1)) || mq_glued(s, r->last + 1) || !mq_is_upper(s->text.p[s->tok[r->last].start]))
        return r->last;
    for (; n < LONGEST && mq_is_latin(s, i); i++)
        n++;
    if (!n || !mq_is_quote_at(s, i) || !mq_glued(s, i) || !mq_is_latin(s, i + 1) || !s->tok[i + 1].space_before)
        return r->last;
    return mq_is_upper(s->text.p[s->tok[i + 1].start]) ? i + 1 : r->last;
}

/* What may stand before or behind a name: a bracket or a quote. */
static bool is_fence(const mq_segment *s, size_t i, bool open)
{
    return mq_is_bracket(s, i, open) || mq_is_quote_at(s, i);
}

/* Whether an acronym stands on either side of the sign. */
static bool parts_acronym(const struct run *r)
{
    return mq_looks_acronym(mq_tok_text(r->s, r->last), true) || mq_looks_acronym(mq_tok_text(r->s, r->last + 2), true);
}

/* (Veer - Zaara), (Crédit - Bail); not (Central Processing Unit – CPU). */
static size_t over_spaced_dash(const struct run *r)
{
    const mq_segment *s = r->s;
    const size_t i = r->last;

    if (!(next_is(r, '-') || next_is(r, 0x2013) || next_is(r, 0x2014)) || !goes_on(r) || r->first == 0 || !is_fence(s, r->first - 1, true))
        return i;
    return s->tok[i + 1].space_before && s->tok[i + 2].space_before && !parts_acronym(r) ? i + 2 : i;
}

/* What tells the language or the sort of what follows is no title: (Fr: nuage). */
static bool is_label(mq_str w)
{
    static const char *const labels[] = { "anglais", "english", "francais", "français", "french", "latin", "italian", "german", "spanish" };
    enum { LONGEST_SHORT = 3 };

    if (w.n <= LONGEST_SHORT)
        return true;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strlen(labels[i]) == w.n && strncasecmp(labels[i], w.p, w.n) == 0)
            return true;
    return false;
}

/* Bad Blood: Secrets and Lies; not DRY: Don't Repeat Yourself. */
static size_t over_colon(const struct run *r)
{
    const size_t i = r->last;

    if (!next_is(r, ':') || !mq_glued(r->s, i + 1) || !goes_on(r) || !r->s->tok[i + 2].space_before)
        return i;
    if (r->first == i && is_label(mq_tok_text(r->s, i)))
        return i;
    return parts_acronym(r) ? i : i + 2;
}

/* Mary, Queen of Scots: up to the fence that closes behind it, of two or three parts, none of them an acronym. */
static bool is_phrase_to_fence(const mq_segment *s, size_t i)
{
    enum { MOST_COMMAS = 2, MOST_TOKENS = 14 };
    unsigned commas = 0;

    for (unsigned n = 0; n < MOST_TOKENS && i < s->n; n++, i++) {
        if (is_fence(s, i, false))
            return commas > 0 && mq_is_latin(s, i - 1);
        if (mq_is_punct(s, i, ',') && mq_is_latin(s, i - 1) && mq_is_latin(s, i + 1) && ++commas <= MOST_COMMAS)
            continue;
        if (!mq_is_latin(s, i) || mq_looks_acronym(mq_tok_text(s, i), true))
            return false;
    }
    return false;
}

static size_t over_comma(const struct run *r)
{
    if (!next_is(r, ',') || !goes_on(r) || r->first == 0 || !is_fence(r->s, r->first - 1, true) || !is_phrase_to_fence(r->s, r->first))
        return r->last;
    return r->last + 2;
}

/* Fr. nuage, Eng. cloud: the label of a language, which is no word of the unit, and no initial either. */
static bool is_language_label(const mq_segment *s, size_t i)
{
    static const char *const labels[] = { "fr", "eng", "en", "ang", "angl", "lat", "all", "esp", "it", "ar" };
    const mq_str w = mq_tok_text(s, i);

    if (!mq_is_punct(s, i + 1, '.') || !mq_is_latin(s, i + 2) || !s->tok[i + 2].space_before || i == 0 || !mq_is_bracket(s, i - 1, true))
        return false;
    for (size_t k = 0; k < sizeof labels / sizeof *labels; k++)
        if (strlen(labels[k]) == w.n && strncasecmp(labels[k], w.p, w.n) == 0)
            return true;
    return false;
}

static size_t continued(const struct run *r)
{
    static over_sign *const over[] = { over_glued_sign, over_ampersand, over_full_stop, over_number, over_dropped_letter, over_plural_genitive, over_nickname,
                                      over_spaced_dash, over_colon, over_comma };

    if (mq_is_latin(r->s, r->last + 1))
        return r->last + 1;
    if (r->last + 1 >= r->s->n || r->s->tok[r->last + 1].script == MQ_ARABIC)
        return r->last;
    for (size_t k = 0; k < sizeof over / sizeof *over; k++) {
        const size_t next = over[k](r);

        if (next != r->last)
            return next;
    }
    return r->last;
}

/* ---- the last word ---- */

/* The digits of a number token as ASCII; empty when there are many. */
static mq_str digits_of(char out[MQ_WORD_BYTES], const mq_segment *s, size_t i)
{
    return (mq_str){ out, mq_fold_word(out, MQ_WORD_BYTES, mq_tok_text(s, i)) };
}

static bool is_said_elsewhere(const mq_segment *s, size_t number)
{
    char a[MQ_WORD_BYTES], b[MQ_WORD_BYTES];
    const mq_str digits = digits_of(a, s, number);

    for (size_t i = 0; i < s->n; i++)
        if (i != number && s->tok[i].script == MQ_NUMBER && mq_str_equal(digits_of(b, s, i), digits))
            return digits.n > 0;
    return false;
}

/* PlayStation 4, (Phase 4), Geodetic Reference System 1980 when the Arabic says 1980: the year of a film is none of its name. */
static bool has_number_behind(const mq_segment *s, size_t last)
{
    enum { LONGEST_SHORT = 2 };
    const size_t i = last + 1;

    if (i >= s->n || s->tok[i].script != MQ_NUMBER || !s->tok[i].space_before)
        return false;
    return (is_fence(s, i + 1, false) && s->tok[i].end - s->tok[i].start <= LONGEST_SHORT) || is_said_elsewhere(s, i);
}

/* How many letters of the acronym are initials of tokens first..last-1, in order, when all others stand inside them and the first one is the first word's; else 0. */
static size_t initials_in(const mq_segment *s, size_t first, size_t last, mq_str acronym)
{
    size_t at = first, inner = 1, found = 0;

    for (size_t k = 0; k < acronym.n; k++) {
        const char c = (char)(acronym.p[k] | 0x20);
        size_t i = k ? at + 1 : first;
        mq_str w;

        while (i < last && !(mq_is_latin(s, i) && (s->text.p[s->tok[i].start] | 0x20) == c) && k)
            i++;
        if (i < last && (s->text.p[s->tok[i].start] | 0x20) == c) {
            at = i;
            inner = 1;
            found++;
            continue;
        }
        w = mq_tok_text(s, at);
        while (k && inner < w.n && (w.p[inner] | 0x20) != c)
            inner++;
        if (!k || inner++ >= w.n)
            return 0;
    }
    return found;
}

/* «Virtual Private Network VPN», «electrical submersible pumps ESPs», «Photodynamic therapy PDT»: the last word is the initials of those before it. */
static bool ends_in_initials(const mq_segment *s, size_t first, size_t last)
{
    mq_str w = mq_tok_text(s, last);

    if (last - first < 2 || w.n < 2 || w.n > 8 || !mq_looks_acronym(w, false))
        return false;
    if (w.n > 3 && w.p[w.n - 1] == 's' && mq_is_upper(w.p[w.n - 2]))
        w.n--;
    return initials_in(s, first, last, w) >= (w.n > 2 ? w.n - 1 : w.n);
}

/* a covalent compound, A noble gas; not A Summing Up. */
static bool begins_with_a(const mq_segment *s, size_t first)
{
    const mq_str w = mq_tok_text(s, first);

    return w.n <= 2 && (w.p[0] | 0x20) == 'a' && (w.n == 1 || w.p[1] == 'n') && mq_is_latin(s, first + 1) && mq_is_lower(s->text.p[s->tok[first + 1].start]);
}

bool mq_unit_next(mq_unit *u, const mq_segment *s, size_t from)
{
    struct run r = { s, from, from };
    size_t next;

    while (r.first < s->n && !mq_is_latin(s, r.first))
        r.first++;
    if (r.first >= s->n)
        return false;
    if (is_language_label(s, r.first))
        r.first += 2;
    r.first += begins_with_a(s, r.first);
    for (r.last = r.first; (next = continued(&r)) != r.last;)
        r.last = next;
    if (ends_in_initials(s, r.first, r.last)) {
        do
            r.last--;
        while (!mq_is_latin(s, r.last));
    } else if (has_number_behind(s, r.last)) {
        r.last++;
    }
    u->first = r.first;
    u->last = r.last;
    return true;
}
