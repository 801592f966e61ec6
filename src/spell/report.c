/* report.c - see report.h: what all kinds share. */
#include <stdlib.h>

#include "base/utf8.h"
#include "spell/report_kinds.h"

enum { MOST_BEFORE = 40, MOST_AFTER = 40 }; /* code points of the line that are shown beside a finding */

static mq_status flush(mq_report *r, mq_error *err)
{
    mq_status rc = r->out.status ? mq_fail(err, MQ_ENOMEM, "no memory for a report") : MQ_OK;

    if (!rc && r->out.n)
        rc = r->o.write(r->o.user, mq_buf_str(&r->out), err);
    mq_buf_clear(&r->out);
    return rc;
}

mq_status mq_report_open(mq_report **out, const mq_report_options *o, mq_error *err)
{
    mq_report *r = calloc(1, sizeof *r);

    *out = r;
    if (!r)
        return mq_fail(err, MQ_ENOMEM, "no memory for a report");
    r->o = *o;
    r->kind = o->kind == MQ_REPORT_SARIF ? &mq_report_sarif_kind : o->kind == MQ_REPORT_JSONL ? &mq_report_jsonl_kind : &mq_report_text_kind;
    if (r->kind->open)
        r->kind->open(r);
    return flush(r, err);
}

/* The line to the left of text.p[at], at most `most` code points of it. */
static mq_str left_of(mq_str text, size_t at, size_t most)
{
    size_t from = at;
    uint32_t cp;

    while (from && most--) {
        const size_t n = mq_utf8_before(text.p, text.p + from, &cp);

        if (cp == '\n' || cp == '\r')
            break;
        from -= n;
    }
    return (mq_str){ text.p + from, at - from };
}

static mq_str right_of(mq_str text, size_t at, size_t most)
{
    size_t to = at;
    uint32_t cp;

    while (to < text.n && most--) {
        const size_t n = mq_utf8_decode(text.p + to, text.p + text.n, &cp);

        if (cp == '\n' || cp == '\r')
            break;
        to += n;
    }
    return (mq_str){ text.p + at, to - at };
}

mq_status mq_report_add(mq_report *r, const mq_part *part, const mq_finding *f, mq_error *err)
{
    const mq_str text = mq_buf_str(&part->text);
    struct sited s = {
        .f = f,
        .doc = mq_buf_str(&part->doc),
        .from = mq_part_place(part, f->byte),
        .to = mq_part_place(part, f->byte_end),
        .before = left_of(text, f->byte, MOST_BEFORE),
        .after = right_of(text, f->byte_end, MOST_AFTER),
    };

    s.as_written = mq_part_has_lines(part) && s.from.line == s.to.line && s.to.column - s.from.column == mq_utf8_count(f->text.p, f->text.n);
    r->kind->add(r, &s);
    r->results++;
    return flush(r, err);
}

mq_status mq_report_finish(mq_report *r, mq_error *err)
{
    if (r->kind->finish)
        r->kind->finish(r);
    return flush(r, err);
}

mq_status mq_report_close(mq_report *r, mq_error *err)
{
    mq_status rc;

    if (!r)
        return MQ_OK;
    if (r->kind->close)
        r->kind->close(r);
    rc = flush(r, err);
    mq_buf_release(&r->out);
    mq_arena_release(&r->arena);
    free(r->note);
    free(r);
    return rc;
}
