/*
 * confusions.c - see confusions.h.
 *
 * The image is the rows of the file as they are compared: those without wildcards first, sorted; then the patterns, tried one after the other. A word
 * is looked up as it stands, and behind each legal beginning of glued letters.
 */
#include <stdlib.h>

#include "base/grow.h"
#include "base/once.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "spell/confusions.h"

enum { ANY_ONE = 58, ANY_REST = 59 };

struct confusion {
    mq_letters written, meant;
    int32_t bits;
    char rule[MQ_CONFUSION_RULE];
};

struct rows {
    struct confusion *c;
    size_t n, cap;
};

/* A column, its wildcards and blanks as letters that do not exist. */
static bool read_side(mq_letters *out, mq_str s, bool *wild)
{
    const char *p = s.p, *end = s.p + s.n;

    out->n = 0;
    while (p < end) {
        uint32_t cp;
        uint8_t letter;

        p += mq_utf8_decode(p, end, &cp);
        letter = cp == '?' ? ANY_ONE : cp == '*' ? ANY_REST : cp == ' ' ? MQ_L_SPACE : mq_letter_of(cp);
        if (letter == MQ_L_NONE || out->n == MQ_LETTERS_MOST)
            return false;
        *wild |= letter == ANY_ONE || letter == ANY_REST;
        out->c[out->n++] = letter;
    }
    return out->n > 0;
}

static bool is_wild(const struct confusion *c)
{
    return memchr(c->written.c, ANY_ONE, c->written.n) || memchr(c->written.c, ANY_REST, c->written.n);
}

static int by_kind_and_letters(const void *x, const void *y)
{
    const struct confusion *a = x, *b = y;
    const int wild = is_wild(a) - is_wild(b);
    const size_t n = a->written.n < b->written.n ? a->written.n : b->written.n;
    const int c = memcmp(a->written.c, b->written.c, n);

    return wild ? wild : c ? c : a->written.n - b->written.n;
}

static bool read_row(struct confusion *c, const mq_tsv *t)
{
    bool wild = false;
    char number[8] = { 0 }, *end;

    if (t->n < 4 || t->column[2].n >= MQ_CONFUSION_RULE || t->column[3].n >= sizeof number)
        return false;
    if (!read_side(&c->written, t->column[0], &wild) || !read_side(&c->meant, t->column[1], &wild))
        return false;
    memcpy(c->rule, t->column[2].p, t->column[2].n);
    memcpy(number, t->column[3].p, t->column[3].n);
    c->bits = (int32_t)strtol(number, &end, 10);
    return *end == '\0' && end != number;
}

static mq_status compile(mq_buf *image, mq_str text, const char *name, mq_error *err)
{
    struct rows all = { .c = NULL };
    mq_tsv t = mq_tsv_of(text);
    mq_status rc = MQ_OK;

    while (!rc && mq_tsv_next(&t)) {
        struct confusion row = { .bits = 0 };

        if (!MQ_ROOM(all.c, all.n, all.cap, 256))
            rc = mq_fail(err, MQ_ENOMEM, "no memory for %s", name);
        else if (!read_row(&row, &t))
            rc = mq_fail_at(err, MQ_EFORMAT, t.line, 0, "%s: not written, meant, rule, bits", name);
        else
            all.c[all.n++] = row;
    }
    if (!rc && all.n) {
        qsort(all.c, all.n, sizeof *all.c, by_kind_and_letters);
        mq_buf_add(image, all.c, all.n * sizeof *all.c);
        rc = image->status ? mq_fail(err, MQ_ENOMEM, "no memory for %s", name) : MQ_OK;
    }
    free(all.c);
    return rc;
}

const mq_dict mq_dict_confusions = { "confusions", "confusions.tsv", compile };

static const struct confusion *row;
static size_t nrows, nplain;
static mq_once once = MQ_ONCE_INIT;

static void load(void)
{
    mq_str image;

    if (mq_dict_image(&image, &mq_dict_confusions, NULL))
        return;
    row = (const void *)image.p;
    nrows = image.n / sizeof *row;
    while (nplain < nrows && !is_wild(&row[nplain]))
        nplain++;
}

