/* emit.c - see emit.h. */
#include <stdlib.h>

#include "base/utf8.h"
#include "document/blank.h"
#include "document/emit.h"
#include "text/marks.h"

static bool add_unchecked(mq_part *part, size_t first, size_t last)
{
    mq_line_range *more = part->nunchecked & (part->nunchecked - 1) ? part->unchecked
                          : reallocarray(part->unchecked, part->nunchecked ? 2 * part->nunchecked : 1, sizeof *more);

    if (!more)
        return false;
    part->unchecked = more;
    more[part->nunchecked++] = (mq_line_range){ first, last };
    return true;
}

/* What comments ask to leave unchecked. That a mark stands in a comment is not asked: in the text it says the same. */
static bool find_unchecked(mq_part *part, mq_str source)
{
    size_t at = 0, here, counted = 0, line = 1, column = 1, off = 0;
    mq_mark_kind kind;
    bool ok = true;

    part->nunchecked = 0;
    while (ok && mq_mark_find(source, &at, &here, &kind)) {
        line += mq_places_lines(source.p + counted, here - counted, &column);
        counted = here;
        if (kind == MQ_MARK_OFF && !off) {
            off = line;
        } else if (kind == MQ_MARK_ON && off) {
            ok = add_unchecked(part, off, line);
            off = 0;
        } else if (!off && kind <= MQ_MARK_NEXT) {
            ok = add_unchecked(part, line, line + (kind == MQ_MARK_NEXT));
        }
    }
    return ok && (!off || add_unchecked(part, off, SIZE_MAX));
}

bool mq_emit_start(mq_emitter *e, mq_part *part, mq_str source)
{
    mq_buf_clear(&part->text);
    if (!mq_places_start(part, 1, 1, false) || !find_unchecked(part, source))
        return false;
    *e = (mq_emitter){ .source = source, .text = &part->text, .places = part->places, .line = 1, .column = 1 };
    return true;
}

/* Moves the known place to source byte `to`. Pieces come in the order of the source, so this is one pass over it. */
static void look_at(mq_emitter *e, size_t to)
{
    if (to < e->seen) {
        e->seen = 0;
        e->line = e->column = 1;
    }
    e->line += mq_places_lines(e->source.p + e->seen, to - e->seen, &e->column);
    e->seen = to;
}

/* Appends text bytes that stand for the source from `from` on. */
static void put(mq_emitter *e, size_t from, const char *p, size_t n)
{
    if (from != e->at || e->apart) {
        look_at(e, from);
        if (!mq_places_mark(e->places, e->text->n, e->line, e->column))
            e->status = MQ_ENOMEM;
    }
    mq_buf_add(e->text, p, n);
    e->at = from + n;
    e->apart = false;
}

static void put_gap(mq_emitter *e)
{
    const enum mq_gap gap = e->gap;

    e->gap = MQ_GAP_NONE;
    if (gap == MQ_GAP_NONE || e->text->n == 0)
        return;
    if (gap == MQ_GAP_SPACE) {
        put(e, e->gap_at, " ", 1);
        e->apart = e->source.p[e->gap_at] == '\n'; /* the source is on the next line, the text is not */
        return;
    }
    put(e, e->at, gap == MQ_GAP_CELL ? "\t" : "\n", 1);
    e->apart = true;
}

/* The end of a stretch that needs no collapsing: single blanks may stand between words. */
static size_t words_end(const char *p, size_t from, size_t to)
{
    while (from < to && !mq_is_blank(p[from])) {
        while (from < to && !mq_is_blank(p[from]))
            from++;
        if (from + 1 < to && p[from] == ' ' && !mq_is_blank(p[from + 1]))
            from++;
    }
    return from;
}

void mq_emit_text(mq_emitter *e, size_t from, size_t to, bool keep)
{
    const char *const p = e->source.p;

    while (from < to) {
        size_t end = to;

        if (!keep && mq_is_blank(p[from])) {
            if (e->gap == MQ_GAP_NONE) {
                e->gap = MQ_GAP_SPACE;
                e->gap_at = from;
            }
            from++;
            continue;
        }
        if (!keep)
            end = words_end(p, from, to);
        put_gap(e);
        put(e, from, p + from, end - from);
        from = end;
    }
}

void mq_emit_char(mq_emitter *e, size_t from, size_t to, uint32_t cp)
{
    char p[4];
    const size_t n = mq_utf8_encode(p, cp);

    put_gap(e);
    put(e, from, p, n);
    e->at = to;
    e->apart = true;
}

void mq_emit_gap(mq_emitter *e, enum mq_gap gap)
{
    if (gap > e->gap)
        e->gap = gap;
}

void mq_emit_soft_break(mq_emitter *e)
{
    size_t at = e->at;

    while (at < e->source.n && e->source.p[at] != '\n' && e->source.p[at] != '\r')
        at++;
    if (at < e->source.n)
        mq_emit_text(e, at, at + 1, false);
}

mq_status mq_emit_end(mq_emitter *e, mq_error *err)
{
    if (e->apart)
        put(e, e->at, "", 0); /* the end of the text, too, stands behind the entity that it ends with */
    if (e->status || e->text->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for the text of a document");
    return MQ_OK;
}
