/* foreign.c - see foreign.h. A table from the key of the word, and a number for each of its pivots, to the key of the pivot. */
#include <stdlib.h>

#include <muqabil/text.h>

#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/foreign.h"
#include "lexicon/keys.h"

enum { MOST_ROWS = 1 << 14 };

static uint64_t slot(uint32_t exact, unsigned pivot)
{
    return ((uint64_t)exact << 2 | pivot) * UINT64_C(0x9E3779B97F4A7C15);
}

static mq_status key_of(uint32_t *exact, mq_str word, mq_error *err)
{
    mq_buf folded = MQ_BUF_INIT;
    const mq_status rc = mq_fold(&folded, word, MQ_FOLD_SEARCH, err);

    *exact = rc ? 0 : mq_latin_exact_of(mq_buf_str(&folded));
    mq_buf_release(&folded);
    return rc;
}

/* The first slot of the word that no row before took; MQ_FOREIGN_PIVOTS when all are. */
static unsigned free_slot(const mq_table_entry *e, size_t n, uint32_t exact)
{
    unsigned pivot = 0;

    for (size_t i = 0; i < n && pivot < MQ_FOREIGN_PIVOTS; i++)
        pivot += e[i].hash == slot(exact, pivot);
    return pivot;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_entry *e = calloc(MOST_ROWS, sizeof *e);
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = e ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);
    size_t n = 0;

    while (!rc && mq_tsv_next(&t)) {
        uint32_t word, french;
        unsigned pivot;

        rc = key_of(&word, t.column[0], err);
        if (!rc)
            rc = key_of(&french, t.column[1], err);
        if (!rc && (t.n != 3 || !french || n == MOST_ROWS))
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a word, a French word and its languages", name);
        if (rc || !word)
            continue; /* a function word of French or English, too: it has no key */
        pivot = free_slot(e, n, word);
        if (pivot < MQ_FOREIGN_PIVOTS)
            e[n++] = (mq_table_entry){ slot(word, pivot), french };
    }
    if (!rc)
        mq_table_write(image, e, n);
    free(e);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_foreign = { "foreign", "foreign.tsv", compile };

unsigned mq_foreign_pivots(mq_str image, uint32_t exact, uint32_t pivots[MQ_FOREIGN_PIVOTS])
{
    unsigned n = 0;

    while (image.n && n < MQ_FOREIGN_PIVOTS && (pivots[n] = mq_table_find(image, slot(exact, n))) != 0)
        n++;
    return n;
}
