/* names.c - see names.h. The image is a table of the hashes of dict/given_names.tsv. */

#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "spell/names.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_table_list all = { .e = NULL };
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        mq_letters w;

        if (t.n != 1 || !mq_letters_read(&w, t.column[0], NULL))
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not one word", name);
        else
            mq_table_add(&all, mq_letters_hash(w.c, w.n), 1);
    }
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_given_names = { "given_names", "given_names.tsv", compile };

static mq_str names;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    names = mq_dict_image_if_any(&mq_dict_given_names);
}

bool mq_is_given_name(const mq_letters *w)
{
    unsigned at = 0;

    mq_once_do(&once, load);
    if (names.n == 0)
        return false;
    while (at < w->n && mq_table_find(names, mq_letters_hash(w->c + at, w->n - at)) == 0) {
        const uint8_t c = w->c[at];

        if (at == 2 || (c != MQ_L_WAW && c != MQ_L_FEH && c != MQ_L_BEH && c != MQ_L_LAM && c != MQ_L_KAF))
            return false;
        at++;
    }
    return at < w->n;
}
