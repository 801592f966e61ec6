/* unit.c - see unit.h. */
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/acronym.h"
#include "lexicon/foreign.h"
#include "lexicon/translit.h"
#include "mine/unit.h"
#include "mine/wordparts.h"
#include "text/foldword.h"
#include "text/letter.h"

/* ::: warning, std::string: mark-up and qualified names. */
static bool follows_colons(const mq_segment *s, size_t i)
{
    return i > 1 && mq_is_punct(s, i - 1, ':') && mq_glued(s, i) && mq_is_punct(s, i - 2, ':') && mq_glued(s, i - 1);
}

/* IV+II: a sum of the rows of a table. */
static bool is_sum(mq_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (!strchr("IVX+ ", w.p[i]))
            return false;
    return memchr(w.p, '+', w.n) != NULL;
}

/* The http of http://… */
static bool is_scheme(const mq_segment *s, size_t i)
{
    return mq_is_punct(s, i + 1, ':') && mq_is_punct(s, i + 2, '/') && mq_is_punct(s, i + 3, '/');
}

/* Identifiers and addresses: an underscore, a dot before lower-case letters, an inner capital after lower case with brackets behind it, a sign before it. */
static bool looks_code(const mq_segment *s, size_t i)
{
    const mq_str w = mq_tok_text(s, i);
    static const char signs[] = "@#$\\<>=_/~%*{}|^";

    if (memchr(w.p, '_', w.n) || follows_colons(s, i))
        return true;
    for (size_t k = 1; k + 1 < w.n; k++)
        if (w.p[k] == '.' && mq_is_lower(w.p[k - 1]) && mq_is_lower(w.p[k + 1]))
            return true;
    if (mq_glued(s, i) && s->tok[i - 1].script == MQ_PUNCT && s->tok[i - 1].cp < 0x80 && strchr(signs, (int)s->tok[i - 1].cp))
        return true;
    if (mq_is_punct(s, i + 1, ':') && mq_is_punct(s, i + 2, '/'))
        return true;
    return i + 1 < s->n && mq_glued(s, i + 1) && s->tok[i + 1].script == MQ_PUNCT && s->tok[i + 1].cp < 0x80 &&
           strchr("(@_=<>\\{[*", (int)s->tok[i + 1].cp) != NULL && s->tok[i + 1].cp != 0;
}

static void learn_word(mq_unit_word *w, const mq_dicts *d)
{
    w->known = (uint8_t)mq_lexicon_latin(d->latin, w->key.exact);
    w->foreign = !w->known && mq_foreign_pivots(d->foreign, w->key.exact, w->also) > 0;
    mq_split_word(w, d);
}

/* What a small word may be: la is an article in front, a word of its own behind. */
static unsigned small(mq_str w)
{
    enum { LONGEST = 5, A = MQ_UNIT_ARTICLE, C = MQ_UNIT_AND, P = MQ_UNIT_PREPOSITION };
    static const struct { char word[LONGEST + 1]; uint16_t what; } words[] = {
        { "the", A }, { "le", A },   { "la", A },   { "les", A },  { "l", A },    { "el", A },   { "los", A }, { "las", A },   { "der", A },  { "die", A },
        { "das", A }, { "il", A },   { "and", C },  { "et", C },   { "y", C },    { "und", C },  { "for", P }, { "in", P },    { "on", P },   { "to", P },
        { "by", P },  { "with", P }, { "from", P }, { "at", P },   { "pour", P }, { "par", P },  { "sur", P }, { "dans", P },  { "en", P },   { "avec", P },
        { "sans", P }, { "a", P },   { "au", P },   { "aux", P },  { "under", P }, { "over", P }, { "fur", P }, { "im", P },   { "con", P },  { "per", P },
    };

    for (size_t i = 0; w.n <= LONGEST && i < sizeof words / sizeof *words; i++)
        if (words[i].word[0] == w.p[0] && memcmp(words[i].word, w.p, w.n) == 0 && words[i].word[w.n] == '\0')
            return words[i].what;
    return 0;
}

static void look_up_word(mq_unit_word *w, mq_str folded, const mq_dicts *d)
{
    *w = (mq_unit_word){ .n = (uint8_t)folded.n };
    memcpy(w->folded, folded.p, w->n);
    w->key = mq_latin_key_of((mq_str){ w->folded, w->n });
    if (w->key.exact)
        mq_lexicon_latin_prefetch(d->latin, w->key.exact);
    w->sounds = mq_sounds_latin((mq_str){ w->folded, w->n });
    w->small = (uint16_t)small((mq_str){ w->folded, w->n });
    if (w->key.exact)
        learn_word(w, d);
}

