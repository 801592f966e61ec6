/*
 * table_read.c - CSV, tab separated tables, OmegaT glossaries, UTX.
 *
 * One row is one entry. In the tables of others a cell may hold several synonyms, parted by ، ؛ ; or | outside brackets; our own CSV (known by its column
 * `kind`) joins them by | alone, with \| and \\ for those signs themselves; a line of an OmegaT glossary of ours and of UTX is one term a side.
 *
 * Arabic term lists write a displaced article as a placeholder: مجال (ال..) الصوتي says المجال الصوتي. It is put back on the first word.
 * Their French has the gender in brackets at the end (clapet [m.]): it is parted from the term.
 */
#include <stdlib.h>
#include <string.h>

#include <muqabil/text.h>

#include "base/tsv.h"
#include "exchange/columns.h"

enum { LINES_LOOKED_AT = 200 };

typedef enum mq_joint { JOINT_NONE, JOINT_OWN, JOINT_ANY } mq_joint;

typedef struct mq_table {
    mq_xread *r;
    mq_record row;
    mq_columns columns;
    mq_lang from, to;      /* of MQ_ROLE_SOURCE and _TARGET; UND = by each cell */
    mq_joint joint;
    bool settled;          /* the first row that is no comment has been seen */
    bool marks;            /* comments begin with what an OmegaT glossary of ours knows of a pair */
    bool comments;         /* lines that begin with # are none of the table */
    int64_t date;          /* of the file, for entries without one; 0 = none */
    mq_buf part;           /* the synonym in hand */
    mq_lang latin;         /* of the Latin term of the row in hand */
} mq_table;

/* ---- synonyms ---- */

/* The width of a sign between synonyms at p, 0 when there is none. */
static size_t joint_at(const char *p, const char *end)
{
    if (*p == ';' || *p == '|')
        return 1;
    return end - p >= 2 && (memcmp(p, "\xD8\x8C", 2) == 0 || memcmp(p, "\xD8\x9B", 2) == 0) ? 2 : 0; /* ، ؛ */
}

/* Cuts the next synonym off *rest into t->part. */
static void next_synonym(mq_table *t, mq_str *rest)
{
    const char *p = rest->p, *end = rest->p + rest->n;
    int depth = 0;

    mq_reuse(t->r, &t->part);
    while (p < end) {
        const size_t joint = t->joint == JOINT_ANY ? joint_at(p, end) : t->joint == JOINT_OWN && *p == '|';

        if (joint && (depth == 0 || t->joint == JOINT_OWN)) {
            p += joint;
            break;
        }
        if (t->joint == JOINT_OWN && *p == '\\' && p + 1 < end)
            p++;
        depth += *p == '(' || *p == '[';
        depth -= (*p == ')' || *p == ']') && depth > 0;
        mq_buf_addc(&t->part, *p++);
    }
    *rest = (mq_str){ p, (size_t)(end - p) };
}

/* A bracket never closed must not glue the synonyms behind it. */
static bool brackets_close(mq_str s)
{
    int depth = 0;

    for (size_t i = 0; i < s.n; i++) {
        depth += s.p[i] == '(' || s.p[i] == '[';
        depth -= (s.p[i] == ')' || s.p[i] == ']') && depth > 0;
    }
    return depth == 0;
}

/* "(ال..)", "(ال…)", "(ال,,)" from p on: its length, 0 when it is none. */
static size_t placeholder_at(const char *p, const char *end)
{
    static const char article[] = "(\xD8\xA7\xD9\x84";
    const size_t n = sizeof article - 1;
    const char *q = p + n;

    if ((size_t)(end - p) <= n || memcmp(p, article, n) != 0)
        return 0;
    while (q < end && (*q == '.' || *q == ',' || *q == ' ' || memcmp(q, "\xE2\x80\xA6", end - q < 3 ? (size_t)(end - q) : 3) == 0))
        q += *q == '\xE2' ? 3 : 1;
    return q > p + n && q < end && *q == ')' ? (size_t)(q + 1 - p) : 0;
}

/* The article of a placeholder goes before the first word, unless it has one. */
static void restore_article(mq_xread *r, mq_buf *term)
{
    for (size_t i = 0; i < term->n; i++) {
        const size_t n = term->p[i] == '(' ? placeholder_at(term->p + i, term->p + term->n) : 0;
        mq_buf whole = MQ_BUF_INIT;

        if (!n)
            continue;
        if (term->n < 4 || memcmp(term->p, "\xD8\xA7\xD9\x84", 4) != 0)
            mq_buf_addz(&whole, "\xD8\xA7\xD9\x84");
        mq_buf_add(&whole, term->p, i);
        mq_buf_addc(&whole, ' ');
        mq_buf_add(&whole, term->p + i + n, term->n - i - n);
        mq_reuse(r, term);
        (void)mq_clean_term(term, mq_buf_str(&whole));
        mq_forget(r, &whole);
        return;
    }
}

