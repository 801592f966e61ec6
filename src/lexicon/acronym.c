/* acronym.c - see acronym.h. Image: u32 bytes of the table, padded to 16; table from hash to 1 + index; u32 counts stand in front of each group. */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/acronym.h"
#include "lexicon/keys.h"
#include "lexicon/lexicon.h"
#include "text/clitic.h"

enum { HEADER = 16, MOST_NAMES = 1 << 15, LONGEST_KEY = 24, TOO_SHORT = 4 };

struct row {
    uint64_t key;
    mq_acronym a;
};

/* Upper-case letters and digits; 0 when nothing is left. */
static uint64_t key_of(mq_str acronym)
{
    char key[LONGEST_KEY];
    size_t n = 0;

    if (acronym.n > 2 && acronym.p[acronym.n - 1] == 's' && acronym.p[acronym.n - 2] >= 'A' && acronym.p[acronym.n - 2] <= 'Z')
        acronym.n--;
    for (size_t i = 0; i < acronym.n && n < LONGEST_KEY; i++) {
        const char c = acronym.p[i];

        if (c >= 'a' && c <= 'z')
            key[n++] = (char)(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            key[n++] = c;
    }
    return n ? mq_hash((mq_str){ key, n }) : 0;
}

static mq_str light(mq_str stem)
{
    return (mq_str){ stem.p, stem.n <= TOO_SHORT ? 0 : mq_light_stem(stem) };
}

mq_str mq_content_stem(mq_str folded)
{
    const mq_cut c = mq_best_cut(folded);

    return light((mq_str){ folded.p + c.skip, folded.n - c.skip });
}

uint32_t mq_acronym_stem_light(mq_str stem, uint64_t light_hash)
{
    return stem.n <= TOO_SHORT ? 0 : (uint32_t)light_hash;
}

uint32_t mq_acronym_stem_cut(mq_str stem)
{
    const mq_str bare = light(stem);

    return bare.n ? (uint32_t)mq_hash(bare) : 0;
}

uint32_t mq_acronym_stem(mq_str folded)
{
    const mq_cut c = mq_best_cut(folded);

    return mq_acronym_stem_cut((mq_str){ folded.p + c.skip, folded.n - c.skip });
}

/*
 * How well the words of one of the expansions begin with the letters of the acronym, in order: 2 with all of them, 1 with all but the last, 0 worse. Function words
 * may give a letter, none need to.
 */
static unsigned spelled_by(mq_str acronym, mq_str expansions)
{
    unsigned best = 0;
    mq_str one;

    while (mq_split(&one, &expansions, '|')) {
        bool begins = true;
        size_t k = 0;

        for (size_t i = 0; i < one.n; i++) {
            const char c = one.p[i];

            while (k < acronym.n && (acronym.p[k] == '.' || acronym.p[k] == '-' || acronym.p[k] == '/'))
                k++;
            if (begins && k < acronym.n && (c | 0x20) == (acronym.p[k] | 0x20))
                k++;
            begins = c == ' ' || c == '-' || c == '\'' || (unsigned char)c == 0x99; /* the last byte of ’ */
        }
        if (k >= acronym.n && k > 0)
            best = 2;
        else if (k + 1 >= acronym.n && k >= 2 && best < 1)
            best = 1;
    }
    return best;
}

/* The languages that the letters come from; when neither spells them, those that have an expansion. */
static unsigned languages(mq_str acronym, mq_str fr, mq_str en)
{
    const unsigned by_fr = spelled_by(acronym, fr), by_en = spelled_by(acronym, en);

    if (by_fr != by_en)
        return by_fr > by_en ? MQ_RENDERING_FR : MQ_RENDERING_EN;
    return (fr.n ? MQ_RENDERING_FR : 0U) | (en.n ? MQ_RENDERING_EN : 0U);
}

static mq_status read_name(mq_acronym *a, mq_str name, mq_error *err)
{
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc = mq_fold(&folded, name, MQ_FOLD_SEARCH, err);
    mq_str rest = mq_buf_str(&folded), word;
    size_t words = 0;

    a->n = 0;
    while (!rc && mq_split(&word, &rest, ' ') && a->n < MQ_ACRONYM_WORDS) {
        const uint32_t stem = mq_acronym_stem(word);

        words++;
        if (stem)
            a->stem[a->n++] = stem;
    }
    if (a->n == 1 && words > 1)
        a->n = 0; /* شبكة سي إن إن is not any شبكة */
    mq_buf_release(&folded);
    return rc;
}

/* The content words of an expansion; hyphens and apostrophes part words as they do in a text. */
static mq_status read_expansion(mq_acronym *a, mq_str text, mq_error *err)
{
    mq_buf folded = MQ_BUF_INIT;
    mq_status rc = mq_fold(&folded, text, MQ_FOLD_SEARCH, err);
    const mq_str all = mq_buf_str(&folded);
    size_t from = 0;

    a->n = 0;
    for (size_t i = 0; !rc && i <= all.n && a->n < MQ_ACRONYM_WORDS; i++)
        if (i == all.n || strchr(" -'.,/&()", all.p[i])) {
            const uint32_t key = i > from ? mq_latin_exact_of((mq_str){ all.p + from, i - from }) : 0;

            if (key)
                a->stem[a->n++] = key;
            from = i + 1;
        }
    mq_buf_release(&folded);
    return rc;
}

/* A row for the acronym of this line; NULL when there are too many, and *err tells. */
static struct row *take_row(struct row *rows, size_t *n, const mq_tsv *t, const char *file, mq_error *err)
{
    if (*n == MOST_NAMES) {
        (void)mq_fail_at(err, MQ_ELIMIT, t->line, 0, "%s: more than %d names", file, MOST_NAMES);
        return NULL;
    }
    rows[*n] = (struct row){ .key = key_of(t->column[0]) };
    return &rows[(*n)++];
}

static mq_status read_expansions(struct row *rows, size_t *n, const mq_tsv *t, mq_str list, unsigned lang, const char *file, mq_error *err)
{
    mq_str one;
    mq_status rc = MQ_OK;

    while (!rc && mq_split(&one, &list, '|')) {
        struct row *row = take_row(rows, n, t, file, err);

        if (!row)
            return MQ_ELIMIT;
        row->a.expansion = true;
        row->a.langs = (uint8_t)lang;
        rc = read_expansion(&row->a, one, err);
    }
    return rc;
}

static mq_status read_rows(struct row *rows, size_t *n, mq_str text, const char *file, mq_error *err)
{
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        const unsigned langs = languages(t.column[0], t.column[2], t.column[3]);
        mq_str names = t.column[1], name;

        if (t.n != 4)
            return mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 4 are due", file, t.n);
        while (!rc && mq_split(&name, &names, '|')) {
            struct row *row = take_row(rows, n, &t, file, err);

            if (!row)
                return MQ_ELIMIT;
            row->a.langs = (uint8_t)langs;
            rc = read_name(&row->a, name, err);
        }
        if (!rc)
            rc = read_expansions(rows, n, &t, t.column[2], MQ_RENDERING_FR, file, err);
        if (!rc)
            rc = read_expansions(rows, n, &t, t.column[3], MQ_RENDERING_EN, file, err);
    }
    return rc;
}

