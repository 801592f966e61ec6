/*
 * read_html.c - a web page as its text.
 *
 * Two walks. The first weighs each element: how much text it holds and how much of that is links. With that it is decided which elements are
 * furniture (html_rules.h). The second walk emits what is left, block by block. When nothing is left the page is all furniture by our rules,
 * and is emitted without them but for scripts, menus and forms.
 *
 * The <title> repeats the headline and the name of the site; it is text only on a page without <h1>.
 */
#include <string.h>

#include "document/blank.h"
#include "document/emit.h"
#include "document/html.h"
#include "document/html_rules.h"
#include "document/reader.h"

/* One byte for each element, by its number. */
enum { KEEP = 0, LEAVE_OUT = 1, SUSPECT = 2 };

typedef struct suspect {
    size_t number;
    uint32_t chars;
} suspect;

typedef struct page {
    mq_str source;
    mq_buf verdicts;     /* KEEP … of each element */
    mq_buf suspects;     /* suspect[] */
    uint32_t chars;      /* of the page */
    bool headline;       /* an <h1> with text */
    mq_emitter *e;       /* second walk */
} page;

/* ---- first walk: weighing ---- */

static void weigh_open(void *user, mq_element *e, const mq_html_token *t)
{
    page *const p = user;
    const mq_html_verdict verdict = mq_html_judge(t);

    if (verdict == MQ_HTML_OUT)
        e->in |= MQ_IN_OUT;
    if (mq_html_is_link(t))
        e->in |= MQ_IN_LINK;
    while (p->verdicts.n <= e->number && !p->verdicts.status)
        mq_buf_addc(&p->verdicts, KEEP);
    if (!p->verdicts.status)
        p->verdicts.p[e->number] = (char)(verdict == MQ_HTML_OUT ? LEAVE_OUT : verdict == MQ_HTML_SUSPECT ? SUSPECT : KEEP);
}

static void weigh_text(void *user, mq_element *in, const mq_html_token *t)
{
    page *const p = user;
    uint32_t chars = 0;

    if (in->in & MQ_IN_OUT || (in->tag && in->tag->flags & MQ_TAG_TITLE))
        return;
    for (size_t i = t->start; i < t->end; i++)
        chars += !mq_is_blank(p->source.p[i]);
    in->chars += chars;
    if (in->in & MQ_IN_LINK)
        in->link_chars += chars;
    p->chars += chars;
}

static void weigh_close(void *user, mq_element *e, mq_element *parent)
{
    page *const p = user;

    parent->chars += e->chars;
    parent->link_chars += e->link_chars;
    parent->links += e->links + (e->tag && e->tag->flags & MQ_TAG_LINK && e->link_chars > 0);
    if (p->verdicts.status || e->in & MQ_IN_OUT)
        return;
    p->headline = p->headline || (e->tag && e->tag->flags & MQ_TAG_H1 && e->chars > 0);
    if (mq_html_is_link_list(e)) {
        p->verdicts.p[e->number] = LEAVE_OUT;
    } else if (p->verdicts.p[e->number] == SUSPECT) {
        const suspect s = { e->number, e->chars };

        mq_buf_add(&p->suspects, &s, sizeof s);
    }
}

static void weigh_single(void *user, mq_element *in, const mq_html_token *t)
{
    (void)user;
    (void)in;
    (void)t;
}

/* A suspect with more than half of the page's text is the page. */
static void settle_suspects(page *p)
{
    for (size_t i = 0; i < p->suspects.n; i += sizeof(suspect)) {
        suspect s;

        memcpy(&s, p->suspects.p + i, sizeof s);
        p->verdicts.p[s.number] = s.chars > p->chars / 2 ? KEEP : LEAVE_OUT;
    }
}

/* ---- second walk: emitting ---- */

static enum mq_gap gap_of(const mq_tag *tag)
{
    const unsigned flags = tag ? tag->flags : 0;