/* Parts "[m.]", "[f.pl.]" from the end; returns what stood in the brackets. */
static mq_str part_label(mq_str *term)
{
    const mq_str s = mq_trim(*term);
    size_t open = s.n;

    if (s.n < 4 || s.p[s.n - 1] != ']')
        return MQ_STR("");
    while (open && s.p[open - 1] != '[')
        open--;
    if (open < 2 || s.n - open > 12)
        return MQ_STR("");
    for (size_t i = open; i + 1 < s.n; i++)
        if (!strchr("mfnplsd./, ", s.p[i]))
            return MQ_STR("");
    *term = mq_trim((mq_str){ s.p, open - 1 });
    return (mq_str){ s.p + open, s.n - open - 1 };
}

/* ---- cells ---- */

static void add_synonym(mq_table *t, mq_lang lang, mq_str tag, size_t line, size_t column)
{
    mq_str text, label = MQ_STR("");
    mq_entry_term *term;

    if (lang == MQ_LANG_UND)
        lang = mq_has_arabic(mq_buf_str(&t->part)) ? MQ_LANG_AR : MQ_LANG_UND;
    if (lang == MQ_LANG_AR && t->joint == JOINT_ANY)
        restore_article(t->r, &t->part);
    text = mq_trim(mq_buf_str(&t->part));
    if (lang != MQ_LANG_AR && t->joint == JOINT_ANY)
        label = part_label(&text);
    if (text.n == 0)
        return;
    term = mq_build_term(t->r, text, lang, tag, line, column);
    if (term && label.n)
        term->gender = mq_keep_line(t->r, label);
}

/* A spreadsheet's guard against formulas. */
static mq_str without_guard(mq_str cell)
{
    return cell.n >= 2 && *cell.p == '\'' && strchr("=+-@", cell.p[1]) ? (mq_str){ cell.p + 1, cell.n - 1 } : cell;
}

static void add_terms(mq_table *t, size_t i, mq_lang lang)
{
    const mq_str tag = lang == MQ_LANG_OTHER ? mq_str_of(t->columns.of[i].name) : MQ_STR("");
    mq_str cell = without_guard(mq_record_cell(&t->row, i));

    if (t->joint == JOINT_ANY && !brackets_close(cell)) {
        t->joint = JOINT_NONE;
        mq_reuse(t->r, &t->part);
        mq_buf_addstr(&t->part, cell);
        add_synonym(t, lang, tag, t->row.line, t->row.column[i]);
        t->joint = JOINT_ANY;
        return;
    }
    while (cell.n) {
        next_synonym(t, &cell);
        add_synonym(t, lang, tag, t->row.line, t->row.column[i]);
    }
}

/* A field of one side is kept when it speaks of the Arabic term. */
static void add_field(mq_table *t, size_t i)
{
    const mq_column *c = &t->columns.of[i];
    const mq_lang lang = c->side == MQ_ROLE_SOURCE ? t->from : c->side == MQ_ROLE_TARGET ? t->to : MQ_LANG_AR;

    if (c->side == MQ_ROLE_NONE || lang == MQ_LANG_AR)
        mq_build_field(t->r, NULL, c->field, without_guard(mq_record_cell(&t->row, i)), t->row.line, t->row.column[i]);
    else if (mq_trim(mq_record_cell(&t->row, i)).n)
        mq_leave_out(t->r, MQ_REASON_NO_PLACE, false, t->row.line, t->row.column[i], mq_str_of(c->name));
}

static void add_cell(mq_table *t, size_t i)
{
    const mq_column *c = &t->columns.of[i];

    switch (c->role) {
    case MQ_ROLE_TERM:
        add_terms(t, i, c->lang);
        break;
    case MQ_ROLE_SOURCE:
        add_terms(t, i, t->from);
        break;
    case MQ_ROLE_TARGET:
        add_terms(t, i, t->to);
        break;
    case MQ_ROLE_LATIN:
        add_terms(t, i, t->latin);
        break;
    case MQ_ROLE_FIELD:
        add_field(t, i);
        break;
    case MQ_ROLE_LANG:
    case MQ_ROLE_NONE:
        break;
    }
}

static void find_latin(mq_table *t)
{
    t->latin = MQ_LANG_UND;
    for (size_t i = 0; i < t->columns.n && i < t->row.n; i++)
        if (t->columns.of[i].role == MQ_ROLE_LANG && !mq_lang_parse(&t->latin, mq_trim(mq_record_cell(&t->row, i))))
            (void)mq_read_lang(&t->latin, t->r, mq_record_cell(&t->row, i), t->row.line, t->row.column[i]);
}

/* ---- rows ---- */

static bool is_blank(const mq_record *row)
{
    return mq_trim(mq_buf_str(&row->text)).n == 0;
}

