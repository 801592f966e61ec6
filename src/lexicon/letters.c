/*
 * letters.c - see letters.h. Image: u32 number of languages, u32 columns, padded to 16; then for each context of two letters and each letter that may follow one
 * byte a column: its cost in eighths of a bit. A word is read between spaces (letter 0).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/letters.h"
#include "text/localenames.h"

enum { HEADER = 16, LETTERS = 27, PAIRS = LETTERS * LETTERS, TRIPLES = PAIRS * LETTERS, STEPS = 8, LONGEST_CODE = 8, SEEN = 1 << 18 };

/* ---- counting ---- */

/* The counts of one language; words that were counted are known by their hash. */
struct counts {
    float three[TRIPLES], two[PAIRS], one[LETTERS];
};

struct counting {
    struct counts *of;          /* MQ_TONGUES of them */
    char code[MQ_TONGUES][LONGEST_CODE];
    size_t n;
    uint64_t *seen;             /* a set of hashes of (language, word): SEEN places */
    size_t nseen;
    mq_buf folded;
    bool failed;
};

/* Whether the word is new to the language; what is too much to remember is not. */
static bool is_new(struct counting *c, size_t language, mq_str word)
{
    const uint64_t hash = (mq_hash(word) ^ (language + 1) * UINT64_C(0x9E3779B97F4A7C15)) | 1;

    for (size_t i = hash % SEEN;; i = (i + 1) % SEEN) {
        if (c->seen[i] == hash || c->nseen > SEEN / 2)
            return false;
        if (c->seen[i] == 0) {
            c->seen[i] = hash;
            c->nseen++;
            return true;
        }
    }
}

static void count(struct counts *k, unsigned a, unsigned b, unsigned letter)
{
    k->three[(a * LETTERS + b) * LETTERS + letter]++;
    k->two[b * LETTERS + letter]++;
    k->one[letter]++;
}

static void count_word(struct counting *c, size_t language, mq_str word)
{
    unsigned a = 0, b = 0;

    if (word.n < 2 || !is_new(c, language, word))
        return;
    for (size_t i = 0; i < word.n; i++) {
        const unsigned letter = (unsigned)(word.p[i] - 'a' + 1);

        count(&c->of[language], a, b, letter);
        a = b;
        b = letter;
    }
    count(&c->of[language], a, b, 0);
}

