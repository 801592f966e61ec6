/*
 * read_md.c - Markdown (CommonMark with tables) as its text, by md4c, whose texts point into the source.
 *
 * Links and pictures give their words and lose their addresses; an address written out stays. A line end inside a paragraph is a space, since people
 * wrap lines anywhere. Code between backticks stays with one backtick on each side, so that no pair is sought across it; blocks of code and the
 * YAML in front of the text are left out. Blocks of HTML give their text.
 */
#include <string.h>

#include <md4c.h>

#include "base/utf8.h"
#include "document/blank.h"
#include "document/html.h"
#include "document/html_token.h"
#include "document/reader.h"

enum { MOST_STEPS = 100000000 };

typedef struct md {
    mq_emitter e;
    unsigned code_blocks;     /* open blocks of code */
    bool in_html;             /* in a block of HTML */
    size_t html_from, html_to; /* of the lines that make one piece */
    bool code_opens;          /* in a code span, and nothing of it came yet */
} md;

static bool in_source(const md *m, const char *p)
{
    return p >= m->e.source.p && p < m->e.source.p + m->e.source.n;
}

static void flush_html(md *m)
{
    if (m->html_to > m->html_from)
        mq_html_emit(&m->e, m->html_from, m->html_to);
    m->html_from = m->html_to = 0;
}

/* Lines of a block of HTML make one piece unless marks of a quote or list stand between them. */
static void add_html(md *m, size_t from, size_t to)
{
    bool apart = m->html_to == 0;

    for (size_t i = m->html_to; i < from && !apart; i++)
        apart = !mq_is_blank(m->e.source.p[i]);
    if (apart) {
        flush_html(m);
        m->html_from = from;
    }
    m->html_to = to;
}

static enum mq_gap gap_of(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
        return MQ_GAP_ROW;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        return MQ_GAP_CELL;
    default:
        return MQ_GAP_BLOCK;
    }
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    md *const m = user;

    (void)detail;
    mq_emit_gap(&m->e, gap_of(type));
    m->code_blocks += type == MD_BLOCK_CODE;
    m->in_html = type == MD_BLOCK_HTML;
    return 0;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    md *const m = user;

    (void)detail;
    flush_html(m);
    mq_emit_gap(&m->e, gap_of(type));
    m->code_blocks -= type == MD_BLOCK_CODE;
    m->in_html = false;
    return 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    md *const m = user;

    (void)detail;
    if (type == MD_SPAN_CODE)
        m->code_opens = true;
    return 0;
}

/* The backtick before or behind the code, past white space that CommonMark strips. */
static void emit_backtick(md *m, size_t at)
{
    if (at < m->e.source.n && m->e.source.p[at] == '`')
        mq_emit_text(&m->e, at, at + 1, true);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    md *const m = user;
    size_t at = m->e.at;

    (void)detail;
    if (type != MD_SPAN_CODE || m->code_opens)
        return 0;
    /* md4c 0.4.8 forgets the line end of code that is blank on both sides, and then gives the backtick behind it as words */
    while (at < m->e.source.n && mq_is_blank(m->e.source.p[at]) && (m->e.source.p[at] == ' ' || m->e.gap != MQ_GAP_NONE))
        at++;
    emit_backtick(m, at);
    return 0;
}

static void emit_code(md *m, size_t from, size_t to)
{
    size_t at = from;

    if (m->code_opens) {
        while (at > 0 && m->e.source.p[at - 1] != '`' && at > m->e.at)
            at--;
        if (at > 0)
            emit_backtick(m, at - 1);
    }
    m->code_opens = false;
    mq_emit_text(&m->e, from, to, false);
}

static void emit_entity(md *m, size_t from, size_t to)
{
    uint32_t cp;

    if (mq_html_entity((mq_str){ m->e.source.p + from, to - from }, &cp) == to - from)
        mq_emit_char(&m->e, from, to, cp);
    else
        mq_emit_text(&m->e, from, to, false);
}

