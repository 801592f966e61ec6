/*
 * fix.c - the sure findings of a draft put right, and what that changed as a unified diff.
 *
 * The draft is read twice: its bytes, and its text through document, which tells the place of each finding in the file. A fix is made where the file has
 * the words just as the text has them, so mark-up, entities and escapes are never touched.
 * A finding over a quotation changes its two marks and nothing between them: both or none, the first at once, the second when the fixes inside are done.
 * A fix stays inside its line, so old and new text have the same lines and the diff needs no search: a hunk is a run of changed lines with CONTEXT lines around it.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/glossary.h>

#include "base/grow.h"
#include "base/input.h"
#include "base/output.h"
#include "base/utf8.h"
#include "glossary/draft_quotes.h"

enum { CONTEXT = 2, LARGEST_DRAFT = 64 << 20 };

/* Somewhere in the file. */
struct cursor {
    size_t byte;
    mq_place place;
};

/* `n` bytes of the file at `byte` are to become `with`. */
struct edit {
    size_t byte, n;
    mq_str with;
};

struct fixing {
    mq_str old;
    mq_buf text;         /* old up to `at`, put right */
    size_t at;
    struct cursor here;  /* the last finding */
    struct edit closing; /* the mark that closes the quotation at hand; n = 0: there is none */
    char mark[4];        /* what it becomes */
    mq_part part;
    mq_quotes quotes;    /* of the draft */
    size_t range;        /* the first of part.unchecked that is not over */
    mq_fix_stats *stats;
};

/* The byte of the file at a place; a cursor only goes forward. */
static size_t locate(struct cursor *c, mq_str file, mq_place to)
{
    while (c->byte < file.n && (c->place.line < to.line || (c->place.line == to.line && c->place.column < to.column))) {
        uint32_t cp;

        c->byte += mq_utf8_decode(file.p + c->byte, file.p + file.n, &cp);
        c->place = cp == '\n' ? (mq_place){ c->place.line + 1, 1 } : (mq_place){ c->place.line, c->place.column + 1 };
    }
    return c->byte;
}

static bool is_unchecked(struct fixing *x, size_t line)
{
    while (x->range < x->part.nunchecked && x->part.unchecked[x->range].last < line)
        x->range++;
    return x->range < x->part.nunchecked && x->part.unchecked[x->range].first <= line;
}

/* The file has these very words there, in one line. */
static bool has_there(const struct fixing *x, size_t byte, mq_str words)
{
    return byte >= x->at && x->old.n - byte >= words.n && !memchr(words.p, '\n', words.n) && memcmp(x->old.p + byte, words.p, words.n) == 0;
}

static void change(struct fixing *x, const struct edit *e)
{
    mq_buf_add(&x->text, x->old.p + x->at, e->byte - x->at);
    mq_buf_addstr(&x->text, e->with);
    x->at = e->byte + e->n;
}

/* Before anything behind it is changed. */
static void close_quotation(struct fixing *x)
{
    if (x->closing.n)
        change(x, &x->closing);
    x->closing.n = 0;
}

static mq_str first_of(mq_str s)
{
    uint32_t cp;

    return (mq_str){ s.p, s.n ? mq_utf8_decode(s.p, s.p + s.n, &cp) : 0 };
}

static mq_str last_of(mq_str s)
{
    uint32_t cp;
    const size_t n = s.n ? mq_utf8_before(s.p, s.p + s.n, &cp) : 0;

    return (mq_str){ s.p + s.n - n, n };
}

/* Only the first and the last character differ. */
static bool changes_ends(mq_str old, mq_str new)
{
    const mq_str a = first_of(old), b = last_of(old), c = first_of(new), d = last_of(new);

    return old.n > a.n + b.n && old.n - a.n - b.n == new.n - c.n - d.n && memcmp(old.p + a.n, new.p + c.n, old.n - a.n - b.n) == 0
           && !mq_str_equal(a, c) && !mq_str_equal(b, d);
}

/* Changes the first mark of a quotation and remembers the second, when the file has both. */
static bool change_ends(struct fixing *x, const mq_finding *f, size_t byte)
{
    const mq_str old = f->text, new = f->suggestion[0], first = first_of(old), last = last_of(old), mark = last_of(new);
    struct cursor end = x->here;
    const size_t closing = locate(&end, x->old, mq_part_place(&x->part, f->byte_end - last.n));

    if (x->closing.n || !has_there(x, byte, first) || closing < byte + first.n || !has_there(x, closing, last))
        return false;
    change(x, &(struct edit){ byte, first.n, first_of(new) });
    memcpy(x->mark, mark.p, mark.n);
    x->closing = (struct edit){ closing, last.n, { x->mark, mark.n } };
    return true;
}

static bool change_words(struct fixing *x, const mq_finding *f, size_t byte)
{
    if (!has_there(x, byte, f->text) || (x->closing.n && byte + f->text.n > x->closing.byte))
        return false;
    change(x, &(struct edit){ byte, f->text.n, f->suggestion[0] });
    return true;
}

static mq_status apply(void *user, const mq_finding *f)
{
    struct fixing *x = user;
    const mq_place place = mq_part_place(&x->part, f->byte);
    bool done = false;

    if (is_unchecked(x, place.line))
        return MQ_OK;
    if (f->sure && f->nsuggestions) {
        const size_t byte = locate(&x->here, x->old, place);

        if (x->closing.n && byte >= x->closing.byte)
            close_quotation(x);
        done = changes_ends(f->text, f->suggestion[0]) ? change_ends(x, f, byte) : change_words(x, f, byte);
    }
    if (done)
        x->stats->fixed++;
    else
        x->stats->left++;
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
    size_t old_cap = 0, new_cap = 0;

    *l = (struct lines){ NULL, NULL, 0 };
    while (old.n || new.n) {
        if (!MQ_ROOM(l->old, l->n, old_cap, 256) || !MQ_ROOM(l->new, l->n, new_cap, 256))
            return false;
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
        rc = mq_draft_quotes(&x->quotes, &x->part, err);
        if (rc)
            break;
        mq_speller_set_quotes(s, x->quotes);
        rc = mq_spell(s, mq_buf_str(&x->part.text), x->part.start, apply, x, err);
        close_quotation(x);
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
    struct fixing x = { .text = MQ_BUF_INIT, .here = { .place = { 1, 1 } }, .stats = stats };
    mq_status rc = read_draft(&draft, path, err);

    mq_part_init(&x.part);
    *stats = (mq_fix_stats){ 0, 0 };
    x.old = mq_buf_str(&draft);
    if (x.old.n >= 3 && memcmp(x.old.p, "\xEF\xBB\xBF", 3) == 0)
        x.here.byte = 3; /* no column is counted for it */
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
