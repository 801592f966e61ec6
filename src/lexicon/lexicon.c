/*
 * lexicon.c - see lexicon.h.
 *
 * Image: u32 bytes of the table, padded to 16; the table from stem hash to 1 + offset/16 in the lists; the lists, each one mq_renderings. Light stems
 * are hashed with one bit flipped, so one table holds both levels.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/hashtable.h"
#include "base/tsv.h"
#include "lexicon/lexicon.h"
#include "text/localenames.h"

/* Among the 31 bits that the table keeps: the low ones only choose the bucket, and a probe would take one level for the other. */
#define LIGHT_BIT (UINT64_C(1) << 40)

enum { HEADER = 16 };

struct builder {
    mq_lexicon_row *rows;
    size_t n, cap;
    mq_buf folded;
    bool part;   /* what is added is said within phrases only */
    bool failed;
};

uint64_t mq_lexicon_slot(uint64_t hash, bool light)
{
    return light ? hash | LIGHT_BIT : hash & ~LIGHT_BIT;
}

static void add_row(struct builder *b, uint64_t stem, mq_rendering r)
{
    if (!MQ_ROOM(b->rows, b->n, b->cap, 1 << 14)) {
        b->failed = true;
        return;
    }
    b->rows[b->n++] = (mq_lexicon_row){ stem, r };
}

/* One content word of one rendering, under one Arabic word at both levels. */
static void add_word(struct builder *b, mq_str ar, mq_latin_key k, unsigned langs, bool first)
{
    mq_rendering r = { .exact = k.exact, .wide = k.wide, .near = k.near, .langs = (uint8_t)langs, .level = b->part ? 0 : 2,
                       .place = first ? MQ_RENDERING_FIRST : 0, .initial = k.initial };

    add_row(b, mq_lexicon_slot(mq_hash(ar), false), r);
    r.level = b->part ? 0 : 1;
    add_row(b, mq_lexicon_slot(mq_hash((mq_str){ ar.p, mq_light_stem(ar) }), true), r);
}

static void add_rendering(struct builder *b, mq_str ar, mq_str latin, unsigned langs)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str rest, word;
    bool first = true;

    b->failed |= mq_search_key(&key, latin, MQ_LANG_FR, NULL) != MQ_OK;
    rest = mq_buf_str(&key);
    while (mq_split(&word, &rest, ' ')) {
        const mq_latin_key k = mq_latin_key_of(word);

        if (k.exact)
            add_word(b, ar, k, langs, first);
        first &= !k.exact;
    }
    mq_buf_release(&key);
}

static void add_renderings(struct builder *b, mq_str ar, mq_str list, unsigned langs)
{
    mq_str one;

    while (mq_split(&one, &list, '|'))
        add_rendering(b, ar, one, langs);
}

