/*
 * fix.c - the sure findings of a draft put right, and what that changed as a unified diff.
 *
 * The draft is read twice: its bytes, and its text through document, which tells the place of each finding in the file. A fix is made where the file has
 * the words just as the text has them, so mark-up, entities and escapes are never touched.
 * A fix stays inside its line, so old and new text have the same lines and the diff needs no search: a hunk is a run of changed lines with CONTEXT lines around it.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "base/input.h"
#include "base/output.h"
#include "base/utf8.h"

enum { CONTEXT = 2, LARGEST_DRAFT = 64 << 20 };

struct fixing {
    mq_str old;
    mq_buf text;         /* old up to `at`, put right */
    size_t at;
    size_t byte;         /* of old, at `place` */
    mq_place place;
    mq_part part;
    size_t range;        /* the first of part.unchecked that is not over */
    mq_fix_stats *stats;
};

/* The byte of the file at a place; places only go forward. */
static size_t locate(struct fixing *x, mq_place to)
{
    while (x->byte < x->old.n && (x->place.line < to.line || (x->place.line == to.line && x->place.column < to.column))) {
        uint32_t cp;

        x->byte += mq_utf8_decode(x->old.p + x->byte, x->old.p + x->old.n, &cp);
        x->place = cp == '\n' ? (mq_place){ x->place.line + 1, 1 } : (mq_place){ x->place.line, x->place.column + 1 };
    }
    return x->byte;
}

static bool is_unchecked(struct fixing *x, size_t line)
{
    while (x->range < x->part.nunchecked && x->part.unchecked[x->range].last < line)
        x->range++;
    return x->range < x->part.nunchecked && x->part.unchecked[x->range].first <= line;
}

static mq_status apply(void *user, const mq_finding *f)
{
    struct fixing *x = user;
    const mq_place place = mq_part_place(&x->part, f->byte);
    size_t byte;

    if (is_unchecked(x, place.line))
        return MQ_OK;
    byte = f->sure ? locate(x, place) : 0;
    if (!f->sure || !f->nsuggestions || byte < x->at || memchr(f->text.p, '\n', f->text.n) || x->old.n - byte < f->text.n
        || memcmp(x->old.p + byte, f->text.p, f->text.n) != 0) {
        x->stats->left++;
        return MQ_OK;
    }
    mq_buf_add(&x->text, x->old.p + x->at, byte - x->at);
    mq_buf_addstr(&x->text, f->suggestion[0]);
    x->at = byte + f->text.n;
    x->stats->fixed++;
    return MQ_OK;
}

static mq_str next_line(mq_str *rest)
{
    const char *lf = rest->n ? memchr(rest->p, '\n', rest->n) : NULL;
    const mq_str line = { rest->p, lf ? (size_t)(lf - rest->p) + 1 : rest->n };

    *rest = (mq_str){ rest->p + line.n, rest->n - line.n };
    return line;
}

struct lines {
    mq_str *old, *new;
    size_t n;
};

static bool split(struct lines *l, mq_str old, mq_str new)
{
    size_t cap = 0;

    *l = (struct lines){ NULL, NULL, 0 };
    while (old.n || new.n) {
        if (l->n == cap) {
            mq_str *o, *w;

            cap = cap ? 2 * cap : 256;
            o = reallocarray(l->old, cap, sizeof *o);
            l->old = o ? o : l->old;
            w = reallocarray(l->new, cap, sizeof *w);
            l->new = w ? w : l->new;
            if (!o || !w)
                return false;
        }
        l->old[l->n] = next_line(&old);
        l->new[l->n++] = next_line(&new);
    }
    return true;
}

static void add_line(mq_buf *out, char sign, mq_str line)
{
    mq_buf_addc(out, sign);
    mq_buf_addstr(out, line);
    if (line.n == 0 || line.p[line.n - 1] != '\n')
        mq_buf_addz(out, "\n\\ No newline at end of file\n");
}

static bool changed(const struct lines *l, size_t i)
{
    return !mq_str_equal(l->old[i], l->new[i]);
}

/* The hunk whose first changed line is i; returns the line after it. */
static size_t add_hunk(mq_buf *out, const struct lines *l, size_t i)
{
    const size_t from = i > CONTEXT ? i - CONTEXT : 0;
    size_t last = i, to;

    for (size_t j = i; j < l->n && j <= last + 2 * CONTEXT + 1; j++)
        if (changed(l, j))
            last = j;
    to = last + 1 + CONTEXT < l->n ? last + 1 + CONTEXT : l->n;
    mq_buf_addf(out, "@@ -%zu,%zu +%zu,%zu @@\n", from + 1, to - from, from + 1, to - from);
    for (size_t j = from; j < to;) {
        size_t end = j;

        if (!changed(l, j)) {
            add_line(out, ' ', l->old[j++]);
            continue;
        }
        while (end < to && changed(l, end))
            end++;
        for (size_t k = j; k < end; k++)
            add_line(out, '-', l->old[k]);
        for (size_t k = j; k < end; k++)
            add_line(out, '+', l->new[k]);
        j = end;
    }
    return to;
}

