/*
 * latin.c - the French and English words of an Arabic draft.
 *
 * Left alone: what is no running word (addresses, mail, hashtags, paths, code, letters with digits, capitals inside or throughout) and one or two
 * letters. A word is right when the glossary, the French or the English dictionary knows it; the language of the words around it says whom to ask
 * first and in whose alphabet to look for suggestions. A capitalised word may be a name, so it is told only when it has one letter too many for a
 * known word, or two turned round (Netoworks). Suggestions are tried here, one slip away, because libhunspell's own take a tenth of a second a word.
 */
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "spell/authority.h"
#include "spell/recognise.h"
#include "spell/speller.h"
#include "text/letter.h"

/*
 * A dictionary is asked a thousand times for one word: above LONGEST_TRIED letters that takes too long for what it finds, and a text with more than
 * MQ_MOST_LATIN unknown words is in a language of its own.
 */
enum { LONGEST_TRIED = 20, CODE_FAR = 256 };
enum { LONGEST = 40, SHORTEST = 3, SHORTEST_NAME = 7, MOST = 5, MOST_ACCENTED = 2 /* a third accent in one word is rare, and the ways are its power */ };

/* A word as code points, so that a letter is one step. */
struct spelled {
    uint32_t c[LONGEST + 1];
    size_t n;
};

struct suggestions {
    mq_str word[MOST];
    size_t n;
    mq_buf text;
    size_t end[MOST];
    mq_lang lang;      /* whose dictionary is asked */
    bool capital;
};

static bool is_upper(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) || cp == 0x152;
}

static uint32_t lower(uint32_t cp)
{
    return cp == 0x152 ? 0x153 : is_upper(cp) ? cp + 0x20 : cp;
}

/* Running words only; the first letter may be a capital. */
static bool read_word(struct spelled *w, mq_str s)
{
    w->n = 0;
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (mq_class_of(cp) != MQ_CLASS_LATIN && cp != '\'' && cp != 0x2019 && cp != '-')
            return false;
        if (w->n == LONGEST || (w->n && is_upper(cp)))
            return false;
        w->c[w->n++] = cp == 0x2019 ? '\'' : cp;
    }
    return w->n >= SHORTEST;
}

/* Is the token part of something that is no language? The whole up to the blanks around it is looked at, CODE_FAR bytes at most. */
static bool is_code(mq_str text, const mq_token *t)
{
    const size_t least = t->start > CODE_FAR ? t->start - CODE_FAR : 0, most = text.n - t->end > CODE_FAR ? t->end + CODE_FAR : text.n;
    size_t from = t->start, to = t->end;

    while (from > least && !strchr(" \t\r\n", text.p[from - 1]))
        from--;
    while (to < most && !strchr(" \t\r\n", text.p[to]))
        to++;
    for (size_t i = from; i < to; i++)
        if (strchr("@#_/\\=<>{}$%&+*|~`", text.p[i]) || (text.p[i] >= '0' && text.p[i] <= '9') || (text.p[i] == '.' && i + 1 < to
                                                                                                   && (unsigned char)text.p[i + 1] < 0x80))
            return true;
    return false;
}

/* The language of the Latin words that stand beside token i, it included. */
static mq_lang language_around(const mq_tokens *k, size_t i)
{
    size_t from = i, to = i;

    while (from && i - from < 8 && k->t[from - 1].script == MQ_LATIN)
        from--;
    while (to + 1 < k->n && to - i < 8 && k->t[to + 1].script == MQ_LATIN)
        to++;
    return mq_latin_language((mq_str){ k->text.p + k->t[from].start, k->t[to].end - k->t[from].start });
}

static void write_word(mq_buf *out, const struct spelled *w)
{
    for (size_t i = 0; i < w->n; i++)
        mq_buf_addcp(out, w->c[i]);
}

static mq_says ask(mq_lang lang, const struct spelled *w)
{
    mq_buf text = MQ_BUF_INIT;
    mq_says says;

    write_word(&text, w);
    says = text.status ? MQ_SAYS_NOTHING : mq_authority_latin(lang, mq_buf_str(&text));
    mq_buf_release(&text);
    return says;
}