    if (flags & MQ_TAG_ROW)
        return MQ_GAP_ROW;
    if (flags & MQ_TAG_CELL)
        return MQ_GAP_CELL;
    return flags & MQ_TAG_BLOCK ? MQ_GAP_BLOCK : MQ_GAP_NONE;
}

static void emit_open(void *user, mq_element *e, const mq_html_token *t)
{
    page *const p = user;

    if (e->in & MQ_IN_OUT)
        return;
    mq_emit_gap(p->e, gap_of(e->tag));
    if (p->verdicts.p ? p->verdicts.p[e->number] == LEAVE_OUT : mq_html_judge(t) == MQ_HTML_OUT)
        e->in |= MQ_IN_OUT;
    if (p->headline && e->tag && e->tag->flags & MQ_TAG_TITLE)
        e->in |= MQ_IN_OUT;
}

static void emit_close(void *user, mq_element *e, mq_element *parent)
{
    const page *const p = user;

    if (!(parent->in & MQ_IN_OUT))
        mq_emit_gap(p->e, gap_of(e->tag));
}

static void emit_single(void *user, mq_element *in, const mq_html_token *t)
{
    const page *const p = user;

    if (!(in->in & MQ_IN_OUT))
        mq_emit_gap(p->e, gap_of(t->tag));
}

static void emit_text(void *user, mq_element *in, const mq_html_token *t)
{
    const page *const p = user;
    const bool keep = (in->in & MQ_IN_PRE) != 0;
    size_t from = t->start;

    if (in->in & MQ_IN_OUT)
        return;
    for (size_t i = from; i < t->end && !t->raw;) {
        const char *const amp = memchr(p->source.p + i, '&', t->end - i);
        uint32_t cp;
        size_t n;

        if (!amp)
            break;
        i = (size_t)(amp - p->source.p);
        n = mq_html_entity((mq_str){ amp, t->end - i }, &cp);
        if (n) {
            mq_emit_text(p->e, from, i, keep);
            mq_emit_char(p->e, i, i + n, cp);
            from = i + n;
        }
        i += n ? n : 1;
    }
    mq_emit_text(p->e, from, t->end, keep);
}

void mq_html_emit(mq_emitter *e, size_t from, size_t to)
{
    const mq_html_handler emit = { .open = emit_open, .close = emit_close, .text = emit_text, .single = emit_single };
    page p = { .source = e->source, .verdicts = MQ_BUF_INIT, .suspects = MQ_BUF_INIT, .e = e };
    mq_html_handler h = emit;

    h.user = &p;
    mq_html_walk(e->source, from, to, &h);
}

/* ---- the page ---- */

static mq_status read_page(page *p, mq_error *err)
{
    const mq_html_handler weigh = { p, weigh_open, weigh_close, weigh_text, weigh_single };
    const mq_html_handler emit = { p, emit_open, emit_close, emit_text, emit_single };

    mq_buf_addc(&p->verdicts, KEEP);
    mq_html_walk(p->source, 0, p->source.n, &weigh);
    if (p->verdicts.status || p->suspects.status)
        return mq_fail(err, MQ_ENOMEM, "no memory to read a page");
    settle_suspects(p);
    mq_html_walk(p->source, 0, p->source.n, &emit);
    if (p->e->text->n == 0)
        mq_html_emit(p->e, 0, p->source.n);
    return mq_emit_end(p->e, err);
}

mq_status mq_html_read(mq_reader *r, mq_part *part, mq_error *err)
{
    page p = { .verdicts = MQ_BUF_INIT, .suspects = MQ_BUF_INIT };
    mq_emitter e;
    mq_status rc = mq_reader_source(r, mq_html_charset(mq_buf_str(&r->bytes)), &p.source, err);

    if (rc)
        return rc;
    p.e = &e;
    rc = mq_emit_start(&e, part, p.source) ? read_page(&p, err) : mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
    mq_buf_release(&p.verdicts);
    mq_buf_release(&p.suspects);
    return rc;
}
