/* classes.c - see classes.h. The image is the table, padded, and behind it the commonest word of each class, a line each. */
#include "base/once.h"
#include "base/tsv.h"
#include "text/classes.h"
#include "text/wordtable.h"

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_buf leaders = MQ_BUF_INIT;
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;
    unsigned class = 0;

    while (!rc && mq_tsv_next(&t)) {
        mq_str words = t.column[0], leader = t.column[0], word;

        if (++class > MQ_WORD_CLASSES || t.n != 1)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: at most %d classes are due, each a line of words parted by |", name, MQ_WORD_CLASSES);
        (void)mq_split(&word, &leader, '|');
        mq_buf_addf(&leaders, "%.*s\n", (int)word.n, word.p);
        while (mq_split(&word, &words, '|'))
            mq_table_add_word(&all, word, class);
    }
    rc = mq_table_finish(image, &all, name, rc, err);
    mq_buf_add(image, leaders.p, leaders.n);
    if (!rc && leaders.status)
        rc = mq_fail(err, leaders.status, "no memory for '%s'", name);
    mq_buf_release(&leaders);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_classes = { "classes", "classes.tsv", compile };

static mq_str table;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    table = mq_dict_image_if_any(&mq_dict_classes);
}

unsigned mq_word_class(uint64_t hash)
{
    mq_once_do(&once, load);
    return table.n ? mq_table_find(table, hash) : 0;
}

void mq_word_class_prefetch(uint64_t hash)
{
    mq_once_do(&once, load);
    if (table.n)
        mq_table_prefetch(table, hash);
}

mq_str mq_word_class_leader(unsigned class)
{
    mq_str list, leader = { "", 0 };

    mq_once_do(&once, load);
    if (!table.n || !class)
        return leader;
    list = (mq_str){ table.p + mq_table_size(table), table.n - mq_table_size(table) };
    for (unsigned i = 0; i < class; i++)
        if (!mq_split(&leader, &list, '\n'))
            return (mq_str){ "", 0 };
    return leader;
}
