/* scan_cues.c - see scan_cues.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/tsv.h"
#include "glossary/scan_cues.h"
#include "lexicon/cues.h"

#define ARTICLE MQ_STR("\u0627\u0644")

/* A row of the dictionary, for one of its nouns. */
struct mq_cue_row {
    uint64_t key;        /* mq_hash of the noun as mq_sense_headword has it */
    mq_str noun, renderings, patterns;
    mq_str instead;      /* renderings that stand for those where the glossary has none of them */
    uint32_t number;     /* from 1, in the order of the file */
    bool wanted;         /* the glossary has the noun */
    bool said;           /* and with one of the renderings */
};

/* A pair that is meant where no other of its noun says what the row tells. */
struct instead {
    size_t row;          /* index */
    uint64_t fact;
};

static int by_key(const void *x, const void *y)
{
    const struct mq_cue_row *a = x, *b = y;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static int by_value(const void *x, const void *y)
{
    const uint64_t *a = x, *b = y;

    return *a < *b ? -1 : *a > *b;
}

/* The pair stands in the lower half but for the last bit, which says whether the cue means it. */
static uint64_t fact(uint32_t cue, uint32_t pair, bool meant)
{
    return (uint64_t)cue << 32 | (uint64_t)pair << 1 | meant;
}

static size_t count_nouns(mq_str image)
{
    mq_cues row;
    mq_str noun;
    size_t n = 0;

    while (mq_cues_next(&row, &image))
        while (mq_split(&noun, &row.nouns, '|'))
            n++;
    return n;
}

static mq_status add_row(mq_scan_cues *c, const mq_cues *row, uint32_t number)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str nouns = row->nouns, noun;
    mq_status rc = MQ_OK;

    while (!rc && mq_split(&noun, &nouns, '|')) {
        mq_buf_clear(&key);
        rc = mq_sense_headword(&key, noun);
        c->row[c->n++] = (struct mq_cue_row){ mq_hash(mq_buf_str(&key)), noun, row->renderings, row->patterns, row->instead, number, false, false };
    }
    mq_buf_release(&key);
    return rc;
}

/* The rows of one noun, which stand side by side now, share what it said last. */
static mq_status note_nouns(mq_scan_cues *c, uint32_t rows)
{
    uint32_t first = 0;
    const mq_status rc = mq_scan_said_init(&c->said, rows);

    for (size_t i = 0; !rc && i < c->n; i++) {
        const struct mq_cue_row *row = &c->row[i];

        if (i == 0 || row->key != row[-1].key)
            first = row->number;
        mq_scan_said_add(&c->said, row->number, first, row->key, row->renderings);
    }
    return rc;
}

mq_status mq_scan_cues_load(mq_scan_cues *c, mq_error *err)
{
    mq_cues row;
    mq_str image;
    mq_status rc = mq_dict_image(&image, &mq_dict_cues, err);
    uint32_t rows = 0;

    if (rc)
        return rc;
    c->row = calloc(count_nouns(image) + 1, sizeof *c->row);
    rc = c->row ? MQ_OK : MQ_ENOMEM;
    while (!rc && mq_cues_next(&row, &image))
        rc = add_row(c, &row, ++rows);
    if (!rc) {
        qsort(c->row, c->n, sizeof *c->row, by_key);
        rc = note_nouns(c, rows);
    }
    return rc ? mq_fail(err, MQ_ENOMEM, "no memory for the cues of senses") : MQ_OK;
}

void mq_scan_cues_release(mq_scan_cues *c)
{
    free(c->row);
    mq_scan_said_release(&c->said);
    mq_buf_release(&c->says);
    mq_buf_release(&c->instead);
    mq_buf_release(&c->without);
    *c = (mq_scan_cues)MQ_SCAN_CUES_INIT;
}

