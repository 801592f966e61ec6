/* quote.c - see quote.h. */
#include <string.h>

#include <muqabil/text.h>

#include "mine/quote.h"
#include "text/wrap.h"

enum { LONGEST_CONTEXT = 1200 };

struct span {
    size_t start, end; /* bytes of the text */
};

static struct span span_of(mq_str part, mq_str text)
{
    const size_t start = (size_t)(part.p - text.p);

    return (struct span){ start, start + part.n };
}

/* The start of the line of the byte before `to` when it begins behind `from`; else SIZE_MAX. */
static size_t later_line(mq_str text, size_t from, size_t to)
{
    const char *lf = to > from ? memrchr(text.p + from, '\n', to - from) : NULL;

    return lf ? (size_t)(lf - text.p) + 1 : SIZE_MAX;
}

/*
 * The sentence of the first byte; of a pair that runs over a line end, to where the sentence ends on the last of its lines; for a pair far apart the text from one
 * sentence to the other, where it is short enough, else the sentence of the name.
 */
static struct span context_of(mq_str text, struct span ar, struct span la, bool distant)
{
    const bool ar_first = ar.start < la.start;
    struct span s, again;
    size_t second;

    mq_sentence(text, ar_first ? ar.start : la.start, LONGEST_CONTEXT, &s.start, &s.end);
    if (distant)
        second = ar_first ? la.start : ar.start;
    else
        second = later_line(text, s.end, ar.end > la.end ? ar.end : la.end);
    if (second == SIZE_MAX)
        return s;
    mq_sentence(text, second, LONGEST_CONTEXT, &again.start, &again.end);
    if (again.end - s.start <= LONGEST_CONTEXT)
        return (struct span){ s.start, again.end };
    mq_sentence(text, la.start, LONGEST_CONTEXT, &s.start, &s.end);
    return s;
}

static bool has_line_end(mq_str s)
{
    return memchr(s.p, '\n', s.n) != NULL;
}

mq_status mq_quote(mq_occurrence *o, mq_str text, mq_buf *room, mq_error *err)
{
    mq_str *const parts[] = { &o->ar, &o->la, &o->context };
    enum { PARTS = sizeof parts / sizeof *parts };
    const struct span context = context_of(text, span_of(o->ar, text), span_of(o->la, text), o->pattern == MQ_PATTERN_DISTANT);
    size_t from[PARTS + 1] = { 0 };

    o->context = (mq_str){ text.p + context.start, context.end - context.start };
    if (!has_line_end(o->ar) && !has_line_end(o->la) && !has_line_end(o->context))
        return MQ_OK;
    mq_buf_clear(room);
    for (size_t i = 0; i < PARTS; i++) {
        const struct span s = span_of(*parts[i], text);

        mq_unwrap(room, text, s.start, s.end);
        from[i + 1] = room->n;
    }
    if (room->status)
        return mq_fail(err, MQ_ENOMEM, "no memory for a sentence");
    for (size_t i = 0; i < PARTS; i++)
        *parts[i] = (mq_str){ room->p + from[i], from[i + 1] - from[i] };
    return MQ_OK;
}