/* Matches w against a pattern; *rest is what * stood for, any[] what each ? did. */
static bool fits(const mq_letters *pattern, const uint8_t *w, size_t n, uint8_t any[MQ_LETTERS_MOST], size_t *from, size_t *to)
{
    const bool rest_first = pattern->c[0] == ANY_REST;
    size_t fixed = pattern->n, k = 0;

    *from = *to = 0;
    if (memchr(pattern->c, ANY_REST, pattern->n))
        fixed--;
    if (fixed == pattern->n ? n != fixed : n < fixed)
        return false;
    if (rest_first)
        *to = n - fixed;
    for (size_t i = rest_first, at = *to; i < pattern->n; i++, at++) {
        if (pattern->c[i] == ANY_REST) {
            *from = at;
            *to = n;
            return true;
        }
        if (pattern->c[i] == ANY_ONE)
            any[k++] = w[at];
        else if (pattern->c[i] != w[at])
            return false;
    }
    return true;
}

/* A row that says that the word is right after all. */
static bool is_right(const mq_letters *w, size_t before)
{
    uint8_t any[MQ_LETTERS_MOST];
    size_t from, to;

    for (size_t i = 0; i < nrows; i++)
        if (row[i].bits == 0 && fits(&row[i].written, w->c + before, w->n - before, any, &from, &to))
            return true;
    return false;
}

/* before: how many letters of `w` are glued in front of what was matched. */
static void tell(const struct confusion *c, const mq_letters *w, size_t before, mq_confusion_fn *fn, void *user)
{
    mq_letters meant = { .n = 0 };
    uint8_t any[MQ_LETTERS_MOST];
    size_t from, to, k = 0;
    bool whole = mq_letters_append(&meant, w->c, before);

    if (!fits(&c->written, w->c + before, w->n - before, any, &from, &to))
        return;
    for (size_t i = 0; i < c->meant.n && whole; i++) {
        const uint8_t letter = c->meant.c[i];

        if (letter == ANY_REST)
            whole = mq_letters_append(&meant, w->c + before + from, to - from);
        else
            whole = mq_letters_append(&meant, letter == ANY_ONE ? &any[k++] : &letter, 1);
    }
    if (whole)
        fn(user, &meant, c->bits, c->rule);
}

static void look_up(const mq_letters *w, size_t before, mq_confusion_fn *fn, void *user)
{
    struct confusion key = { .bits = 0 };
    const struct confusion *found;

    (void)mq_letters_append(&key.written, w->c + before, w->n - before);
    found = bsearch(&key, row, nplain, sizeof *row, by_kind_and_letters);
    if (found && found->bits)
        tell(found, w, before, fn, user);
    for (size_t i = nplain; i < nrows; i++)
        if (row[i].bits)
            tell(&row[i], w, before, fn, user);
}

/* Where the word begins behind glued letters: 0, then behind و ف, behind ب ل ك, behind ال or the second ل of لل. Returns how many places. */
static unsigned beginnings(const mq_letters *w, size_t begin[4])
{
    unsigned n = 0;
    size_t at = 0;

    begin[n++] = 0;
    for (int place = 0; place < 3; place++) {
        const uint8_t c = at < w->n ? w->c[at] : 0, next = at + 1U < w->n ? w->c[at + 1] : 0;
        size_t skip = 0;

        if (place == 0)
            skip = c == MQ_L_WAW || c == MQ_L_FEH;
        else if (place == 1)
            skip = c == MQ_L_BEH || c == MQ_L_LAM || c == MQ_L_KAF;
        else if (c == MQ_L_ALEF && next == MQ_L_LAM)
            skip = 2;
        else if (c == MQ_L_LAM && at && w->c[at - 1] == MQ_L_LAM)
            skip = 1;
        at += skip;
        if (skip && at + 2 <= w->n)
            begin[n++] = at;
    }
    return n;
}

bool mq_confusions_right(const mq_letters *w)
{
    size_t begin[4];
    const unsigned n = beginnings(w, begin);

    mq_once_do(&once, load);
    for (unsigned i = 0; i < n; i++)
        if (is_right(w, begin[i]))
            return true;
    return false;
}

void mq_confusions(const mq_letters *w, mq_confusion_fn *fn, void *user)
{
    size_t begin[4];
    const unsigned n = beginnings(w, begin);

    mq_once_do(&once, load);
    for (unsigned i = 0; i < n; i++)
        look_up(w, begin[i], fn, user);
}