/* From what the thread remembers, else from the dictionaries. */
static void find_word(mq_unit_word *w, mq_str folded, const mq_dicts *d)
{
    mq_unit_word *known = d->latin_memory ? &d->latin_memory->word[mq_hash(folded) % MQ_MEMORY_LATIN] : NULL;

    if (known && known->n == folded.n && memcmp(known->folded, folded.p, folded.n) == 0) {
        *w = *known;
        return;
    }
    look_up_word(w, folded, d);
    if (known)
        *known = *w;
}

static void add_word(mq_unit *u, mq_str folded, const mq_dicts *d)
{
    mq_unit_word *w;

    if (u->nwords == MQ_UNIT_WORDS || folded.n == 0)
        return;
    w = &u->word[u->nwords++];
    find_word(w, (mq_str){ folded.p, folded.n < MQ_WORD_BYTES ? folded.n : MQ_WORD_BYTES }, d);
    if (w->key.exact) {
        u->ncontent++;
        u->keys |= w->also[0] ? ~UINT64_C(0) : mq_key_bit(w->key.wide, w->key.near);
    }
    for (size_t i = 0; i < w->n && u->joined_n < sizeof u->joined; i++)
        u->joined[u->joined_n++] = w->folded[i];
}

static bool parts_words(char c)
{
    return c == '\'' || c == '-' || c == '.' || c == '_' || c == '&';
}

/* ASCII words are folded here; others by mq_fold. Inner hyphens, apostrophes and dots part words, dots between single letters vanish. */
static void add_token(mq_unit *u, mq_str token, const mq_dicts *d)
{
    char ascii[2 * MQ_WORD_BYTES];
    mq_buf b = MQ_BUF_INIT;
    mq_str f = { ascii, 0 };
    size_t from = 0;

    for (size_t i = 0; i < token.n && i < sizeof ascii; i++) {
        const char c = token.p[i];

        if ((unsigned char)c >= 0x80 && mq_fold(&b, token, MQ_FOLD_SEARCH, NULL) == MQ_OK) {
            f = mq_buf_str(&b);
            break;
        }
        ascii[f.n++] = mq_is_upper(c) ? (char)(c | 0x20) : c;
    }
    for (size_t i = 0; i <= f.n; i++)
        if (i == f.n || parts_words(f.p[i])) {
            add_word(u, (mq_str){ f.p + from, i - from }, d);
            from = i + 1;
        }
    mq_buf_release(&b);
}

/* Without the s of a plural: CSPs. */
static void add_letters(mq_unit *u, mq_str s)
{
    if (s.n > 2 && s.p[s.n - 1] == 's' && mq_is_upper(s.p[s.n - 2]))
        s.n--;
    for (size_t i = 0; i < s.n && u->nletters < MQ_UNIT_LETTERS; i++) {
        const char c = s.p[i] >= 'a' && s.p[i] <= 'z' ? (char)(s.p[i] - 'a' + 'A') : s.p[i];

        if (!mq_is_upper(c) && !(c >= '0' && c <= '9'))
            continue;
        u->letters[u->nletters++] = c;
        u->letter_set |= UINT64_C(1) << (c & 63);
    }
}

/* A comma or a lone و. */
static bool enumerates(const mq_segment *s, size_t i)
{
    return mq_is_punct(s, i, ',') || mq_is_punct(s, i, 0x060C) || (mq_is_arabic(&s->tok[i]) && s->tok[i].folded_n == 2);
}

/* Oracle وCisco, A ، B: another Latin unit next to this one. */
static bool in_enumeration(const mq_segment *s, const mq_unit *u)
{
    const size_t i = u->first, j = u->last;

    if (i >= 2 && mq_is_latin(s, i - 2) && enumerates(s, i - 1))
        return true;
    if (mq_is_latin(s, j + 2) && enumerates(s, j + 1))
        return true;
    return mq_is_latin(s, j + 3) && mq_is_punct(s, j + 1, 0x060C) && mq_is_arabic(&s->tok[j + 2]) && s->tok[j + 2].folded_n == 2;
}

static bool all_upper(mq_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (!mq_is_upper(w.p[i]))
            return false;
    return true;
}

/* DELETE, TRUE, FRANCE: a word of the lexicon in capitals. */
static bool is_shouted_word(mq_str w, const mq_dicts *d)
{
    char lower[16];

    if (w.n < 4 || w.n > sizeof lower || !all_upper(w))
        return false;
    for (size_t i = 0; i < w.n; i++)
        lower[i] = (char)(w.p[i] | 0x20);
    return mq_lexicon_latin(d->latin, mq_latin_exact_of((mq_str){ lower, w.n })) != 0;
}

