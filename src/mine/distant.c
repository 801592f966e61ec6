/*
 * distant.c - see distant.h.
 *
 * 1. A name is worth looking for when no dictionary knows it: Latin words that it has are translated, not transliterated.
 * 2. One pass over the Arabic words around all names that wait. Each word, with and without what may be glued in front, becomes a skeleton: its l m n r b t f,
 *    which both scripts always write, in their order, p as b, d as t, v as f. Words whose skeleton is that of no name fall at once, by a bitmap.
 * 3. What passes is compared letter by letter (mq_translit_cost), and must be a word that no dictionary knows and that is rare in Arabic text.
 * 4. Kept is a match that is close, and closer than any other: of the name with another word, and of the word with another name.
 * The limits below were set by reading what was found in the corpora.
 */
#include <string.h>

#include "base/hash.h"
#include "lexicon/translit.h"
#include "mine/distant.h"
#include "text/foldword.h"
#include "text/words.h"

enum { LEAST_LATIN = 5, LEAST_ARABIC = 4, MOST_ARABIC = 14, SKELETONS = 2, BITS = 4096 };
static const float CLOSE = 0.7f, LEAD = 0.3f;
static const double RARE = 400; /* mq_word_count */

void mq_names_clear(mq_names *names)
{
    names->n = 0;
    names->last = 0;
    memset(names->seen, 0, sizeof names->seen);
}

/* ---- skeletons: three bits a sound, 0 = none; built from the last letter on, so that those of all ends of a word come on the way ---- */

enum { SOUND_L = 1, SOUND_M, SOUND_N, SOUND_R, SOUND_B, SOUND_T, SOUND_F };

static uint64_t push(uint64_t skeleton, unsigned sound, unsigned before)
{
    const unsigned take = (sound != 0) & (sound != before); /* as a number: nobody can foresee it */

    return skeleton << 3 * take | sound * take;
}

/* th is ت or ث, so names with it have two skeletons. */
static uint64_t latin_skeleton(const char *w, size_t n, bool th)
{
    static const uint8_t sounds[26] = { ['l' - 'a'] = SOUND_L, ['m' - 'a'] = SOUND_M, ['n' - 'a'] = SOUND_N, ['r' - 'a'] = SOUND_R, ['b' - 'a'] = SOUND_B,
                                        ['p' - 'a'] = SOUND_B, ['t' - 'a'] = SOUND_T, ['d' - 'a'] = SOUND_T, ['f' - 'a'] = SOUND_F, ['v' - 'a'] = SOUND_F };
    uint64_t skeleton = 0;
    unsigned before = 0;

    for (size_t i = n; i-- > 0;) {
        const bool h = i + 1 < n && w[i + 1] == 'h';
        const unsigned sound = w[i] == 'p' && h ? SOUND_F : w[i] == 't' && h && !th ? 0U : sounds[w[i] - 'a'];

        skeleton = push(skeleton, sound, before);
        before = sound;
    }
    return skeleton;
}

enum { STARTS = 5 }; /* letters: و, ب, ال at most may be glued */

/* Of n bytes, letters of U+0621..U+06FF. from[k]: the skeleton without the first k letters. */
static void arabic_skeletons(uint64_t from[STARTS], const char *w, size_t n)
{
    static const uint8_t sounds[0x80] = { [0x28] = SOUND_B, [0x2A] = SOUND_T, [0x2F] = SOUND_T, [0x31] = SOUND_R, [0x36] = SOUND_T, [0x37] = SOUND_T,
                                          [0x41] = SOUND_F, [0x44] = SOUND_L, [0x45] = SOUND_M, [0x46] = SOUND_N };
    uint64_t skeleton = 0;
    unsigned before = 0;

    memset(from, 0, STARTS * sizeof *from);
    for (size_t i = n / 2; i-- > 0;) {
        const unsigned letter = ((unsigned char)w[2 * i] - 0xD8U) << 6 | ((unsigned char)w[2 * i + 1] & 0x3F);
        const unsigned sound = letter < sizeof sounds ? sounds[letter] : 0U;

        skeleton = push(skeleton, sound, before);
        before = sound;
        if (i < STARTS)
            from[i] = skeleton;
    }
}

