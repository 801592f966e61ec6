/*
 * pairs.c - quotes, brackets and bidi controls that open and close.
 *
 * A block of lines up to an empty one is looked at as a whole, because a quotation may run over lines. « » and brackets have a direction; “ ” and " do
 * not: ”…“ in that order is normal in Arabic typography, so the first of two opens and the next of either kind closes. One forgotten mark would then
 * turn all that follow inside out, so neighbours have a say: a mark that plainly opens, on a later line, leaves the one before alone, and one that
 * plainly closes opens nothing when an odd number of them is left on its line.
 * What is told: a sign without its partner; a quotation closed by a sign of another style; »…«, which faces outwards in Arabic. An enumeration closes
 * without opening, 1) or أ), and is no fault; an apostrophe is no quote, nor is an inch.
 */
#include <stdlib.h>

#include "base/grow.h"
#include "base/utf8.h"
#include "spell/pair_marks.h"
#include "spell/typography.h"
#include "text/letter.h"

enum { DEEPEST = 32, FAR = 8 /* marks between the two of »…«; more is another matter */ };

struct blocks {
    mq_founds *all;
    mq_quotations *quotations;
    mq_str text;
    mq_pair_marks marks;   /* of the block at hand */
    size_t open[DEEPEST];  /* indexes of marks */
    size_t depth;
    bool over;             /* more were open than the stack holds: nothing more is said of this block */
    size_t first;          /* quotation of this block */
};

static mq_pair_mark *top(const struct blocks *b)
{
    return b->depth ? &b->marks.m[b->open[b->depth - 1]] : NULL;
}

static bool top_is(const struct blocks *b, mq_mark_style s)
{
    return b->depth && top(b)->style == s;
}

/* ---- what is told ---- */

static void unpaired(struct blocks *b, mq_pair_mark *m)
{
    m->alone = true;
    if (m->style == MQ_EMBEDDING || m->style == MQ_ISOLATE)
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "control", "a direction control without its partner", m->byte, m->byte_end, MQ_STR(""), true);
    else
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "unpaired",
                     mq_is_quotation_mark(m->style) ? "a quotation mark without its partner" : "a bracket without its partner", m->byte, m->byte_end, MQ_STR(""),
                     false);
}

/* What closes the same style as the one that is open. */
static mq_str partner(const mq_pair_mark *m)
{
    switch (m->cp) {
    case 0xAB: return MQ_STR("\xC2\xBB");
    case 0x201C: return MQ_STR("\xE2\x80\x9D");
    case 0x201D: return MQ_STR("\xE2\x80\x9C");
    default: return MQ_STR("\"");
    }
}

static void reversed(struct blocks *b, const mq_pair_mark *m, const mq_pair_mark *last)
{
    mq_buf fixed = MQ_BUF_INIT;

    mq_buf_addz(&fixed, "\xC2\xAB");
    mq_buf_add(&fixed, b->text.p + m->byte_end, last->byte - m->byte_end);
    mq_buf_addz(&fixed, "\xC2\xBB");
    mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "reversed-quotes", "these marks face outwards: \xC2\xAB opens in Arabic, too", m->byte, last->byte_end,
                 mq_buf_str(&fixed), true);
    b->all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

/* ---- opening and closing ---- */

static bool in_quotation(const struct blocks *b)
{
    for (size_t d = 0; d < b->depth; d++)
        if (mq_is_quotation_mark(b->marks.m[b->open[d]].style))
            return true;
    return false;
}

static void add_quotation(struct blocks *b, const mq_pair_mark *first, const mq_pair_mark *last)
{
    mq_quotations *all = b->quotations;

    if (!MQ_ROOM(all->q, all->n, all->cap, 64)) {
        b->all->failed = true;
        return;
    }
    all->q[all->n++] = (mq_quotation){ first->byte, last->byte_end, first->cp, last->cp };
}

static bool is_open(const struct blocks *b, mq_mark_style s)
{
    for (size_t d = 0; d < b->depth; d++)
        if (b->marks.m[b->open[d]].style == s)
            return true;
    return false;
}

/* “ ” and " say by what is open, and by their neighbours, whether they open. */
static bool quotes_open(const struct blocks *b, const mq_pair_mark *m)
{
    const mq_pair_mark *before = top(b);

    if (before && before->style == m->style)
        return m->shape == MQ_SHAPE_OPENING && m->line > before->line;
    if (m->shape == MQ_SHAPE_CLOSING && (is_open(b, m->style) || (before && mq_is_quotation_mark(before->style))))
        return false;
    return m->shape != MQ_SHAPE_CLOSING || m->rest % 2 == 0;
}

static bool opens(const struct blocks *b, const mq_pair_mark *m)
{
    switch (m->style) {
    case MQ_CURLED:
    case MQ_STRAIGHT: return quotes_open(b, m);
    case MQ_EMBEDDING: return m->cp != 0x202C;
    case MQ_ISOLATE: return m->cp != 0x2069;
    default: return m->cp == 0xAB || m->cp == '(' || m->cp == '[';
    }
}

