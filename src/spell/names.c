/* names.c - see names.h. The image is a table of the hashes of dict/given_names.tsv. */
#include <pthread.h>
#include <stdlib.h>

#include "base/hashtable.h"
#include "base/tsv.h"
#include "spell/names.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_table_entry *all = calloc(text.n / 2 + 1, sizeof *all); /* a name takes two bytes at least */
    size_t n = 0;
    mq_status rc = all ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for %s", name);

    while (!rc && mq_tsv_next(&t)) {
        mq_letters w;

        if (t.n != 1 || !mq_letters_read(&w, t.column[0], NULL))
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not one word", name);
        else
            all[n++] = (mq_table_entry){ mq_letters_hash(w.c, w.n), 1 };
    }
    if (!rc) {
        mq_table_write(image, all, n);
        rc = image->status ? mq_fail(err, MQ_ENOMEM, "no memory for %s", name) : MQ_OK;
    }
    free(all);
    return rc;
}

const mq_dict mq_dict_given_names = { "given_names", "given_names.tsv", compile };

static mq_str names;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void)
{
    if (mq_dict_image(&names, &mq_dict_given_names, NULL))
        names.n = 0;
}

bool mq_is_given_name(const mq_letters *w)
{
    unsigned at = 0;

    (void)pthread_once(&once, load);
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