static unsigned acronym_flags(mq_str w, const mq_dicts *d)
{
    bool listed;

    if (!mq_looks_acronym(w, true)) /* neither way */
        return 0;
    listed = mq_acronym_find(d->acronyms, w).n > 0;
    if (!listed && (!mq_looks_acronym(w, false) || is_shouted_word(w, d)))
        return 0;
    return MQ_UNIT_ACRONYM | (listed ? MQ_UNIT_LISTED : 0U);
}

static bool has_space(const mq_segment *s, const mq_unit *u)
{
    for (size_t i = u->first + 1; i <= u->last; i++)
        if (s->tok[i].space_before)
            return true;
    return false;
}

static void set_flags(mq_unit *u, const mq_segment *s, const mq_dicts *d)
{
    const mq_str whole = { s->text.p + s->tok[u->first].start, s->tok[u->last].end - s->tok[u->first].start };
    const size_t next = u->last + 1;

    if (is_sum(whole) || is_scheme(s, u->last))
        u->flags |= MQ_UNIT_NEVER;
    if (u->last - u->first <= 2 && !has_space(s, u))
        u->flags |= acronym_flags(whole, d);
    for (size_t i = u->first; i <= u->last; i++)
        if (mq_is_latin(s, i) && !(u->flags & MQ_UNIT_ACRONYM) && looks_code(s, i))
            u->flags |= MQ_UNIT_CODE;
    if (mq_is_upper(whole.p[0]) || (unsigned char)whole.p[0] == 0xC3)
        u->flags |= MQ_UNIT_CAPITAL;
    for (size_t i = 0; i < whole.n; i++) {
        if (whole.p[i] >= '0' && whole.p[i] <= '9')
            u->flags |= MQ_UNIT_DIGIT;
        if (i > 0 && mq_is_upper(whole.p[i]) && mq_is_lower(whole.p[i - 1]))
            u->flags |= MQ_UNIT_CAMEL;
    }
    if (u->first > 0 && mq_is_bracket(s, u->first - 1, true) && mq_is_bracket(s, next, false))
        u->flags |= MQ_UNIT_ALONE;
    if (u->first > 0 && mq_is_quote_at(s, u->first - 1) && mq_is_quote_at(s, next))
        u->flags |= MQ_UNIT_QUOTED | (u->first > 1 && mq_is_bracket(s, u->first - 2, true) ? MQ_UNIT_ALONE : 0U);
    if (u->first > 0 && s->tok[u->first - 1].script == MQ_NUMBER)
        u->flags |= MQ_UNIT_MEASURE;
    if (next < s->n && s->tok[next + (mq_is_punct(s, next, '.') && next + 1 < s->n)].script == MQ_NUMBER)
        u->flags |= MQ_UNIT_NUMBERED;
    if (in_enumeration(s, u))
        u->flags |= MQ_UNIT_ENUM;
}

/* "and Legislation": the end of a longer phrase, not a term. */
static bool begins_with_conjunction(const mq_segment *s, size_t first, size_t last)
{
    const mq_str w = mq_tok_text(s, first);

    return last > first && (mq_str_equal(w, MQ_STR("and")) || mq_str_equal(w, MQ_STR("or")) || mq_str_equal(w, MQ_STR("et")) || mq_str_equal(w, MQ_STR("ou")) ||
                            mq_str_equal(w, MQ_STR("of")));
}

static uint64_t known_phrase(const mq_unit *u, const mq_dicts *d)
{
    uint64_t key = 0;

    for (unsigned j = 0; j < u->nwords; j++)
        key = mq_phrase_key(key, u->word[j].key.exact);
    return mq_learned_latin(&d->learned, key) ? key : 0;
}

/* Small words that Arabic says, too, or says otherwise. */
static unsigned small_words(const mq_unit *u)
{
    unsigned flags = u->word[0].small & MQ_UNIT_ARTICLE;

    for (unsigned j = 1; j < u->nwords; j++)
        flags |= u->word[j].small & (MQ_UNIT_AND | MQ_UNIT_PREPOSITION);
    return flags;
}

static bool all_upper_or_digits(mq_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (!mq_is_upper(w.p[i]) && !(w.p[i] >= '0' && w.p[i] <= '9'))
            return false;
    return mq_is_upper(w.p[0]) || mq_is_upper(w.p[w.n - 1]);
}

/* Each word is in capitals and, short or no word of the lexicon, an acronym. */
static bool all_short(const mq_unit *u, const mq_segment *s, const mq_dicts *d)
{
    for (size_t i = u->first; i <= u->last; i++)
        if (mq_is_latin(s, i) && (!all_upper_or_digits(mq_tok_text(s, i)) || is_shouted_word(mq_tok_text(s, i), d)))
            return false;
    return true;
}

