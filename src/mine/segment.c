/* segment.c - see segment.h. */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "lexicon/acronym.h"
#include "lexicon/function.h"
#include "lexicon/translit.h"
#include "mine/lexical.h"
#include "mine/scan.h"
#include "mine/segment.h"
#include "mine/shape.h"
#include "text/classes.h"
#include "text/foldword.h"
#include "text/neighbours.h"
#include "text/words.h"
#include "text/wrap.h"

enum { LINE = 64 }; /* bytes that come from memory at once */

static bool is_space(char c)
{
    return c == ' ' || c == '\n';
}

/* Where the line of `at` begins, at most `most` bytes back. */
static size_t line_start(mq_str text, size_t at, size_t most)
{
    const size_t lowest = at > most ? at - most : 0;
    const char *lf = at > lowest ? memrchr(text.p + lowest, '\n', at - lowest) : NULL;

    return lf ? (size_t)(lf - text.p) + 1 : lowest;
}

/* Where it ends, at most `most` bytes on. */
static size_t line_end(mq_str text, size_t at, size_t most)
{
    const size_t highest = text.n - at > most ? at + most : text.n;
    const char *lf = memchr(text.p + at, '\n', highest - at);

    return lf ? (size_t)(lf - text.p) : highest;
}

/* The start of a token at or before `at`, at most MQ_SEG_REACH back; on the line, or some words into the line before when that runs on. */
static size_t reach_left(mq_str text, size_t at)
{
    size_t i = line_start(text, at, MQ_SEG_REACH);

    if (i > 0 && text.p[i - 1] == '\n' && at - i <= MQ_SEG_NEAR && mq_is_wrap(text, i - 1))
        i = line_start(text, i - 1, MQ_SEG_OVER);
    if (i > 0 && text.p[i - 1] != '\n')
        while (i < at && !is_space(text.p[i]))
            i++;
    return i;
}

/* The same on the other side. */
static size_t reach_right(mq_str text, size_t at)
{
    size_t end = line_end(text, at, MQ_SEG_REACH), i;

    if (end < text.n && text.p[end] == '\n' && end - at <= MQ_SEG_NEAR && mq_is_wrap(text, end))
        end = line_end(text, end + 1, MQ_SEG_OVER);
    if (end == text.n || text.p[end] == '\n')
        return end;
    for (i = end; i > at && !is_space(text.p[i]);)
        i--;
    return i > at ? i : end;
}

/* The next Latin letter that shares the segment with the word that ends at `end`; text.n when there is none. */
static size_t next_of_chain(mq_str text, size_t end)
{
    const size_t stop = line_end(text, end, MQ_SEG_CHAIN);
    size_t next = mq_scan_latin(text.p, end, stop), limit;

    if (next < stop)
        return next;
    if (stop == text.n || text.p[stop] != '\n' || stop - end > MQ_SEG_NEAR)
        return text.n;
    limit = text.n - end > MQ_SEG_NEAR ? end + MQ_SEG_NEAR : text.n;
    next = limit > stop ? mq_scan_latin(text.p, stop, line_end(text, stop + 1, limit - stop - 1)) : limit;
    return next < limit && text.p[next] != '\n' && mq_is_wrap(text, stop) ? next : text.n;
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
    size_t end = run_end(s->text, hit), next;

    while ((next = next_of_chain(s->text, end)) < s->text.n && next - first <= MQ_SEG_BYTES)
        end = run_end(s->text, next);
    *last = end;
    s->start = (uint32_t)reach_left(s->text, first);
    s->end = (uint32_t)reach_right(s->text, end);
}

/* Where the thread remembers the word. */
static mq_tok *place_of(const mq_tok *t, const mq_dicts *d)
{
    return &d->memory->word[t->hash % MQ_MEMORY_WORDS];
}

/* A word that was folded to n bytes; its place in the memory is fetched until it is learned. */
static void take_folded(mq_tok *t, size_t n, const mq_dicts *d)
{
    t->folded_n = (uint8_t)n;
    t->hash = mq_hash((mq_str){ t->folded, t->folded_n });
    if (d->memory) {
        const char *place = (const char *)place_of(t, d);

        __builtin_prefetch(place + offsetof(mq_tok, learned));
        __builtin_prefetch(place + offsetof(mq_tok, folded));
    }
}

