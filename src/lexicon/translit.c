/*
 * translit.c - see translit.h.
 *
 * best[i][j] = the least cost of writing latin[0..j) by arabic[0..i):
 *     best[i][j] = min over rules (a, l, cost) with a a suffix of arabic[0..i) and l a suffix of latin[0..j) of best[i-|a|][j-|l|] + cost
 * A rule maps 1..4 Arabic letters to 1..4 Latin letters; an unwritten Latin letter and an unexplained Arabic one have costs of their own. The total is
 * divided by the longer side, so that one number separates names of any length.
 *
 * Costs only grow, so a place is dead whose cost and what the rest must cost at least are above the limit. Of each row only the columns that a live place
 * can reach are filled: a band along the diagonal for names that are alike, nothing for most others.
 *
 * What the rest costs at least, of the Arabic letters behind i and the Latin ones behind j, each of them alone:
 *     an Arabic letter: the least share (cost / |a|) it has in a rule all of whose Latin letters stand in the Latin word, or its cost unexplained;
 *     a Latin letter:   nothing if the Arabic word has a letter that ends a rule with it, else its cost unwritten.
 * The first is made once for each Latin word (mq_translit_least), the second once for each pair. Most pairs are rejected by it before the table is begun.
 *
 * Image: struct image, then the rules, sorted by their last letters: those whose last Arabic letter has place k (see place) and whose last Latin letter
 * is l (a = 0) are first[26k + l]..first[26k + l + 1]. So a cell of the table looks only at the few rules that end in its two letters. Costs are kept in
 * tenths.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/translit.h"

enum { MOST = 64, PLACES = MQ_TRANSLIT_PLACES, LATIN = 26, LONGEST_RULE = 4, UNEXPLAINED = 110, UNEXPLAINED_VOWEL = 40, MOST_RULES = 2048, NAMES = 8, SCALE = 10 };

/* Letters are packed, the last one in the lowest byte, Arabic above Latin (both), so that one masked comparison tells whether a rule ends at a place. */
struct rule {
    uint64_t letters, mask;
    uint8_t ar_n, la_n;
    uint16_t cost;
    uint32_t padding;
};

static uint64_t both(uint32_t arabic, uint32_t latin)
{
    return (uint64_t)arabic << 32 | latin;
}

static uint32_t arabic_of(uint64_t letters)
{
    return (uint32_t)(letters >> 32);
}

static uint32_t latin_of(uint64_t letters)
{
    return (uint32_t)letters;
}

struct image {
    uint16_t first[PLACES * LATIN + 2]; /* the last one is padding */
    uint16_t unexplained[PLACES];       /* what an Arabic letter costs that writes nothing */
    uint16_t unwritten[LATIN];          /* what a Latin letter costs that is not written */
    uint8_t share[LATIN][PLACES];       /* the least share of an Arabic letter in a rule whose Latin is this letter alone, or what it costs unexplained */
    uint8_t rows[PLACES], columns[PLACES]; /* the most Arabic letters, 1 at least, and the most Latin ones of the rules that end in an Arabic letter */
    uint32_t ends[PLACES];              /* the Latin letters (a = bit 0) of the rules that end in an Arabic letter */
    uint16_t several[LATIN * LATIN + 2]; /* rules of several Latin letters, by the last two, as `first` of those by both sides; the last one is padding */
    uint16_t several_rule[MOST_RULES];
    uint32_t names[LATIN][NAMES];       /* hashes */
    struct rule rules[];
};

unsigned mq_borrowed_letter_number(unsigned code_point)
{
    switch (code_point) {
    case 0x6A4: case 0x6A5: return MQ_LETTER_V;
    case 0x67E: return MQ_LETTER_P;
    case 0x686: return MQ_LETTER_CH;
    case 0x698: return MQ_LETTER_ZH;
    case 0x6AF: case 0x6A8: case 0x6AD: return MQ_LETTER_G;
    default: return 0;
    }
}

static uint8_t letter_at(const char *p)
{
    return (uint8_t)mq_letter_number(p);
}

/* There are places from hamza on, the last one for all others. */
enum { HAMZA = 0x21 };
_Static_assert(MQ_LETTER_NUMBERS - HAMZA < PLACES, "each letter has a place of its own");

static unsigned place(uint8_t letter)
{
    return letter >= HAMZA && letter < HAMZA + PLACES ? letter - (unsigned)HAMZA : PLACES - 1;
}

static unsigned group_of(const struct rule *r)
{
    return place(arabic_of(r->letters) & 0xFF) * LATIN + (latin_of(r->letters) & 0xFF) - 'a';
}

