/* record.c - see record.h. */
#include <string.h>

#include "base/utf8.h"
#include "exchange/record.h"

enum { LINES_LOOKED_AT = 50 };

/* The line in hand and how far it is read. */
typedef struct mq_cursor {
    mq_str line;
    size_t at;
    size_t column;   /* of `at` */
} mq_cursor;

static void take(mq_record *rec, mq_cursor *c, size_t n)
{
    mq_buf_add(&rec->text, c->line.p + c->at, n);
    c->column += mq_utf8_count(c->line.p + c->at, n);
    c->at += n;
}

static void skip(mq_cursor *c)
{
    c->at++;
    c->column++;
}

/* Bytes up to `sign` or the end of the line. */
static size_t run(const mq_cursor *c, char sign)
{
    const size_t left = c->line.n - c->at;
    const char *p = left ? memchr(c->line.p + c->at, sign, left) : NULL;

    return p ? (size_t)(p - c->line.p) - c->at : left;
}

/* Behind the opening quote; stops behind the closing one. `line` and `column` are those of the opening one. */
static mq_status quoted(mq_record *rec, mq_cursor *c, mq_xread *r, size_t line, size_t column)
{
    for (;;) {
        mq_status rc;

        take(rec, c, run(c, '"'));
        if (c->at < c->line.n) {
            skip(c);
            if (c->at == c->line.n || c->line.p[c->at] != '"')
                return MQ_OK;
            take(rec, c, 1);
            continue;
        }
        if (rec->text.n > MQ_CELL_MOST)
            return mq_fail_at(r->err, MQ_ELIMIT, line, column, "'%s': a row is larger than %d bytes; is this quote never closed?", r->path, MQ_CELL_MOST);
        mq_buf_addc(&rec->text, '\n');
        rc = mq_read_line(&c->line, r);
        if (rc == MQ_ENOTFOUND)
            return mq_fail_at(r->err, MQ_EFORMAT, line, column, "'%s': a quote is never closed", r->path);
        if (rc)
            return rc;
        c->at = 0;
        c->column = 1;
    }
}

static void unquote(mq_record *rec, size_t start)
{
    char *p = rec->text.p + start;
    size_t n = rec->text.n - start, to = 0;

    if (n < 2 || p[0] != '"' || p[n - 1] != '"')
        return;
    for (size_t i = 1; i + 1 < n; i++) {
        p[to++] = p[i];
        i += p[i] == '"' && p[i + 1] == '"' && i + 2 < n;
    }
    rec->text.n = start + to;
    p[to] = '\0';
}

static mq_status cell(mq_record *rec, mq_cursor *c, mq_xread *r)
{
    const size_t start = rec->text.n;
    mq_status rc;

    if (rec->n == MQ_COLUMNS_MOST)
        return mq_fail_at(r->err, MQ_ELIMIT, r->source.line, c->column, "'%s': a row has more than %d columns", r->path, MQ_COLUMNS_MOST);
    rec->column[rec->n] = c->column;
    if (rec->sign != '\t' && c->at < c->line.n && c->line.p[c->at] == '"') {
        const size_t line = r->source.line, column = c->column;

        skip(c);
        rc = quoted(rec, c, r, line, column);
        if (rc)
            return rc;
    }
    take(rec, c, run(c, rec->sign));
    if (rec->sign == '\t' && rec->quotes)
        unquote(rec, start);
    rec->end[rec->n++] = rec->text.n;
    return MQ_OK;
}

mq_status mq_record_next(mq_record *rec, mq_xread *r)
{
    mq_cursor c = { .column = 1 };
    mq_status rc = mq_read_line(&c.line, r);
    bool more = true;

    rec->line = r->source.line;
    rec->n = 0;
    mq_buf_clear(&rec->text);
    while (!rc && more) {
        rc = cell(rec, &c, r);
        more = c.at < c.line.n;
        if (more)
            skip(&c);
    }
    return rc ? rc : rec->text.status;
}

mq_str mq_record_cell(const mq_record *rec, size_t i)
{
    const size_t start = i ? rec->end[i - 1] : 0;

    return i < rec->n && rec->text.p ? (mq_str){ rec->text.p + start, rec->end[i] - start } : MQ_STR("");
}

/* ---- the sign ---- */

static size_t count_outside_quotes(mq_str line, char sign)
{
    size_t n = 0;
    bool inside = false;

    for (size_t i = 0; i < line.n; i++) {
        inside ^= line.p[i] == '"' && sign != '\t';
        n += !inside && line.p[i] == sign;
    }
    return n;
}

static bool next_line(mq_str *line, mq_str *text)
{
    const char *lf = text->n ? memchr(text->p, '\n', text->n) : NULL;

    if (text->n == 0)
        return false;
    *line = (mq_str){ text->p, lf ? (size_t)(lf - text->p) : text->n };
    *text = (mq_str){ text->p + line->n + (lf != NULL), text->n - line->n - (lf != NULL) };
    return true;
}

/* Lines that have this sign as often as the first one has it, and it has it. */
static size_t agreement(mq_str text, char sign)
{
    size_t lines = 0, first = 0, same = 0;
    mq_str line;

    while (lines < LINES_LOOKED_AT && next_line(&line, &text)) {
        size_t n;

        if (mq_trim(line).n == 0 || *line.p == '#')
            continue;
        n = count_outside_quotes(line, sign);
        first = lines++ == 0 ? n : first;
        same += n == first;
    }
    return first ? same : 0;
}

char mq_record_sign(mq_str text)
{
    const size_t tab = agreement(text, '\t'), semicolon = agreement(text, ';'), comma = agreement(text, ',');

    if (tab) /* rare inside cells, unlike the other two */
        return '\t';
    return semicolon > comma ? ';' : ',';
}