static mq_tok *add_token(mq_segment *s, const mq_token *t)
{
    mq_tok *k = &s->tok[s->n++];

    s->arabic |= t->script == MQ_ARABIC;
    memset(k, 0, offsetof(mq_tok, folded));
    k->start = s->start + t->start;
    k->end = s->start + t->end;
    k->script = t->script;
    k->space_before = t->space_before;
    return k;
}

/* The next token at or behind byte *at of the piece, when it is a plain Arabic word: most are. */
static bool take_plain_word(mq_segment *s, mq_str piece, size_t *at, const mq_dicts *d)
{
    size_t from = *at, n;
    mq_token t;

    while (from < piece.n && piece.p[from] == ' ')
        from++;
    if (from == piece.n || ((unsigned char)piece.p[from] & 0xFE) != 0xD8) /* U+0600..U+067F */
        return false;
    n = mq_fold_plain_word(s->tok[s->n].folded, MQ_TOK_FOLDED, (mq_str){ piece.p + from, piece.n - from });
    if (!n)
        return false;
    t = (mq_token){ .start = (uint32_t)from, .end = (uint32_t)(from + n), .script = MQ_ARABIC, .space_before = from == 0 || from > *at };
    take_folded(add_token(s, &t), n, d);
    s->tok[s->n - 1].seat = mq_role_seat((mq_str){ piece.p + from, n });
    *at = t.end;
    return true;
}

static bool take_any(mq_segment *s, mq_str piece, size_t *at, const mq_dicts *d)
{
    mq_token t;
    mq_tok *k;

    if (!mq_token_next(&t, piece, at))
        return false;
    k = add_token(s, &t);
    if (k->script == MQ_PUNCT)
        (void)mq_utf8_decode(s->text.p + k->start, s->text.p + k->end, &k->cp);
    else if (k->script == MQ_ARABIC) {
        const mq_str written = { s->text.p + k->start, k->end - k->start };

        take_folded(k, mq_fold_word(k->folded, MQ_TOK_FOLDED, written), d);
        k->seat = mq_role_seat(written);
    }
    return true;
}

bool mq_segment_next(mq_segment *s, mq_str text, size_t *at, const mq_dicts *d)
{
    const size_t hit = mq_scan_latin(text.p, *at, text.n);
    mq_str piece;
    size_t k = 0;

    if (hit >= text.n)
        return false;
    s->text = text;
    borders(s, hit, at);
    piece = (mq_str){ text.p + s->start, s->end - s->start };
    s->n = 0;
    s->arabic = false;
    while (s->n < MQ_SEG_TOKENS && (take_plain_word(s, piece, &k, d) || take_any(s, piece, &k, d)))
        ;
    return true;
}

/* وزارته, واجهتها: ة is written ت before a pronoun. The length of the light stem without the ت, or 0. */
static size_t without_teh(mq_str stem)
{
    static const char teh_heh[] = "\xD8\xAA\xD9\x87";

    return stem.n >= 10 && memcmp(stem.p + stem.n - 4, teh_heh, 4) == 0 ? stem.n - 4 : 0;
}

/* A word with its cuts, and for each what is left: whole, and as a light stem. */
struct parts {
    mq_str word;
    mq_cutting cutting;
    uint64_t light_hash[MQ_MOST_CUTS];
};

static mq_str stem_of(const struct parts *p, unsigned cut)
{
    return (mq_str){ p->word.p + p->cutting.cut[cut].skip, p->word.n - p->cutting.cut[cut].skip };
}

/* All places that look_up will ask are fetched from memory at once, as none of them is likely to be in a cache. */
static void part(struct parts *p, mq_str word, const mq_dicts *d)
{
    p->word = word;
    mq_cutting_of(&p->cutting, word);
    for (unsigned i = 0; i < p->cutting.n; i++) {
        const mq_str stem = stem_of(p, i);
        const size_t light = mq_light_stem(stem);

        p->light_hash[i] = light < stem.n ? mq_hash((mq_str){ stem.p, light }) : p->cutting.hash[i];
        mq_lexicon_prefetch(d->lexicon, p->cutting.hash[i], false);
        mq_lexicon_prefetch(d->lexicon, p->light_hash[i], true);
        mq_word_prefetch(p->light_hash[i]);
        if (i == 0 || p->cutting.cut[i].article) {
            mq_word_class_prefetch(p->cutting.hash[i]);
            mq_lexical_prefetch_said(d->lexical, p->cutting.hash[i]);
        }
    }
}