static uint16_t cost_of(mq_str s)
{
    char text[16] = { 0 };

    memcpy(text, s.p, s.n < sizeof text - 1 ? s.n : sizeof text - 1);
    return (uint16_t)(strtod(text, NULL) * (double)SCALE + 0.5);
}

static bool read_rule(struct rule *r, const mq_tsv *t)
{
    const mq_str ar = t->column[0], la = t->column[1];
    const size_t n = ar.n / 2;
    uint32_t arabic = 0, arabic_mask = 0, latin = 0, latin_mask = 0;

    if (n < 1 || n > LONGEST_RULE || la.n < 1 || la.n > LONGEST_RULE)
        return false;
    for (size_t i = 0; i < n; i++) {
        arabic = arabic << 8 | letter_at(ar.p + 2 * i);
        arabic_mask = arabic_mask << 8 | 0xFF;
    }
    for (size_t i = 0; i < la.n; i++) {
        if (la.p[i] < 'a' || la.p[i] > 'z')
            return false;
        latin = latin << 8 | (uint8_t)la.p[i];
        latin_mask = latin_mask << 8 | 0xFF;
    }
    *r = (struct rule){ .letters = both(arabic, latin), .mask = both(arabic_mask, latin_mask), .ar_n = (uint8_t)n, .la_n = (uint8_t)la.n,
                        .cost = cost_of(t->column[2]) };
    return true;
}

/* An Arabic letter that may write nothing: one at a time. */
static bool read_silent(struct image *im, const mq_tsv *t)
{
    const bool one = t->column[0].n == 2;
    const unsigned k = one ? place(letter_at(t->column[0].p)) : 0;
    const uint16_t cost = cost_of(t->column[2]);

    if (one && cost < im->unexplained[k])
        im->unexplained[k] = cost;
    return one;
}

static bool add_name(struct image *im, const mq_tsv *t)
{
    const mq_str word = { t->column[0].p + 1, t->column[0].n - 1 };
    const int c = t->column[1].n == 1 ? t->column[1].p[0] - 'a' : -1;
    mq_buf folded = MQ_BUF_INIT;
    int i = 0;

    if (c < 0 || c > 25 || mq_fold(&folded, word, MQ_FOLD_SEARCH, NULL))
        return false;
    while (i < NAMES - 1 && im->names[c][i])
        i++;
    im->names[c][i] = (uint32_t)mq_hash(mq_buf_str(&folded)) | 1;
    mq_buf_release(&folded);
    return true;
}

/* By the last letters: the programme works backwards from (i, j). */
static int by_last(const void *a, const void *b)
{
    const struct rule *x = a, *y = b;
    const int p = (int)group_of(x), q = (int)group_of(y);

    return p != q ? p - q : memcmp(x, y, sizeof *x);
}

static mq_status compile_rows(struct image *im, struct rule *rules, size_t *n, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);

    for (unsigned i = 0; i < LATIN; i++)
        im->unwritten[i] = UNEXPLAINED;
    for (unsigned k = 0; k < PLACES; k++)
        im->unexplained[k] = k == place(0x27) || k == place(0x48) || k == place(0x4A) ? UNEXPLAINED_VOWEL : UNEXPLAINED;
    while (mq_tsv_next(&t)) {
        const mq_str ar = t.column[0];
        bool ok = t.n == 3 && *n < MOST_RULES;

        if (ok && ar.p[0] == '=')
            ok = add_name(im, &t);
        else if (ok && ar.p[0] == '-')
            im->unwritten[(t.column[1].p[0] - 'a') % LATIN] = cost_of(t.column[2]);
        else if (ok && t.column[1].p[0] == '-')
            ok = read_silent(im, &t);
        else if (ok)
            ok = read_rule(&rules[(*n)++], &t);
        if (!ok)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: no rule", name);
    }
    return MQ_OK;
}

/* Lowers what the Arabic letters of a rule cost to their shares in it. */
static void lower(uint8_t least[PLACES], const struct rule *r)
{
    const uint8_t share = (uint8_t)(r->cost / r->ar_n);

    for (unsigned i = 0; i < r->ar_n; i++) {
        const unsigned k = place(arabic_of(r->letters) >> 8 * i & 0xFF);

        least[k] = share < least[k] ? share : least[k];
    }
}

/* Of letters packed as in a rule. */
static unsigned last_two(uint32_t la)
{
    return ((la >> 8 & 0xFF) - 'a') * LATIN + (la & 0xFF) - 'a';
}