static void open_one(struct blocks *b, size_t i)
{
    mq_pair_mark *m = &b->marks.m[i];

    if ((m->style == MQ_CURLED || m->style == MQ_STRAIGHT) && top_is(b, m->style))
        unpaired(b, &b->marks.m[b->open[--b->depth]]);
    if (b->depth == DEEPEST)
        b->over = true;
    else
        b->open[b->depth++] = i;
}

static void close_one(struct blocks *b, mq_pair_mark *m)
{
    size_t d = b->depth;

    while (d && b->marks.m[b->open[d - 1]].style != m->style)
        d--;
    if (d) { /* what was opened inside and not closed has no partner */
        const mq_pair_mark *first = &b->marks.m[b->open[d - 1]];

        while (b->depth > d)
            unpaired(b, &b->marks.m[b->open[--b->depth]]);
        b->depth--;
        if (mq_is_quotation_mark(m->style) && !in_quotation(b) && first->shape != MQ_SHAPE_CLOSING && m->shape != MQ_SHAPE_OPENING)
            add_quotation(b, first, m);
    } else if (b->depth && mq_is_quotation_mark(m->style) && mq_is_quotation_mark(top(b)->style)) {
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "mixed-quotes", "opened and closed by quotation marks of two styles", m->byte, m->byte_end,
                     partner(top(b)), false);
        b->depth--;
    } else {
        unpaired(b, m);
    }
}

/* ---- marks that are no pair ---- */

/* 1) and أ) at the beginning of a line or behind a blank. */
static bool is_enumeration(const struct blocks *b, size_t byte)
{
    size_t at = byte, letters = 0;

    while (at && letters < 4) {
        uint32_t cp;
        const size_t n = mq_utf8_before(b->text.p, b->text.p + at, &cp);
        const mq_class c = mq_class_of(cp);

        if (c == MQ_CLASS_SPACE || cp == '(')
            break;
        if (c != MQ_CLASS_DIGIT && c != MQ_CLASS_AR_LETTER && c != MQ_CLASS_LATIN)
            return false;
        letters++;
        at -= n;
    }
    return letters > 0 && letters < 4;
}

/* Inches, seconds: 5" is no quotation. */
static bool is_measure(const struct blocks *b, const mq_pair_mark *m)
{
    return m->cp == '"' && m->byte && b->text.p[m->byte - 1] >= '0' && b->text.p[m->byte - 1] <= '9' && !top_is(b, MQ_STRAIGHT);
}

/* The « that closes a quotation which this » has opened, as an index; 0 when it has opened none. */
static size_t reversed_partner(const struct blocks *b, size_t i)
{
    const mq_pair_mark *m = &b->marks.m[i];

    if (m->cp != 0xBB || m->shape != MQ_SHAPE_OPENING)
        return 0;
    for (size_t j = i + 1; j < b->marks.n && j <= i + FAR && b->marks.m[j].line == m->line; j++)
        if (b->marks.m[j].style == MQ_GUILLEMETS)
            return b->marks.m[j].cp == 0xAB && b->marks.m[j].shape == MQ_SHAPE_CLOSING ? j : 0;
    return 0;
}

/* Takes mark i; returns the index of the next one. */
static size_t take(struct blocks *b, size_t i)
{
    mq_pair_mark *m = &b->marks.m[i];
    const size_t last = in_quotation(b) ? 0 : reversed_partner(b, i);

    if (is_measure(b, m))
        return i + 1;
    if (last) {
        reversed(b, m, &b->marks.m[last]);
        return last + 1;
    }
    if (opens(b, m))
        open_one(b, i);
    else if (m->cp != ')' || top_is(b, MQ_ROUND) || !is_enumeration(b, m->byte))
        close_one(b, m);
    return i + 1;
}

/* Where a mark has no partner the pairs of its line may be wrong ones: nothing is made of them. */
static void doubt_lines(struct blocks *b)
{
    const mq_quotation *q = b->quotations->q;
    size_t i = b->first, kept = i, begin = 0;

    while (begin < b->marks.n) {
        const mq_pair_mark *m = b->marks.m;
        size_t end = begin;
        bool alone = false;

        for (; end < b->marks.n && m[end].line == m[begin].line; end++)
            alone |= m[end].alone && mq_is_quotation_mark(m[end].style);
        for (; i < b->quotations->n && q[i].byte <= m[end - 1].byte; i++)
            if (!alone)
                b->quotations->q[kept++] = q[i];
        begin = end;
    }
    b->quotations->n = kept;
}

static void check_block(struct blocks *b)
{
    b->first = b->quotations->n;
    b->depth = 0;
    b->over = false;
    for (size_t i = 0; i < b->marks.n && !b->over;)
        i = take(b, i);
    if (b->over) {
        b->quotations->n = b->first;
        return;
    }
    while (b->depth)
        unpaired(b, &b->marks.m[b->open[--b->depth]]);
    doubt_lines(b);
}

void mq_check_pairs(mq_founds *all, mq_quotations *quotations, mq_str text)
{
    struct blocks b = { .all = all, .quotations = quotations, .text = text };

    quotations->n = 0;
    for (size_t at = 0; at < text.n;) {
        if (!mq_pair_marks_read(&b.marks, text, &at))
            all->failed = true;
        check_block(&b);
    }
    free(b.marks.m);
}
