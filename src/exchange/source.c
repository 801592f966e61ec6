/* source.c - see source.h. */
#include <string.h>

#include "exchange/source.h"

mq_status mq_source_open(mq_source *s, const char *path, mq_error *err)
{
    return mq_input_open(&s->in, path, err);
}

mq_status mq_source_head(mq_str *head, mq_source *s, mq_error *err)
{
    return mq_input_peek(s->in, head, MQ_SOURCE_HEAD, err);
}

void mq_source_release(mq_source *s)
{
    mq_decoder_free(s->decoder);
    mq_input_close(s->in);
    mq_buf_release(&s->raw);
    mq_buf_release(&s->text);
}

static mq_status no_memory(const mq_source *s, mq_error *err)
{
    return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_input_name(s->in));
}

/* Appends more text. The bytes already given out make room first. */
static mq_status more(mq_source *s, mq_error *err)
{
    mq_buf *to = s->decoder ? &s->raw : &s->text;
    size_t got;
    mq_status rc;

    if (s->at && s->text.p) {
        memmove(s->text.p, s->text.p + s->at, s->text.n - s->at);
        s->text.n -= s->at;
        s->at = 0;
    }
    if (!mq_buf_reserve(to, MQ_SOURCE_HEAD))
        return no_memory(s, err);
    rc = mq_input_read(s->in, to->p + to->n, MQ_SOURCE_HEAD, &got, err);
    if (rc)
        return rc;
    s->ended = got == 0;
    to->n += got;
    if (s->decoder) {
        rc = mq_decoder_add(s->decoder, &s->text, mq_buf_str(&s->raw), s->ended, err);
        mq_buf_clear(&s->raw);
    }
    return rc;
}

/* UTF-16 without a BOM: mostly ASCII or Arabic with spaces and line breaks, so NUL bytes, and on one side only. */
static const char *wide_without_bom(mq_str head)
{
    const size_t n = head.n < 256 ? head.n & ~(size_t)1 : 256;
    size_t even = 0, odd = 0;

    for (size_t i = 0; i < n; i += 2) {
        even += head.p[i] == '\0';
        odd += head.p[i + 1] == '\0';
    }
    if (even >= 2 && odd == 0)
        return "UTF-16BE";
    return odd >= 2 && even == 0 ? "UTF-16LE" : NULL;
}

static mq_status skip_bom(mq_source *s, mq_error *err)
{
    char bom[4];
    size_t got = 0;

    return s->encoding.bom ? mq_input_read(s->in, bom, s->encoding.bom, &got, err) : MQ_OK;
}

mq_status mq_source_decode(mq_source *s, const char *named, mq_error *err)
{
    const char *wide;
    mq_str head;
    mq_status rc = mq_source_head(&head, s, err);

    if (rc)
        return rc;
    mq_encoding_detect(&s->encoding, head);
    wide = s->encoding.bom ? NULL : wide_without_bom(head);
    if (wide)
        s->encoding = (mq_encoding){ .guessed = false };
    if (wide)
        memcpy(s->encoding.name, wide, sizeof "UTF-16LE");
    if (named && !wide && !s->encoding.bom && !mq_encoding_named(&s->encoding, mq_str_of(named)))
        return mq_fail(err, MQ_EINVALID, "no encoding '%s'", named);
    rc = skip_bom(s, err);
    if (!rc && strcmp(s->encoding.name, "UTF-8") != 0)
        rc = mq_decoder_new(&s->decoder, s->encoding.name, err);
    return rc ? rc : more(s, err);
}

static mq_status too_long(const mq_source *s, mq_error *err)
{
    return mq_fail_at(err, MQ_ELIMIT, s->line, 1, "a line of '%s' is longer than %d bytes", mq_input_name(s->in), MQ_LINE_MOST);
}

/* To the end of a line that is too long. */
static mq_status skip_line(mq_source *s, mq_error *err)
{
    for (;;) {
        const char *lf = s->text.p ? memchr(s->text.p + s->at, '\n', s->text.n - s->at) : NULL;
        mq_status rc;

        s->at = lf ? (size_t)(lf - s->text.p) + 1 : s->text.n;
        if (lf || s->ended)
            return too_long(s, err);
        rc = more(s, err);
        if (rc)
            return rc;
    }
}

/* The line of n bytes, and maybe a line break, at s->at. */
static mq_status give(mq_str *line, mq_source *s, size_t n, bool broken, mq_error *err)
{
    *line = (mq_str){ s->text.p + s->at, n };
    s->at += n + broken;
    s->line++;
    if (n > MQ_LINE_MOST)
        return too_long(s, err);
    if (line->p && n && line->p[n - 1] == '\r')
        line->n--;
    return MQ_OK;
}

mq_status mq_source_line(mq_str *line, mq_source *s, mq_error *err)
{
    size_t seen = 0;

    for (;;) {
        const size_t n = s->text.n - s->at;
        const char *from = s->text.p ? s->text.p + s->at : "", *lf = n > seen ? memchr(from + seen, '\n', n - seen) : NULL;
        mq_status rc;

        if (lf || (s->ended && n))
            return give(line, s, lf ? (size_t)(lf - from) : n, lf != NULL, err);
        if (s->ended)
            return MQ_ENOTFOUND;
        if (n > MQ_LINE_MOST) {
            s->line++;
            return skip_line(s, err);
        }
        seen = n;
        rc = more(s, err);
        if (rc)
            return rc;
    }
}

mq_str mq_source_ahead(const mq_source *s)
{
    return (mq_str){ s->text.p ? s->text.p + s->at : "", s->text.n - s->at };
}