/* What the bounds are made of, from the sorted rules. */
static void index_bounds(struct image *im, const struct rule *rules, size_t n)
{
    uint16_t several = 0;

    for (unsigned l = 0; l < LATIN; l++)
        for (unsigned k = 0; k < PLACES; k++)
            im->share[l][k] = (uint8_t)im->unexplained[k];
    memset(im->rows, 1, sizeof im->rows);
    for (size_t i = 0; i < n; i++) {
        const unsigned end = place(arabic_of(rules[i].letters) & 0xFF);

        im->rows[end] = rules[i].ar_n > im->rows[end] ? rules[i].ar_n : im->rows[end];
        im->columns[end] = rules[i].la_n > im->columns[end] ? rules[i].la_n : im->columns[end];
        if (rules[i].la_n == 1)
            lower(im->share[(latin_of(rules[i].letters) & 0xFF) - 'a'], &rules[i]);
        for (uint32_t la = latin_of(rules[i].letters); la; la >>= 8)
            im->ends[end] |= UINT32_C(1) << ((la & 0xFF) - 'a');
    }
    for (unsigned two = 0; two < LATIN * LATIN; two++) {
        im->several[two] = several;
        for (size_t i = 0; i < n; i++)
            if (rules[i].la_n > 1 && last_two(latin_of(rules[i].letters)) == two)
                im->several_rule[several++] = (uint16_t)i;
    }
    im->several[LATIN * LATIN] = several;
}

static mq_status compile(mq_buf *out, mq_str text, const char *name, mq_error *err)
{
    struct image im = { .first = { 0 } };
    struct rule *rules = calloc(MOST_RULES + 1, sizeof *rules);
    size_t n = 0, k = 0;
    mq_status rc = rules ? compile_rows(&im, rules, &n, text, name, err) : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);

    if (!rc) {
        qsort(rules, n, sizeof *rules, by_last);
        for (unsigned p = 0; p <= PLACES * LATIN; p++) {
            while (k < n && group_of(&rules[k]) < p)
                k++;
            im.first[p] = (uint16_t)k;
        }
        index_bounds(&im, rules, n);
        mq_buf_add(out, &im, sizeof im);
        mq_buf_add(out, rules, n * sizeof *rules);
    }
    free(rules);
    return rc ? rc : out->status;
}

const mq_dict mq_dict_translit = { "translit", "translit.tsv", compile };

/* The letters up to each place, packed as in a rule; places before the first hold 0, which no rule has. The number of each letter: its place, or 0 for a. */
struct side {
    size_t n;
    uint32_t upto[MOST + 1];
    uint8_t number[MOST];
};

static void push(struct side *s, uint8_t letter, unsigned number)
{
    s->number[s->n] = (uint8_t)number;
    s->upto[s->n + 1] = s->upto[s->n] << 8 | letter;
    s->n++;
}

/* False when there are no letters, or too many; the same for those a to z of a Latin word. */
static bool pack_arabic(struct side *s, mq_str arabic)
{
    s->n = 0;
    s->upto[0] = 0;
    for (size_t i = 0; i + 1 < arabic.n; i += 2) {
        const uint8_t letter = letter_at(arabic.p + i);

        if (s->n == MOST)
            return false;
        push(s, letter, place(letter));
    }
    return s->n > 0;
}

static bool pack_latin(struct side *s, mq_str latin)
{
    s->n = 0;
    s->upto[0] = 0;
    for (size_t i = 0; i < latin.n; i++) {
        const unsigned number = (unsigned)((unsigned char)latin.p[i] - 'a');

        if (number >= LATIN)
            continue;
        if (s->n == MOST)
            return false;
        push(s, (uint8_t)latin.p[i], number);
    }
    return s->n > 0;
}

/* Two bytes of it make a cost that no path has, and that all letters of both sides may be added to. */
enum { DEAR = 0x7F };
_Static_assert((DEAR << 8) > 2 * MOST * UNEXPLAINED && (DEAR << 8 | DEAR) + 2 * MOST * UNEXPLAINED <= UINT16_MAX, "no cost is taken for none");

/* Row i of the table: costs behind i Arabic letters and 0..MOST Latin ones, DEAR where none was reckoned; from..to are the columns within the limit. */
struct row {
    size_t from, to;      /* from > to: none */
    uint16_t cost[MOST + 1];
};

struct search {
    const struct image *im;
    struct side ar, la;
    int limit;
    int ar_rest[MOST + 1], la_rest[MOST + 1]; /* what the letters behind a place cost at least */
    struct row row[MOST + 1];
};

static void begin_row(struct row *r)
{
    r->from = MOST + 1;
    r->to = 0;
    memset(r->cost, DEAR, sizeof r->cost);
}

