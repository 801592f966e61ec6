/*
 * quotes.c - quotation marks of one style throughout a draft.
 *
 * Styles are told apart by their first and last mark, so ”…“ is another one than “…”; both are right. What most quotations have is the style of the
 * draft, the first one where two are as many. The others are told with both marks changed.
 * Only quotations of Arabic count, on either side: one that holds no Arabic letter, or stands between Latin words, follows the rules of its language,
 * and what looks like code is code. A quotation that holds a mark of the usual style is left as it is: the writer wanted to tell the two levels apart.
 */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "spell/typography.h"
#include "text/letter.h"

enum { MANY = 3 };         /* quotations of a style before the others are surely slips */
enum { FAR = 64 };         /* characters in which a neighbouring word is looked for */

static const struct { uint32_t open, close; } styles[] = {
    { 0xAB, 0xBB }, { 0x201C, 0x201D }, { 0x201D, 0x201C }, { '"', '"' }, { 0x201E, 0x201C }, { 0x201E, 0x201D }
};

enum { STYLES = sizeof styles / sizeof *styles };

static bool holds_arabic(mq_str s)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (mq_class_of(cp) == MQ_CLASS_AR_LETTER)
            return true;
    }
    return false;
}

static bool is_letter(mq_class c)
{
    return c == MQ_CLASS_AR_LETTER || c == MQ_CLASS_LATIN || c == MQ_CLASS_OTHER;
}

/* The script of the nearest letter of the line before the byte; MQ_CLASS_SPACE when there is none. */
static mq_class letter_before(mq_str text, size_t byte)
{
    for (size_t i = 0; byte && i < FAR; i++) {
        uint32_t cp;

        byte -= mq_utf8_before(text.p, text.p + byte, &cp);
        if (cp == '\n')
            break;
        if (is_letter(mq_class_of(cp)))
            return mq_class_of(cp);
    }
    return MQ_CLASS_SPACE;
}

static mq_class letter_after(mq_str text, size_t byte)
{
    for (size_t i = 0; byte < text.n && i < FAR; i++) {
        uint32_t cp;

        byte += mq_utf8_decode(text.p + byte, text.p + text.n, &cp);
        if (cp == '\n')
            break;
        if (is_letter(mq_class_of(cp)))
            return mq_class_of(cp);
    }
    return MQ_CLASS_SPACE;
}

static bool is_one_of(char c, mq_str set)
{
    return memchr(set.p, c, set.n) != NULL;
}

/* name="…", {"…"}, `"…"`, f("…") */
static bool is_code(const mq_quotation *q, mq_str text)
{
    const char before = q->byte ? text.p[q->byte - 1] : ' ', before_that = q->byte > 1 ? text.p[q->byte - 2] : ' ';
    const char after = q->byte_end < text.n ? text.p[q->byte_end] : ' ';

    if (q->open != '"')
        return false;
    return is_one_of(before, MQ_STR("={[`\\<")) || is_one_of(after, MQ_STR("}]`>"))
           || (before == '(' && ((before_that >= 'a' && before_that <= 'z') || before_that == '_'));
}

static bool counts(const mq_quotation *q, mq_str text)
{
    const mq_class before = letter_before(text, q->byte), after = letter_after(text, q->byte_end);
    const bool foreign = (before != MQ_CLASS_SPACE || after != MQ_CLASS_SPACE) && before != MQ_CLASS_AR_LETTER && after != MQ_CLASS_AR_LETTER;

    return !foreign && !is_code(q, text) && holds_arabic((mq_str){ text.p + q->byte, q->byte_end - q->byte });
}

static mq_quotes most_of(const mq_quotations *all, mq_str text)
{
    size_t times[STYLES] = { 0 }, first[STYLES] = { 0 }, total = 0, best = 0;

    for (size_t i = 0; i < all->n; i++)
        for (size_t s = 0; s < STYLES; s++)
            if (all->q[i].open == styles[s].open && all->q[i].close == styles[s].close && counts(&all->q[i], text)) {
                first[s] = times[s]++ ? first[s] : i;
                total++;
            }
    for (size_t s = 1; s < STYLES; s++)
        if (times[s] > times[best] || (times[s] == times[best] && first[s] < first[best]))
            best = s;
    if (total == 0)
        return (mq_quotes){ .open = 0 };
    return (mq_quotes){ styles[best].open, styles[best].close, times[best] >= MANY && times[best] >= 2 * (total - times[best]) };
}

static bool holds_mark(mq_str s, const mq_quotes *marks)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        if (cp == marks->open || cp == marks->close)
            return true;
    }
    return false;
}

static mq_str inside(const mq_quotation *q, mq_str text)
{
    char mark[4];
    const size_t first = mq_utf8_encode(mark, q->open), last = mq_utf8_encode(mark, q->close);

    return (mq_str){ text.p + q->byte + first, q->byte_end - q->byte - first - last };
}

static void tell(mq_founds *all, const mq_quotation *q, mq_str text, const mq_quotes *usual)
{
    mq_buf fixed = MQ_BUF_INIT;

    mq_buf_addcp(&fixed, usual->open);
    mq_buf_addstr(&fixed, inside(q, text));
    mq_buf_addcp(&fixed, usual->close);
    mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "quotes", "other quotation marks than elsewhere in this draft", q->byte, q->byte_end, mq_buf_str(&fixed),
                 usual->clear);
    all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

void mq_check_quotes(mq_founds *all, const mq_quotations *quotations, mq_str text, const mq_quotes *usual)
{
    const mq_quotes marks = usual->open ? *usual : most_of(quotations, text);

    for (size_t i = 0; marks.open && i < quotations->n; i++) {
        const mq_quotation *q = &quotations->q[i];

        if ((q->open != marks.open || q->close != marks.close) && !holds_mark(inside(q, text), &marks) && counts(q, text))
            tell(all, q, text, &marks);
    }
}

mq_status mq_quotes_of(mq_quotes *out, mq_str text, mq_error *err)
{
    mq_founds unwanted = { .list = NULL };
    mq_quotations quotations = { .q = NULL };

    mq_check_pairs(&unwanted, &quotations, text);
    *out = most_of(&quotations, text);
    free(quotations.q);
    if (!unwanted.failed) {
        mq_founds_release(&unwanted);
        return MQ_OK;
    }
    mq_founds_release(&unwanted);
    return mq_fail(err, MQ_ENOMEM, "no memory for the quotations of a text");
}