/* The words of a text, as written: runs of letters a–z once folded. One with another letter in it is left out. */
static void count_text(struct counting *c, size_t language, mq_str text)
{
    size_t from = 0;
    bool strange = false;

    mq_buf_clear(&c->folded);
    c->failed |= mq_fold(&c->folded, text, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    for (size_t i = 0; i <= c->folded.n; i++) {
        const char l = i < c->folded.n ? c->folded.p[i] : ' ';

        if (l >= 'a' && l <= 'z')
            continue;
        strange |= (unsigned char)l >= 0x80 || (l >= '0' && l <= '9');
        if ((unsigned char)l >= 0x80)
            continue;
        if (!strange)
            count_word(c, language, (mq_str){ c->folded.p + from, i - from });
        from = i + 1;
        strange = false;
    }
}

/* ---- from counts to costs ---- */

static unsigned kinds(const float *n, float *all)
{
    unsigned k = 0;

    *all = 0;
    for (unsigned i = 0; i < LETTERS; i++) {
        *all += n[i];
        k += n[i] > 0;
    }
    return k;
}

/* Witten and Bell: (count + kinds · P of the shorter context) / (all + kinds). */
static void smooth(float p[LETTERS], const float *n, const float *shorter)
{
    float all;
    const float k = (float)kinds(n, &all);

    for (unsigned i = 0; i < LETTERS; i++)
        p[i] = all > 0 ? (n[i] + k * shorter[i]) / (all + k) : shorter[i];
}

static unsigned char cost_of(float p)
{
    const float cost = -log2f(p) * STEPS;

    return cost > 255 ? 255 : (unsigned char)lroundf(cost);
}

static void write_column(unsigned char *costs, size_t columns, size_t column, const struct counts *k)
{
    float even[LETTERS], one[LETTERS], two[LETTERS], three[LETTERS];

    for (unsigned i = 0; i < LETTERS; i++)
        even[i] = 1.0f / LETTERS;
    smooth(one, k->one, even);
    for (size_t pair = 0; pair < PAIRS; pair++) {
        smooth(two, k->two + pair % LETTERS * LETTERS, one);
        smooth(three, k->three + pair * LETTERS, two);
        for (size_t i = 0; i < LETTERS; i++)
            costs[(pair * LETTERS + i) * columns + column] = cost_of(three[i]);
    }
}

static mq_status write_image(mq_buf *image, const struct counting *c, size_t columns)
{
    const uint32_t header[HEADER / 4] = { (uint32_t)c->n, (uint32_t)columns };
    unsigned char *costs = calloc(TRIPLES, columns);

    if (!costs)
        return MQ_ENOMEM;
    for (size_t i = 0; i < c->n; i++)
        write_column(costs, columns, i, &c->of[i]);
    mq_buf_add(image, header, sizeof header);
    mq_buf_add(image, costs, TRIPLES * columns);
    free(costs);
    return image->status;
}

static mq_status counting_init(struct counting *c, size_t languages, mq_error *err)
{
    *c = (struct counting){ .of = calloc(languages, sizeof *c->of), .seen = calloc(SEEN, sizeof *c->seen) };
    return c->of && c->seen ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory to count letters");
}

static void counting_release(struct counting *c)
{
    free(c->of);
    free(c->seen);
    mq_buf_release(&c->folded);
}

/* ---- French and English ---- */

static mq_status compile_ours(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct counting c;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = counting_init(&c, 2, err);

    c.n = 2;
    while (!rc && mq_tsv_next(&t)) {
        if (mq_str_equal(t.column[1], MQ_STR("name")))
            continue;
        for (size_t i = 0; i < 2; i++) {
            count_text(&c, i, t.column[3 + i]);
            if (t.n == 8)
                count_text(&c, i, t.column[6 + i]);
        }
    }
    if (!rc)
        rc = c.failed ? MQ_ENOMEM : write_image(image, &c, 2);
    counting_release(&c);
    return rc ? mq_fail(err, rc, "no memory for '%s'", name) : MQ_OK;
}

const mq_dict mq_dict_letters = { "letters", "lexicon.tsv", compile_ours };

/* ---- the others ---- */

struct naming {
    struct counting *c;
    size_t language;
};

static void count_name(void *user, mq_str name)
{
    const struct naming *n = user;

    count_text(n->c, n->language, name);
}

/* The place of a language; a new one with its names from ICU. SIZE_MAX when it is no code or there are too many. */
static size_t place_of(struct counting *c, mq_str code)
{
    struct naming n = { c, c->n };

    for (size_t i = 0; i < c->n; i++)
        if (mq_str_equal(code, mq_str_of(c->code[i])))
            return i;
    if (code.n < 2 || code.n >= LONGEST_CODE || c->n == MQ_TONGUES)
        return SIZE_MAX;
    memcpy(c->code[c->n++], code.p, code.n);
    mq_names_in(c->code[n.language], count_name, &n);
    return n.language;
}

static mq_status compile_others(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct counting c;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = counting_init(&c, MQ_TONGUES, err);

    while (!rc && mq_tsv_next(&t)) {
        const size_t language = place_of(&c, t.column[0]);

        if (language == SIZE_MAX || t.n != 2)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a language and its words, or more than %d languages", name, MQ_TONGUES);
        else
            count_text(&c, language, t.column[1]);
    }
    if (!rc && (c.failed || write_image(image, &c, MQ_TONGUES)))
        rc = mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    counting_release(&c);
    return rc;
}

const mq_dict mq_dict_tongues = { "tongues", "tongues.tsv", compile_others };

/* ---- whole words ---- */

static mq_status compile_words(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_buf folded = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_str words, word;

        mq_buf_clear(&folded);
        rc = mq_fold(&folded, t.column[1], MQ_FOLD_SEARCH, err);
        words = mq_buf_str(&folded);
        while (!rc && mq_split(&word, &words, ' '))
            if (word.n > 2)
                mq_table_add(&all, mq_hash(word), 1);
    }
    mq_buf_release(&folded);
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_tongue_words = { "tongue_words", "tongues.tsv", compile_words };

bool mq_is_tongue_word(mq_str image, mq_str word)
{
    return image.n && mq_table_find(image, mq_hash(word));
}

/* ---- reading ---- */

/* The sums of some letters, so few that they fit: half as wide, so that a register holds twice as many of them. */
enum { MOST_TOGETHER = UINT16_MAX / UINT8_MAX };

struct some {
    unsigned letters;
    uint16_t ours[2], others[MQ_TONGUES];
};

static void add_costs(uint16_t *sum, size_t columns, mq_str image, size_t triple)
{
    const unsigned char *row = (const unsigned char *)image.p + HEADER + triple * columns;

    for (size_t i = 0; i < columns; i++)
        sum[i] = (uint16_t)(sum[i] + row[i]);
}

static void add_some(mq_spelling *s, const struct some *few)
{
    s->letters += few->letters;
    for (size_t i = 0; i < 2; i++)
        s->ours[i] += few->ours[i];
    for (size_t i = 0; i < MQ_TONGUES; i++)
        s->others[i] += few->others[i];
}

static void add_letter(struct some *few, mq_spelling *s, mq_str letters, mq_str tongues, size_t triple)
{
    if (few->letters == MOST_TOGETHER) {
        add_some(s, few);
        *few = (struct some){ .letters = 0 };
    }
    few->letters++;
    if (letters.n)
        add_costs(few->ours, 2, letters, triple);
    if (tongues.n)
        add_costs(few->others, MQ_TONGUES, tongues, triple);
}

void mq_spelling_add(mq_spelling *s, mq_str letters, mq_str tongues, mq_str word)
{
    struct some few = { .letters = 0 };
    size_t a = 0, b = 0;

    for (size_t i = 0; i <= word.n; i++) {
        const unsigned letter = i < word.n ? (unsigned)((unsigned char)word.p[i] - 'a' + 1) : 0;

        if (i < word.n ? letter - 1 >= LETTERS - 1 : !b)
            continue;
        add_letter(&few, s, letters, tongues, (a * LETTERS + b) * LETTERS + letter);
        a = b;
        b = letter;
    }
    add_some(s, &few);
}

unsigned mq_spelling_other(const mq_spelling *s, mq_str tongues)
{
    const uint32_t n = tongues.n ? *(const uint32_t *)(const void *)tongues.p : 0;
    unsigned least = n ? s->others[0] : (s->ours[0] < s->ours[1] ? s->ours[0] : s->ours[1]);

    for (uint32_t i = 1; i < n; i++)
        least = s->others[i] < least ? s->others[i] : least;
    return least;
}
