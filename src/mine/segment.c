/* segment.c - see segment.h. */
#include <math.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "lexicon/translit.h"
#include "mine/scan.h"
#include "mine/segment.h"
#include "text/foldword.h"
#include "text/neighbours.h"
#include "text/words.h"

/* The start of a token at or before `at`, not across a line break, at most MQ_SEG_REACH back. */
static size_t reach_left(mq_str text, size_t at)
{
    const size_t lowest = at > MQ_SEG_REACH ? at - MQ_SEG_REACH : 0;
    const char *lf = at > lowest ? memrchr(text.p + lowest, '\n', at - lowest) : NULL;
    size_t i = lf ? (size_t)(lf - text.p) + 1 : lowest;

    if (i == lowest && lowest > 0)
        while (i < at && text.p[i] != ' ')
            i++;
    return i;
}

static size_t reach_right(mq_str text, size_t at)
{
    const size_t highest = text.n - at > MQ_SEG_REACH ? at + MQ_SEG_REACH : text.n;
    const char *lf = memchr(text.p + at, '\n', highest - at);
    size_t i = highest;

    if (lf)
        return (size_t)(lf - text.p);
    while (i < text.n && i > at && text.p[i] != ' ')
        i--;
    return i > at ? i : highest;
}

/* Where the run of Latin letters at `at` ends. */
static size_t run_end(mq_str text, size_t at)
{
    while (at < text.n && (unsigned char)((text.p[at] | 0x20) - 'a') < 26)
        at++;
    return at;
}

static void borders(mq_segment *s, size_t hit, size_t *last)
{
    const size_t first = hit;
    size_t end = run_end(s->text, hit);

    for (;;) {
        const size_t limit = s->text.n - end > MQ_SEG_CHAIN ? end + MQ_SEG_CHAIN : s->text.n;
        const char *lf = memchr(s->text.p + end, '\n', limit - end);
        const size_t stop = lf ? (size_t)(lf - s->text.p) : limit;
        const size_t next = mq_scan_latin(s->text.p, end, stop);

        if (next >= stop || next - first > MQ_SEG_BYTES)
            break;
        end = run_end(s->text, next);
    }
    *last = end;
    s->start = (uint32_t)reach_left(s->text, first);
    s->end = (uint32_t)reach_right(s->text, end);
}

static void take(mq_segment *s, const mq_token *t)
{
    mq_tok *k = &s->tok[s->n++];

    *k = (mq_tok){ .start = s->start + t->start, .end = s->start + t->end, .script = t->script, .space_before = t->space_before };
    if (t->script == MQ_PUNCT)
        (void)mq_utf8_decode(s->text.p + k->start, s->text.p + k->end, &k->cp);
    else if (t->script == MQ_ARABIC)
        k->folded_n = (uint8_t)mq_fold_word(k->folded, MQ_TOK_FOLDED, (mq_str){ s->text.p + k->start, k->end - k->start });
}

bool mq_segment_next(mq_segment *s, mq_str text, size_t *at)
{
    const size_t hit = mq_scan_latin(text.p, *at, text.n);
    mq_str piece;
    mq_token t;
    size_t k = 0;

    if (hit >= text.n)
        return false;
    s->text = text;
    borders(s, hit, at);
    piece = (mq_str){ text.p + s->start, s->end - s->start };
    s->n = 0;
    while (s->n < MQ_SEG_TOKENS && mq_token_next(&t, piece, &k))
        take(s, &t);
    return true;
}

/* وزارته, واجهتها: ة is written ت before a pronoun. The length of the light stem without the ت, or 0. */
static size_t without_teh(mq_str stem)
{
    static const char teh_heh[] = "\xD8\xAA\xD9\x87";

    return stem.n >= 10 && memcmp(stem.p + stem.n - 4, teh_heh, 4) == 0 ? stem.n - 4 : 0;
}

/* Renderings of the stems of all legal cuts: by the stem as it is, else by its light stem. */
static void find_renderings(mq_tok *t, const mq_dicts *d)
{
    const mq_str word = { t->folded, t->folded_n };
    mq_cut cuts[MQ_MOST_CUTS];
    const unsigned n = mq_cuts(word, cuts);

    t->nlists = 0;
    for (unsigned i = 0; i < n && t->nlists < MQ_TOK_LISTS; i++) {
        const mq_str stem = { word.p + cuts[i].skip, word.n - cuts[i].skip };
        const mq_renderings exact = mq_lexicon_find(d->lexicon, stem, false);
        const mq_renderings light = mq_lexicon_find(d->lexicon, stem, true);

        if (exact.n)
            t->lists[t->nlists++] = exact;
        if (light.n && t->nlists < MQ_TOK_LISTS && (cuts[i].skip == t->cut.skip || !exact.n))
            t->lists[t->nlists++] = light;
        if (!exact.n && !light.n && without_teh(stem)) {
            const mq_renderings bare = mq_lexicon_find(d->lexicon, (mq_str){ stem.p, without_teh(stem) }, true);

            if (bare.n)
                t->lists[t->nlists++] = bare;
        }
    }
}

/* What the glossary's own terms say of it. */
static void find_learned(mq_tok *t, const mq_dicts *d)
{
    const mq_str stem = { t->folded + t->cut.skip, (size_t)t->folded_n - t->cut.skip };
    mq_renderings r;

    if (stem.n <= 4 || t->nlists == MQ_TOK_LISTS)
        return;
    r = mq_lexicon_find(d->learned.words, stem, true);
    if (r.n)
        t->lists[t->nlists++] = r;
}

