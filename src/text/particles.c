/* particles.c - see particles.h. A table that cannot be had (no dict/ in the program) knows no word. */
#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "text/affix.h"
#include "text/particles.h"
#include "text/wordtable.h"

/* "و|ف|ب"; - stands for none. */
static bool read_proclitics(uint32_t *out, mq_str list)
{
    mq_str one;

    *out = 0;
    if (mq_str_equal(list, MQ_STR("-")))
        return true;
    while (mq_split(&one, &list, '|')) {
        uint32_t letter;
        const size_t n = mq_utf8_decode(one.p, one.p + one.n, &letter);
        const uint8_t bit = n == one.n ? mq_clitic_bit((uint16_t)letter) : 0;

        if (!bit)
            return false;
        *out |= bit;
    }
    return *out != 0;
}

static mq_status add_particle(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err)
{
    const bool owns = row->n == 3 && mq_str_equal(row->column[2], MQ_STR("+"));
    uint32_t takes;

    if (row->n != 3 || !read_proclitics(&takes, row->column[1]) || !(owns || mq_str_equal(row->column[2], MQ_STR("-"))))
        return mq_fail_at(err, MQ_EFORMAT, row->line, 0, "%s: not a word, its proclitics and + or -: '%.*s'", name, (int)row->column[0].n, row->column[0].p);
    mq_table_add(l, mq_hash(row->column[0]), takes | MQ_PARTICLE_LISTED | (owns ? MQ_PARTICLE_OWNS : 0U));
    return MQ_OK;
}

static mq_status compile_particles(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return mq_table_of_rows(image, text, name, add_particle, err);
}

static mq_status add_verb(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err)
{
    (void)name;
    (void)err;
    if (mq_str_equal(row->column[1], MQ_STR("verb")))
        mq_table_add(l, mq_hash(row->column[0]), 1);
    return MQ_OK;
}

static mq_status compile_verbs(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    return mq_table_of_rows(image, text, name, add_verb, err);
}

const mq_dict mq_dict_particles = { "particles", "particles.tsv", compile_particles };
const mq_dict mq_dict_verbs = { "verbs", "function.tsv", compile_verbs };

static mq_str particles, verbs;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    particles = mq_dict_image_if_any(&mq_dict_particles);
    verbs = mq_dict_image_if_any(&mq_dict_verbs);
}

static uint32_t find(const mq_str *image, mq_str word)
{
    mq_once_do(&once, load);
    return image->n ? mq_table_find(*image, mq_hash(word)) : 0;
}

unsigned mq_particle_of(mq_str word)
{
    return find(&particles, word);
}

bool mq_is_common_verb(mq_str word)
{
    return find(&verbs, word) != 0;
}