/* A headword of several words gives its renderings to each of them. Headwords have no article: the ال of التزام is its own. */
static void add_entry(struct builder *b, mq_str ar, mq_str fr, mq_str en)
{
    mq_buf key = MQ_BUF_INIT;
    mq_str rest, word;

    b->failed |= mq_fold(&key, ar, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    rest = mq_buf_str(&key);
    while (mq_split(&word, &rest, ' ')) {
        add_renderings(b, word, fr, MQ_RENDERING_FR);
        add_renderings(b, word, en, MQ_RENDERING_EN);
    }
    mq_buf_release(&key);
}

static int by_stem(const void *x, const void *y)
{
    const mq_lexicon_row *a = x, *b = y;

    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    if (a->r.exact != b->r.exact)
        return a->r.exact < b->r.exact ? -1 : 1;
    return a->r.place > b->r.place ? -1 : a->r.place < b->r.place; /* the first word of a rendering goes before the others */
}

/* Appends the renderings of rows[from..to), equal words of both languages as one. */
static void write_list(mq_buf *lists, const mq_lexicon_row *rows, size_t from, size_t to)
{
    const size_t at = lists->n;
    mq_renderings head = { .n = 0 };

    mq_buf_add(lists, &head, sizeof head);
    for (size_t i = from; i < to; i++) {
        mq_rendering r = rows[i].r;

        while (i + 1 < to && rows[i + 1].r.exact == r.exact) {
            r.langs |= rows[++i].r.langs;
            r.level = rows[i].r.level > r.level ? rows[i].r.level : r.level;
        }
        head.n++;
        head.keys |= mq_key_bit(r.wide, r.near);
        r.place = (uint8_t)(r.place | mq_key_number(r.wide, r.near));
        mq_buf_add(lists, &r, sizeof r);
    }
    while (lists->n % 16)
        mq_buf_addc(lists, '\0');
    if (!lists->status)
        memcpy(lists->p + at, &head, sizeof head);
}

mq_status mq_lexicon_write(mq_buf *image, mq_lexicon_row *rows, size_t count, mq_error *err)
{
    mq_table_entry *stems = malloc((count + 1) * sizeof *stems);
    mq_buf lists = MQ_BUF_INIT, table = MQ_BUF_INIT;
    uint32_t header[4] = { 0, 0, 0, 0 };
    size_t n = 0;
    bool ok;

    if (!stems)
        return mq_fail(err, MQ_ENOMEM, "no memory for the lexicon");
    if (count)
        qsort(rows, count, sizeof *rows, by_stem);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && rows[to].stem == rows[from].stem; to++)
            ;
        stems[n++] = (mq_table_entry){ rows[from].stem, 1 + (uint32_t)(lists.n / 16) };
        write_list(&lists, rows, from, to);
    }
    mq_table_write(&table, stems, n);
    header[0] = (uint32_t)table.n;
    mq_buf_add(image, header, sizeof header);
    mq_buf_addstr(image, mq_buf_str(&table));
    mq_buf_addstr(image, mq_buf_str(&lists));
    ok = !lists.status && !table.status && !image->status;
    mq_buf_release(&lists);
    mq_buf_release(&table);
    free(stems);
    return ok ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for the lexicon");
}

/* Names of the locale data have their articles. */
static void add_locale_name(void *user, mq_str ar, mq_str fr, mq_str en)
{
    struct builder *b = user;
    mq_buf bare = MQ_BUF_INIT;

    b->failed |= mq_search_key(&bare, ar, MQ_LANG_AR, NULL) != MQ_OK;
    add_entry(b, mq_buf_str(&bare), fr, en);
    mq_buf_release(&bare);
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct builder b = { .folded = MQ_BUF_INIT };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (mq_tsv_next(&t) && !rc) {
        mq_str forms = t.column[5], form;

        if (t.n != 6 && t.n != 8)
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: %zu columns where 6 or 8 are due", name, t.n);
        add_entry(&b, t.column[0], t.column[3], t.column[4]);
        b.part = true;
        if (t.n == 8)
            add_entry(&b, t.column[0], t.column[6], t.column[7]);
        b.part = false;
        while (mq_split(&form, &forms, '|'))
            add_entry(&b, form, t.column[3], t.column[4]);
    }
    mq_locale_names(add_locale_name, &b);
    if (!rc && b.failed)
        rc = mq_fail(err, MQ_ENOMEM, "no memory for the lexicon");
    if (!rc)
        rc = mq_lexicon_write(image, b.rows, b.n, err);
    free(b.rows);
    return rc;
}

const mq_dict mq_dict_lexicon = { "lexicon", "lexicon.tsv", compile };

static mq_str table_of(mq_str image)
{
    uint32_t bytes;

    memcpy(&bytes, image.p, sizeof bytes);
    return (mq_str){ image.p + HEADER, bytes };
}

const mq_renderings mq_no_renderings = { .n = 0 };

const mq_renderings *mq_lexicon_find_hash(mq_str image, uint64_t hash, bool light)
{
    mq_str table;
    uint32_t offset;

    if (image.n < HEADER)
        return &mq_no_renderings;
    table = table_of(image);
    offset = mq_table_find(table, mq_lexicon_slot(hash, light));
    return offset ? (const void *)(table.p + table.n + 16 * (size_t)(offset - 1)) : &mq_no_renderings;
}

const mq_renderings *mq_lexicon_find(mq_str image, mq_str stem, bool light)
{
    const mq_str key = { stem.p, light ? mq_light_stem(stem) : stem.n };

    return mq_lexicon_find_hash(image, mq_hash(key), light);
}

void mq_lexicon_prefetch(mq_str image, uint64_t hash, bool light)
{
    if (image.n >= HEADER)
        mq_table_prefetch(table_of(image), mq_lexicon_slot(hash, light));
}