/* A listed acronym among its words, all in capitals; the first two count. */
static void note_inner(mq_unit *u, mq_str token, const mq_dicts *d)
{
    enum { SHORTEST = 2, LONGEST = 6 };
    size_t k = 0;

    while (k < MQ_UNIT_INNER && u->inner[k].names.n)
        k++;
    if (k == MQ_UNIT_INNER || token.n < SHORTEST || token.n > LONGEST || u->nwords == MQ_UNIT_WORDS || !all_upper_or_digits(token))
        return;
    u->inner[k].names = mq_acronym_find(d->acronyms, token);
    u->inner[k].word = u->nwords;
}

static void note_capitals(mq_unit *u, mq_str token)
{
    enum { SHORTEST = 2, LONGEST = 5 };

    if (token.n >= SHORTEST && token.n <= LONGEST && u->nwords < MQ_UNIT_WORDS && all_upper(token))
        u->capitals = (uint16_t)(u->capitals | 1U << u->nwords);
}

/* De, in front, is Latin and French for about; those behind the first word that small() has count here, too. */
static bool begins_with_preposition(const mq_unit_word *w)
{
    static const char *const more[] = { "de", "beyond", "between", "against", "about", "before", "after", "without", "contre", "apres", "avant", "entre", "ad", "ex" };

    if (w->small & MQ_UNIT_PREPOSITION)
        return w->n > 1;
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (strlen(more[i]) == w->n && memcmp(more[i], w->folded, w->n) == 0)
            return true;
    return false;
}

bool mq_unit_has(const mq_unit *u, mq_str text)
{
    char folded[MQ_WORD_BYTES];
    const size_t n = mq_fold_ascii(folded, sizeof folded, text);

    for (unsigned j = 0; n && j < u->nwords; j++)
        if (u->word[j].n == n && memcmp(u->word[j].folded, folded, n) == 0)
            return u->word[j].key.exact || folded[0] <= '9';
    return false;
}

/* Signs of its own that the Arabic may have, too: a dash between words, the full stop of an initial. */
static unsigned signs_inside(const mq_unit *u, const mq_segment *s)
{
    unsigned flags = 0;

    for (size_t i = u->first; i <= u->last; i++) {
        const mq_str w = mq_tok_text(s, i);

        if (memchr(w.p, '-', w.n) || mq_is_punct(s, i, 0x2013) || mq_is_punct(s, i, 0x2014))
            flags |= MQ_UNIT_DASH;
        if (memchr(w.p, '.', w.n) || (i > u->first && mq_is_latin(s, i) && w.n == 1))
            flags |= MQ_UNIT_INITIAL;
    }
    return flags;
}

void mq_unit_describe(mq_unit *u, const mq_segment *s, const mq_dicts *d)
{
    const size_t first = u->first, last = u->last;

    memset(u, 0, offsetof(mq_unit, word));
    u->first = first;
    u->last = last;
    u->flags = begins_with_conjunction(s, first, last) ? MQ_UNIT_CODE : 0U;
    set_flags(u, s, d);
    for (size_t i = u->first; i <= u->last; i++) {
        if (mq_is_punct(s, i, '&'))
            u->flags |= MQ_UNIT_AND;
        if (mq_is_punct(s, i, ':'))
            u->flags |= MQ_UNIT_COLON;
        if (mq_is_punct(s, i, ','))
            u->flags |= MQ_UNIT_COMMA;
        if (s->tok[i].script == MQ_PUNCT)
            continue;
        if (!(u->flags & MQ_UNIT_ACRONYM) && u->last > u->first)
            note_inner(u, mq_tok_text(s, i), d);
        note_capitals(u, mq_tok_text(s, i));
        add_token(u, mq_tok_text(s, i), d);
        if (u->flags & MQ_UNIT_ACRONYM)
            add_letters(u, mq_tok_text(s, i));
    }
    u->flags |= signs_inside(u, s);
    if (u->nwords > 1)
        u->flags |= small_words(u);
    if (u->inner[0].names.n && all_short(u, s, d))
        u->flags |= MQ_UNIT_SHORT;
    if (d->learned.terms.n)
        u->phrase = known_phrase(u, d);
    if (u->nwords > 1 && begins_with_preposition(&u->word[0]))
        u->flags |= MQ_UNIT_FROM;
    if (u->nwords < 2)
        u->capitals = 0;
    u->second_capital = u->last > u->first && mq_is_latin(s, u->first + 1) && !mq_is_lower(s->text.p[s->tok[u->first + 1].start]);
    u->sounds = mq_sounds_latin((mq_str){ u->joined, u->joined_n });
}
