/*
 * context.c - see context.h.
 *
 * Pointwise mutual information with additive smoothing: log2 (c(ab) + k) / (c(a) c(b) / N + k). The table is pruned: a pair that is not in it was seen
 * fewer times than the file's header says, or does not help to tell its words from their rivals. Where grammar decides and counts waver,
 * dict/government.tsv adds or takes bits, for a word or for all plurals in وا; its fourth column names the words whose wish reaches further (clause.h).
 */
#include <math.h>
#include <stdlib.h>

#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "spell/context.h"

/* Right columns that are no word, as letters that do not exist: all that end in وا; an أن or إن further on. */
enum { ENDS_IN_WAW_ALEF = 58, FURTHER_ON = 59 };

static const double log_running_words = 23.21; /* 9.7 million words were counted */
static const double smoothing = 1.0;

static uint64_t pair_hash(const mq_letters *a, const mq_letters *b)
{
    const uint64_t x = mq_letters_hash(a->c, a->n), y = mq_letters_hash(b->c, b->n);

    return (x * 0x9E3779B97F4A7C15ULL) ^ (y << 23 | y >> 41);
}

static const mq_letters any_plural = { .n = 1, .c = { ENDS_IN_WAW_ALEF } }, further_on = { .n = 1, .c = { FURTHER_ON } };

static bool read_neighbour(mq_letters *w, mq_str s)
{
    static const char signs[] = ".0A";
    const char *sign = s.n == 1 ? strchr(signs, *s.p) : NULL;

    if (mq_str_equal(s, MQ_STR("*\xD9\x88\xD8\xA7"))) {
        *w = (mq_letters){ .n = 1, .c = { ENDS_IN_WAW_ALEF } };
        return true;
    }
    if (!sign)
        return mq_letters_read(w, s, NULL);
    *w = (mq_letters){ .n = 1, .c = { (uint8_t)(MQ_NEIGHBOUR_BORDER + (sign - signs)) } };
    return true;
}

/* What a row's number becomes in the table; 0 = it cannot be. */
typedef uint32_t value_fn(double number);

static uint32_t count_value(double count)
{
    return count >= 1 ? 1 + (uint32_t)lround(16 * log2(count)) : 0;
}

/* Bits of either sign, in sixteenths around BIAS. */
enum { BIAS = 1 << 12, FIXED = 16 };

static uint32_t bits_value(double bits)
{
    return fabs(bits) < 100 ? (uint32_t)(BIAS + lround(FIXED * bits)) : 0;
}

static mq_status compile_pairs(mq_buf *image, mq_str text, const char *name, value_fn *value, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_table_list all = { .e = NULL };
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        char number[24] = { 0 };
        mq_letters a, b;
        uint32_t v;

        memcpy(number, t.column[2].p, t.column[2].n < sizeof number - 1 ? t.column[2].n : sizeof number - 1);
        v = t.n >= 3 ? value(strtod(number, NULL)) : 0;
        if (!v || !read_neighbour(&a, t.column[0]) || !read_neighbour(&b, t.column[1]))
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not two words and a number", name);
        else
            mq_table_add(&all, pair_hash(&a, &b), v);
        if (!rc && t.n > 3)
            mq_table_add(&all, pair_hash(&a, &further_on), bits_value(b.c[0] == MQ_L_ALEF_BELOW ? 1 : -1));
    }
    return mq_table_finish(image, &all, name, rc, err);
}

static mq_status compile_contexts(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return compile_pairs(image, text, name, count_value, err);
}

static mq_status compile_government(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return compile_pairs(image, text, name, bits_value, err);
}

const mq_dict mq_dict_contexts = { "contexts", "contexts.tsv", compile_contexts };
const mq_dict mq_dict_government = { "government", "government.tsv", compile_government };

static mq_str pairs, government;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    pairs = mq_dict_image_if_any(&mq_dict_contexts);
    government = mq_dict_image_if_any(&mq_dict_government);
}

/* Bits for b behind a. */
static double government_of(const mq_letters *a, const mq_letters *b, uint64_t pair)
{
    const bool plural = b->n > 2 && b->c[b->n - 1] == MQ_L_ALEF && b->c[b->n - 2] == MQ_L_WAW;
    uint32_t asked = mq_table_find(government, pair);

    if (!asked && plural)
        asked = mq_table_find(government, pair_hash(a, &any_plural));
    return asked ? ((double)asked - BIAS) / FIXED : 0;
}

int mq_context_asks(const mq_letters *w)
{
    uint32_t asked;

    mq_once_do(&once, load);
    asked = government.n ? mq_table_find(government, pair_hash(w, &further_on)) : 0;
    return !asked ? 0 : asked > BIAS ? 1 : -1;
}

double mq_context_fit(const mq_letters *a, double log_a, const mq_letters *b, double log_b)
{
    const uint64_t h = pair_hash(a, b);
    uint32_t seen;

    mq_once_do(&once, load);
    seen = pairs.n ? mq_table_find(pairs, h) : 0;
    return log2((seen ? exp2((seen - 1) / 16.0) : 0) + smoothing) - log2(exp2(log_a + log_b - log_running_words) + smoothing)
           + (government.n ? government_of(a, b, h) : 0);
}

double mq_context_log(uint8_t kind)
{
    return kind == MQ_NEIGHBOUR_BORDER ? 20.5 : kind == MQ_NEIGHBOUR_NUMBER ? 18.4 : 17.7;
}