static bool is_letter(const mq_tok *t, size_t letter, unsigned low)
{
    return 2 * letter + 1 < t->folded_n && (unsigned char)t->folded[2 * letter] == (0xC0 | (0x600 + low) >> 6) &&
           (unsigned char)t->folded[2 * letter + 1] == (0x80 | ((0x600 + low) & 0x3F));
}

/* An unknown word of four letters and more that begins like an imperfect: يـ تـ سيـ ستـ نـ. */
static bool looks_verbal(const mq_tok *t)
{
    const size_t first = t->cut.skip / 2;

    if (t->roles & MQ_ROLE_VERB)
        return true;
    if (t->article || t->kinds || t->folded_n - t->cut.skip < 8)
        return false;
    return is_letter(t, first, 0x4A) || (is_letter(t, first, 0x33) && (is_letter(t, first + 1, 0x4A) || is_letter(t, first + 1, 0x2A)));
}

/* Nouns and adjectives are seen with ال, verbs and particles never: log of count(ال + stem) / count(stem). */
static int8_t nouniness(mq_str stem)
{
    char with[MQ_TOK_FOLDED + 4];
    const double plain = mq_word_count(stem);
    double article, ratio;

    memcpy(with, "\xD8\xA7\xD9\x84", 4);
    memcpy(with + 4, stem.p, stem.n);
    article = mq_word_count((mq_str){ with, stem.n + 4 });
    if (plain + article < 40)
        return 1;
    ratio = log((article + 2) / (plain + 2));
    return (int8_t)(ratio < -8 ? -8 : ratio > 0 ? 0 : ratio);
}

/* A known word with ها هم هما نا behind it that is no known word itself. */
static bool ends_in_pronoun(const mq_tok *t, mq_str stem)
{
    static const char *const endings[] = { "\xD9\x87\xD9\x85\xD8\xA7", "\xD9\x87\xD8\xA7", "\xD9\x87\xD9\x85", "\xD9\x86\xD8\xA7", "\xD9\x87\xD9\x86" };

    if (t->article || (t->kinds & ~(unsigned)MQ_WORD_FORM && mq_word_kinds(stem)))
        return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i]);

        if (stem.n >= n + 4 && memcmp(stem.p + stem.n - n, endings[i], n) == 0)
            return true;
    }
    return false;
}

/* Fills all that depends on the folded word alone. */
static void look_up(mq_tok *t, uint64_t hash, const mq_dicts *d)
{
    const mq_str word = { t->folded, t->folded_n };
    mq_str stem;

    t->learned = true;
    t->cut = mq_best_cut(word);
    t->article = t->cut.article;
    stem = (mq_str){ word.p + t->cut.skip, word.n - t->cut.skip };
    t->kinds = (uint16_t)mq_word_kinds(stem);
    if (!t->kinds) {
        /* feminine, plural: the light stem, with and without ة */
        mq_str light = { stem.p, mq_light_stem(stem) };

        if (light.n < stem.n && !(t->kinds = (uint16_t)mq_word_kinds(light)) && light.n + 2 <= stem.n)
            t->kinds = (uint16_t)mq_word_kinds((mq_str){ stem.p, light.n + 2 });
    }
    t->roles = mq_roles(d->function, hash);
    if (!t->roles && t->cut.skip && !t->article)
        t->roles = mq_roles(d->function, mq_hash(stem));
    else if (!t->roles && t->article)
        t->roles = mq_roles(d->function, mq_hash(stem)) & (MQ_ROLE_HEAD | MQ_ROLE_BODY);
    t->verbal = looks_verbal(t);
    if (t->roles & MQ_ROLE_VERB)
        t->kinds = 0;
    t->pronoun = ends_in_pronoun(t, stem);
    t->nouny = nouniness(stem);
    t->sounds = mq_sounds_arabic(stem);
    t->whole_sounds = mq_sounds_arabic(word);
    t->acronym_stem = mq_acronym_stem(word);
    find_renderings(t, d);
    t->nown = t->nlists;
    if (d->learned.words.n)
        find_learned(t, d);
}

static void recall(mq_tok *t, const mq_tok *known)
{
    const mq_tok here = *t;

    *t = *known;
    t->start = here.start;
    t->end = here.end;
    t->space_before = here.space_before;
    t->bond_told = here.bond_told; /* that depends on the next word */
    t->bond_known = here.bond_known;
    t->bond = here.bond;
}

void mq_tok_learn(mq_tok *t, const mq_dicts *d)
{
    uint64_t hash;
    mq_tok *known;

    if (t->learned || t->script != MQ_ARABIC)
        return;
    hash = mq_hash((mq_str){ t->folded, t->folded_n });
    known = d->memory ? &d->memory->word[hash % MQ_MEMORY_WORDS] : NULL;
    if (known && known->learned && known->folded_n == t->folded_n && memcmp(known->folded, t->folded, t->folded_n) == 0) {
        recall(t, known);
        return;
    }
    look_up(t, hash, d);
    if (known)
        *known = *t;
}

bool mq_tok_bond(mq_segment *s, size_t i, float *bond)
{
    mq_tok *t = &s->tok[i];

    if (!t->bond_told) {
        t->bond_told = true;
        t->bond_known = i + 1 < s->n && t->script == MQ_ARABIC && t[1].script == MQ_ARABIC &&
                        mq_bond((mq_str){ t->folded, t->folded_n }, (mq_str){ t[1].folded, t[1].folded_n }, &t->bond);
    }
    *bond = t->bond;
    return t->bond_known;
}
