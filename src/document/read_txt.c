/*
 * read_txt.c - plain text of any size, in parts of about PART bytes.
 *
 * A part is cut behind a line break, one of its last, where no line end near it is judged in another way than in the whole text (text/wrap.h); else behind its
 * last line break, its last space, or at a code point. What lies behind the cut begins the next part. No cut can change what is ill-formed: a line break and a
 * space end any sequence, and a lead byte never belongs to the sequence before it. So the parts put together are the text of the whole file, whatever PART is.
 *
 * UTF-8 is read straight into the part and only checked there; nothing is copied but the tail. In a large plain file there is no need of one: a claim looks for
 * the cut alone, in a window where it most often is, and the part is read later, by any thread.
 */
#include <string.h>

#include "base/utf8.h"
#include "document/reader.h"
#include "text/wrap.h"

enum { PART = 1 << 20, RAW = 1 << 18, MOST_TRIES = 500 };

/* How far a line end reaches that decides about another one, which may be the cut; and where the cut is looked for first. */
enum { REACH = 2 * MQ_WRAP_REACH, WINDOW = 6 * REACH };

/* What the text of a part is found to be. */
struct survey {
    mq_utf8_figures figures;
    size_t replaced, first; /* ill-formed sequences, and the byte of the first one */
};

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

    r->placed = is_utf8(r) && mq_input_size(r->in) > PART;
    if (r->encoding.bom && !r->placed)
        rc = mq_input_read(r->in, bom, r->encoding.bom, &got, err);
    if (!rc && !is_utf8(r))
        rc = mq_decoder_new(&r->decoder, r->encoding.name, err);
    r->offset = r->encoding.bom;
    r->line = r->column = 1;
    return rc;
}

/* Reads some more of the file, as it is. */
static mq_status fetch(mq_reader *r, mq_buf *to, size_t have, size_t want, mq_error *err)
{
    size_t got;
    mq_status rc;

    if (!mq_buf_reserve(to, want))
        return no_memory(r, err);
    if (r->placed)
        rc = mq_input_read_at(r->in, r->offset + have, to->p + to->n, want, &got, err);
    else
        rc = mq_input_read(r->in, to->p + to->n, want, &got, err);
    if (rc)
        return rc;
    to->n += got;
    to->p[to->n] = '\0';
    r->drained = got == 0;
    return MQ_OK;
}

/* Appends some more of the file, as it is (UTF-8) or decoded. */
static mq_status fill(mq_reader *r, mq_buf *text, mq_error *err)
{
    mq_status rc;

    if (!r->decoder)
        return fetch(r, text, text->n, PART + 1 - text->n, err);
    mq_buf_clear(&r->bytes);
    rc = fetch(r, &r->bytes, 0, RAW, err);
    return rc ? rc : mq_decoder_add(r->decoder, text, mq_buf_str(&r->bytes), r->drained, err);
}

/*
 * Behind a line break that may part the text, one of the last that have all that is looked at for it behind them, and so much before them; 0 when there is
 * none.
 */
static size_t cut_at_line(mq_str text, size_t before)
{
    size_t at = text.n - MQ_WRAP_REACH;
    const char *p;

    for (unsigned n = 0; n < MOST_TRIES && (p = memrchr(text.p, '\n', at)) != NULL; n++) {
        at = (size_t)(p - text.p);
        if (at < before)
            break;
        if (mq_may_part(text, at + 1))
            return at + 1;
    }
    return 0;
}

/* Where to end a part of more than PART bytes. */
static size_t cut(const mq_buf *text)
{
    const size_t at = cut_at_line((mq_str){ text->p, PART }, 0);
    const char *p = at ? NULL : memrchr(text->p, '\n', PART);

    if (at)
        return at;
    if (!p)
        p = memrchr(text->p, ' ', PART);
    return p ? (size_t)(p - text->p) + 1 : mq_utf8_complete(text->p, PART);
}

