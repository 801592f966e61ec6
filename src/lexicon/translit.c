/*
 * translit.c - see translit.h.
 *
 * best[i][j] = the least cost of writing latin[0..j) by arabic[0..i):
 *     best[i][j] = min over rules (a, l, cost) with a a suffix of arabic[0..i) and l a suffix of latin[0..j) of best[i-|a|][j-|l|] + cost
 * A rule maps 1..4 Arabic letters to 0..4 Latin letters; an unwritten Latin letter and an unexplained Arabic one have costs of their own. The total is
 * divided by the longer side, so that one number separates names of any length.
 *
 * Image: u16 first[64 * 27 + 1], u16 insertion[26], u32 letter names[26][8] (hashes), then the rules, sorted by their last letters: those whose last
 * Arabic letter is k (see place) and whose last Latin letter is l (a = 1; 0 = it writes nothing) are first[27k + l]..first[27k + l + 1]. So a cell of the
 * table looks at the few rules that end in its two letters only. Costs are kept in tenths.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "lexicon/translit.h"

enum { MOST = 64, PLACES = 64, LATIN = 27, UNEXPLAINED = 110, UNEXPLAINED_VOWEL = 40, MOST_RULES = 2048, NAMES = 8, SCALE = 10 };

/* Letters are packed into a word, the last one in the lowest byte, so that one masked comparison tells whether a rule ends at a place. */
struct rule {
    uint32_t ar, ar_mask, la, la_mask;
    uint8_t ar_n, la_n;
    uint16_t cost;
};

struct image {
    uint16_t first[PLACES * LATIN + 2]; /* the last one is padding */
    uint16_t insertion[26];
    uint32_t names[26][NAMES];
    struct rule rules[];
};

/* Folded Arabic letters as small numbers: U+0600 + number; 0 for anything else. */
static size_t letters_of(uint8_t out[MOST], mq_str arabic)
{
    size_t n = 0;

    for (size_t i = 0; i + 1 < arabic.n; i += 2) {
        const unsigned cp = ((unsigned char)arabic.p[i] & 0x1FU) << 6 | ((unsigned char)arabic.p[i + 1] & 0x3FU);

        if (n == MOST)
            return MOST + 1;
        out[n++] = cp > 0x600 && cp <= 0x640 + 0xA ? (uint8_t)(cp - 0x600) : 0;
    }
    return n;
}

/* letters_of gives up to 0x4A; the index of rules has 64 places from hamza on. */
static unsigned place(uint8_t letter)
{
    return letter >= 0x21 && letter < 0x21 + PLACES ? letter - 0x21U : PLACES - 1;
}

static unsigned group_of(const struct rule *r)
{
    return place(r->ar & 0xFF) * LATIN + (r->la_n ? (r->la & 0xFF) - 'a' + 1U : 0);
}

static size_t latin_letters(char out[MOST], mq_str latin)
{
    size_t n = 0;

    for (size_t i = 0; i < latin.n; i++)
        if (latin.p[i] >= 'a' && latin.p[i] <= 'z') {
            if (n == MOST)
                return MOST + 1;
            out[n++] = latin.p[i];
        }
    return n;
}

static uint16_t cost_of(mq_str s)
{
    char text[16] = { 0 };

    memcpy(text, s.p, s.n < sizeof text - 1 ? s.n : sizeof text - 1);
    return (uint16_t)(strtod(text, NULL) * (double)SCALE + 0.5);
}