/* A French capital without its accent: Economie. */
static bool is_bare_capital(const struct spelled *w)
{
    static const uint32_t capitals[][2] = { { 'E', 0xC9 }, { 'E', 0xC8 }, { 'E', 0xCA }, { 'A', 0xC0 }, { 'A', 0xC2 }, { 'C', 0xC7 }, { 'I', 0xCE }, { 'O',
            0xD4 } };
    struct spelled other = *w;

    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
        other.c[0] = capitals[i][1];
        if (w->c[0] == capitals[i][0] && ask(MQ_LANG_FR, &other) == MQ_SAYS_YES)
            return true;
    }
    return false;
}

/* Without a dictionary nothing can be said against a word. */
static bool is_known(mq_lang lang, const struct spelled *w)
{
    const mq_lang first = lang == MQ_LANG_FR ? MQ_LANG_FR : MQ_LANG_EN, second = first == MQ_LANG_FR ? MQ_LANG_EN : MQ_LANG_FR;

    return ask(first, w) != MQ_SAYS_NO || ask(second, w) != MQ_SAYS_NO || is_bare_capital(w);
}

static void try_word(struct suggestions *s, const struct spelled *w)
{
    const size_t begin = s->text.n;

    if (s->n == MOST || ask(s->lang, w) != MQ_SAYS_YES)
        return;
    write_word(&s->text, w);
    for (size_t i = 0; i < s->n; i++)
        if (mq_str_equal((mq_str){ s->text.p + (i ? s->end[i - 1] : 0), s->end[i] - (i ? s->end[i - 1] : 0) }, (mq_str){ s->text.p + begin,
                s->text.n - begin })) {
            s->text.n = begin;
            return;
        }
    s->end[s->n++] = s->text.n;
}

/* French letters that carry accents, as (bare, accented) pairs. */
static const uint32_t accented[][2] = {
    { 'e', 0xE9 }, { 'e', 0xE8 }, { 'e', 0xEA }, { 'a', 0xE0 }, { 'a', 0xE2 }, { 'i', 0xEE }, { 'i', 0xEF }, { 'o', 0xF4 }, { 'u', 0xF9 }, { 'u', 0xFB },
        { 'c', 0xE7 },
};

/* All ways to put at most MOST_ACCENTED accents on the word. */
static void try_accents(struct suggestions *s, struct spelled *w, size_t at, unsigned left)
{
    if (at == w->n) {
        try_word(s, w);
        return;
    }
    try_accents(s, w, at + 1, left);
    for (size_t i = 0; left && i < sizeof accented / sizeof *accented; i++)
        if (accented[i][0] == w->c[at]) {
            w->c[at] = accented[i][1];
            try_accents(s, w, at + 1, left - 1);
            w->c[at] = accented[i][0];
        }
}

static void try_shorter(struct suggestions *s, const struct spelled *w)
{
    for (size_t i = 0; i < w->n; i++) {
        struct spelled other = *w;

        if (i + 1 < w->n) {
            other.c[i] = w->c[i + 1];
            other.c[i + 1] = w->c[i];
            try_word(s, &other);
            other = *w;
        }
        memmove(other.c + i, other.c + i + 1, (w->n - i - 1) * sizeof *other.c);
        other.n--;
        try_word(s, &other);
    }
}

static void try_letters(struct suggestions *s, const struct spelled *w)
{
    static const uint32_t more[] = { 0xE9, 0xE8, 0xEA, 0xE0, 0xE7, 0xF4, 0xEE, '\'' };
    const size_t letters = 26 + (s->lang == MQ_LANG_FR ? sizeof more / sizeof *more : 0);

    for (size_t i = 0; i <= w->n; i++)
        for (size_t l = 0; l < letters; l++) {
            const uint32_t c = l < 26 ? 'a' + (uint32_t)l : more[l - 26];
            struct spelled other = *w;

            if (i < w->n) {
                other.c[i] = c;
                try_word(s, &other);
                other.c[i] = w->c[i];
            }
            if (w->n < LONGEST) {
                memmove(other.c + i + 1, other.c + i, (w->n - i) * sizeof *other.c);
                other.c[i] = c;
                other.n++;
                try_word(s, &other);
            }
        }
}