/* The list itself is not looked at before it had time to come from memory. */
static void add_list(mq_tok *t, const mq_renderings *list)
{
    if (list == &mq_no_renderings || t->nlists == MQ_TOK_LISTS)
        return;
    __builtin_prefetch(list);
    __builtin_prefetch((const char *)list + LINE);
    t->lists[t->nlists++] = list;
}

static uint64_t keys_of(const mq_tok *t)
{
    uint64_t keys = 0;

    for (unsigned l = 0; l < t->nlists; l++)
        keys |= t->lists[l]->keys;
    return keys;
}

/* Renderings of the stems of all legal cuts: by the stem as it is, else by its light stem. */
static void find_renderings(mq_tok *t, const struct parts *p, const mq_dicts *d)
{
    for (unsigned i = 0; i < p->cutting.n && t->nlists < MQ_TOK_LISTS; i++) {
        const mq_str stem = stem_of(p, i);
        const mq_renderings *exact = mq_lexicon_find_hash(d->lexicon, p->cutting.hash[i], false);
        const mq_renderings *light = mq_lexicon_find_hash(d->lexicon, p->light_hash[i], true);

        add_list(t, exact);
        if (p->cutting.cut[i].skip == t->cut.skip || exact == &mq_no_renderings)
            add_list(t, light);
        if (exact == &mq_no_renderings && light == &mq_no_renderings && without_teh(stem))
            add_list(t, mq_lexicon_find(d->lexicon, (mq_str){ stem.p, without_teh(stem) }, true));
    }
}

/* What the glossary's own terms say of it. */
static void find_learned(mq_tok *t, const mq_dicts *d)
{
    const mq_str stem = { t->folded + t->cut.skip, (size_t)t->folded_n - t->cut.skip };

    if (stem.n > 4)
        add_list(t, mq_lexicon_find(d->learned.words, stem, true));
}

static bool is_letter(const mq_tok *t, size_t letter, unsigned low)
{
    return 2 * letter + 1 < t->folded_n && (unsigned char)t->folded[2 * letter] == (0xC0 | (0x600 + low) >> 6) &&
           (unsigned char)t->folded[2 * letter + 1] == (0x80 | ((0x600 + low) & 0x3F));
}

/* An unknown word of four letters and more that begins like an imperfect, يـ تـ سيـ ستـ نـ, or ends like a verb of many, ـوا. */
static bool looks_verbal(const mq_tok *t)
{
    const size_t first = t->cut.skip / 2;

    if (t->roles & MQ_ROLE_VERB)
        return true;
    if (t->article || t->kinds || t->folded_n - t->cut.skip < 8)
        return false;
    if (is_letter(t, t->folded_n / 2 - 2U, 0x48) && is_letter(t, t->folded_n / 2 - 1U, 0x27))
        return true;
    return is_letter(t, first, 0x4A) || (is_letter(t, first, 0x33) && (is_letter(t, first + 1, 0x4A) || is_letter(t, first + 1, 0x2A)));
}

/* Of ال and the stem: the word itself, when nothing else is cut off. */
static uint64_t hash_with_article(const mq_tok *t, mq_str stem)
{
    char with[MQ_TOK_FOLDED + 18]; /* 4 would do; what gcc sees of the hash wants 64 in all */

    if (t->article && !t->cut.proclitics)
        return t->hash;
    memcpy(with, "\xD8\xA7\xD9\x84", 4);
    memcpy(with + 4, stem.p, stem.n);
    return mq_hash((mq_str){ with, stem.n + 4 });
}

/* Nouns and adjectives are seen with ال, verbs and particles never: log of count(ال + stem) / count(stem). */
static int8_t nouniness(uint64_t with_article, uint64_t stem)
{
    const double plain = mq_word_count_hash(stem), article = mq_word_count_hash(with_article);
    double ratio;

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
    if (without_teh(stem))
        return true;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t n = strlen(endings[i]);

        if (stem.n >= n + 4 && memcmp(stem.p + stem.n - n, endings[i], n) == 0)
            return true;
    }
    return false;
}

/* Feminine, plural: the light stem, with and without ة. */
static unsigned kinds_of_light(mq_str stem)
{
    const mq_str light = { stem.p, mq_light_stem(stem) };
    const unsigned kinds = light.n < stem.n ? mq_word_kinds(light) : 0;

    return kinds || light.n + 2 > stem.n ? kinds : mq_word_kinds((mq_str){ stem.p, light.n + 2 });
}

