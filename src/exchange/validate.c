/*
 * validate.c - judging a file: XML by a table of its elements, tables and JSON lines by what their reader leaves out.
 */
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/reader.h"
#include "exchange/sniff.h"
#include "exchange/validate.h"

/* ---- reporting ---- */

void mq_judge_fault(mq_judge *j, mq_fault_level level, size_t line, size_t column, const char *rule, const char *tools, const char *fmt, ...)
{
    mq_fault f = { .level = level, .line = line, .column = column, .rule = rule, .tools = tools };
    char text[400];
    va_list ap;

    if (j->rc)
        return;
    va_start(ap, fmt);
    (void)vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    mq_buf_clear(&j->message);
    (void)mq_utf8_repair(&j->message, mq_str_of(text), NULL); /* a name of the file may have been cut inside a letter */
    f.message = mq_buf_str(&j->message);
    j->rc = j->message.status ? mq_fail(j->err, MQ_ENOMEM, "no memory to judge '%s'", j->path) : j->fn(j->user, &f, j->err);
}

bool mq_judge_among(const char *list, mq_str word)
{
    for (const char *p = list; *p;) {
        const size_t n = strcspn(p, " ");

        if (word.n == n && memcmp(word.p, p, n) == 0)
            return true;
        p += n + (p[n] == ' ');
    }
    return false;
}

/* ---- XML by its table ---- */

static const mq_judged_element *find_element(const mq_judged_format *f, mq_str name)
{
    for (const mq_judged_element *e = f->elements; e->name; e++)
        if (mq_str_equal(mq_str_of(e->name), name))
            return e;
    return NULL;
}

/* "xml:lang" or "type" as the tables have it. */
static mq_str attribute_name(char buf[64], mq_str prefix, mq_str name)
{
    const int n = snprintf(buf, 64, "%.*s%s%.*s", (int)prefix.n, prefix.p, prefix.n ? ":" : "", (int)name.n, name.p);

    return (mq_str){ buf, n > 0 && n < 64 ? (size_t)n : 0 };
}

static bool has_attribute(const mq_sax *x, const char *wanted)
{
    mq_str prefix, name, value;
    char buf[64];

    for (size_t i = 0; mq_sax_attribute_at(x, i, &prefix, &name, &value); i++)
        if (mq_str_equal(attribute_name(buf, prefix, name), mq_str_of(wanted)))
            return true;
    return false;
}

static void judge_attributes(mq_judge *j, const mq_sax *x, const mq_judged_element *e)
{
    mq_str prefix, name, value;
    char buf[64];

    for (const char *p = e->required; *p;) {
        char wanted[64];
        const size_t n = strcspn(p, " ");

        (void)snprintf(wanted, sizeof wanted, "%.*s", (int)n, p);
        if (!has_attribute(x, wanted))
            mq_judge_fault(j, MQ_FAULT_ERROR, mq_sax_line(x), mq_sax_column(x), "missing-attribute", j->format->strict, "<%s> has no %s", e->name, wanted);
        p += n + (p[n] == ' ');
    }
    for (size_t i = 0; mq_sax_attribute_at(x, i, &prefix, &name, &value); i++) {
        const mq_str whole = attribute_name(buf, prefix, name);

        if (!mq_judge_among(e->required, whole) && !mq_judge_among(e->optional, whole))
            mq_judge_fault(j, MQ_FAULT_ERROR, mq_sax_line(x), mq_sax_column(x), "unknown-attribute", j->format->strict, "<%s> knows no attribute %.*s", e->name,
                           (int)whole.n, whole.p);
    }
}

static void judge_place(mq_judge *j, const mq_sax *x, const mq_judged_element *e, mq_str written)
{
    const mq_judged_element *parent = j->depth > 1 ? j->open[j->depth - 2] : NULL;
    int order = e ? e->order : 0, *last = j->depth > 1 ? &j->last_order[j->depth - 2] : NULL;

    if (!e) {
        mq_judge_fault(j, MQ_FAULT_ERROR, mq_sax_line(x), mq_sax_column(x), "unknown-element", j->format->strict, "<%.*s> is no element of the format",
                       (int)(written.n < 40 ? written.n : 40), written.p);
        return;
    }
    if (!parent || !last)
        return;
    if (e->last_in && mq_judge_among(e->last_in, mq_str_of(parent->name)))
        order = INT_MAX;
    if (!mq_judge_among(e->parents, mq_str_of(parent->name)))
        mq_judge_fault(j, MQ_FAULT_ERROR, mq_sax_line(x), mq_sax_column(x), "place", j->format->strict, "<%s> must not stand in <%s>", e->name, parent->name);
    else if (order < *last)
        mq_judge_fault(j, MQ_FAULT_ERROR, mq_sax_line(x), mq_sax_column(x), "order", j->format->strict, "<%s> stands too late in <%s>", e->name, parent->name);
    else
        *last = order;
}

static mq_status choose_format(mq_judge *j, const mq_sax *x, mq_str written)
{
    static const struct {
        const char *root;
        mq_exchange format;
        const mq_judged_format *table;
    } roots[] = { { "tmx", MQ_EXCHANGE_TMX, &mq_judged_tmx }, { "martif", MQ_EXCHANGE_TBX, &mq_judged_tbx }, { "tbx", MQ_EXCHANGE_TBX3, &mq_judged_tbx3 } };

    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (mq_str_equal(mq_str_of(roots[i].root), written)) {
            j->format = roots[i].table;
            j->info->format = roots[i].format;
            return MQ_OK;
        }
    return mq_fail_at(j->err, MQ_EUNSUPPORTED, mq_sax_line(x), mq_sax_column(x), "cannot judge '%s': <%.*s> is neither TMX nor TBX", j->path,
                      (int)(written.n < 40 ? written.n : 40), written.p);
}