static bool read_rule(struct rule *r, const mq_tsv *t)
{
    const mq_str la = t->column[1];
    uint8_t ar[MOST];
    const size_t n = letters_of(ar, t->column[0]);

    *r = (struct rule){ .ar_n = (uint8_t)n, .cost = cost_of(t->column[2]) };
    if (n < 1 || n > 4 || la.n > 4 || la.n == 0)
        return false;
    r->la_n = (uint8_t)(la.p[0] == '-' ? 0 : la.n);
    if (r->la_n && (la.p[la.n - 1] < 'a' || la.p[la.n - 1] > 'z'))
        return false;
    for (size_t i = 0; i < n; i++) {
        r->ar = r->ar << 8 | ar[i];
        r->ar_mask = r->ar_mask << 8 | 0xFF;
    }
    for (size_t i = 0; i < r->la_n; i++) {
        r->la = r->la << 8 | (uint8_t)la.p[i];
        r->la_mask = r->la_mask << 8 | 0xFF;
    }
    return true;
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

    for (int i = 0; i < 26; i++)
        im->insertion[i] = UNEXPLAINED;
    while (mq_tsv_next(&t)) {
        const mq_str ar = t.column[0];
        bool ok = t.n == 3 && *n < MOST_RULES;

        if (ok && ar.p[0] == '=')
            ok = add_name(im, &t);
        else if (ok && ar.p[0] == '-')
            im->insertion[(t.column[1].p[0] - 'a') % 26] = cost_of(t.column[2]);
        else if (ok)
            ok = read_rule(&rules[(*n)++], &t);
        if (!ok)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: no rule", name);
    }
    return MQ_OK;
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
        mq_buf_add(out, &im, sizeof im);
        mq_buf_add(out, rules, n * sizeof *rules);
    }
    free(rules);
    return rc ? rc : out->status;
}

const mq_dict mq_dict_translit = { "translit", "translit.tsv", compile };

/* The letters up to each place, packed as in a rule; places before the first hold 0, which no rule has. */
struct side {
    size_t n;
    uint32_t upto[MOST + 1];
};

static void pack(struct side *s, const uint8_t *letters, size_t n)
{
    s->n = n;
    s->upto[0] = 0;
    for (size_t i = 0; i < n; i++)
        s->upto[i + 1] = s->upto[i] << 8 | letters[i];
}

/* One row of the table is (letters of the Latin side) + 1 costs, from no letter to all. */
typedef uint16_t row[MOST + 1];

/* The least cost of a cell by the rules of one group. `before` are the rows up to this one, the cell is at j in the last of them. */
static unsigned by_rules(const struct image *im, unsigned group, uint32_t arabic, uint32_t latin, row *now, size_t j, unsigned least)
{
    for (unsigned k = im->first[group]; k < im->first[group + 1]; k++) {
        const struct rule *r = &im->rules[k];

        if ((arabic & r->ar_mask) == r->ar && (latin & r->la_mask) == r->la) {
            const unsigned c = (unsigned)now[-(ptrdiff_t)r->ar_n][j - r->la_n] + r->cost;

            least = c < least ? c : least;
        }
    }
    return least;
}

/* Row 0: no Arabic letter. */
static void fill_first(const struct image *im, const struct side *la, row *now)
{
    now[0][0] = 0;
    for (size_t j = 1; j <= la->n; j++)
        now[0][j] = (uint16_t)(now[0][j - 1] + im->insertion[(la->upto[j] & 0xFF) - 'a']);
}

/* A row behind one more Arabic letter, `arabic` being those up to it; returns its least cost. */
static unsigned fill_row(const struct image *im, uint32_t arabic, const struct side *la, row *now)
{
    const unsigned letter = arabic & 0xFF, groups = place((uint8_t)letter) * LATIN;
    const unsigned skip = letter == 0x27 || letter == 0x48 || letter == 0x4A ? UNEXPLAINED_VOWEL : UNEXPLAINED;
    unsigned least = UINT16_MAX;

    for (size_t j = 0; j <= la->n; j++) {
        const unsigned latin = la->upto[j] & 0xFF;
        unsigned c = now[-1][j] + skip;

        if (j) {
            const unsigned insert = now[0][j - 1] + (unsigned)im->insertion[latin - 'a'];

            c = by_rules(im, groups + latin - 'a' + 1, arabic, la->upto[j], now, j, insert < c ? insert : c);
        }
        c = by_rules(im, groups, arabic, la->upto[j], now, j, c);
        now[0][j] = (uint16_t)c;
        least = c < least ? c : least;
    }
    return least;
}