/* The stem by which names are compared, of a word with a pronoun: واجهتها has that of واجهة, and بيتها that of بيت. */
static uint32_t stem_of_possessed(mq_str stem, uint64_t light_hash)
{
    static const char teh[] = "\xD8\xAA";
    const size_t n = mq_light_stem(stem);

    if (n >= 8 && memcmp(stem.p + n - 2, teh, 2) == 0 && !mq_word_kinds((mq_str){ stem.p, n }))
        return mq_acronym_stem_light(stem, mq_hash((mq_str){ stem.p, n - 2 }));
    return mq_acronym_stem_light(stem, light_hash);
}

/* والمسماة, وتلفظ: what a cue says it says behind و and ف, too. */
static unsigned roles_behind_and(const mq_tok *t, const mq_dicts *d)
{
    const unsigned cues = MQ_ROLE_CUE | MQ_ROLE_FR | MQ_ROLE_EN | MQ_ROLE_FOREIGN | MQ_ROLE_ACR | MQ_ROLE_GLUE | MQ_ROLE_LINK | MQ_ROLE_MEANS | MQ_ROLE_BEARS;
    enum { LEAST_BYTES = 8 };
    unsigned roles;

    if (t->folded_n < LEAST_BYTES || (memcmp(t->folded, "\xD9\x88", 2) != 0 && memcmp(t->folded, "\xD9\x81", 2) != 0))
        return 0;
    roles = mq_roles_seated(d->function, mq_hash((mq_str){ t->folded + 2, (size_t)t->folded_n - 2 }));
    return roles & cues ? roles & (cues | MQ_ROLE_SEATS) : 0;
}

static unsigned roles_of(const mq_tok *t, uint64_t stem, const mq_dicts *d)
{
    unsigned roles = mq_roles_seated(d->function, t->hash);

    if (!roles && (t->cut.skip || t->article))
        roles = mq_roles_seated(d->function, stem) & (t->article ? MQ_ROLE_HEAD | MQ_ROLE_BODY | MQ_ROLE_PASSING : ~0U);
    return roles && !t->article ? roles : roles | roles_behind_and(t, d);
}

/* Which cut leaves as much as the likeliest one. */
static unsigned number_of(const mq_cutting *c, const mq_cut *likeliest)
{
    unsigned i = 0;

    while (c->cut[i].skip != likeliest->skip)
        i++;
    return i;
}

/* Fills all that depends on the folded word alone; and the thread remembers it. */
static void look_up(mq_tok *t, const struct parts *p, const mq_dicts *d)
{
    mq_str stem;
    unsigned cut, seated;
    uint64_t hash, with_article, said;

    t->learned = true;
    t->cut = mq_best_cut_of(&p->cutting, p->word);
    cut = number_of(&p->cutting, &t->cut);
    t->article = t->cut.article;
    t->count = mq_word_count_hash(t->hash);
    stem = (mq_str){ p->word.p + t->cut.skip, p->word.n - t->cut.skip };
    hash = p->cutting.hash[cut];
    with_article = hash_with_article(t, stem);
    mq_word_prefetch(with_article);
    find_renderings(t, p, d);
    t->nown = t->nlists;
    if (d->learned.words.n)
        find_learned(t, d);
    t->kinds = (uint16_t)mq_word_kinds_hash(hash);
    if (!t->kinds)
        t->kinds = (uint16_t)kinds_of_light(stem);
    seated = roles_of(t, hash, d);
    t->roles = seated & ~(unsigned)MQ_ROLE_SEATS;
    t->seats = seated & MQ_ROLE_SEATS;
    t->verbal = looks_verbal(t);
    if (t->roles & MQ_ROLE_VERB)
        t->kinds = 0;
    t->pronoun = ends_in_pronoun(t, stem);
    t->sounds = mq_sounds_arabic(stem);
    t->whole_sounds = mq_sounds_arabic(p->word);
    t->acronym_stem = t->pronoun ? stem_of_possessed(stem, p->light_hash[cut]) : mq_acronym_stem_light(stem, p->light_hash[cut]);
    t->nouny = t->pronoun ? 1 : nouniness(with_article, hash);
    t->edge = mq_edge_shape(t);
    t->inner = mq_inner_shape(t);
    t->keys = keys_of(t);
    said = t->article ? hash : t->hash;
    t->sort = (uint8_t)mq_word_class(said);
    mq_lexical_find_said(t->said, d->lexical, said);
    if (d->memory)
        *place_of(t, d) = *t;
}

