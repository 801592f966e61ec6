/*
 * wrap.c - see wrap.h.
 *
 * What the two lines at a line end say by themselves comes first, as it is cheap:
 *     the upper one ends in a full stop, a colon, a hyphen …                           the writer ended it, or a word is cut
 *     the lower one begins with a bullet, a number, a letter with a bracket            an item
 *     both begin with the same word, or with a quotation mark                          items; law that is quoted line by line
 *     one of them holds a tab or no Arabic, or both begin in Latin                     a cell; a column of another language
 *     the upper one ends in a Latin letter, the lower one begins with a Latin word that Arabic is glued to   the page ended it
 * The rest is geometry, of those lines and a few around them. The width of the page is the third longest of the lines, so two that stick out do not count.
 * A page breaks a line where the next word has no room: the upper line with that word would reach FULL of the width. The ragged lines of a list do so now and
 * then, too, so of the lines around that the writer did not end some must be full, and TIMES as many as are not; headings are too short to count.
 *
 * Lengths are code points: letters are not equally wide, but lines of many come near. The limits were set by reading line ends beside Latin in laws out of PDF,
 * blogs and encyclopedia articles. Not told: poems, and pages of two Arabic columns that the text has side by side.
 */
#include <string.h>

#include "base/utf8.h"
#include "text/letter.h"
#include "text/wrap.h"

enum { AROUND = 5, MOST_LINES = 2 * AROUND + 2, LINE_BYTES = 320 }; /* the view: MQ_WRAP_REACH bytes hold half of it */
enum { NARROWEST = 45, WIDEST = 140 };                                /* pages, in code points */
enum { FULL = 90, SHORT = 50, HEADING = 33, TOO_WIDE = 125 };         /* lines, in hundredths of the width */
enum { LEAST_FULL = 3, TIMES = 2 };

/* A line without the blanks around it; LINE_BYTES at most. */
struct line {
    mq_str text;
    size_t n; /* code points */
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static mq_str trim(const char *p, const char *end)
{
    while (p < end && is_blank(*p))
        p++;
    while (end > p && is_blank(end[-1]))
        end--;
    return (mq_str){ p, (size_t)(end - p) };
}

/* The line that ends at byte `lf`; *start: of it. False when it is too long. */
static bool line_before(mq_str *line, size_t *start, mq_str text, size_t lf)
{
    const size_t lowest = lf > LINE_BYTES ? lf - LINE_BYTES : 0;
    const char *before = memrchr(text.p + lowest, '\n', lf - lowest);

    if (!before && lowest > 0)
        return false;
    *start = before ? (size_t)(before - text.p) + 1 : 0;
    *line = trim(text.p + *start, text.p + lf);
    return true;
}

/* The line that begins at byte `start`; *lf: where it ends. False when it is too long. */
static bool line_behind(mq_str *line, size_t *lf, mq_str text, size_t start)
{
    const size_t most = text.n - start > LINE_BYTES ? LINE_BYTES : text.n - start;
    const char *end = memchr(text.p + start, '\n', most);

    if (!end && most < text.n - start)
        return false;
    *lf = end ? (size_t)(end - text.p) : text.n;
    *line = trim(text.p + start, text.p + *lf);
    return true;
}

/* ---- what the two lines say ---- */

/* A hyphen ends the line, too: half a word is no word. */
static bool is_end(uint32_t cp)
{
    return cp == '-' || cp == '.' || cp == ':' || cp == ';' || cp == '!' || cp == '?' || cp == 0x061B || cp == 0x061F || cp == 0x06D4 || cp == 0x2026;
}

/* Whether the writer ended the line: quotes and brackets may close behind the sign. */
static bool is_ended(mq_str line)
{
    while (line.n) {
        uint32_t cp;
        const size_t n = mq_utf8_before(line.p, line.p + line.n, &cp);
        const mq_class c = mq_class_of(cp);

        if (is_end(cp))
            return true;
        if (c != MQ_CLASS_SPACE && c != MQ_CLASS_IGNORE && cp != ')' && cp != ']' && !mq_is_quote(cp))
            return false;
        line.n -= n;
    }
    return true;
}

struct head {
    const char *p;      /* behind it */
    uint32_t cp;
    mq_class class;
};

/* The next code point that shows at or behind p. */
static struct head head_of(const char *p, const char *end)
{
    struct head h = { p, 0, MQ_CLASS_SPACE };