/* Whether the place is alive: what is known to come behind it leaves it within the limit; `room` is the limit but for the Arabic letters behind. */
static inline bool note(const struct search *s, struct row *r, size_t j, unsigned cost, int room)
{
    const bool alive = (int)cost + s->la_rest[j] <= room;

    r->cost[j] = (uint16_t)cost;
    r->from = alive && r->from > j ? j : r->from;
    r->to = alive ? j : r->to;
    return alive;
}

/* Row 0: Latin letters that are not written. */
static void fill_first(struct search *s)
{
    const int room = s->limit - s->ar_rest[0];
    unsigned cost = 0;
    bool alive;

    begin_row(&s->row[0]);
    alive = note(s, &s->row[0], 0, 0, room);
    for (size_t j = 1; j <= s->la.n && alive; j++) {
        cost += s->im->unwritten[s->la.number[j - 1]];
        alive = note(s, &s->row[0], j, cost, room);
    }
}

/* The columns of row i that a live place of the rows before may lead to by a rule that ends in its letter; false when there are none. */
static bool reach(const struct search *s, size_t i, size_t *from, size_t *to)
{
    const unsigned letter = s->ar.number[i - 1], rows = s->im->rows[letter], columns = s->im->columns[letter];

    *from = MOST + 1;
    *to = 0;
    for (size_t k = i > rows ? i - rows : 0; k < i; k++) {
        const struct row *r = &s->row[k];

        *from = r->from < *from ? r->from : *from;
        if (r->from <= r->to && r->to + columns > *to)
            *to = r->to + columns;
    }
    return *from <= *to;
}

/* The least cost of place (i, j) by one of its rules, or `least`. */
static inline unsigned by_rules(const struct search *s, const struct rule *r, const struct rule *end, size_t i, size_t j, unsigned least)
{
    const uint64_t letters = both(s->ar.upto[i], s->la.upto[j]);

    for (; r < end; r++)
        if ((letters & r->mask) == r->letters) {
            const unsigned c = (unsigned)s->row[i - r->ar_n].cost[j - r->la_n] + r->cost;

            least = c < least ? c : least;
        }
    return least;
}

/* Row i from column j on: up to column `to`, and on as long as Latin letters may be left unwritten behind a live place. */
static void fill_row(struct search *s, size_t i, size_t j, size_t to)
{
    const struct image *im = s->im;
    const unsigned arabic = s->ar.number[i - 1], unexplained = im->unexplained[arabic];
    const uint16_t *first = im->first + (size_t)arabic * LATIN, *above = s->row[i - 1].cost;
    const int room = s->limit - s->ar_rest[i];
    struct row *r = &s->row[i];
    unsigned cost = DEAR << 8;
    bool alive = false;

    if (j == 0) {
        cost = above[0] + unexplained;
        alive = note(s, r, j++, cost, room);
    }
    for (; j <= s->la.n && (j <= to || alive); j++) {
        const unsigned latin = s->la.number[j - 1], unwritten = cost + im->unwritten[latin], left = above[j] + unexplained;

        cost = by_rules(s, im->rules + first[latin], im->rules + first[latin + 1], i, j, unwritten < left ? unwritten : left);
        alive = note(s, r, j, cost, room);
    }
}

/* By the rules of several Latin letters that end at place j. */
static void lower_by_several(uint8_t least[PLACES], const struct image *im, uint32_t upto)
{
    const uint16_t *of_two = &im->several[last_two(upto)];

    for (unsigned k = of_two[0]; k < of_two[1]; k++) {
        const struct rule *r = &im->rules[im->several_rule[k]];

        if ((upto & latin_of(r->mask)) == latin_of(r->letters))
            lower(least, r);
    }
}

static void make_least(mq_translit_least *least, const struct image *im, const struct side *la)
{
    least->made = true;
    memcpy(least->letter, im->share[la->number[0]], sizeof least->letter);
    for (size_t j = 2; j <= la->n; j++) {
        const uint8_t *share = im->share[la->number[j - 1]];

        for (unsigned k = 0; k < PLACES; k++)
            least->letter[k] = share[k] < least->letter[k] ? share[k] : least->letter[k];
        lower_by_several(least->letter, im, la->upto[j]);
    }
}

/* Fills ar_rest and la_rest; false when the whole costs too much. */
static bool bound(struct search *s, const mq_translit_least *least)
{
    uint32_t ends = 0;

    s->ar_rest[s->ar.n] = s->la_rest[s->la.n] = 0;
    for (size_t i = s->ar.n; i > 0; i--) {
        const unsigned k = s->ar.number[i - 1];

        s->ar_rest[i - 1] = s->ar_rest[i] + least->letter[k];
        ends |= s->im->ends[k];
    }
    for (size_t j = s->la.n; j > 0; j--) {
        const unsigned l = s->la.number[j - 1];

        s->la_rest[j - 1] = s->la_rest[j] + (ends >> l & 1 ? 0 : s->im->unwritten[l]);
    }
    return s->ar_rest[0] + s->la_rest[0] <= s->limit;
}