/* An OmegaT comment of ours begins with what we know of the pair: "[candidate 0.87]". */
static void take_mark(mq_table *t)
{
    mq_str note = t->r->entry.note, inside, word;
    const char *close = note.n && *note.p == '[' ? memchr(note.p, ']', note.n) : NULL;
    mq_entry_term said = t->r->common;

    if (!close || !t->marks)
        return;
    inside = (mq_str){ note.p + 1, (size_t)(close - note.p) - 1 };
    for (mq_str rest = inside; rest.n;) {
        const char *space = memchr(rest.p, ' ', rest.n);

        word = (mq_str){ rest.p, space ? (size_t)(space - rest.p) : rest.n };
        if (!mq_status_of_word(&said.status, word) && !mq_kind_of_word(&said.kind, word) && !mq_score_parse(&said.score, word))
            return;
        rest = (mq_str){ rest.p + word.n + (space != NULL), rest.n - word.n - (space != NULL) };
    }
    t->r->common = said;
    t->r->entry.note = mq_trim((mq_str){ close + 1, (size_t)(note.p + note.n - close) - 1 });
}

static void add_row(mq_table *t)
{
    mq_xread *r = t->r;

    mq_build_start(r, t->row.line, 1);
    r->entry.created = r->entry.changed = t->date;
    find_latin(t);
    if (t->row.n == 1 && t->columns.n > 1)
        mq_leave_out(r, MQ_REASON_ONE_COLUMN, true, t->row.line, 1, mq_trim(mq_record_cell(&t->row, 0)));
    else
        for (size_t i = 0; i < t->columns.n && i < t->row.n; i++)
            add_cell(t, i);
    take_mark(t);
    mq_build_end(r);
}

/* ---- what the first lines tell ---- */

/* "# muqabil: ar fr" in an OmegaT glossary of ours: languages, and no synonyms in a cell. */
static void read_comment(mq_table *t, mq_str line)
{
    static const char ours[] = "# muqabil: ";
    const size_t n = sizeof ours - 1;
    mq_str rest, from;

    if (line.n <= n || memcmp(line.p, ours, n) != 0)
        return;
    rest = mq_trim((mq_str){ line.p + n, line.n - n });
    t->joint = JOINT_NONE;
    t->marks = true;
    if (mq_split(&from, &rest, ' ')) {
        t->from = mq_lang_of_tag(from);
        t->to = mq_lang_of_tag(rest);
    }
}

/* "#UTX 1.20; en/ja; 2013-12-20T17:00:00Z+09:00; …", then "#src tgt src:pos" as the last line with #. */
static void read_utx_comment(mq_table *t, mq_str line)
{
    mq_str rest = line, part;

    if (line.n > 4 && memcmp(line.p, "#UTX", 4) == 0) {
        for (size_t i = 0; mq_split(&part, &rest, ';'); i++) {
            const char *slash = part.n ? memchr(part.p, '/', part.n) : NULL;

            part = mq_trim(part);
            if (i == 1 && slash) {
                t->from = mq_lang_of_tag((mq_str){ part.p, (size_t)(slash - part.p) });
                t->to = mq_lang_of_tag((mq_str){ slash + 1, (size_t)(part.p + part.n - slash) - 1 });
            } else if (i == 2) {
                (void)mq_date_parse(&t->date, part);
            }
        }
    } else if (line.n > 1 && memchr(line.p, '\t', line.n)) {
        t->columns.n = 0;
        for (rest = (mq_str){ line.p + 1, line.n - 1 }; t->columns.n < MQ_COLUMNS_MOST && mq_split(&part, &rest, '\t');)
            t->columns.of[t->columns.n++] = mq_column_of_name(part);
        mq_columns_settle(&t->columns);
    }
}

/* By the letters of a column's cells: which language do most speak? */
typedef struct mq_vote {
    size_t arabic, latin, french, english;
} mq_vote;

static void vote(mq_vote *v, mq_str cell)
{
    const bool arabic = mq_has_arabic(cell);
    const mq_lang lang = arabic || cell.n > MQ_TERM_MOST ? MQ_LANG_UND : mq_latin_language(cell);

    v->arabic += arabic;
    v->latin += !arabic && mq_has_letter(cell);
    v->french += lang == MQ_LANG_FR;
    v->english += lang == MQ_LANG_EN;
}

/* Most words of both languages have no vote; one in ten is enough when the other language has less than half as many. */
static mq_lang elected(const mq_vote *v)
{
    if (v->arabic > v->latin)
        return MQ_LANG_AR;
    if (v->french * 10 > v->latin && v->french > 2 * v->english)
        return MQ_LANG_FR;
    return v->english * 10 > v->latin && v->english > 2 * v->french ? MQ_LANG_EN : MQ_LANG_UND;
}