static mq_status add_diff(mq_buf *out, const char *path, mq_str old, mq_str new, mq_error *err)
{
    struct lines l;
    const bool ok = split(&l, old, new);

    if (ok)
        mq_buf_addf(out, "--- %s\n+++ %s\n", path, path);
    for (size_t i = 0; ok && i < l.n;)
        i = changed(&l, i) ? add_hunk(out, &l, i) : i + 1;
    free(l.old);
    free(l.new);
    return ok && !out->status ? MQ_OK : mq_fail(err, MQ_ENOMEM, "no memory for a diff");
}

static bool is_gzip(const char *path)
{
    const size_t n = strlen(path);

    return n > 3 && strcmp(path + n - 3, ".gz") == 0;
}

static mq_status refuse(const char *path, const char *why, mq_error *err)
{
    return mq_fail(err, MQ_EUNSUPPORTED, "cannot fix '%s': %s", path, why);
}

/* The bytes of a whole draft. Only what is stored as it is read can be put right. */
static mq_status read_draft(mq_buf *draft, const char *path, mq_error *err)
{
    mq_input *in;
    mq_status rc;

    if (is_gzip(path) || strcmp(path, "-") == 0)
        return refuse(path, "only a text file can be put right", err);
    rc = mq_input_open(&in, path, err);
    if (rc)
        return rc;
    rc = mq_input_all(in, draft, LARGEST_DRAFT, err);
    mq_input_close(in);
    if (!rc && (mq_utf8_valid(draft->p, draft->n) < draft->n || (draft->n && memchr(draft->p, '\0', draft->n))))
        rc = refuse(path, "not a text in UTF-8", err);
    return rc;
}

/* Checks the text of the draft, part by part. */
static mq_status fix_parts(struct fixing *x, mq_speller *s, const char *path, mq_format format, mq_error *err)
{
    mq_reader *r;
    mq_status rc = mq_reader_open(&r, path, format, err);

    if (rc)
        return rc;
    format = mq_reader_about(r).format;
    if (format == MQ_FORMAT_DOCX || format == MQ_FORMAT_ODT || format == MQ_FORMAT_JSONL)
        rc = refuse(path, "only a text file can be put right", err);
    while (!rc && (rc = mq_reader_next(r, &x->part, err)) == MQ_OK) {
        x->range = 0;
        rc = mq_spell(s, mq_buf_str(&x->part.text), x->part.start, apply, x, err);
    }
    mq_reader_free(r);
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

static mq_status write_draft(const char *path, mq_str text, mq_error *err)
{
    mq_output *out;
    mq_status rc = mq_output_open(&out, path, err);

    if (rc)
        return rc;
    mq_output_write(out, text.p, text.n);
    return mq_output_commit(out, err);
}

mq_status mq_fix(mq_speller *s, const char *path, mq_format format, const char *to, mq_buf *diff, mq_fix_stats *stats, mq_error *err)
{
    mq_buf draft = MQ_BUF_INIT;
    struct fixing x = { .text = MQ_BUF_INIT, .place = { 1, 1 }, .stats = stats };
    mq_status rc = read_draft(&draft, path, err);

    mq_part_init(&x.part);
    *stats = (mq_fix_stats){ 0, 0 };
    x.old = mq_buf_str(&draft);
    if (x.old.n >= 3 && memcmp(x.old.p, "\xEF\xBB\xBF", 3) == 0)
        x.byte = 3; /* no column is counted for it */
    if (!rc)
        rc = fix_parts(&x, s, path, format, err);
    if (!rc) {
        mq_buf_add(&x.text, x.old.p + x.at, x.old.n - x.at);
        rc = x.text.status ? mq_fail(err, MQ_ENOMEM, "no memory to fix '%s'", path) : MQ_OK;
    }
    if (!rc && stats->fixed)
        rc = add_diff(diff, path, x.old, mq_buf_str(&x.text), err);
    if (!rc && (stats->fixed || to))
        rc = write_draft(to ? to : path, mq_buf_str(&x.text), err);
    mq_part_release(&x.part);
    mq_buf_release(&draft);
    mq_buf_release(&x.text);
    return rc;
}