/* ---- names ---- */

static uint64_t hash_of(const mq_name *name)
{
    return mq_hash((mq_str){ name->folded, name->n });
}

static bool is_name(const mq_unit *u)
{
    const unsigned never = MQ_UNIT_ACRONYM | MQ_UNIT_CODE | MQ_UNIT_DIGIT | MQ_UNIT_MEASURE;

    if (u->nwords != 1 || u->word[0].n < LEAST_LATIN || !(u->flags & MQ_UNIT_CAPITAL) || (u->flags & never))
        return false;
    if ((u->word[0].known & ~(unsigned)MQ_RENDERING_NAME) || u->word[0].foreign || u->word[0].also[0])
        return false;
    for (size_t i = 0; i < u->word[0].n; i++)
        if (u->word[0].folded[i] < 'a' || u->word[0].folded[i] > 'z')
            return false;
    return true;
}

/* ORACLE may be anything. */
static bool is_shouted(const mq_segment *s, const mq_unit *u)
{
    const char second = s->text.p[s->tok[u->first].start + 1];

    return second >= 'A' && second <= 'Z';
}

void mq_names_note(mq_names *names, const mq_segment *s, const mq_unit *u)
{
    const uint32_t start = s->tok[u->first].start;
    mq_name *name = &names->name[names->n];
    uint64_t hash;

    if (start < names->last || names->n == MQ_NAMES || !is_name(u) || is_shouted(s, u))
        return;
    names->last = start + 1;
    *name = (mq_name){ .start = start, .end = s->tok[u->last].end, .n = u->word[0].n, .cost = MQ_TRANSLIT_FAR,
                       .next = MQ_TRANSLIT_FAR };
    memcpy(name->folded, u->word[0].folded, u->word[0].n);
    for (size_t i = 0; i < SKELETONS; i++)
        name->skeleton[i] = latin_skeleton(name->folded, name->n, i == 0);
    if (name->skeleton[0] < 8) /* one sound or none tells too little */
        return;
    hash = hash_of(name);
    if (names->seen[hash % MQ_NAMES_SEEN] == hash)
        return;
    names->seen[hash % MQ_NAMES_SEEN] = hash;
    names->n++;
}

void mq_names_paired(mq_names *names, uint32_t start)
{
    for (size_t i = 0; i < names->n; i++)
        names->name[i].paired |= names->name[i].start == start;
}

void mq_names_drop(mq_names *names, size_t n)
{
    names->n -= n;
    memmove(names->name, names->name + n, names->n * sizeof *names->name);
}

/* ---- comparing ---- */

struct search {
    mq_names *names;
    size_t n;
    mq_str text;
    const mq_dicts *d;
    uint64_t some[BITS / 64]; /* skeletons of names, by their hash */
};

static unsigned bit_of(uint64_t skeleton)
{
    return (unsigned)(skeleton * UINT64_C(0x9E3779B97F4A7C15) >> 52);
}

static void mark(struct search *s, const mq_name *name)
{
    for (size_t i = 0; i < SKELETONS; i++)
        s->some[bit_of(name->skeleton[i]) / 64] |= UINT64_C(1) << bit_of(name->skeleton[i]) % 64;
}

static bool is_some(const struct search *s, uint64_t skeleton)
{
    return s->some[bit_of(skeleton) / 64] >> bit_of(skeleton) % 64 & 1;
}

static bool may_be(const mq_name *name, uint64_t skeleton, size_t letters)
{
    return (name->skeleton[0] == skeleton || name->skeleton[1] == skeleton) && letters <= name->n + 1U && 2 * letters >= name->n;
}

/* One of two letters of the block that begins at U+0640, given by their last bytes. */
static bool is_low(mq_str w, size_t at, char a, char b)
{
    return at + 1 < w.n && w.p[at] == '\xD9' && (w.p[at + 1] == a || w.p[at + 1] == b);
}

enum { MOST_SKIPS = 4 };