static int by_key(const void *a, const void *b)
{
    const struct row *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return memcmp(&x->a, &y->a, sizeof x->a);
}

static void write_rows(mq_buf *image, struct row *rows, size_t n, mq_table_entry *keys)
{
    mq_buf table = MQ_BUF_INIT, groups = MQ_BUF_INIT;
    uint32_t header[4] = { 0, 0, 0, 0 };
    size_t k = 0;

    qsort(rows, n, sizeof *rows, by_key);
    for (size_t from = 0, to; from < n; from = to) {
        uint32_t count;

        for (to = from + 1; to < n && rows[to].key == rows[from].key; to++)
            ;
        count = (uint32_t)(to - from);
        keys[k++] = (mq_table_entry){ rows[from].key, 1 + (uint32_t)(groups.n / 4) };
        mq_buf_add(&groups, &count, sizeof count);
        for (size_t i = from; i < to; i++)
            mq_buf_add(&groups, &rows[i].a, sizeof rows[i].a);
    }
    mq_table_write(&table, keys, k);
    header[0] = (uint32_t)table.n;
    mq_buf_add(image, header, sizeof header);
    mq_buf_addstr(image, mq_buf_str(&table));
    mq_buf_addstr(image, mq_buf_str(&groups));
    if (table.status || groups.status)
        image->status = MQ_ENOMEM;
    mq_buf_release(&table);
    mq_buf_release(&groups);
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct row *rows = calloc(MOST_NAMES, sizeof *rows);
    mq_table_entry *keys = calloc(MOST_NAMES, sizeof *keys);
    size_t n = 0;
    mq_status rc = rows && keys ? read_rows(rows, &n, text, name, err) : mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name);

    if (!rc)
        write_rows(image, rows, n, keys);
    free(rows);
    free(keys);
    return rc ? rc : image->status;
}

const mq_dict mq_dict_acronyms = { "acronyms", "acronyms.tsv", compile };

mq_acronyms mq_acronym_find(mq_str image, mq_str acronym)
{
    const uint64_t key = key_of(acronym);
    uint32_t table_bytes, at;
    const char *group;

    if (image.n < HEADER || !key)
        return (mq_acronyms){ NULL, 0 };
    memcpy(&table_bytes, image.p, sizeof table_bytes);
    at = mq_table_find((mq_str){ image.p + HEADER, table_bytes }, key);
    if (!at)
        return (mq_acronyms){ NULL, 0 };
    group = image.p + HEADER + table_bytes + 4 * (size_t)(at - 1);
    return (mq_acronyms){ (const mq_acronym *)(const void *)(group + 4), *(const uint32_t *)(const void *)group };
}