/* The column of a role; t->columns.n when there is none. */
static size_t column_of(const mq_table *t, mq_role role)
{
    size_t i = 0;

    while (i < t->columns.n && t->columns.of[i].role != role)
        i++;
    return i;
}

/* Of the source and the target column; `row`: the row in hand votes, too. */
static void guess_languages(mq_table *t, bool row)
{
    const size_t source = column_of(t, MQ_ROLE_SOURCE), target = column_of(t, MQ_ROLE_TARGET);
    mq_str ahead = mq_source_ahead(&t->r->source), line, cell;
    mq_vote votes[2] = { { 0, 0, 0, 0 }, { 0, 0, 0, 0 } };

    if (row) {
        vote(&votes[0], mq_record_cell(&t->row, source));
        vote(&votes[1], mq_record_cell(&t->row, target));
    }
    for (size_t lines = 0; lines < LINES_LOOKED_AT && mq_split(&line, &ahead, '\n'); lines++)
        for (size_t i = 0; mq_split(&cell, &line, t->row.sign); i++)
            if (i == source || i == target)
                vote(&votes[i == target], cell);
    if (t->from == MQ_LANG_UND)
        t->from = elected(&votes[0]);
    if (t->to == MQ_LANG_UND)
        t->to = elected(&votes[1]);
}

/* ---- the file ---- */

/* A comment line is a row whose first cell begins with #; it is looked at whole. */
static bool take_comment(mq_table *t, bool utx)
{
    const mq_str first = mq_record_cell(&t->row, 0);
    mq_buf line = MQ_BUF_INIT;

    if (!t->comments || first.n == 0 || *first.p != '#')
        return false;
    for (size_t i = 0; i < t->row.n; i++) {
        if (i)
            mq_buf_addc(&line, t->row.sign);
        mq_buf_addstr(&line, mq_record_cell(&t->row, i));
    }
    if (!t->settled)
        (utx ? read_utx_comment : read_comment)(t, mq_buf_str(&line));
    mq_forget(t->r, &line);
    return true;
}

/* Looks at the first row that is no comment. True when it was a header. */
static bool settle_columns(mq_table *t, bool utx)
{
    const bool possible = !utx && !t->r->how->columns;
    mq_columns *header = possible ? malloc(sizeof *header) : NULL;
    const bool is = header && mq_columns_of_header(header, &t->row);

    if (possible && !header)
        t->r->rc = mq_fail(t->r->err, MQ_ENOMEM, "no memory to read '%s'", t->r->path);
    if (is) {
        t->columns = *header;
        t->comments = false;
        t->row.quotes = true;
        t->joint = t->columns.own ? JOINT_OWN : t->joint;
    } else if (header && t->row.sign == '\t') {
        t->r->info->format = MQ_EXCHANGE_OMEGAT;
    }
    free(header);
    if (!utx)
        guess_languages(t, !is);
    return is;
}

static void tell_unknown(mq_table *t)
{
    for (size_t i = 0; i < t->columns.n; i++)
        if (t->columns.of[i].role == MQ_ROLE_NONE && *t->columns.of[i].name)
            mq_leave_out(t->r, MQ_REASON_NO_PLACE, false, t->row.line, t->row.column[i], mq_str_of(t->columns.of[i].name));
}

static mq_status read_rows(mq_table *t, bool utx)
{
    mq_status rc;

    while ((rc = mq_record_next(&t->row, t->r)) == MQ_OK) {
        if (is_blank(&t->row) || take_comment(t, utx))
            continue;
        if (!t->settled) {
            t->settled = true;
            if (settle_columns(t, utx)) {
                tell_unknown(t);
                continue;
            }
        }
        add_row(t);
        if (t->r->rc)
            return t->r->rc;
    }
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

mq_status mq_read_table(mq_xread *r, mq_exchange format)
{
    const bool utx = format == MQ_EXCHANGE_UTX;
    const mq_str ahead = mq_source_ahead(&r->source);
    mq_table *t = calloc(1, sizeof *t);
    mq_status rc = MQ_OK;

    if (!t)
        return mq_fail(r->err, MQ_ENOMEM, "no memory to read '%s'", r->path);
    t->r = r;
    t->from = r->how->from;
    t->to = r->how->to;
    t->row.sign = utx || format == MQ_EXCHANGE_OMEGAT ? '\t' : mq_record_sign(ahead);
    t->comments = t->row.sign == '\t' || (ahead.n && *ahead.p == '#');
    t->joint = utx ? JOINT_NONE : JOINT_ANY;
    mq_columns_of_habit(&t->columns);
    if (r->how->columns)
        rc = mq_columns_of_option(&t->columns, r->how->columns, r->err);
    if (!rc)
        rc = read_rows(t, utx);
    mq_forget(r, &t->row.text);
    mq_forget(r, &t->part);
    free(t);
    return rc;
}
