/*
 * places.c - see places.h.
 *
 * A place is found by the last mark at or before the byte and by counting from there, or from the last answer where no mark stands between. The first
 * question adds a mark every STEP bytes, so that a question costs the same anywhere in a line of a million characters; a part that is never asked pays
 * nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/utf8.h"
#include "document/places.h"

enum { STEP = 4096 };

bool mq_places_start(mq_part *part, size_t line, size_t column, bool linear)
{
    if (!part->places)
        part->places = calloc(1, sizeof *part->places);
    if (!part->places)
        return false;
    part->places->n = 0;
    part->places->line = line;
    part->places->column = column;
    part->places->linear = linear;
    part->places->indexed = false;
    return true;
}

void mq_places_free(struct mq_places *p)
{
    if (p)
        free(p->marks);
    free(p);
}

static mq_mark mark_of(const struct mq_places *p, size_t byte, mq_place place)
{
    return (mq_mark){
        .byte = (uint32_t)byte,
        .line = (uint32_t)(place.line - p->line),
        .column = (uint32_t)(place.column - (place.line == p->line ? p->column : 1)),
    };
}

static mq_place place_of(const struct mq_places *p, const mq_mark *m)
{
    return (mq_place){ .line = p->line + m->line, .column = m->column + (m->line == 0 ? p->column : 1) };
}

bool mq_places_mark(struct mq_places *p, size_t byte, size_t line, size_t column)
{
    if (!MQ_ROOM(p->marks, p->n, p->cap, 64))
        return false;
    p->marks[p->n++] = mark_of(p, byte, (mq_place){ line, column });
    return true;
}

size_t mq_places_column(mq_str text, size_t lines, size_t column)
{
    const char *const lf = lines ? memrchr(text.p, '\n', text.n) : NULL;
    const size_t last = lf ? (size_t)(lf - text.p) + 1 : 0; /* where the last line begins */

    return (lines ? 1 : column) + mq_utf8_count(text.p + last, text.n - last);
}

size_t mq_places_lines(const char *p, size_t n, size_t *column)
{
    const size_t lines = mq_utf8_lines(p, n);

    *column = mq_places_column((mq_str){ p, n }, lines, *column);
    return lines;
}

/* Moves a place over p[0..n) of the text. */
static mq_place moved(mq_place place, const char *p, size_t n, bool linear)
{
    if (linear)
        place.column += mq_utf8_count(p, n);
    else
        place.line += mq_places_lines(p, n, &place.column);
    return place;
}

/* Without memory the marks stay as they are: right, but slower. */
static void add_index(struct mq_places *p, const mq_buf *text)
{
    const size_t most = p->n + text->n / STEP + 1;
    mq_mark *all = malloc(most * sizeof *all);
    mq_place place = { p->line, p->column };
    size_t n = 0, byte = 0;

    p->indexed = true;
    p->last = (mq_answer){ SIZE_MAX, { 0, 0 }, 0 };
    if (!all)
        return;
    for (size_t i = 0; i <= p->n; i++) {
        const size_t next = i < p->n ? p->marks[i].byte : text->n;

        for (; byte + STEP <= next; byte += STEP) {
            place = moved(place, text->p + byte, STEP, p->linear);
            all[n++] = mark_of(p, byte + STEP, place);
        }
        if (i < p->n) {
            all[n++] = p->marks[i];
            place = place_of(p, &p->marks[i]);
            byte = next;
        }
    }
    free(p->marks);
    p->marks = all;
    p->n = n;
    p->cap = most;
}

/* The nearest known place at or before byte. */
static mq_answer nearest(const struct mq_places *p, size_t byte)
{
    size_t low = 0, high = p->n;

    if (byte >= p->last.byte && (p->last.next == p->n || byte < p->marks[p->last.next].byte))
        return p->last;
    while (low < high) { /* the first mark behind byte */
        const size_t middle = low + (high - low) / 2;

        if (p->marks[middle].byte <= byte)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return (mq_answer){ 0, { p->line, p->column }, 0 };
    return (mq_answer){ p->marks[low - 1].byte, place_of(p, &p->marks[low - 1]), low };
}

mq_place mq_part_place(const mq_part *part, size_t byte)
{
    struct mq_places *const p = part->places;
    mq_answer a;

    if (!p)
        return (mq_place){ 1, 1 };
    if (!p->indexed)
        add_index(p, &part->text);
    if (byte > part->text.n)
        byte = part->text.n;
    a = nearest(p, byte);
    if (byte > a.byte)
        a.place = moved(a.place, part->text.p + a.byte, byte - a.byte, p->linear);
    a.byte = byte;
    return (p->last = a).place;
}

bool mq_part_has_lines(const mq_part *part)
{
    return part->places && !part->places->linear;
}
