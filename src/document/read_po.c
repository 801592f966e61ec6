/*
 * read_po.c - gettext PO as a draft: msgstr is checked, msgid is what it renders.
 *
 * Read line by line as the GNU gettext manual has it ("The Format of PO Files"): comments and obsolete entries (#, #~) are passed over, strings may go
 * on over several lines, \n \t \" \\ are escapes. The header entry (empty msgid) tells the languages. Of an entry with plurals each msgstr[N] is a
 * segment that renders msgid (N = 0) or msgid_plural.
 */
#include <string.h>

#include "document/reader.h"
#include "document/segments.h"

enum { LONGEST_HEADER = 1 << 16 };

enum field { FIELD_NONE, FIELD_ID, FIELD_PLURAL, FIELD_STRING };

/* A field that a msgstr may render: its lines, and where its words stand in part->sources once it was asked for. */
struct rendered {
    size_t from, to;
    size_t start, end;
    bool added;
};

struct po {
    mq_bitext b;
    mq_str source;
    mq_lang source_lang, target_lang;
    enum field field;
    struct rendered id, plural;
    bool first, header;  /* the entry at hand is the first one; has an empty msgid, too */
    bool open;           /* a unit was started */
};

static mq_str line_at(const struct po *p, size_t at)
{
    const char *const from = p->source.p + at, *const lf = memchr(from, '\n', p->source.n - at);

    return (mq_str){ from, lf ? (size_t)(lf - from) : p->source.n - at };
}

static bool begins(mq_str s, const char *with)
{
    return s.n >= strlen(with) && memcmp(s.p, with, strlen(with)) == 0;
}

/* The escape at source byte `at`; returns the bytes it takes. Of one that is none only the backslash goes: a letter of two bytes may stand behind it. */
static size_t add_escape(struct po *p, size_t at, size_t end)
{
    const char c = at + 1 < end ? p->source.p[at + 1] : '\0';

    if (c == 'n')
        mq_side_char(&p->b, at, at + 2, '\n');
    else if (c == 't')
        mq_side_char(&p->b, at, at + 2, '\t');
    else if (c == '"' || c == '\\')
        mq_side_char(&p->b, at, at + 2, (uint32_t)c);
    else
        return 1;
    return 2;
}

/* The string literal in [from, to), when there is one. */
static void add_literal(struct po *p, size_t from, size_t to)
{
    const char *const s = p->source.p, *const quote = from < to ? memchr(s + from, '"', to - from) : NULL;
    size_t at = quote ? (size_t)(quote - s) + 1 : to, plain = at;

    while (at < to && s[at] != '"') {
        if (s[at] != '\\') {
            at++;
            continue;
        }
        mq_side_words(&p->b, plain, at, false);
        at += add_escape(p, at, to);
        plain = at;
    }
    if (plain < at)
        mq_side_words(&p->b, plain, at < to ? at : to, false);
}

/* The side that a field seen before is; an entry with a thousand plurals holds it once. */
static void add_rendered(struct po *p, struct rendered *f)
{
    if (f->added) {
        mq_side_again(&p->b, p->source_lang, f->start, f->end);
        return;
    }
    f->start = p->b.part->sources.n;
    mq_side_start(&p->b, false, p->source_lang);
    for (size_t at = f->from; at < f->to; at += line_at(p, at).n + 1)
        add_literal(p, at, at + line_at(p, at).n);
    f->end = p->b.part->sources.n;
    f->added = true;
}

/* The language that the header gives under `key`. */
static mq_lang header_language(mq_str source, const char *key)
{
    const size_t most = source.n < LONGEST_HEADER ? source.n : LONGEST_HEADER;
    const char *const found = memmem(source.p, most, key, strlen(key));
    mq_str v;

    if (!found)
        return MQ_LANG_UND;
    v.p = found + strlen(key);
    for (v.n = 0; v.p + v.n < source.p + most && !strchr("\\\"\n", v.p[v.n]); v.n++)
        continue;
    return mq_lang_of_tag(v);
}

static void end_unit(struct po *p)
{
    if (p->open)
        mq_unit_end(&p->b);
    p->open = false;
}

/* The first entry is the header when nothing stands in its msgid. */
static bool is_header(const struct po *p)
{
    for (size_t at = p->id.from; p->first && at < p->id.to; at += line_at(p, at).n + 1) {
        const mq_str line = line_at(p, at);
        const char *const quote = memchr(line.p, '"', line.n);

        if (quote && quote + 1 < line.p + line.n && quote[1] != '"')
            return false;
    }
    return p->first;
}

/* A msgstr begins: what it renders has been seen whole. */
static void start_string(struct po *p, mq_str line)
{
    end_unit(p);
    p->header = is_header(p);
    mq_unit_start(&p->b);
    add_rendered(p, p->plural.to && !begins(line, "msgstr[0]") ? &p->plural : &p->id);
    mq_side_start(&p->b, true, p->target_lang);
    p->open = true;
}

/* line: without blanks in front; [from, to) is all of it. */
static void start_field(struct po *p, mq_str line, size_t from, size_t to)
{
    if (begins(line, "msgid_plural")) {
        p->field = FIELD_PLURAL;
        p->plural = (struct rendered){ .from = from, .to = to };
    } else if (begins(line, "msgid")) {
        end_unit(p);
        p->first = !p->id.to;
        p->field = FIELD_ID;
        p->id = (struct rendered){ .from = from, .to = to };
        p->plural = (struct rendered){ 0 };
    } else if (begins(line, "msgstr")) {
        p->field = FIELD_STRING;
        start_string(p, line);
    } else {
        p->field = FIELD_NONE; /* msgctxt */
    }
}

static void read_line(struct po *p, mq_str line, size_t at)
{
    mq_str s = line;

    while (s.n && strchr(" \t\r", *s.p) && *s.p)
        s = (mq_str){ s.p + 1, s.n - 1 };
    if (s.n == 0 || *s.p == '#')
        return;
    if (*s.p != '"')
        start_field(p, s, at, at + line.n);
    else if (p->field == FIELD_ID)
        p->id.to = at + line.n;
    else if (p->field == FIELD_PLURAL)
        p->plural.to = at + line.n;
    if (p->field == FIELD_STRING && !p->header)
        add_literal(p, at, at + line.n);
}

mq_status mq_po_read(mq_reader *r, mq_part *part, mq_error *err)
{
    static const char charset[] = "charset=";
    const mq_str bytes = mq_buf_str(&r->bytes);
    const char *const found = bytes.n ? memmem(bytes.p, bytes.n < LONGEST_HEADER ? bytes.n : LONGEST_HEADER, charset, sizeof charset - 1) : NULL;
    mq_str declared = { found ? found + sizeof charset - 1 : "", 0 };
    struct po p = { .field = FIELD_NONE };
    mq_status rc;

    while (found && declared.p + declared.n < bytes.p + bytes.n && !strchr("\\\" \n", declared.p[declared.n]))
        declared.n++;
    rc = mq_reader_source(r, declared, &p.source, err);
    if (rc)
        return rc;
    if (!mq_bitext_start(&p.b, part, p.source))
        return mq_fail(err, MQ_ENOMEM, "no memory to read '%s'", mq_reader_name(r));
    p.target_lang = header_language(p.source, "\"Language:");
    p.source_lang = header_language(p.source, "X-Source-Language:");
    for (size_t at = 0; at < p.source.n; at += line_at(&p, at).n + 1)
        read_line(&p, line_at(&p, at), at);
    end_unit(&p);
    return mq_bitext_end(&p.b, err);
}