/* Texts that md4c makes up: line ends. */
static void emit_made_up(md *m, MD_TEXTTYPE type)
{
    if (type == MD_TEXT_BR)
        mq_emit_gap(&m->e, MQ_GAP_BLOCK);
    else if (!m->in_html)
        mq_emit_soft_break(&m->e);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *user)
{
    md *const m = user;
    const size_t from = in_source(m, p) ? (size_t)(p - m->e.source.p) : 0, to = from + n;

    if (m->code_blocks || n == 0)
        return 0;
    if (!in_source(m, p))
        emit_made_up(m, type);
    else if (type == MD_TEXT_HTML && m->in_html)
        add_html(m, from, to);
    else if (type == MD_TEXT_HTML)
        mq_emit_gap(&m->e, n > 3 && mq_html_is((mq_str){ p, 3 }, "<br") ? MQ_GAP_BLOCK : MQ_GAP_NONE);
    else if (type == MD_TEXT_ENTITY)
        emit_entity(m, from, to);
    else if (type == MD_TEXT_CODE)
        emit_code(m, from, to);
    else
        mq_emit_text(&m->e, from, to, false);
    return 0;
}

/* Bytes of the YAML between lines of "---" at the very start; 0 when there is none. */
static size_t front_matter(mq_str s)
{
    const char *const end = s.p + s.n, *line = s.n > 4 && memcmp(s.p, "---", 3) == 0 ? memchr(s.p, '\n', s.n) : NULL;

    if (!line || line - s.p > 4)
        return 0;
    while (line && end - line > 3) {
        const char *const next = memchr(line + 1, '\n', (size_t)(end - line - 1));

        if (memcmp(line + 1, "---", 3) == 0 && (next ? next : end) - line <= 5)
            return (size_t)((next ? next : end) - s.p);
        line = next;
    }
    return 0;
}

/* Each NUL as U+FFFD, as CommonMark wants. md4c would do it, but not tell where. Lines and columns stay. */
static void replace_nul(mq_buf *out, mq_str s)
{
    for (const char *nul; (nul = memchr(s.p, '\0', s.n)) != NULL;) {
        const size_t n = (size_t)(nul - s.p);

        mq_buf_add(out, s.p, n);
        mq_buf_addcp(out, 0xFFFD);
        s.p += n + 1;
        s.n -= n + 1;
    }
    mq_buf_addstr(out, s);
}

/*
 * Where to end the piece that begins at `from`. md4c 0.4.8 looks for the line of each '[' by going through the lines of its paragraph, so a
 * paragraph costs lines x brackets: minutes for a megabyte of "[a]\n". One that would cost more than MOST_STEPS is parted; no real paragraph does.
 */
static size_t piece_end(mq_str s, size_t from)
{
    uint64_t lines = 0, brackets = 0;

    while (from < s.n) {
        const char *const line = s.p + from, *const lf = memchr(line, '\n', s.n - from);
        const size_t n = lf ? (size_t)(lf - line) + 1 : s.n - from;
        size_t blanks = 0;

        while (blanks < n && mq_is_blank(line[blanks]))
            blanks++;
        if (blanks == n)
            lines = brackets = 0;
        for (size_t i = blanks; i < n; i++)
            brackets += line[i] == '[';
        if (++lines * brackets > MOST_STEPS && lines > 1)
            return from;
        from += n;
    }
    return s.n;
}

static mq_status parse(md *m, mq_part *part, mq_str source, mq_error *err)
{
    static const MD_PARSER parser = {
        .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH,
        .enter_block = enter_block,
        .leave_block = leave_block,
        .enter_span = enter_span,
        .leave_span = leave_span,
        .text = text,
    };
    bool ok = mq_emit_start(&m->e, part, source);
    size_t to;

    for (size_t from = front_matter(source); ok && from < source.n; from = to) {
        to = piece_end(source, from);
        ok = md_parse(source.p + from, (MD_SIZE)(to - from), &parser, m) == 0;
    }
    return ok ? mq_emit_end(&m->e, err) : mq_fail(err, MQ_ENOMEM, "no memory for the text of a document");
}

mq_status mq_md_read(mq_reader *r, mq_part *part, mq_error *err)
{
    md m = { .code_blocks = 0 };
    mq_buf copy = MQ_BUF_INIT;
    mq_str source;
    mq_status rc = mq_reader_source(r, (mq_str){ "", 0 }, &source, err);

    if (!rc && memchr(source.p, '\0', source.n)) {
        replace_nul(&copy, source);
        source = mq_buf_str(&copy);
        rc = copy.status ? mq_fail(err, copy.status, "no memory to read '%s'", mq_reader_name(r)) : MQ_OK;
    }
    if (!rc)
        rc = parse(&m, part, source, err);
    mq_buf_release(&copy);
    return rc;
}
