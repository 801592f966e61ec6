/* latin.c - the Latin words of the lexicon by language: the same file, seen from the other side. */
#include <muqabil/text.h>

#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/lexicon.h"

static void add_words(mq_table_list *all, mq_str list, unsigned lang)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str one, rest, word;

    while (mq_split(&one, &list, '|')) {
        mq_buf_clear(&key);
        all->no_memory |= mq_search_key(&key, one, MQ_LANG_FR, NULL) != MQ_OK;
        rest = mq_buf_str(&key);
        while (mq_split(&word, &rest, ' ')) {
            const uint32_t exact = mq_latin_exact_of(word);

            if (exact)
                mq_table_add(all, mq_table_spread(exact), lang);
        }
    }
    mq_buf_release(&key);
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);

    while (mq_tsv_next(&t)) {
        const bool proper = mq_str_equal(t.column[1], MQ_STR("name"));

        add_words(&all, t.column[3], proper ? MQ_RENDERING_NAME : MQ_RENDERING_FR);
        add_words(&all, t.column[4], proper ? MQ_RENDERING_NAME : MQ_RENDERING_EN);
        if (t.n == 8) {
            add_words(&all, t.column[6], MQ_RENDERING_FR);
            add_words(&all, t.column[7], MQ_RENDERING_EN);
        }
    }
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, MQ_OK, err);
}

const mq_dict mq_dict_latin = { "latin", "lexicon.tsv", compile };

unsigned mq_lexicon_latin(mq_str image, uint32_t exact)
{
    return image.n ? mq_table_find(image, mq_table_spread(exact)) : 0;
}

void mq_lexicon_latin_prefetch(mq_str image, uint32_t exact)
{
    if (image.n)
        mq_table_prefetch(image, mq_table_spread(exact));
}