/* What may stand in front of the name in a folded word: nothing; و ف; ب ل ك; ال. In bytes, and how many of them are glued, which ال is not. */
struct skip { uint8_t bytes, glued; };

static size_t skips(struct skip skip[MOST_SKIPS], mq_str w)
{
    uint8_t at = 0;
    size_t n = 0;

    skip[n++] = (struct skip){ 0, 0 };
    if (is_low(w, at, '\x88', '\x81')) {
        at = 2;
        skip[n++] = (struct skip){ at, at };
    }
    if (is_low(w, at, '\x84', '\x83') || (at + 1U < w.n && memcmp(w.p + at, "\xD8\xA8", 2) == 0)) {
        at = (uint8_t)(at + 2);
        skip[n++] = (struct skip){ at, at };
    }
    if (at + 3U < w.n && memcmp(w.p + at, "\xD8\xA7\xD9\x84", 4) == 0)
        skip[n++] = (struct skip){ (uint8_t)(at + 4), at };
    return n;
}

/* The cost of a folded word for a name, by the cut that sounds best; *glued of that one. */
static float cost_of(uint8_t *glued, const struct search *s, const mq_name *name, mq_str w)
{
    const mq_str latin = { name->folded, name->n };
    float best = MQ_TRANSLIT_FAR;
    struct skip skip[MOST_SKIPS];
    uint64_t skeleton[STARTS];
    const size_t n = skips(skip, w);

    arabic_skeletons(skeleton, w.p, w.n);
    for (size_t i = 0; i < n; i++) {
        const mq_str stem = { w.p + skip[i].bytes, w.n - skip[i].bytes };
        float cost;

        if (stem.n < 2U * LEAST_ARABIC || !may_be(name, skeleton[skip[i].bytes / 2], stem.n / 2))
            continue;
        cost = mq_translit_cost(s->d->translit, stem, latin);
        if (cost < best) {
            best = cost;
            *glued = skip[i].glued;
        }
    }
    return best;
}

/* Fills a token with the Arabic word at [start, end), folded. */
static mq_tok word_at(const struct search *s, size_t start, size_t end)
{
    mq_tok t = { .start = (uint32_t)start, .end = (uint32_t)end, .script = MQ_ARABIC };

    t.folded_n = (uint8_t)mq_fold_word(t.folded, MQ_TOK_FOLDED, (mq_str){ s->text.p + start, end - start });
    t.hash = mq_hash((mq_str){ t.folded, t.folded_n });
    return t;
}

/* No dictionary has it, and texts seldom do. The words that a thread remembers are left alone: these are rare. */
static bool is_stranger(const struct search *s, mq_tok *t)
{
    mq_dicts d = *s->d;
    mq_str stem;

    d.memory = NULL;
    mq_tok_learn(t, &d);
    stem = (mq_str){ t->folded + t->cut.skip, (size_t)t->folded_n - t->cut.skip };
    return !t->kinds && !t->roles && !t->nown && mq_word_count(stem) <= RARE && mq_word_count((mq_str){ t->folded, t->folded_n }) <= RARE;
}

static bool in_its_sentence(const struct search *s, mq_name *name, uint32_t at)
{
    enum { LONGEST = 1200 };
    size_t from, to;

    if (!name->to) {
        mq_sentence(s->text, name->start, LONGEST, &from, &to);
        name->from = (uint32_t)from;
        name->to = (uint32_t)to;
    }
    return at >= name->from && at < name->to;
}

static void offer(const struct search *s, mq_name *name, const mq_tok *t, float cost, uint8_t glued)
{
    const uint64_t stem = mq_hash((mq_str){ t->folded + t->cut.skip, (size_t)t->folded_n - t->cut.skip });

    if (name->ar_end && name->stem == stem)
        return; /* the first place counts */
    if (cost >= name->cost) {
        name->next = cost < name->next ? cost : name->next;
    } else if (!in_its_sentence(s, name, t->start)) {
        name->next = name->cost;
        name->cost = cost;
        name->stem = stem;
        name->ar_start = t->start;
        name->ar_end = t->end;
        name->glued = t->end - t->start == t->folded_n ? glued : 0; /* with marks in between, nobody knows */
    }
}

