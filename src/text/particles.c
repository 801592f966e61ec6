/* particles.c - see particles.h. A table that cannot be had (no dict/ in the program) knows no word. */
#include <pthread.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "text/affix.h"
#include "text/particles.h"

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

static mq_status compile_particles(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;
    uint32_t takes;

    while (!rc && mq_tsv_next(&t)) {
        const bool owns = t.n == 3 && mq_str_equal(t.column[2], MQ_STR("+"));

        if (t.n == 3 && read_proclitics(&takes, t.column[1]) && (owns || mq_str_equal(t.column[2], MQ_STR("-"))))
            mq_table_add(&all, mq_hash(t.column[0]), takes | MQ_PARTICLE_LISTED | (owns ? MQ_PARTICLE_OWNS : 0U));
        else
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a word, its proclitics and + or -: '%.*s'", name, (int)t.column[0].n, t.column[0].p);
    }
    return mq_table_finish(image, &all, name, rc, err);
}

static mq_status compile_verbs(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t))
        if (mq_str_equal(t.column[1], MQ_STR("verb")))
            mq_table_add(&all, mq_hash(t.column[0]), 1);
    return mq_table_finish(image, &all, name, MQ_OK, err);
}

const mq_dict mq_dict_particles = { "particles", "particles.tsv", compile_particles };
const mq_dict mq_dict_verbs = { "verbs", "function.tsv", compile_verbs };

static mq_str particles, verbs;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void)
{
    particles = mq_dict_image_if_any(&mq_dict_particles);
    verbs = mq_dict_image_if_any(&mq_dict_verbs);
}

static uint32_t find(const mq_str *image, mq_str word)
{
    (void)pthread_once(&once, load);
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