float mq_translit_cost_of(mq_str image, mq_str arabic, mq_str latin, mq_translit_least *least)
{
    struct search s;
    size_t from, to, n, m, longer, alive = 0; /* the last row with a live place */

    if (!image.n || !pack_arabic(&s.ar, arabic) || !pack_latin(&s.la, latin))
        return MQ_TRANSLIT_FAR;
    n = s.ar.n;
    m = s.la.n;
    longer = n > m ? n : m;
    s.im = (const struct image *)(const void *)image.p;
    s.limit = (int)(MQ_TRANSLIT_LIMIT * SCALE * (float)longer);
    if (!least->made)
        make_least(least, s.im, &s.la);
    if (!bound(&s, least))
        return MQ_TRANSLIT_FAR;
    fill_first(&s);
    for (size_t i = 1; i <= n && i <= alive + LONGEST_RULE; i++) {
        begin_row(&s.row[i]);
        if (reach(&s, i, &from, &to))
            fill_row(&s, i, from, to);
        alive = s.row[i].from <= s.row[i].to ? i : alive;
    }
    if (n > alive) /* the last row has no live place */
        return MQ_TRANSLIT_FAR;
    return s.row[n].cost[m] <= s.limit ? (float)s.row[n].cost[m] / (float)SCALE / (float)longer : MQ_TRANSLIT_FAR;
}

float mq_translit_cost(mq_str image, mq_str arabic, mq_str latin)
{
    mq_translit_least least = { .made = false };

    return mq_translit_cost_of(image, arabic, latin, &least);
}

enum { SOUND_L = 1, SOUND_M = 2, SOUND_N = 4, SOUND_R = 8, SOUND_B = 16, SOUND_T = 32, SOUND_F = 64, SOUND_K = 128, SOUND_S = 256 };

unsigned mq_sounds_arabic(mq_str arabic)
{
    static const uint16_t sound[MQ_LETTER_NUMBERS] = {
        [0x28] = SOUND_B, [0x2A] = SOUND_T, [0x2F] = SOUND_T, [0x31] = SOUND_R, [0x32] = SOUND_S, [0x33] = SOUND_S, [0x35] = SOUND_S, [0x36] = SOUND_T,
        [0x37] = SOUND_T, [0x41] = SOUND_F, [0x42] = SOUND_K, [0x43] = SOUND_K, [0x44] = SOUND_L, [0x45] = SOUND_M, [0x46] = SOUND_N,
        [MQ_LETTER_V] = SOUND_F, [MQ_LETTER_P] = SOUND_B,
    };
    unsigned set = 0;

    for (size_t i = 0; i + 1 < arabic.n; i += 2)
        set |= sound[mq_letter_number(arabic.p + i)];
    return set;
}

/* ph is one sound. */
unsigned mq_sounds_latin(mq_str latin)
{
    static const uint16_t sound[26] = {
        ['b' - 'a'] = SOUND_B, ['p' - 'a'] = SOUND_B, ['t' - 'a'] = SOUND_T, ['d' - 'a'] = SOUND_T, ['f' - 'a'] = SOUND_F, ['v' - 'a'] = SOUND_F,
        ['k' - 'a'] = SOUND_K, ['q' - 'a'] = SOUND_K, ['l' - 'a'] = SOUND_L, ['m' - 'a'] = SOUND_M, ['n' - 'a'] = SOUND_N, ['r' - 'a'] = SOUND_R,
        ['s' - 'a'] = SOUND_S, ['z' - 'a'] = SOUND_S,
    };
    unsigned set = 0;

    for (size_t i = 0; i < latin.n; i++)
        if (latin.p[i] == 'p' && i + 1 < latin.n && latin.p[i + 1] == 'h')
            set |= SOUND_F;
        else if (latin.p[i] >= 'a' && latin.p[i] <= 'z')
            set |= sound[latin.p[i] - 'a'];
    return set;
}

bool mq_is_letter_name(mq_str image, mq_str arabic, char latin)
{
    const struct image *im = (const struct image *)(const void *)image.p;
    const uint32_t hash = (uint32_t)mq_hash(arabic) | 1;

    for (int i = 0; image.n && latin >= 'a' && latin <= 'z' && i < NAMES; i++)
        if (im->names[latin - 'a'][i] == hash)
            return true;
    return false;
}