/* Makes the text of a part well-formed; most often it is. What was decoded is. */
static void check(mq_buf *text, struct survey *s)
{
    mq_buf ill = *text;

    *s = (struct survey){ .replaced = 0 };
    if (mq_utf8_survey(text->p, text->n, &s->figures) == text->n)
        return;
    *text = (mq_buf)MQ_BUF_INIT;
    s->replaced = mq_utf8_repair(text, mq_buf_str(&ill), &s->first);
    mq_buf_release(&ill);
    (void)mq_utf8_survey(text->p, text->n, &s->figures);
}

/* What depends on the parts before. `from`: byte of the file where this one begins. */
static mq_status settle(mq_reader *r, mq_part *part, const struct survey *s, uint64_t from, mq_error *err)
{
    if (part->text.status || !mq_places_start(part, r->line, r->column, false))
        return no_memory(r, err);
    mq_reader_replaced(r, s->replaced, from + s->first);
    part->start = r->start;
    r->start += s->figures.points;
    r->line += s->figures.lines;
    r->column = mq_places_column(mq_buf_str(&part->text), s->figures.lines, r->column);
    return MQ_OK;
}

/* ---- a part that is read later ---- */

/* Claims the next part without reading it, when its cut is where it most often is. */
static mq_status claim_unread(mq_reader *r, mq_part *part, mq_error *err)
{
    const uint64_t from = r->offset + PART - WINDOW;
    size_t got, at;
    mq_status rc;

    if (!mq_buf_reserve(&r->bytes, WINDOW))
        return no_memory(r, err);
    rc = mq_input_read_at(r->in, from, r->bytes.p, WINDOW, &got, err);
    if (rc || got < WINDOW)
        return rc;
    at = cut_at_line((mq_str){ r->bytes.p, WINDOW }, REACH);
    if (at == 0)
        return MQ_OK;
    part->unread = true;
    part->last = false;
    part->from = r->offset;
    part->bytes = PART - WINDOW + at;
    part->number = r->claims.claimed++;
    r->offset += part->bytes;
    return MQ_OK;
}

bool mq_txt_load(mq_reader *r, mq_part *part)
{
    mq_buf *const text = &part->text;
    struct survey s = { .replaced = 0 };
    mq_status rc = MQ_OK;
    mq_error why;
    bool good;

    if (!mq_buf_reserve(text, part->bytes))
        rc = no_memory(r, &why);
    if (!rc)
        rc = mq_input_read_at(r->in, part->from, text->p, part->bytes, &text->n, &why);
    if (!rc) {
        text->p[text->n] = '\0';
        check(text, &s);
    }
    good = mq_claims_enter(&r->claims, part->number);
    if (good && !rc)
        rc = settle(r, part, &s, part->from, &why);
    mq_claims_leave(&r->claims, rc ? &why : NULL);
    part->unread = false;
    return good && !rc;
}

/* ---- a part that is read at once ---- */

static mq_status read_text(mq_reader *r, mq_part *part, struct survey *s, mq_error *err)
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
    if (!r->placed)
        mq_buf_add(&r->tail, text->p + end, text->n - end);
    r->offset += end;
    text->n = end;
    text->p[end] = '\0';
    check(text, s);
    if (r->decoder) {
        r->info.replaced = mq_decoder_replaced(r->decoder, &first);
        r->info.first_replaced = r->info.replaced ? r->encoding.bom + first : 0;
    }
    return r->tail.status ? no_memory(r, err) : MQ_OK;
}

mq_status mq_txt_next(mq_reader *r, mq_part *part, mq_error *err)
{
    struct survey s = { .replaced = 0 };
    uint64_t from;
    mq_status rc = MQ_OK;

    part->first = !r->begun;
    if (part->first)
        rc = begin(r, err);
    r->begun = true;
    if (!rc && r->placed) {
        rc = mq_claims_failure(&r->claims, err);
        if (!rc)
            rc = claim_unread(r, part, err);
        if (rc || part->unread)
            return rc;
        rc = mq_claims_wait(&r->claims, err);
    }
    from = r->offset;
    if (!rc)
        rc = read_text(r, part, &s, err);
    if (!rc)
        rc = settle(r, part, &s, from, err);
    r->done = !rc && part->last;
    return rc;
}
