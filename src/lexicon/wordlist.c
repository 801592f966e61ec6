/* wordlist.c - see wordlist.h. Each image is a table from the hash of a word to MQ_WORDLIST_*. A plural in -s is found by its singular. */
#include <string.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/wordlist.h"

enum { SHORTEST = 3, LONGEST = 64 };

/* The words of a column: what stands behind the prefix, "-" for nothing. */
static bool add_words(mq_table_list *all, mq_str prefix, mq_str rests, uint32_t value)
{
    char word[LONGEST];
    mq_str rest;

    while (mq_split(&rest, &rests, ' ')) {
        const size_t n = mq_str_equal(rest, MQ_STR("-")) ? 0 : rest.n;

        if (prefix.n + n > LONGEST)
            return false;
        memcpy(word, prefix.p, prefix.n);
        memcpy(word + prefix.n, rest.p, n);
        mq_table_add(all, mq_hash((mq_str){ word, prefix.n + n }), value);
    }
    return true;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    mq_table_list all = { .e = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        bool good = t.n == 2 || t.n == 3;

        for (size_t i = 1; good && i < t.n; i++)
            good = add_words(&all, t.column[0], t.column[i], i == 1 ? MQ_WORDLIST_WORD : MQ_WORDLIST_NAME);
        if (!good)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not a beginning, words and names of at most %d letters", name, LONGEST);
    }
    all.n = mq_table_unite(all.e, all.n);
    return mq_table_finish(image, &all, name, rc, err);
}

const mq_dict mq_dict_french = { "french", "french.tsv", compile };
const mq_dict mq_dict_english = { "english", "english.tsv", compile };

unsigned mq_wordlist_find(mq_str image, mq_str word)
{
    const unsigned found = image.n && word.n >= SHORTEST ? mq_table_find(image, mq_hash(word)) : 0;

    if (found || !image.n || word.n <= SHORTEST || word.p[word.n - 1] != 's')
        return found;
    return mq_table_find(image, mq_hash((mq_str){ word.p, word.n - 1 }));
}
