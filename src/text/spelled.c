/* spelled.c - see spelled.h. A table that cannot be had (no dict/ in the program) knows no word. */
#include <math.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "text/spelled.h"
#include "text/words.h"
#include "text/wordtable.h"

#define HAS_FORMS 256U

static mq_status compile_spelled(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t)) {
        const uint32_t pos = mq_word_kind_of(t.column[1]) | (t.column[5].n ? HAS_FORMS : 0);
        mq_str forms = t.column[5], form;

        mq_table_add(&all, mq_hash(t.column[0]), pos);
        while (mq_split(&form, &forms, '|'))
            mq_table_add(&all, mq_hash(form), MQ_WORD_FORM);
    }
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, MQ_OK, err);
}

static mq_status compile_grammar(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    static const struct {
        const char *role;
        uint32_t kind;
    } roles[] = { { "prep", MQ_WORD_PREP },       { "conj", MQ_WORD_PREP },       { "dem", MQ_SPELLED_GRAMMAR }, { "rel", MQ_SPELLED_GRAMMAR },
                  { "pron", MQ_SPELLED_GRAMMAR }, { "neg", MQ_SPELLED_GRAMMAR }, { "adv", MQ_SPELLED_GRAMMAR } };
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t))
        for (unsigned i = 0; i < sizeof roles / sizeof *roles; i++)
            if (mq_str_equal(t.column[1], mq_str_of(roles[i].role)))
                mq_table_add(&all, mq_hash(t.column[0]), roles[i].kind);
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, MQ_OK, err);
}

static mq_status add_count(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err)
{
    float count;

    if (!mq_tsv_number(&count, row->column[1]))
        return mq_fail_at(err, MQ_EFORMAT, row->line, 0, "%s: no count '%.*s'", name, (int)row->column[1].n, row->column[1].p);
    mq_table_add(l, mq_hash(row->column[0]), mq_table_of_count(fmaxf(count, 1)));
    return MQ_OK;
}

static mq_status compile_counts(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return mq_table_of_rows(image, text, name, add_count, err);
}

static bool is_percentage(float x)
{
    return x >= 0 && x <= 100;
}

/* 1 + the percentage with the article + 256 * the one without. */
static mq_status add_feminine(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err)
{
    float with, without;

    if (row->n != 3 || !mq_tsv_number(&with, row->column[1]) || !mq_tsv_number(&without, row->column[2]) || !is_percentage(with) || !is_percentage(without))
        return mq_fail_at(err, MQ_EFORMAT, row->line, 0, "%s: two percentages are due in the row of '%.*s'", name, (int)row->column[0].n, row->column[0].p);
    mq_table_add_word(l, row->column[0], 1 + (uint32_t)with + ((uint32_t)without << 8));
    return MQ_OK;
}

static mq_status compile_feminine(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return mq_table_of_rows(image, text, name, add_feminine, err);
}

const mq_dict mq_dict_spelled = { "spelled", "lexicon.tsv", compile_spelled };
const mq_dict mq_dict_grammar = { "grammar", "function.tsv", compile_grammar };
const mq_dict mq_dict_spelled_counts = { "spelled-counts", "counts.tsv", compile_counts };
const mq_dict mq_dict_feminine = { "feminine", "feminine.tsv", compile_feminine };

static mq_str spelled, grammar, counts, feminine;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    spelled = mq_dict_image_if_any(&mq_dict_spelled);
    grammar = mq_dict_image_if_any(&mq_dict_grammar);
    counts = mq_dict_image_if_any(&mq_dict_spelled_counts);
    feminine = mq_dict_image_if_any(&mq_dict_feminine);
}

static uint32_t find(const mq_str *image, uint64_t hash)
{
    mq_once_do(&once, load);
    return image->n ? mq_table_find(*image, hash) : 0;
}

unsigned mq_spelled_kinds(mq_str word)
{
    const uint64_t hash = mq_hash(word);

    return (find(&spelled, hash) & ~HAS_FORMS) | find(&grammar, hash);
}

bool mq_spelled_has_forms(mq_str word)
{
    return find(&spelled, mq_hash(word)) & HAS_FORMS;
}

double mq_spelled_count(mq_str word)
{
    return mq_table_count(find(&counts, mq_hash(word)));
}

float mq_feminine_share(mq_str folded, bool article)
{
    const uint32_t v = find(&feminine, mq_hash(folded));

    return v ? (float)((v - 1) >> (article ? 0 : 8) & 0xFF) / 100 : -1;
}