static mq_status on_start(void *user, mq_sax *x, int name, mq_str written)
{
    mq_judge *j = user;
    const mq_judged_element *e;
    mq_status rc = j->format ? MQ_OK : choose_format(j, x, written);

    (void)name;
    if (rc)
        return rc;
    e = find_element(j->format, written);
    j->open[j->depth] = e;
    j->last_order[j->depth++] = 0;
    judge_place(j, x, e, written);
    if (e)
        judge_attributes(j, x, e);
    if (e && j->format->start)
        j->format->start(j, x, e);
    return j->rc;
}

static mq_status on_end(void *user, mq_sax *x, int name)
{
    mq_judge *j = user;
    const mq_judged_element *e = j->open[--j->depth];

    (void)name;
    if (e && j->format->end)
        j->format->end(j, x, e);
    return j->rc;
}

static mq_status judge_xml(mq_judge *j, mq_source *source)
{
    static const char *const names[] = { NULL };
    static const mq_sax_events events = { .start = on_start, .end = on_end };
    mq_str head;
    mq_status rc = mq_source_head(&head, source, j->err);

    if (!rc && head.n >= 3 && memcmp(head.p, "\xEF\xBB\xBF", 3) == 0)
        mq_judge_fault(j, MQ_FAULT_WARNING, 1, 1, "bom", "some upload forms refuse the file", "a byte order mark before the XML");
    else if (!rc && head.n >= 2 && (head.p[0] == '\0' || head.p[1] == '\0' || *head.p == '\xFF' || *head.p == '\xFE'))
        mq_judge_fault(j, MQ_FAULT_WARNING, 1, 1, "encoding", "some web services read UTF-8 only", "the file is in UTF-16");
    return rc ? rc : j->rc ? j->rc : mq_sax_read(source, names, &events, j, j->err);
}

/* ---- tables and lines by what their reader says ---- */

static mq_status judge_left_out(void *user, const mq_left_out *x, mq_error *err)
{
    mq_judge *j = user;
    const size_t n = x->what.n < 60 ? x->what.n : 60;

    (void)err;
    mq_judge_fault(j, x->whole ? MQ_FAULT_ERROR : MQ_FAULT_WARNING, x->line, x->column, "left-out", "muqabil leaves it out", "%s%s%.*s%s",
                   mq_reason_text(x->reason), n ? ": '" : "", (int)n, x->what.p,
                   n ? "'" : "");
    return j->rc;
}

static mq_status judge_cells(void *user, const mq_entry *e, mq_error *err)
{
    mq_judge *j = user;

    (void)err;
    for (size_t i = 0; i < e->nterms; i++)
        if (strchr("=+-@", *e->terms[i].text.p))
            mq_judge_fault(j, MQ_FAULT_WARNING, e->line, e->column, "formula", "a spreadsheet takes it for a formula", "'%.*s'",
                           (int)(e->terms[i].text.n < 60 ? e->terms[i].text.n : 60), e->terms[i].text.p);
    if (e->nterms < 2)
        mq_judge_fault(j, MQ_FAULT_WARNING, e->line, e->column, "one-side", "nothing is offered for it", "an entry with one side only");
    return j->rc;
}

static mq_status judge_lines(mq_judge *j, const mq_exchange_reading *how)
{
    static const mq_exchange_handler handler = { .entry = judge_cells, .left_out = judge_left_out };

    return mq_exchange_read(j->path, how, &handler, j, j->info, j->err);
}

/* ---- a file ---- */

static mq_status judge_file(mq_judge *j, const mq_exchange_reading *how)
{
    mq_xread probe = { .path = j->path, .how = how, .err = j->err };
    mq_exchange format = how->format;
    mq_status rc = mq_source_open(&probe.source, j->path, j->err);

    if (!rc)
        rc = mq_sniff(&format, &probe, j->err);
    if (!rc && (format == MQ_EXCHANGE_TMX || format == MQ_EXCHANGE_TBX || format == MQ_EXCHANGE_TBX3))
        rc = judge_xml(j, &probe.source);
    else if (!rc)
        rc = strcmp(j->path, "-") == 0 ? mq_fail(j->err, MQ_EINVALID, "only XML can be judged from standard input") : judge_lines(j, how);
    mq_source_release(&probe.source);
    return rc;
}

static void judge_free(mq_judge *j)
{
    mq_buf *const all[] = { &j->message, &j->srclang, &j->unit_srclang, &j->lang, &j->source, &j->target };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        mq_buf_release(all[i]);
    mq_seen_release(&j->sources);
    mq_seen_release(&j->pairs);
    free(j);
}

mq_status mq_exchange_validate(const char *path, const mq_exchange_reading *how, mq_fault_fn *fn, void *user, mq_exchange_info *info, mq_error *err)
{
    mq_judge *j = calloc(1, sizeof *j);
    mq_error why = { .code = MQ_OK };
    mq_status rc;

    if (!j)
        return mq_fail(err, MQ_ENOMEM, "no memory to judge '%s'", path);
    *info = (mq_exchange_info){ .format = how->format };
    *j = (mq_judge){ .path = path, .fn = fn, .user = user, .info = info, .err = &why };
    rc = judge_file(j, how);
    if ((rc == MQ_EFORMAT || rc == MQ_EENCODING) && !j->rc) {
        mq_judge_fault(j, MQ_FAULT_ERROR, why.line, why.column, "not-readable", "every reader refuses the file, or loses what follows", "%s", why.msg);
        rc = j->rc;
    }
    if (rc && err)
        *err = why;
    judge_free(j);
    return rc;
}