/* The cheaper slips of both languages come before the dearer ones of either. */
static void seek_in(struct suggestions *s, const struct spelled *w, mq_lang around)
{
    static const mq_lang both[] = { MQ_LANG_EN, MQ_LANG_FR };

    for (int round = 0; round < 3; round++)
        for (size_t i = 0; i < 2; i++) {
            struct spelled scratch = *w;

            if (around != both[i] && (around == MQ_LANG_EN || around == MQ_LANG_FR))
                continue;
            s->lang = both[i];
            if (round == 0 && s->lang == MQ_LANG_FR)
                try_accents(s, &scratch, 0, MOST_ACCENTED);
            else if (round == 1)
                try_shorter(s, w);
            else if (round == 2 && !s->capital && w->n <= LONGEST_TRIED)
                try_letters(s, w);
        }
}

/* Fills s->word; a capital is carried over. */
static void seek(struct suggestions *s, const struct spelled *w, mq_lang around)
{
    struct spelled small = *w;

    small.c[0] = lower(small.c[0]);
    seek_in(s, &small, around);
    for (size_t i = 0; i < s->n && !s->text.status; i++) {
        const size_t from = i ? s->end[i - 1] : 0;

        if (s->capital && s->text.p[from] >= 'a' && s->text.p[from] <= 'z')
            s->text.p[from] = (char)(s->text.p[from] - 'a' + 'A');
        s->word[i] = (mq_str){ s->text.p + from, s->end[i] - from };
    }
}

static bool asks_for_attention(const mq_speller *s, const mq_tokens *k, size_t i, struct spelled *w, mq_lang lang)
{
    const mq_str word = { k->text.p + k->t[i].start, k->t[i].end - k->t[i].start };

    return read_word(w, word) && !is_code(k->text, &k->t[i]) && (!is_upper(w->c[0]) || w->n >= SHORTEST_NAME) && !mq_vocabulary_knows_latin(s->vocabulary,
            word)
           && !is_known(lang, w);
}

/* An earlier occurrence of the word among the same neighbours. */
static const struct mq_latin_seen *seen(const mq_speller *s, uint64_t key)
{
    for (size_t i = 0; i < s->nlatin; i++)
        if (s->latin[i].key == key)
            return &s->latin[i];
    return NULL;
}

static void tell(mq_speller *s, const mq_token *t, mq_lang lang, const mq_str *suggestion, size_t n)
{
    mq_found(&s->founds, MQ_FINDING_SPELLING, "latin", lang == MQ_LANG_FR ? "not a French or English word" : "not an English or French word", t->start, t->end,
             suggestion, n, false);
}

static void check_new(mq_speller *s, const mq_token *t, const struct spelled *w, mq_lang lang, uint64_t key)
{
    struct suggestions found = { .text = MQ_BUF_INIT, .capital = is_upper(w->c[0]) };
    const bool seeks = (!s->options.no_suggestions || found.capital) && s->nlatin < MQ_MOST_LATIN, told = !found.capital;

    if (seeks)
        seek(&found, w, lang);
    if (seeks)
        s->latin[s->nlatin++] = (struct mq_latin_seen){ key, told || found.n ? s->founds.n : SIZE_MAX };
    if (told || found.n)
        tell(s, t, lang, found.word, found.n);
    s->founds.failed |= found.text.status != MQ_OK;
    mq_buf_release(&found.text);
}

void mq_check_latin(mq_speller *s, const mq_tokens *k, size_t i)
{
    const mq_token *t = &k->t[i];
    const mq_lang lang = language_around(k, i);
    const struct mq_latin_seen *before;
    struct spelled w;
    uint64_t key;

    if (!asks_for_attention(s, k, i, &w, lang))
        return;
    key = mq_hash((mq_str){ k->text.p + t->start, t->end - t->start }) + (uint64_t)lang;
    before = seen(s, key);
    if (!before) {
        check_new(s, t, &w, lang, key);
    } else if (before->found < s->founds.n) {
        const mq_finding first = s->founds.list[before->found].f;

        tell(s, t, lang, first.suggestion, first.nsuggestions);
    }
}