static void compare(const struct search *s, mq_tok *t)
{
    const mq_str w = { t->folded, t->folded_n };
    bool stranger = false;

    for (size_t i = 0; i < s->n; i++) {
        mq_name *name = &s->names->name[i];
        uint8_t glued = 0;
        const float cost = name->paired ? MQ_TRANSLIT_FAR : cost_of(&glued, s, name, w);

        if (cost > CLOSE + LEAD)
            continue;
        stranger = stranger || is_stranger(s, t);
        if (!stranger)
            return;
        offer(s, name, t, cost, glued);
    }
}

/* ---- the pass ---- */

static bool is_arabic_lead(char c)
{
    return ((unsigned char)c & 0xFC) == 0xD8; /* U+0600..U+06FF */
}

/* Where the letters that begin at i end: commas and question marks of the block are none. */
static size_t word_end(mq_str text, size_t i, size_t to)
{
    while (i + 1 < to && is_arabic_lead(text.p[i]) && (text.p[i] != '\xD8' || (unsigned char)text.p[i + 1] > 0xA0))
        i += 2;
    return i;
}

/* Whether the word, or what is left of it without glued letters, has the skeleton of a name. */
static bool passes(const struct search *s, mq_str w)
{
    struct skip skip[MOST_SKIPS];
    uint64_t skeleton[STARTS];
    const size_t n = skips(skip, w);

    arabic_skeletons(skeleton, w.p, w.n);
    for (size_t i = 0; i < n; i++)
        if (is_some(s, skeleton[skip[i].bytes / 2]))
            return true;
    return false;
}

/* Not in the middle of a word, nor of a letter. */
static size_t word_start(mq_str text, size_t i)
{
    while (i > 0 && i < text.n && (unsigned char)text.p[i - 1] >= 0x80)
        i++;
    return i;
}

static void pass(const struct search *s, size_t from, size_t to)
{
    for (size_t i = from; i < to;) {
        const size_t end = word_end(s->text, i, to), letters = (end - i) / 2;

        if (letters >= LEAST_ARABIC && letters <= MOST_ARABIC && passes(s, (mq_str){ s->text.p + i, end - i })) {
            mq_tok t = word_at(s, i, end);

            compare(s, &t);
        }
        i = end + (end == i);
    }
}

/* Whether another name, of the table or what it is paired with, could be the word, too. */
static bool contested(const struct search *s, const mq_name *name)
{
    const mq_tok t = word_at(s, name->ar_start, name->ar_end);
    uint8_t glued;

    for (size_t i = 0; i < s->names->n; i++)
        if (&s->names->name[i] != name && cost_of(&glued, s, &s->names->name[i], (mq_str){ t.folded, t.folded_n }) < name->cost + LEAD)
            return true;
    return false;
}

void mq_names_find(mq_names *names, size_t n, mq_str text, const mq_dicts *d)
{
    struct search s = { .names = names, .n = n, .text = text, .d = d };
    size_t done = 0;

    for (size_t i = 0; i < n; i++)
        if (!names->name[i].paired)
            mark(&s, &names->name[i]);
    for (size_t i = 0; i < n; i++) {
        const mq_name *name = &names->name[i];
        const size_t from = name->start > MQ_NAMES_REACH ? name->start - MQ_NAMES_REACH : 0;
        const size_t to = text.n - name->end > MQ_NAMES_REACH ? name->end + MQ_NAMES_REACH : text.n;

        if (name->paired)
            continue;
        pass(&s, word_start(text, from > done ? from : done), to);
        done = to;
    }
    for (size_t i = 0; i < n; i++) {
        mq_name *name = &names->name[i];

        if (name->ar_end && (name->cost > CLOSE || name->next < name->cost + LEAD || contested(&s, name)))
            name->ar_end = 0;
    }
}

double mq_name_score(const mq_name *name)
{
    return name->cost <= CLOSE / 2 ? 0.9 : 0.8;
}
