/* segments.c - see segments.h. */
#include <string.h>

#include "base/grow.h"
#include "base/utf8.h"
#include "document/blank.h"
#include "document/html_token.h"
#include "document/segments.h"

bool mq_bitext_start(mq_bitext *b, mq_part *part, mq_str source)
{
    *b = (mq_bitext){ .part = part };
    mq_buf_addz(&part->sources, ""); /* an empty side, too, is somewhere */
    return mq_emit_start(&b->e, part, source);
}

void mq_unit_start(mq_bitext *b)
{
    b->nother = 0;
    b->has_text = false;
}

void mq_side_again(mq_bitext *b, mq_lang lang, size_t start, size_t end)
{
    if (b->nother == MQ_MOST_SIDES)
        return;
    b->other[b->nother].lang = lang;
    b->other[b->nother].start = start;
    b->other[b->nother].end = end;
    b->nother++;
}

void mq_side_start(mq_bitext *b, bool text, mq_lang lang)
{
    b->in_text = text;
    b->blank = b->blank_end = 0;
    if (text)
        mq_emit_gap(&b->e, MQ_GAP_BLOCK);
    else
        mq_side_again(b, lang, b->part->sources.n, b->part->sources.n);
}

/* Words go into the text; what stood between them and the last ones goes before them. */
static void begin_words(mq_bitext *b)
{
    const size_t n = b->blank_end - b->blank;

    if (!b->has_text) {
        /* The break before the segment is emitted with its first word and is not of it. */
        b->start = b->part->text.n + (b->part->text.n > 0);
        b->has_text = true;
    }
    if (n)
        mq_emit_text(&b->e, b->blank, b->blank_end, n > 1 && !memchr(b->e.source.p + b->blank, '\n', n));
    b->blank = b->blank_end = 0;
}

static void add_other(mq_bitext *b, const char *p, size_t n)
{
    if (b->nother == 0)
        return;
    mq_buf_add(&b->part->sources, p, n);
    b->other[b->nother - 1].end = b->part->sources.n;
}

void mq_side_char(mq_bitext *b, size_t from, size_t to, uint32_t cp)
{
    char p[4];

    if (!b->in_text) {
        add_other(b, p, mq_utf8_encode(p, cp));
        return;
    }
    begin_words(b);
    mq_emit_char(&b->e, from, to, cp);
}

/* Text without entities. */
static void add_plain(mq_bitext *b, size_t from, size_t to)
{
    const char *const p = b->e.source.p;

    if (!b->in_text) {
        add_other(b, p + from, to - from);
        return;
    }
    while (from < to) {
        size_t end = from;

        if (mq_is_blank(p[from])) {
            while (end < to && mq_is_blank(p[end]))
                end++;
            b->blank = b->blank_end == from && b->blank_end > b->blank ? b->blank : from;
            b->blank_end = end;
        } else {
            while (end < to && !mq_is_blank(p[end]))
                end++;
            begin_words(b);
            mq_emit_text(&b->e, from, end, true);
        }
        from = end;
    }
}

void mq_side_words(mq_bitext *b, size_t from, size_t to, bool entities)
{
    const char *const p = b->e.source.p;
    const char *amp;
    size_t at = from;

    while (entities && at < to && (amp = memchr(p + at, '&', to - at)) != NULL) {
        uint32_t cp;
        size_t n;

        at = (size_t)(amp - p);
        n = mq_html_entity((mq_str){ amp, to - at }, &cp);
        if (n) {
            add_plain(b, from, at);
            mq_side_char(b, at, at + n, cp);
            from = at + n;
        }
        at += n ? n : 1;
    }
    add_plain(b, from, to);
}

void mq_unit_end(mq_bitext *b)
{
    mq_part *part = b->part;

    for (unsigned i = 0; i < b->nother && b->has_text; i++) {
        if (!MQ_ROOM(part->segment, part->nsegments, part->segments_cap, 64)) {
            b->status = MQ_ENOMEM;
            return;
        }
        part->segment[part->nsegments++] = (mq_draft_segment){
            .start = b->start, .end = part->text.n, .source = b->other[i].start, .source_end = b->other[i].end, .lang = b->other[i].lang
        };
    }
    mq_unit_start(b);
}

mq_status mq_bitext_end(mq_bitext *b, mq_error *err)
{
    if (b->status || b->part->sources.status)
        return mq_fail(err, MQ_ENOMEM, "no memory for the segments of a draft");
    return mq_emit_end(&b->e, err);
}
