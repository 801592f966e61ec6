/*
 * report_text.c - findings for a person:
 *
 *     draft.txt:12:5: spelling: موتوقة → موثوقة (not a known word)
 *         … رقمية وطنية ⟦موتوقة⟧ وناجعة.
 *
 * Lines begin with file:line:column, so editors and terminals can jump there. An unknown word that comes again in the same document is told once, with
 * the number of times, because it is likely a name; the note is therefore held back until the document is over. On a terminal each piece of text is
 * isolated (U+2068, U+2069): otherwise an Arabic word next to a number or a sign changes the order of the line.
 */

#include "base/grow.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "spell/report_kinds.h"

#define OPEN_MARK "\xE2\x9F\xA6"
#define CLOSE_MARK "\xE2\x9F\xA7"
#define ARROW " \xE2\x86\x92 "
#define ELLIPSIS "\xE2\x80\xA6"
#define TIMES " \xC3\x97"

/* Of a piece of text that is longer, a quotation, the first and the last characters are shown. */
enum { LONGEST_PIECE = 60, SHOWN_OF_LONG = 20 };
enum { SHOWN_SUGGESTIONS = 5, ISOLATE = 0x2068, END_ISOLATE = 0x2069 };

/* Bytes of the first n code points. */
static size_t bytes_of(mq_str s, size_t n)
{
    size_t byte = 0;
    uint32_t cp;

    while (n-- && byte < s.n)
        byte += mq_utf8_decode(s.p + byte, s.p + s.n, &cp);
    return byte;
}

/* A line break is layout, and would end the line of the report. */
static void add_on_one_line(mq_buf *b, mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        mq_buf_addc(b, s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
}

static void add_piece(mq_buf *b, mq_str s)
{
    const size_t n = mq_utf8_count(s.p, s.n), head = bytes_of(s, n > LONGEST_PIECE ? SHOWN_OF_LONG : n), tail = bytes_of(s, n > SHOWN_OF_LONG ? n - SHOWN_OF_LONG : 0);

    add_on_one_line(b, (mq_str){ s.p, head });
    if (n <= LONGEST_PIECE)
        return;
    mq_buf_addz(b, " " ELLIPSIS " ");
    add_on_one_line(b, (mq_str){ s.p + tail, s.n - tail });
}

static void add_isolated(mq_report *r, mq_buf *b, mq_str s)
{
    if (r->o.isolate)
        mq_buf_addcp(b, ISOLATE);
    add_piece(b, s);
    if (r->o.isolate)
        mq_buf_addcp(b, END_ISOLATE);
}

static bool is_blank(mq_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '\t')
            return false;
    return true;
}

static void add_head(mq_report *r, mq_buf *b, const struct sited *s)
{
    const char *bold = r->o.colour ? "\033[1m" : "", *plain = r->o.colour ? "\033[0m" : "";

    mq_buf_addf(b, "%s%.*s:%zu:%zu:%s %s: ", bold, (int)s->doc.n, s->doc.p, s->from.line, s->from.column, plain, mq_finding_kind_name(s->f->kind));
    if (is_blank(s->f->text))
        mq_buf_addz(b, s->f->text.n == 1 ? "a space" : "spaces");
    else
        add_isolated(r, b, s->f->text);
}

static void add_suggestions(mq_report *r, mq_buf *b, const mq_finding *f)
{
    for (size_t i = 0; i < f->nsuggestions && i < SHOWN_SUGGESTIONS; i++) {
        mq_buf_addz(b, i ? ", " : ARROW);
        if (f->suggestion[i].n == 0)
            mq_buf_addz(b, "nothing");
        else if (is_blank(f->suggestion[i]))
            mq_buf_addz(b, "one space");
        else
            add_isolated(r, b, f->suggestion[i]);
    }
}

static void add_line(mq_report *r, mq_buf *b, const struct sited *s)
{
    const char *mark = r->o.colour ? "\033[7m" : OPEN_MARK, *unmark = r->o.colour ? "\033[0m" : CLOSE_MARK;

    mq_buf_addz(b, "    ");
    if (r->o.isolate)
        mq_buf_addcp(b, ISOLATE);
    mq_buf_addstr(b, s->before);
    mq_buf_addz(b, mark);
    add_piece(b, s->f->text);
    mq_buf_addz(b, unmark);
    mq_buf_addstr(b, s->after);
    if (r->o.isolate)
        mq_buf_addcp(b, END_ISOLATE);
    mq_buf_addc(b, '\n');
}

/* The note of the same unknown word, counted once more. */
static bool join(mq_report *r, uint64_t hash)
{
    for (size_t i = r->nnotes; hash && i-- > 0;)
        if (r->note[i].hash == hash) {
            r->note[i].times++;
            return true;
        }
    return false;
}

static void add(mq_report *r, const struct sited *s)
{
    const uint64_t hash = strcmp(s->f->rule, "unknown") == 0 ? mq_hash(s->f->text) | 1 : 0;
    struct note n = { .times = 1, .hash = hash };
    mq_buf text = MQ_BUF_INIT;

    if (join(r, hash))
        return;
    if (!MQ_ROOM(r->note, r->nnotes, r->notes_cap, 64)) {
        r->out.status = MQ_ENOMEM;
        return;
    }
    add_head(r, &text, s);
    n.head = mq_arena_copy(&r->arena, mq_buf_str(&text));
    mq_buf_clear(&text);
    add_suggestions(r, &text, s->f);
    mq_buf_addf(&text, " (%.*s)\n", (int)s->f->message.n, s->f->message.p);
    add_line(r, &text, s);
    n.tail = mq_arena_copy(&r->arena, mq_buf_str(&text));
    if (text.status || !n.head.p || !n.tail.p)
        r->out.status = MQ_ENOMEM;
    else
        r->note[r->nnotes++] = n;
    mq_buf_release(&text);
}

static void finish(mq_report *r)
{
    for (size_t i = 0; i < r->nnotes; i++) {
        const struct note *n = &r->note[i];

        mq_buf_addstr(&r->out, n->head);
        if (n->times > 1)
            mq_buf_addf(&r->out, " (name?" TIMES "%zu)", n->times);
        mq_buf_addstr(&r->out, n->tail);
    }
    r->nnotes = 0;
    mq_arena_clear(&r->arena);
}

const struct report_kind mq_report_text_kind = { .add = add, .finish = finish };
