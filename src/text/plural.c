/*
 * plural.c - see plural.h.
 *
 * Image: u32 bytes of the table, padded to 16; the table from the hash of a form to 1 + offset in the lists; the lists: for each headword its length
 * (a byte) and bytes, the length and bytes of the form, a byte MQ_OWN_*; then a byte 0.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/grow.h"
#include "base/hash.h"
#include "base/hashtable.h"
#include "base/once.h"
#include "base/tsv.h"
#include "text/plural.h"

enum { HEADER = 16, LONGEST = 96, LEAST_SENSE = 3, SENSE = 5 };

struct row {
    uint64_t key;    /* of the form */
    mq_str form;     /* in the file */
    bool akin;
    uint32_t at, n;  /* the headword, folded, in builder.text */
};

struct builder {
    struct row *rows;
    size_t n, cap;
    mq_table_entry *heads;  /* hash of each headword as spelled: whether a form is one */
    size_t nheads;
    mq_table_list senses;   /* sense_key of each headword and word of its renderings */
    mq_buf sense_table;
    mq_buf text, folded;
    bool failed;
};

static uint64_t key_of(struct builder *b, mq_str word)
{
    mq_buf_clear(&b->folded);
    b->failed |= mq_fold(&b->folded, word, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    return mq_hash(mq_buf_str(&b->folded));
}

static void add_row(struct builder *b, mq_str form, uint32_t at, uint32_t n, bool akin)
{
    if (!MQ_ROOM(b->rows, b->n, b->cap, 1024)) {
        b->failed = true;
        return;
    }
    b->rows[b->n++] = (struct row){ key_of(b, form), form, akin, at, n };
}

/* The next word of renderings, folded; its first letters are enough to know it in the plural, or as noun and adjective. false at the end. */
static bool next_sense(mq_str *word, mq_str *rest)
{
    while (rest->n) {
        size_t n = 0;

        while (n < rest->n && rest->p[n] != ' ' && rest->p[n] != '|' && rest->p[n] != '-' && rest->p[n] != '\'')
            n++;
        *word = (mq_str){ rest->p, n < SENSE ? n : SENSE };
        n += n < rest->n;
        *rest = (mq_str){ rest->p + n, rest->n - n };
        if (word->n >= LEAST_SENSE)
            return true;
    }
    return false;
}

static uint64_t sense_key(mq_str head, mq_str sense)
{
    return mq_hash(head) ^ mq_hash(sense) * 3;
}

/* The renderings of a row, folded. */
static mq_str renderings(struct builder *b, const mq_tsv *t)
{
    mq_buf_clear(&b->folded);
    for (unsigned i = 3; i <= 4; i++) {
        b->failed |= mq_fold(&b->folded, t->column[i], MQ_FOLD_SEARCH, NULL) != MQ_OK;
        mq_buf_addc(&b->folded, '|');
    }
    return mq_buf_str(&b->folded);
}

static void add_senses(struct builder *b, const mq_tsv *t)
{
    mq_str rest = renderings(b, t), word;

    while (next_sense(&word, &rest))
        mq_table_add(&b->senses, sense_key(t->column[0], word), 1);
}

/* Whether a row of the headword `form` has a rendering of the row t. */
static bool is_akin(struct builder *b, const mq_tsv *t, mq_str form)
{
    mq_str rest = renderings(b, t), word;

    while (next_sense(&word, &rest))
        if (mq_table_find(mq_buf_str(&b->sense_table), sense_key(form, word)))
            return true;
    return false;
}

/* Headwords and forms of one word only: in a phrase each word goes its own way. */
static void add_forms(struct builder *b, const mq_tsv *t)
{
    const mq_str head = t->column[0];
    const size_t at = b->text.n;
    mq_str forms = t->column[5], form;

    if (forms.n == 0 || memchr(head.p, ' ', head.n))
        return;
    b->failed |= mq_fold(&b->text, head, MQ_FOLD_SEARCH, NULL) != MQ_OK;
    if (b->text.n - at > LONGEST)
        return;
    while (mq_split(&form, &forms, '|'))
        if (form.n && form.n <= LONGEST && !memchr(form.p, ' ', form.n))
            add_row(b, form, (uint32_t)at, (uint32_t)(b->text.n - at), is_akin(b, t, form));
}

static int by_key(const void *x, const void *y)
{
    const struct row *a = x, *b = y;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static void write_row(mq_buf *lists, const struct builder *b, const struct row *r, mq_str heads)
{
    mq_buf_addc(lists, (char)r->n);
    mq_buf_add(lists, b->text.p + r->at, r->n);
    mq_buf_addc(lists, (char)r->form.n);
    mq_buf_addstr(lists, r->form);
    mq_buf_addc(lists, !mq_table_find(heads, mq_hash(r->form)) ? 0 : r->akin ? MQ_OWN_AKIN : MQ_OWN_ANOTHER);
}

static void write_image(mq_buf *image, struct builder *b)
{
    mq_table_entry *forms = calloc(b->n + 1, sizeof *forms);
    mq_buf lists = MQ_BUF_INIT, table = MQ_BUF_INIT, heads = MQ_BUF_INIT;
    uint32_t header[4] = { 0, 0, 0, 0 };
    size_t n = 0;

    mq_table_write(&heads, b->heads, b->nheads);
    if (b->n)
        qsort(b->rows, b->n, sizeof *b->rows, by_key);
    for (size_t from = 0, to; forms && !heads.status && from < b->n; from = to) {
        forms[n++] = (mq_table_entry){ b->rows[from].key, 1 + (uint32_t)lists.n };
        for (to = from; to < b->n && b->rows[to].key == b->rows[from].key; to++)
            write_row(&lists, b, &b->rows[to], mq_buf_str(&heads));
        mq_buf_addc(&lists, '\0');
    }
    if (forms)
        mq_table_write(&table, forms, n);
    header[0] = (uint32_t)table.n;
    mq_buf_add(image, header, sizeof header);
    mq_buf_addstr(image, mq_buf_str(&table));
    mq_buf_addstr(image, mq_buf_str(&lists));
    b->failed |= !forms || heads.status || lists.status || table.status || image->status;
    mq_buf_release(&heads);
    mq_buf_release(&lists);
    mq_buf_release(&table);
    free(forms);
}

/* Each headword of the file, as spelled. */
static void add_heads(struct builder *b, mq_str text)
{
    size_t rows = 0;

    for (mq_tsv t = mq_tsv_of(text); mq_tsv_next(&t);)
        rows++;
    b->heads = calloc(rows + 1, sizeof *b->heads);
    b->failed |= !b->heads;
    for (mq_tsv t = mq_tsv_of(text); b->heads && mq_tsv_next(&t);) {
        b->heads[b->nheads++] = (mq_table_entry){ mq_hash(t.column[0]), 1 };
        add_senses(b, &t);
    }
    b->failed |= mq_table_finish(&b->sense_table, &b->senses, NULL, MQ_OK, NULL) != MQ_OK;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct builder b = { .text = MQ_BUF_INIT };
    mq_tsv t = mq_tsv_of(text);

    add_heads(&b, text);
    while (mq_tsv_next(&t))
        add_forms(&b, &t);
    b.failed |= b.text.status != MQ_OK;
    if (!b.failed)
        write_image(image, &b);
    free(b.rows);
    free(b.heads);
    mq_buf_release(&b.text);
    mq_buf_release(&b.folded);
    mq_buf_release(&b.sense_table);
    return b.failed ? mq_fail(err, MQ_ENOMEM, "no memory for '%s'", name) : MQ_OK;
}

const mq_dict mq_dict_plurals = { "plurals", "lexicon.tsv", compile };

static mq_str table, lists;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    mq_str image;
    uint32_t bytes;

    if (mq_dict_image(&image, &mq_dict_plurals, NULL) || image.n < HEADER)
        return;
    memcpy(&bytes, image.p, sizeof bytes);
    table = (mq_str){ image.p + HEADER, bytes };
    lists = (mq_str){ image.p + HEADER + bytes, image.n - HEADER - bytes };
}

const char *mq_plural_find(mq_str form)
{
    uint32_t at;

    mq_once_do(&once, load);
    at = table.n ? mq_table_find(table, mq_hash(form)) : 0;
    return at ? lists.p + at - 1 : NULL;
}

static mq_str counted(const char **p)
{
    const mq_str s = { *p + 1, (unsigned char)**p };

    *p = s.p + s.n;
    return s;
}

bool mq_plural_next(mq_plural *p, const char **list)
{
    if (!*list || !**list)
        return false;
    p->head = counted(list);
    p->form = counted(list);
    p->own = (uint8_t) * (*list)++;
    return true;
}

bool mq_plural_has(mq_str form, mq_str head)
{
    const char *list = mq_plural_find(form);
    mq_plural p;

    while (mq_plural_next(&p, &list))
        if (mq_str_equal(p.head, head))
            return true;
    return false;
}
