/* words.c - see words.h. A table that cannot be had (no dict/ in the program) knows no word. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "text/words.h"
#include "text/wordtable.h"

unsigned mq_word_kind_of(mq_str pos)
{
    static const char *const names[] = { "noun", "adj", "name", "num", "prep", "part" };

    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (mq_str_equal(pos, mq_str_of(names[i])))
            return 1U << i;
    return 0;
}

static mq_status compile_words(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const uint32_t pos = mq_word_kind_of(t.column[1]);
        mq_str forms = t.column[5], form;

        if (!pos)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: no part of speech '%.*s'", name, (int)t.column[1].n, t.column[1].p);
        mq_table_add_word(&all, t.column[0], pos);
        while (mq_split(&form, &forms, '|'))
            mq_table_add_word(&all, form, pos | MQ_WORD_FORM);
    }
    all.n = mq_table_unite(all.e, all.n); /* a word of several rows (noun and adjective, form and headword) has all the bits */
    return mq_table_finish(image, &all, name, rc, err);
}

static mq_status compile_counts(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        float count;

        if (mq_tsv_number(&count, t.column[1]) && count >= 1)
            mq_table_add_word(&all, t.column[0], mq_table_of_count(count));
        else
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: no count '%.*s'", name, (int)t.column[1].n, t.column[1].p);
    }
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_words = { "words", "lexicon.tsv", compile_words };
const mq_dict mq_dict_counts = { "counts", "counts.tsv", compile_counts };

enum { COUNT_STEPS = 1024 };

static mq_str words, counts;
static double count_of[COUNT_STEPS]; /* by the value in the table; the last one stands for all above */
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    words = mq_dict_image_if_any(&mq_dict_words);
    counts = mq_dict_image_if_any(&mq_dict_counts);
    for (unsigned v = 1; v < COUNT_STEPS; v++)
        count_of[v] = mq_table_count(v);
}

unsigned mq_word_kinds_hash(uint64_t hash)
{
    mq_once_do(&once, load);
    return words.n ? mq_table_find(words, hash) : 0;
}

double mq_word_count_hash(uint64_t hash)
{
    uint32_t v;

    mq_once_do(&once, load);
    v = counts.n ? mq_table_find(counts, hash) : 0;
    return count_of[v < COUNT_STEPS ? v : COUNT_STEPS - 1];
}

unsigned mq_word_kinds(mq_str folded)
{
    return mq_word_kinds_hash(mq_hash(folded));
}

double mq_word_count(mq_str folded)
{
    return mq_word_count_hash(mq_hash(folded));
}

void mq_word_prefetch(uint64_t hash)
{
    mq_once_do(&once, load);
    if (words.n && counts.n) {
        mq_table_prefetch(words, hash);
        mq_table_prefetch(counts, hash);
    }
}