float mq_translit_cost(mq_str image, mq_str arabic, mq_str latin)
{
    const struct image *im = (const struct image *)(const void *)image.p;
    row best[MOST + 1]; /* the most is MOST letters unexplained on both sides: 2 * 64 * 140 fits 16 bits */
    unsigned limit, hopeless = 0;
    uint8_t letters[MOST];
    char latin_small[MOST];
    struct side ar, la;
    const size_t n = letters_of(letters, arabic), m = latin_letters(latin_small, latin);
    const size_t longer = n > m ? n : m;
    float cost;

    if (!image.n || n == 0 || m == 0 || n > MOST || m > MOST)
        return MQ_TRANSLIT_FAR;
    pack(&ar, letters, n);
    pack(&la, (const uint8_t *)latin_small, m);
    limit = (unsigned)(MQ_TRANSLIT_LIMIT * SCALE * (float)longer) + 1;
    fill_first(im, &la, best);
    for (size_t i = 1; i <= n; i++) {
        /* costs only grow; a rule jumps over three rows at most, so four rows beyond the limit end it */
        hopeless = fill_row(im, ar.upto[i], &la, &best[i]) > limit ? hopeless + 1 : 0;
        if (hopeless == 4)
            return MQ_TRANSLIT_FAR;
    }
    cost = (float)best[n][m] / (float)SCALE / (float)longer;
    return cost < MQ_TRANSLIT_FAR ? cost : MQ_TRANSLIT_FAR;
}

unsigned mq_sounds_arabic(mq_str arabic)
{
    /* from hamza (0x21) on: l=1 m=2 n=4 r=8 b=16 t=32 f=64 k=128 s=256 */
    static const uint16_t sound[0x2B] = {
        [0x28 - 0x21] = 16,  [0x2A - 0x21] = 32,  [0x2B - 0x21] = 0,  [0x2C - 0x21] = 0, [0x2E - 0x21] = 0, [0x2F - 0x21] = 32,  [0x30 - 0x21] = 0,
        [0x31 - 0x21] = 8,   [0x32 - 0x21] = 256, [0x33 - 0x21] = 256, [0x35 - 0x21] = 256, [0x36 - 0x21] = 32, [0x37 - 0x21] = 32, [0x41 - 0x21] = 64,
        [0x42 - 0x21] = 128, [0x43 - 0x21] = 128, [0x44 - 0x21] = 1,   [0x45 - 0x21] = 2,   [0x46 - 0x21] = 4,
    };
    unsigned set = 0;

    for (size_t i = 0; i + 1 < arabic.n; i += 2) {
        const unsigned low = (((unsigned char)arabic.p[i] & 0x1FU) << 6 | ((unsigned char)arabic.p[i + 1] & 0x3FU)) - 0x600U;

        if (low >= 0x21 && low < 0x21 + 0x2B)
            set |= sound[low - 0x21];
    }
    return set;
}

unsigned mq_sounds_latin(mq_str latin)
{
    static const uint16_t sound[26] = {
        ['b' - 'a'] = 16, ['p' - 'a'] = 16, ['t' - 'a'] = 32,  ['d' - 'a'] = 32,  ['f' - 'a'] = 64,  ['v' - 'a'] = 64, ['k' - 'a'] = 128,
        ['q' - 'a'] = 128, ['l' - 'a'] = 1, ['m' - 'a'] = 2,   ['n' - 'a'] = 4,   ['r' - 'a'] = 8,   ['s' - 'a'] = 256, ['z' - 'a'] = 256,
    };
    unsigned set = 0;

    for (size_t i = 0; i < latin.n; i++)
        if (latin.p[i] >= 'a' && latin.p[i] <= 'z')
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
