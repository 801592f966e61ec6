/*
 * read_txt.c - plain text of any size, in parts of about PART bytes.
 *
 * A part is cut behind a line break, one of its last, where no line end near it is judged in another way than in the whole text (text/wrap.h); else behind its
 * last line break, its last space, or at a code point. What lies behind the cut begins the next part. No cut can change what is ill-formed: a line break and a
 * space end any sequence, and a lead byte never belongs to the sequence before it. So the parts put together are the text of the whole file, whatever PART is.
 *
 * UTF-8 is read straight into the part and only checked there; nothing is copied but the tail.
 */
#include <string.h>

#include "base/utf8.h"
#include "document/reader.h"
#include "text/wrap.h"

enum { PART = 1 << 20, RAW = 1 << 18, MOST_TRIES = 500 };

static bool is_utf8(const mq_reader *r)
{
    return strcmp(r->encoding.name, "UTF-8") == 0;
}

static mq_status no_memory(const mq_reader *r, mq_error *err)
{
    return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
}

static mq_status begin(mq_reader *r, mq_error *err)
{
    char bom[4];
    size_t got;
    mq_status rc = MQ_OK;

    if (r->encoding.bom)
        rc = mq_input_read(r->in, bom, r->encoding.bom, &got, err);
    if (!rc && !is_utf8(r))
        rc = mq_decoder_new(&r->decoder, r->encoding.name, err);
    r->offset = r->encoding.bom;
    r->line = r->column = 1;
    return rc;
}

/* Appends some more of the file, as it is (UTF-8) or decoded. */
static mq_status fill(mq_reader *r, mq_buf *text, mq_error *err)
{
    mq_buf *const to = r->decoder ? &r->bytes : text;
    const size_t want = r->decoder ? RAW : PART + 1 - text->n;
    size_t got;
    mq_status rc;

    if (r->decoder)
        mq_buf_clear(to);
    if (!mq_buf_reserve(to, want))
        return no_memory(r, err);
    rc = mq_input_read(r->in, to->p + to->n, want, &got, err);
    if (rc)
        return rc;
    to->n += got;
    to->p[to->n] = '\0';
    r->drained = got == 0;
    return r->decoder ? mq_decoder_add(r->decoder, text, mq_buf_str(to), r->drained, err) : MQ_OK;
}

/* Behind a line break that may part the text, one of the last that have all that is looked at for it behind them; 0 when there is none. */
static size_t cut_at_line(const mq_buf *text)
{
    size_t at = PART - MQ_WRAP_REACH;
    const char *p;

    for (unsigned n = 0; n < MOST_TRIES && (p = memrchr(text->p, '\n', at)) != NULL; n++) {
        at = (size_t)(p - text->p);
        if (mq_may_part(mq_buf_str(text), at + 1))
            return at + 1;
    }
    return 0;
}

/* Where to end a part of more than PART bytes. */
static size_t cut(const mq_buf *text)
{
    const size_t at = cut_at_line(text);
    const char *p = at ? NULL : memrchr(text->p, '\n', PART);

    if (at)
        return at;
    if (!p)
        p = memrchr(text->p, ' ', PART);
    return p ? (size_t)(p - text->p) + 1 : mq_utf8_complete(text->p, PART);
}

/* Makes the text of a part well-formed; most often it is. What was decoded is. */
static void repair(mq_reader *r, mq_buf *text, mq_utf8_figures *figures)
{
    const size_t n = text->n;
    size_t first = 0, replaced;
    mq_buf ill;

    if (mq_utf8_survey(text->p, n, figures) < n) {
        mq_buf_clear(&r->source);
        replaced = mq_utf8_repair(&r->source, mq_buf_str(text), &first);
        mq_reader_replaced(r, replaced, r->offset + first);
        ill = *text;
        *text = r->source;
        r->source = ill;
        (void)mq_utf8_survey(text->p, text->n, figures);
    }
    r->offset += n;
}

static mq_status read_text(mq_reader *r, mq_part *part, mq_utf8_figures *figures, mq_error *err)
{
    mq_buf *const text = &part->text;
    uint64_t first;
    size_t end;

    mq_buf_addstr(text, mq_buf_str(&r->tail));
    mq_buf_clear(&r->tail);
    while (text->n <= PART && !r->drained) {
        const mq_status rc = fill(r, text, err);

        if (rc)
            return rc;
    }
    part->last = text->n <= PART;
    end = part->last ? text->n : cut(text);
    mq_buf_add(&r->tail, text->p + end, text->n - end);
    text->n = end;
    text->p[end] = '\0';
    repair(r, text, figures);
    if (r->decoder) {
        r->info.replaced = mq_decoder_replaced(r->decoder, &first);
        r->info.first_replaced = r->info.replaced ? r->encoding.bom + first : 0;
    }
    return r->tail.status ? no_memory(r, err) : MQ_OK;
}

mq_status mq_txt_next(mq_reader *r, mq_part *part, mq_error *err)
{
    mq_utf8_figures figures = { 0, 0 };
    mq_status rc = MQ_OK;

    part->first = r->line == 0;
    if (part->first)
        rc = begin(r, err);
    if (!rc)
        rc = read_text(r, part, &figures, err);
    if (rc)
        return rc;
    if (part->text.status || !mq_places_start(part, r->line, r->column, false))
        return no_memory(r, err);
    part->start = r->start;
    r->start += figures.points;
    r->line += figures.lines;
    r->column = mq_places_column(mq_buf_str(&part->text), figures.lines, r->column);
    r->done = part->last;
    return MQ_OK;
}