    while (h.p < end && (h.class == MQ_CLASS_SPACE || h.class == MQ_CLASS_IGNORE)) {
        h.p += mq_utf8_decode(h.p, end, &h.cp);
        h.class = mq_class_of(h.cp);
    }
    return h;
}

static bool is_letter(mq_class c)
{
    return c == MQ_CLASS_AR_LETTER || c == MQ_CLASS_LATIN;
}

static bool is_private(uint32_t cp)
{
    return cp >= 0xE000 && cp <= 0xF8FF; /* bullets of symbol fonts */
}

/* أ) b. 1- (2): one letter, or digits, and a sign. A number at all: what stands before it on a page is not asked. */
static bool numbers(struct head h, const char *end)
{
    const struct head next = head_of(h.p, end);

    if (h.class == MQ_CLASS_DIGIT)
        return next.class != MQ_CLASS_LATIN;
    return is_letter(h.class) && next.class == MQ_CLASS_PUNCT && next.cp < 0x80 && strchr(")-./", (int)next.cp);
}

/* Whether the line begins as an item of a list, not as the middle of a sentence. */
static bool begins_item(mq_str line)
{
    const char *const end = line.p + line.n;
    const struct head h = head_of(line.p, end);

    if (numbers(h, end) || is_private(h.cp))
        return true;
    if (h.class != MQ_CLASS_PUNCT || mq_is_quote(h.cp) || h.cp == 0x060C || h.cp == ',' || h.cp == ')' || h.cp == ']')
        return false;
    return (h.cp != '(' && h.cp != '[') || numbers(head_of(h.p, end), end);
}

static mq_str first_word(mq_str line)
{
    const char *space = memchr(line.p, ' ', line.n);

    return (mq_str){ line.p, space ? (size_t)(space - line.p) : line.n };
}

/* Whether the first letter of a line is Latin. */
static bool begins_latin(mq_str line)
{
    const char *const end = line.p + line.n;
    struct head h = head_of(line.p, end);

    while (h.p < end && !is_letter(h.class))
        h = head_of(h.p, end);
    return h.class == MQ_CLASS_LATIN;
}

/*
 * Items of a list begin alike, lines of a paragraph seldom do; laws quote other laws with « at each line; where each line begins in Latin a column of another
 * language stands beside the Arabic one.
 */
static bool begin_alike(mq_str upper, mq_str lower)
{
    const struct head a = head_of(upper.p, upper.p + upper.n), b = head_of(lower.p, lower.p + lower.n);

    return (mq_is_quote(a.cp) && mq_is_quote(b.cp)) || mq_str_equal(first_word(upper), first_word(lower)) || (begins_latin(upper) && begins_latin(lower));
}

/* «… TESAM» over «Marocعلى …»: a name goes on, and only a PDF glues Arabic to it. */
static bool goes_on_in_latin(mq_str upper, mq_str lower)
{
    const char *const end = lower.p + lower.n;
    struct head h = head_of(lower.p, end);
    uint32_t last = 0, before = 0;

    (void)mq_utf8_before(upper.p, upper.p + upper.n, &last);
    if (mq_class_of(last) != MQ_CLASS_LATIN || h.cp < 'A' || h.cp > 'Z')
        return false;
    for (; h.p < end && h.class == MQ_CLASS_LATIN; h.class = mq_class_of(h.cp)) {
        before = h.cp;
        h.p += mq_utf8_decode(h.p, end, &h.cp);
    }
    return before && h.class == MQ_CLASS_AR_LETTER;
}

/* A letter of U+0600..U+06FF, or of the forms that old PDFs have (U+FB50..U+FEFF). */
static bool has_arabic(mq_str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (((unsigned char)line.p[i] & 0xFC) == 0xD8 || (unsigned char)line.p[i] == 0xEF)
            return true;
    return false;
}

static bool is_running(mq_str line)
{
    return line.n >= 2 && has_arabic(line) && !memchr(line.p, '\t', line.n);
}

/* ---- geometry ---- */

/* The lines around a line end, in order, the two at it among them. */
struct page {
    size_t first, end;  /* of those that are there */
    struct line line[MOST_LINES];
    size_t width;
};

static struct line line_of(mq_str text)
{
    return (struct line){ text, mq_utf8_count(text.p, text.n) };
}

/* Empty lines are left out; a paragraph that fills no page ends the view. */
static void look_around(struct page *p, mq_str text, size_t lf)
{
    size_t at = lf;
    mq_str line;

    p->first = p->end = MOST_LINES / 2;
    for (unsigned i = 0; i < MOST_LINES / 2 && line_before(&line, &at, text, at); i++) {
        if (line.n)
            p->line[--p->first] = line_of(line);
        if (at-- == 0)
            break;
    }
    at = lf + 1;
    for (unsigned i = 0; i < MOST_LINES / 2 && at < text.n && line_behind(&line, &at, text, at); i++, at++)
        if (line.n)
            p->line[p->end++] = line_of(line);
}

/* The third longest length; 0 when there are not so many. */
static size_t width_of(const struct page *p)
{
    size_t longest[3] = { 0 };

    for (size_t i = p->first; i < p->end; i++) {
        size_t n = p->line[i].n;

        for (unsigned k = 0; k < 3; k++)
            if (n > longest[k]) {
                const size_t less = longest[k];

                longest[k] = n;
                n = less;
            }
    }
    return longest[2];
}

/* Whether the first word of the lower line has no room on the upper one. */
static bool is_full(const struct page *p, const struct line *upper)
{
    const mq_str word = first_word(upper[1].text);

    return 100 * (upper->n + 1 + mq_utf8_count(word.p, word.n)) >= FULL * p->width;
}

/* Whether the lines that the writer did not end are full, nearly all of them, and there are some. */
static bool fills_pages(const struct page *p)
{
    unsigned full = 0, ragged = 0;

    for (size_t i = p->first; i + 1 < p->end; i++)
        if (100 * p->line[i].n >= HEADING * p->width && !is_ended(p->line[i].text) && !begins_item(p->line[i + 1].text)) {
            const bool yes = is_full(p, &p->line[i]);

            full += yes;
            ragged += !yes;
        }
    return full >= LEAST_FULL && full >= TIMES * ragged;
}

/* The line end between line[MOST_LINES / 2 - 1] and the next one. */
static bool is_page_end(const struct page *p)
{
    const struct line *upper = &p->line[MOST_LINES / 2 - 1], *lower = upper + 1;

    if (upper->n < NARROWEST || 100 * upper->n > TOO_WIDE * p->width || 100 * lower->n > TOO_WIDE * p->width || !is_full(p, upper))
        return false;
    return 100 * lower->n >= SHORT * p->width || is_ended(lower->text); /* a title, the number of a page */
}

bool mq_is_wrap(mq_str text, size_t lf)
{
    struct page page;
    mq_str upper, lower;
    size_t start, end;

    if (lf + 1 >= text.n || !line_before(&upper, &start, text, lf) || !line_behind(&lower, &end, text, lf + 1))
        return false;
    if (upper.n < NARROWEST || !is_running(upper) || !is_running(lower) || is_ended(upper) || begins_item(lower) || begin_alike(upper, lower))
        return false;
    if (goes_on_in_latin(upper, lower))
        return true;
    look_around(&page, text, lf);
    page.width = width_of(&page);
    return page.width >= NARROWEST && page.width <= WIDEST && is_page_end(&page) && fills_pages(&page);
}

/* Whether the line ends in bytes [from, to) of the text, which a part of it holds, are judged alike in both. */
static bool judged_alike(mq_str text, mq_str part, size_t from, size_t to)
{
    const size_t start = (size_t)(part.p - text.p);

    for (size_t i = from; i < to; i++)
        if (text.p[i] == '\n' && mq_is_wrap(text, i) != mq_is_wrap(part, i - start))
            return false;
    return true;
}

bool mq_may_part(mq_str text, size_t at)
{
    size_t from = at, to = at;

    if (at == 0 || text.p[at - 1] != '\n' || mq_is_wrap(text, at - 1))
        return false;
    for (unsigned n = 0; from > 0 && at - from < MQ_WRAP_REACH && n <= MOST_LINES / 2; n += text.p[from] == '\n')
        from--;
    for (unsigned n = 0; to < text.n && to - at < MQ_WRAP_REACH && n <= MOST_LINES / 2; to++)
        n += text.p[to] == '\n';
    return judged_alike(text, (mq_str){ text.p, at }, from, at) && judged_alike(text, (mq_str){ text.p + at, text.n - at }, at, to);
}

void mq_unwrap(mq_buf *out, mq_str text, size_t from, size_t to)
{
    while (from < to) {
        const char *lf = memchr(text.p + from, '\n', to - from);
        const size_t next = lf ? (size_t)(lf - text.p) + 1 : to;
        const bool wrap = lf && mq_is_wrap(text, next - 1);
        size_t end = wrap ? next - 1 : next;

        while (wrap && end > from && is_blank(text.p[end - 1]))
            end--;
        mq_buf_add(out, text.p + from, end - from);
        if (wrap)
            mq_buf_addc(out, ' ');
        for (from = next; wrap && from < to && is_blank(text.p[from]);)
            from++;
    }
}
