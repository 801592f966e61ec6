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
#include "mine/evidence.h"
#include "mine/shape.h"
#include "mine/year.h"
#include "text/letter.h"

/* What a word of a cue, or its glue, says: the language, or that it is explained. */
enum { LANGUAGES = MQ_ROLE_FR | MQ_ROLE_EN | MQ_ROLE_FOREIGN, SAID = LANGUAGES | MQ_ROLE_MEANS };

enum { MOST_STEPS = 24, MOST_CUE_WORDS = 7, MOST_UNITS = 6, MOST_FILLERS = 4, MOST_LABEL = 3 };

/* The gap bit of a punctuation token; 0 = the walk ends here. */
static unsigned gap_of(uint32_t cp)
{
    switch (cp) {
    case '(': case '[': case '{': return MQ_GAP_OPEN;
    case ')': case ']': case '}': return MQ_GAP_CLOSE;
    case '-': case 0x2013: case 0x2014: case 0x2010: case 0x2011: case 0x2012: case 0x2015: case 0x2212: case '_': case 0x0640: return MQ_GAP_DASH;
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

static bool in_eh(const mq_tok *t)
{
    return t->folded_n >= 14 && memcmp(t->folded + t->folded_n - 4, "\xD9\x8A\xD9\x87", 4) == 0;
}

/* بالكورسية, بالرومانشية: ب + ال + a word in ـية, next to the Latin, names its language. */
static bool names_language(const mq_tok *t)
{
    return t->roles == 0 && t->article && (t->cut.proclitics & ~(unsigned)MQ_CLITIC_WA) == MQ_CLITIC_BI && in_eh(t);
}

/* الهولندية behind باللغة: an adjective in ـية, or what the list calls a language. */
static bool is_of_language(mq_segment *s, size_t i, const mq_dicts *d)
{
    static const char language[] = "\xD9\x84\xD8\xBA\xD9\x87"; /* لغه */
    mq_tok *head = i ? &s->tok[i - 1] : NULL;

    if (!head || head->script != MQ_ARABIC || head->folded_n < 10 || memcmp(head->folded + head->folded_n - 6, language, 6) != 0 || !in_eh(&s->tok[i]))
        return false;
    mq_tok_learn(head, d);
    return head->article && s->tok[i].article;
}

static bool ends_in(const mq_tok *t, const char *end)
{
    const size_t n = strlen(end);

    return t->script == MQ_ARABIC && t->folded_n >= n && memcmp(t->folded + t->folded_n - n, end, n) == 0;
}

/* باللغة العربية, في العربية, ومقابلها العربي: behind the Latin, before the Arabic that it is in this language. */
static bool is_of_arabic(const mq_segment *s, size_t i)
{
    static const char *const before[] = { "\xD9\x84\xD8\xBA\xD9\x87", "\xD9\x81\xD9\x8A", "\xD8\xA7\xD9\x84\xD9\x8A", "\xD9\x87\xD8\xA7", "\xD9\x87" };
    static const char arabic[] = "\xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A"; /* العربي; before: لغه في الي ها ه */
    enum { MOST_BEHIND = 2 };
    const mq_tok *t = &s->tok[i];

    if (i == 0 || t->script != MQ_ARABIC || t->folded_n > sizeof arabic - 1 + MOST_BEHIND || t->folded_n < sizeof arabic - 1 || memcmp(t->folded, arabic, sizeof arabic - 1) != 0)
        return false;
    for (size_t k = 0; k < sizeof before / sizeof *before; k++)
        if (ends_in(t - 1, before[k]))
            return true;
    return false;
}

/* في الألمانية, من اللاتينية, عن الإنجليزية */
static bool is_in_language(const mq_segment *s, size_t i)
{
    static const char in[] = "\xD9\x81\xD9\x8A", from[] = "\xD9\x85\xD9\x86", out_of[] = "\xD8\xB9\xD9\x86"; /* في من عن */
    const mq_tok *t = &s->tok[i];

    return (t->roles & LANGUAGES) && t->article && i > 0 && t[-1].script == MQ_ARABIC && t[-1].folded_n >= 4 && t[-1].folded_n <= 6 &&
           (memcmp(t[-1].folded + t[-1].folded_n - 4, in, 4) == 0 || memcmp(t[-1].folded + t[-1].folded_n - 4, from, 4) == 0 ||
            memcmp(t[-1].folded + t[-1].folded_n - 4, out_of, 4) == 0);
}

/* Which sort of word may come next in the run: glue on the side of the later term, links on the side of the earlier one. */
static unsigned allowed(bool left, bool strong_seen)
{
    return MQ_ROLE_CUE | (left != strong_seen ? MQ_ROLE_GLUE : MQ_ROLE_LINK);
}

/* تحت اسم, تحمل اسم: words that are a cue only with the glue between them and the name. */
static bool bears_name(mq_segment *s, size_t i, bool left, unsigned seen, const mq_dicts *d)
{
    if (!(s->tok[i].roles & MQ_ROLE_BEARS))
        return false;
    if (left)
        return (seen & MQ_ROLE_GLUE) != 0;
    if (i + 1 >= s->n || s->tok[i + 1].script != MQ_ARABIC)
        return false;
    mq_tok_learn(&s->tok[i + 1], d);
    return (s->tok[i + 1].roles & (MQ_ROLE_GLUE | MQ_ROLE_PREP)) == MQ_ROLE_GLUE;
}

/*
 * The end of a run of cue words that begins at token i: the first token behind it (in walking direction). i itself when there is no strong cue.
 */
static size_t skip_cues(mq_segment *s, size_t i, bool left, const mq_dicts *d, unsigned *roles)
{
    size_t k = i, behind = i;
    unsigned words = 0, seen = 0, said = 0, more;

    while (k != SIZE_MAX && words < MOST_CUE_WORDS) {
        mq_tok *t = &s->tok[k];

        if (t->script == MQ_PUNCT && words && soft_punct(t) && behind != i) {
            k = step(s, k, left);
            continue;
        }
        if (t->script != MQ_ARABIC)
            break;
        mq_tok_learn(t, d);
        if (words == 0 && left && names_language(t)) {
            t->roles |= MQ_ROLE_CUE | MQ_ROLE_FOREIGN;
            t->edge = mq_edge_shape(t);
        }
        if (words == 0 && left && is_of_language(s, k, d))
            t->roles |= MQ_ROLE_GLUE | (t->roles & LANGUAGES ? 0 : MQ_ROLE_FOREIGN);
        if (words == 0 && left && is_in_language(s, k)) {
            t->roles |= MQ_ROLE_CUE;
            mq_tok_learn(t - 1, d);
            t[-1].roles |= MQ_ROLE_LINK;
        }
        more = bears_name(s, k, left, seen, d) ? MQ_ROLE_CUE : 0;
        if (!left && (seen & MQ_ROLE_CUE) && is_of_arabic(s, k))
            more = MQ_ROLE_GLUE;
        if (!((t->roles | more) & allowed(left, seen & MQ_ROLE_CUE)))
            break;
        words++;
        seen |= t->roles | more;
        said |= t->roles & SAID;
        k = step(s, k, left);
        if (!(seen & MQ_ROLE_CUE))
            continue;
        behind = k;
        *roles |= said | (t->roles & MQ_ROLE_CUE ? t->roles : 0);
    }
    return behind;
}

/* A word that only stands before names: باسم, لها, ب; في and من are too common to tell anything. */
static bool is_glue(const mq_tok *t)
{
    return (t->roles & MQ_ROLE_GLUE) && !(t->roles & MQ_ROLE_PREP);
}

/* Walking left over at most MOST_FILLERS words, the first of them glue, to a strong cue: its token, or SIZE_MAX. */
static size_t far_cue(mq_segment *s, size_t i, const mq_dicts *d)
{
    size_t token[MOST_FILLERS + 1], n = 0;

    for (; n <= MOST_FILLERS && i != SIZE_MAX && s->tok[i].script == MQ_ARABIC; i = step(s, i, true))
        token[n++] = i;
    mq_toks_learn(s, token, n, d);
    if (n == 0 || !is_glue(&s->tok[token[0]]))
        return SIZE_MAX;
    for (size_t k = 1; k < n; k++)
        if (s->tok[token[k]].roles & MQ_ROLE_CUE)
            return token[k];
    return SIZE_MAX;
}

static bool opens(const mq_tok *t)
{
    return t->script == MQ_PUNCT && gap_of(t->cp) == MQ_GAP_OPEN;
}

/* العلمي, السنسكريتية: what a label says of the language. */
static unsigned told_by_label(const mq_tok *t)
{
    const unsigned told = t->roles & (LANGUAGES | MQ_ROLE_ACR);

    return told || !t->article || !in_eh(t) ? told : MQ_ROLE_FOREIGN;
}

/* The sign between an equivalent and the label of the next one: (الدانماركية: Jylland؛ الألمانية: Jütland). */
static bool parts_equivalents(const mq_segment *s, size_t i)
{
    const uint32_t cp = s->tok[i].script == MQ_PUNCT ? s->tok[i].cp : 0;

    return (cp == ';' || cp == 0x061B || cp == ',' || cp == 0x060C) && i > 0 && s->tok[i - 1].script == MQ_LATIN;
}

/* انتهز الفرصة، اللاتينية: carpe diem: a comma or a quote before the name of a language. */
static bool stands_apart(const mq_segment *s, size_t i)
{
    const uint32_t cp = s->tok[i].script == MQ_PUNCT ? s->tok[i].cp : 0;

    return cp == ',' || cp == 0x060C || mq_is_quote(cp);
}

/* Behind a label, walking left from its last word: the bracket that opens it or the sign before it, or SIZE_MAX. */
static size_t behind_label(mq_segment *s, size_t i, const mq_dicts *d, unsigned *roles)
{
    unsigned n = 0;

    for (; n < MOST_LABEL && i != SIZE_MAX && s->tok[i].script == MQ_ARABIC; n++) {
        mq_tok_learn(&s->tok[i], d);
        *roles |= told_by_label(&s->tok[i]);
        i = step(s, i, true);
    }
    if (i != SIZE_MAX && n == 1 && (*roles & LANGUAGES) && stands_apart(s, i))
        return i;
    return i != SIZE_MAX && (opens(&s->tok[i]) || parts_equivalents(s, i)) ? i : SIZE_MAX;
}

/* ال، ب، ل، و … standing alone before a Latin word: the word is used in the sentence, nothing names it. */
static bool is_bare_clitic(const mq_tok *t)
{
    static const char al[] = "\xD8\xA7\xD9\x84";

    return t->folded_n <= 2 || (t->folded_n == 4 && memcmp(t->folded, al, 4) == 0);
}

struct walk {
    mq_segment *s;
    const mq_unit *u;     /* what was walked from; NULL for a rendering */
    const mq_dicts *d;
    bool left;
    unsigned units;
    unsigned own_quotes;  /* quotes that belong to the unit and say nothing of the Arabic */
    size_t i;
};

/* أو الـ plugins: the article that the Latin word has in the sentence. */
static bool is_article_behind_or(const struct walk *w)
{
    const mq_tok *t = &w->s->tok[w->i];

    return w->left && w->i > 0 && t->folded_n == 4 && is_bare_clitic(t) && t[-1].script == MQ_ARABIC && is_or(&t[-1]);
}

/* و between two brackets or commas: (بالإيطالية: Alpi)، و(بالألمانية: Alpen). */
static bool is_lone_and(const struct walk *w)
{
    const mq_tok *t = &w->s->tok[w->i];

    return w->left && w->i > 0 && t->folded_n == 2 && memcmp(t->folded, "\xD9\x88", 2) == 0 && w->s->tok[w->i - 1].script == MQ_PUNCT &&
           gap_of(w->s->tok[w->i - 1].cp);
}

/* Behind the cue words, the label, at token w->i; w->i itself when there is none. */
static size_t behind_cues(struct walk *w, mq_anchor *a)
{
    unsigned roles = 0;
    size_t behind = skip_cues(w->s, w->i, w->left, w->d, &roles);
    size_t far;

    if (behind == w->i && w->left) {
        if ((a->gap & MQ_GAP_COLON) && !(a->gap & MQ_GAP_CLOSE) && (far = behind_label(w->s, w->i, w->d, &roles)) != SIZE_MAX)
            behind = far;
        else if ((far = far_cue(w->s, w->i, w->d)) != SIZE_MAX)
            behind = skip_cues(w->s, far, true, w->d, &roles);
    }
    if (w->units == 0) /* what stands beyond another unit speaks of that one */
        a->cues |= roles;
    return behind;
}

/* اي in آي إيه اي (IAE), أو in كي بي أو (KBO): it and its neighbour name the letters of the unit. */
static bool names_letters(const struct walk *w)
{
    const mq_unit *u = w->u;
    const size_t next = step(w->s, w->i, w->left);
    const unsigned n = u ? u->nletters : 0;

    if (n < 2 || next == SIZE_MAX || w->units)
        return false;
    return mq_names_letter(&w->s->tok[w->i], u->letters[w->left ? n - 1 : 0], !w->left, w->d) &&
           mq_names_letter(&w->s->tok[next], u->letters[w->left ? n - 2 : 1], false, w->d);
}

/* One Arabic token of the walk: a cue run is stepped over, anything else is the anchor. Returns false when the walk is over. */
static bool on_arabic(struct walk *w, mq_anchor *a)
{
    size_t behind;

    if (is_lone_and(w)) {
        a->gap |= MQ_GAP_COMMA;
        w->i--;
        return true;
    }
    behind = names_letters(w) ? w->i : behind_cues(w, a);
    if (behind != w->i) {
        a->gap |= MQ_GAP_CUE;
        w->i = behind;
        return behind != SIZE_MAX;
    }
    if (is_or(&w->s->tok[w->i]) && !names_letters(w)) {
        a->gap |= MQ_GAP_OR;
        w->i = step(w->s, w->i, w->left);
        return w->i != SIZE_MAX;
    }
    if (is_article_behind_or(w)) {
        w->i--;
        return true;
    }
    a->found = !is_bare_clitic(&w->s->tok[w->i]);
    a->at = w->i;
    return false;
}

static bool unit_has(const struct walk *w)
{
    return w->u && w->u->nwords > 1 && mq_unit_has(w->u, mq_tok_text(w->s, w->i));
}

/* A number may end an Arabic phrase (الأجندة 2030) that stands before brackets or quotes, that tells a year, or that the unit has, too (أبولو 11 Apollo 11). */
static bool number_ends_phrase(const struct walk *w, const mq_anchor *a)
{
    if (!w->left || w->i == 0 || !mq_is_arabic(&w->s->tok[w->i - 1]))
        return false;
    return (a->gap & (MQ_GAP_OPEN | MQ_GAP_QUOTE)) || mq_is_year_word(&w->s->tok[w->i - 1]) || unit_has(w);
}

/* أفاست AVAST (AVAST Software), إدخال USB (USB insertion): a word of the unit that the Arabic phrase has, beyond a bracket or a quote, next to an Arabic word. */
static bool latin_ends_phrase(const struct walk *w, const mq_anchor *a)
{
    const size_t next = step(w->s, w->i, w->left);

    return (a->gap & (MQ_GAP_OPEN | MQ_GAP_CLOSE | MQ_GAP_QUOTE)) && w->units == 0 && next != SIZE_MAX && mq_is_arabic(&w->s->tok[next]) && unit_has(w);
}

/* Another unit, in Latin letters or in those of a third script. */
static bool on_foreign(struct walk *w, mq_anchor *a)
{
    const mq_script script = w->s->tok[w->i].script;

    if (++w->units > MOST_UNITS)
        return false;
    a->gap |= MQ_GAP_LATIN;
    while (w->i != SIZE_MAX && w->s->tok[w->i].script == script)
        w->i = step(w->s, w->i, w->left);
    return w->i != SIZE_MAX;
}

/* [1], [ر] between a term and its bracket; ( 1)EURIBOR, as PDFs have it. */
static bool ends_footnote(const struct walk *w)
{
    const mq_tok *t = &w->s->tok[w->i];

    if (w->left && w->i > 2 && t->cp == ')' && t[-1].script == MQ_NUMBER && t[-1].end - t[-1].start <= 2 && t[-2].script == MQ_PUNCT && t[-2].cp == '(')
        return true;
    return w->left && w->i > 2 && t->cp == ']' && (t[-1].script == MQ_NUMBER || (mq_is_arabic(&t[-1]) && t[-1].folded_n == 2)) && t[-2].script == MQ_PUNCT &&
           t[-2].cp == '[';
}

/* Years and days, ranges of them, the letters of a calendar: what a bracket of dates is made of. Counts its numbers of four digits. */
static bool is_of_date(const mq_segment *s, size_t i, unsigned *years)
{
    const mq_tok *t = &s->tok[i];
    const size_t n = t->end - t->start;

    switch (t->script) {
    case MQ_NUMBER:
        *years += n == 4 || n == 8; /* bytes: of Arabic-Indic digits each has two */
        return true;
    case MQ_ARABIC:
        return true;
    case MQ_PUNCT:
        return t->cp == '-' || t->cp == 0x2013 || t->cp == 0x2014 || t->cp == '/' || t->cp == '.' || t->cp == ',' || t->cp == 0x060C;
    default:
        return false;
    }
}

/* (1909), (26 مايو 1907 - 11 يونيو 1979), (ت 1274 م): where such a bracket begins that ends at token i, walking left; i itself when none ends there. */
static size_t behind_date(const struct walk *w)
{
    enum { MOST_TOKENS = 10, MOST_WORDS = 4 };
    const mq_segment *s = w->s;
    unsigned years = 0, words = 0;
    size_t i = w->i;

    if (!w->left || s->tok[i].cp != ')')
        return w->i;
    for (unsigned n = 0; i > 0 && n <= MOST_TOKENS; n++) {
        i--;
        if (opens(&s->tok[i]))
            return years && i > 0 ? i : w->i;
        if (!is_of_date(s, i, &years))
            return w->i;
        words += s->tok[i].script == MQ_ARABIC;
        if (words > MOST_WORDS)
            return w->i;
    }
    return w->i;
}

/* (Short Message Service؛ SMS) */
static bool parts_latin(const struct walk *w)
{
    const mq_tok *t = &w->s->tok[w->i];

    return w->left && w->i > 0 && (t->cp == ';' || t->cp == 0x061B) && t[-1].script == MQ_LATIN;
}

/* ¹, * behind a term. */
static bool is_footnote_sign(uint32_t cp)
{
    return cp == 0xB9 || cp == 0xB2 || cp == 0xB3 || (cp >= 0x2070 && cp <= 0x2079) || cp == '*' || cp == 0x2020;
}

/* The full stop of (Fr. nuage). */
static bool ends_language_label(const struct walk *w)
{
    enum { LONGEST = 4 };
    const mq_tok *t = &w->s->tok[w->i];

    return w->left && t->cp == '.' && w->i > 1 && t[-1].script == MQ_LATIN && t[-1].end - t[-1].start <= LONGEST && opens(&t[-2]) && w->units == 0;
}

/* "Ystävänpäivä" ؛ ومعناه "…": it parts no sentences right behind a quote. */
static bool follows_quote(const struct walk *w)
{
    const mq_tok *t = &w->s->tok[w->i];

    return (t->cp == ';' || t->cp == 0x061B) && w->i > 0 && mq_is_quote_at(w->s, w->i - 1);
}

static bool on_punct(struct walk *w, mq_anchor *a)
{
    const unsigned bit = gap_of(w->s->tok[w->i].cp);
    size_t date;

    if (ends_footnote(w)) {
        w->i -= 3;
        return true;
    }
    if ((date = behind_date(w)) != w->i) {
        w->i = date - 1;
        return true;
    }
    if (ends_language_label(w)) {
        w->i -= 2;
        return true;
    }
    if (parts_latin(w) || follows_quote(w) || is_footnote_sign(w->s->tok[w->i].cp)) {
        w->i = step(w->s, w->i, w->left);
        return w->i != SIZE_MAX;
    }
    if (!bit)
        return false;
    a->gap |= bit;
    a->quoted = bit == MQ_GAP_QUOTE && w->own_quotes == 0;
    if (bit == MQ_GAP_QUOTE && w->own_quotes)
        w->own_quotes--;
    w->i = step(w->s, w->i, w->left);
    return w->i != SIZE_MAX;
}

static mq_anchor walk(mq_segment *s, size_t from, bool left, unsigned own_quotes, const mq_unit *u, const mq_dicts *d)
{
    mq_anchor a = { .left = left };
    struct walk w = { .s = s, .u = u, .d = d, .left = left, .own_quotes = own_quotes, .i = step(s, from, left) };
    bool on = w.i != SIZE_MAX;

    if (on && mq_is_arabic(&s->tok[w.i]) && (left ? mq_glued(s, from) : mq_glued(s, w.i)))
        a.gap |= MQ_GAP_GLUED;
    for (unsigned n = 0; on && n < MOST_STEPS; n++)
        switch (s->tok[w.i].script) {
        case MQ_ARABIC:
            on = on_arabic(&w, &a);
            break;
        case MQ_LATIN: case MQ_OTHER_SCRIPT:
            if (s->tok[w.i].script == MQ_LATIN && latin_ends_phrase(&w, &a)) {
                a.found = true;
                a.at = w.i;
                on = false;
                break;
            }
            a.quoted = false;
            on = on_foreign(&w, &a);
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
    return walk(s, u->first, true, u->flags & MQ_UNIT_QUOTED ? 1 : 0, u, d);
}

mq_anchor mq_anchor_right(mq_segment *s, const mq_unit *u, const mq_dicts *d)
{
    return walk(s, u->last, false, u->flags & MQ_UNIT_QUOTED ? 1 : 0, u, d);
}

mq_anchor mq_anchor_beyond(mq_segment *s, size_t token, bool left, unsigned quotes, const mq_dicts *d)
{
    return walk(s, token, left, quotes, NULL, d);
}
