/* neighbours.c - see neighbours.h. A table from the hash of two words to their count, as that of the single words (words.c). */
#include <math.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "text/neighbours.h"
#include "text/words.h"
#include "text/wordtable.h"

/* The corpora of counts.tsv, in words; what both sides of the quotient gain so that rare words do not shout. */
#define RUNNING_WORDS 16e6
#define SMOOTHING 0.5
#define LEAST (-6.0) /* 1/64, as a power of two */
#define MOST 8.0

/* Of their hashes, which are at hand; which one stands first counts. */
static uint64_t pair_hash(uint64_t a, uint64_t b)
{
    return a * UINT64_C(0x9E3779B97F4A7C15) + b;
}

/* "word count" */
static bool read_neighbour(mq_str one, mq_str *word, float *count)
{
    mq_str rest = one;

    return mq_split(word, &rest, ' ') && mq_tsv_number(count, rest) && *count >= 1;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_str list = t.column[1], one, word;
        float count;

        while (!rc && mq_split(&one, &list, '|'))
            if (!read_neighbour(one, &word, &count))
                rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a word and its count: '%.*s'", name, (int)one.n, one.p);
            else
                mq_table_add(&all, pair_hash(mq_hash(t.column[0]), mq_hash(word)), mq_table_of_count(count));
    }
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_neighbours = { "neighbours", "neighbours.tsv", compile };

static mq_str table;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    table = mq_dict_image_if_any(&mq_dict_neighbours);
}

bool mq_bond(uint64_t a, double of_a, uint64_t b, double of_b, float *bond)
{
    uint32_t v;
    double q, b2;

    if (of_a == 0 || of_b == 0)
        return false;
    mq_once_do(&once, load);
    v = table.n ? mq_table_find(table, pair_hash(a, b)) : 0;
    q = (mq_table_count(v) + SMOOTHING) / (of_a * of_b / RUNNING_WORDS + SMOOTHING);
    b2 = q <= 1.0 / 64 ? LEAST : log2(q);
    *bond = (float)(b2 > MOST ? MOST : b2);
    return true;
}

void mq_bond_prefetch(uint64_t a, uint64_t b)
{
    mq_once_do(&once, load);
    if (table.n)
        mq_table_prefetch(table, pair_hash(a, b));
}