/* The first row of the noun, or the end. */
static size_t first_row(const mq_scan_cues *c, uint64_t key)
{
    size_t low = 0, high = c->n;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (c->row[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What row i says of the pair. */
static mq_status note_row(mq_scan_cues *c, size_t i, mq_str la, bool decided, uint32_t pair)
{
    struct mq_cue_row *row = &c->row[i];
    bool meant, instead = false;
    mq_status rc = mq_senses_share(&meant, row->renderings, la);
    uint64_t one;

    if (!rc && !meant && row->instead.n)
        rc = mq_senses_share(&instead, row->instead, la);
    row->wanted = true;
    row->said |= meant;
    one = fact(row->number, pair, meant || decided);
    mq_buf_add(&c->says, &one, sizeof one);
    if (instead && !decided) {
        const struct instead maybe = { i, one };

        mq_buf_add(&c->instead, &maybe, sizeof maybe);
    }
    return rc ? rc : c->says.status ? c->says.status : c->instead.status;
}

/* What the rows of a noun say of the pair. */
static mq_status note_noun(mq_scan_cues *c, mq_str noun, mq_str la, bool decided, uint32_t pair)
{
    const uint64_t hash = mq_hash(noun);
    mq_status rc = MQ_OK;

    for (size_t i = first_row(c, hash); !rc && i < c->n && c->row[i].key == hash; i++)
        rc = note_row(c, i, la, decided, pair);
    return rc;
}

/* A headword as it stands and, of one word, without its article: المعرفة, معرفة. */
static mq_status note_headword(mq_scan_cues *c, mq_str ar, mq_str la, bool decided, uint32_t pair)
{
    mq_buf key = MQ_BUF_INIT;
    mq_status rc = mq_sense_headword(&key, ar);
    const mq_str word = mq_buf_str(&key);

    if (!rc)
        rc = note_noun(c, word, la, decided, pair);
    if (!rc && word.n > ARTICLE.n + 2 && memcmp(word.p, ARTICLE.p, ARTICLE.n) == 0 && !memchr(word.p, ' ', word.n))
        rc = note_noun(c, (mq_str){ word.p + ARTICLE.n, word.n - ARTICLE.n }, la, decided, pair);
    mq_buf_release(&key);
    return rc;
}

mq_status mq_scan_cues_note(mq_scan_cues *c, mq_str ar, mq_str la, bool decided, uint32_t pair)
{
    const size_t before = c->says.n;
    mq_str rest = ar, part;
    mq_status rc = MQ_OK;

    if (c->n == 0 || mq_str_equal(ar, mq_buf_str(&c->without)))
        return MQ_OK;
    while (!rc && mq_split(&part, &rest, '/')) /* شاحن/ مرسل: two headwords */
        rc = note_headword(c, part, la, decided, pair);
    if (!rc && c->says.n == before) {
        mq_buf_clear(&c->without);
        mq_buf_addstr(&c->without, ar);
        rc = c->without.status;
    }
    return rc;
}

static mq_status add_patterns(const struct mq_cue_row *row, mq_matcher *m, mq_error *err)
{
    mq_buf phrase = MQ_BUF_INIT;
    mq_str patterns = row->patterns, one;
    mq_status rc = MQ_OK;

    while (!rc && mq_split(&one, &patterns, '|')) {
        mq_cue_place p;

        mq_buf_clear(&phrase);
        p = mq_cue_phrase(&phrase, one, row->noun);
        rc = phrase.status ? mq_fail(err, MQ_ENOMEM, "no memory for the cues of senses")
                           : mq_matcher_add_cue(m, mq_buf_str(&phrase), (mq_phrase_words){ p.first, p.words, p.bare, p.attributive }, row->number, err);
    }
    mq_buf_release(&phrase);
    return rc;
}

/* Pairs that are told instead of others which the glossary has not. `says` is in order and stays so: its last bit is that of one pair alone. */
static void settle(mq_scan_cues *c)
{
    const struct instead *maybe = (const void *)c->instead.p;

    for (size_t i = 0; i < c->instead.n / sizeof *maybe; i++) {
        uint64_t *found = c->row[maybe[i].row].said ? NULL : bsearch(&maybe[i].fact, c->says.p, c->says.n / sizeof *found, sizeof *found, by_value);

        if (found)
            *found |= 1;
    }
    mq_buf_clear(&c->instead);
}

mq_status mq_scan_cues_add(mq_scan_cues *c, mq_matcher *m, mq_error *err)
{
    mq_status rc = MQ_OK;

    if (c->says.n)
        qsort(c->says.p, c->says.n / sizeof(uint64_t), sizeof(uint64_t), by_value);
    settle(c);
    for (size_t i = 0; i < c->n && !rc; i++)
        if (c->row[i].wanted)
            rc = add_patterns(&c->row[i], m, err);
    return rc;
}

mq_cue_says mq_scan_cues_ask(const mq_scan_cues *c, uint32_t cue, uint32_t pair)
{
    const uint64_t meant = fact(cue, pair, true), other = fact(cue, pair, false);

    if (c->says.n == 0)
        return MQ_CUE_NOTHING;
    if (bsearch(&meant, c->says.p, c->says.n / sizeof meant, sizeof meant, by_value))
        return MQ_CUE_THIS;
    return bsearch(&other, c->says.p, c->says.n / sizeof other, sizeof other, by_value) ? MQ_CUE_OTHER : MQ_CUE_NOTHING;
}