static mq_str said_sign(const mq_tok *t, char sign[4])
{
    const size_t n = mq_utf8_encode(sign, t->cp);

    return (mq_str){ sign, n < 4 ? n : 4 }; /* what the compiler cannot know: it is never more */
}

static mq_str said_word(const mq_tok *t)
{
    const size_t skip = t->article ? t->cut.skip : 0;

    return (mq_str){ t->folded + skip, (size_t)t->folded_n - skip };
}

mq_str mq_tok_said(const mq_tok *t, char sign[4])
{
    return t->script == MQ_PUNCT ? said_sign(t, sign) : said_word(t);
}

static void learn_sign(mq_tok *t, const mq_dicts *d)
{
    char sign[4] = { 0 };

    t->learned = true;
    mq_lexical_find_said(t->said, d->lexical, mq_hash(said_sign(t, sign)));
}

/* What is known of the word, without what the place says; nor is what lies behind folded_n or nlists copied. */
static void recall(mq_tok *t, const mq_tok *known)
{
    const size_t from = offsetof(mq_tok, learned), to = offsetof(mq_tok, folded_n);

    memcpy((char *)t + from, (const char *)known + from, to - from);
    for (unsigned l = 0; l < known->nlists; l++) {
        t->lists[l] = known->lists[l];
        __builtin_prefetch(t->lists[l]);
        __builtin_prefetch((const char *)t->lists[l] + LINE);
    }
}

/* أثر is not إثر, آن not أن: what is written with another seat than the words of its letters that have a role has none. The memory holds words as folded. */
static void heed_seat(mq_tok *t)
{
    if (!t->seat || !t->seats || (t->seats & t->seat))
        return;
    t->roles = 0;
    t->verbal = looks_verbal(t);
    t->edge = mq_edge_shape(t);
    t->inner = mq_inner_shape(t);
}

bool mq_tok_recall(mq_tok *t, const mq_dicts *d)
{
    const mq_tok *known = d->memory ? place_of(t, d) : NULL;

    if (!known || !known->learned || known->hash != t->hash || known->folded_n != t->folded_n || memcmp(known->folded, t->folded, t->folded_n) != 0)
        return false;
    recall(t, known);
    heed_seat(t);
    return true;
}

void mq_tok_find(mq_tok *t, const mq_dicts *d)
{
    struct parts p;

    if (t->script == MQ_PUNCT)
        learn_sign(t, d);
    if (t->script != MQ_ARABIC || mq_tok_recall(t, d))
        return;
    part(&p, (mq_str){ t->folded, t->folded_n }, d);
    look_up(t, &p, d);
    heed_seat(t);
}

void mq_toks_learn(mq_segment *s, const size_t *token, size_t n, const mq_dicts *d)
{
    struct parts p[MQ_TOGETHER];
    mq_tok *strange[MQ_TOGETHER];
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        mq_tok *t = &s->tok[token[i]];

        if (t->learned)
            continue;
        if (t->script != MQ_ARABIC || count == MQ_TOGETHER) {
            mq_tok_find(t, d);
        } else if (!mq_tok_recall(t, d)) {
            part(&p[count], (mq_str){ t->folded, t->folded_n }, d);
            strange[count++] = t;
        }
    }
    for (size_t i = 0; i < count; i++) {
        look_up(strange[i], &p[i], d);
        heed_seat(strange[i]);
    }
}

static double count_of(const mq_tok *t)
{
    return t->learned ? t->count : mq_word_count_hash(t->hash);
}

/* Two Arabic words that both have a count: of others nothing is known. */
void mq_tok_bond_prefetch(const mq_segment *s, size_t i)
{
    const mq_tok *t = &s->tok[i];

    if (i + 1 < s->n && !t->bond_told && t->count > 0 && t[1].count > 0)
        mq_bond_prefetch(t->hash, t[1].hash);
}

void mq_tok_find_bond(mq_segment *s, size_t i)
{
    mq_tok *t = &s->tok[i];

    t->bond_told = true;
    t->bond_known = i + 1 < s->n && t->script == MQ_ARABIC && t[1].script == MQ_ARABIC && mq_bond(t->hash, count_of(t), t[1].hash, count_of(&t[1]), &t->bond);
}
