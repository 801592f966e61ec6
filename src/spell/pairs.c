/*
 * pairs.c - quotes, brackets and bidi controls that open and close.
 *
 * A block of lines up to an empty one is looked at as a whole, because a quotation may run over lines. « » and brackets have a direction; “ ” do not: ”…“
 * in that order is normal in Arabic typography, so the first of two opens and the next of either kind closes. What is told: a sign without its partner; a quotation closed
 * by a sign of another style. An enumeration closes without opening, 1) or أ), and is no fault; an apostrophe is no quote.
 */
#include "base/utf8.h"
#include "spell/typography.h"
#include "text/letter.h"

enum { DEEPEST = 32 };

enum style { NONE, GUILLEMETS, CURLED, STRAIGHT, ROUND, SQUARE, EMBEDDING, ISOLATE };

struct opened {
    enum style style;
    size_t byte, byte_end;
    uint32_t cp;
};

struct blocks {
    mq_founds *all;
    mq_str text;
    struct opened stack[DEEPEST];
    size_t depth;
    bool over;             /* more were open than the stack holds: nothing can be said of this block */
};

static enum style style_of(uint32_t cp)
{
    switch (cp) {
    case 0xAB: case 0xBB: return GUILLEMETS;
    case 0x201C: case 0x201D: case 0x201E: return CURLED;
    case '"': return STRAIGHT;
    case '(': case ')': return ROUND;
    case '[': case ']': return SQUARE;
    case 0x202A: case 0x202B: case 0x202D: case 0x202E: case 0x202C: return EMBEDDING;
    case 0x2066: case 0x2067: case 0x2068: case 0x2069: return ISOLATE;
    default: return NONE;
    }
}

static bool is_quotes(enum style s)
{
    return s == GUILLEMETS || s == CURLED || s == STRAIGHT;
}

static bool behind_a_word(const struct blocks *b, size_t byte)
{
    uint32_t cp = ' ';

    if (byte)
        (void)mq_utf8_before(b->text.p, b->text.p + byte, &cp);
    return mq_class_of(cp) != MQ_CLASS_SPACE && cp != '(' && cp != 0xAB;
}

static bool opens(const struct blocks *b, uint32_t cp, enum style s, size_t byte)
{
    if (s == CURLED || s == STRAIGHT) {
        if (b->depth == 0)
            return true;
        if (b->stack[b->depth - 1].style == s)
            return false;
        return !is_quotes(b->stack[b->depth - 1].style) || !behind_a_word(b, byte); /* behind a word it closes what is open */
    }
    return cp == 0xAB || cp == '(' || cp == '[' || (s == EMBEDDING && cp != 0x202C) || (s == ISOLATE && cp != 0x2069);
}

static void unpaired(struct blocks *b, const struct opened *o)
{
    if (o->style == EMBEDDING || o->style == ISOLATE)
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "control", "a direction control without its partner", o->byte, o->byte_end, MQ_STR(""), true);
    else
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "unpaired", is_quotes(o->style) ? "a quotation mark without its partner" : "a bracket without its partner",
                     o->byte, o->byte_end, MQ_STR(""), false);
}

/* What closes the same style as the one that is open. */
static mq_str partner(const struct opened *o)
{
    switch (o->cp) {
    case 0xAB: return MQ_STR("\xC2\xBB");
    case 0x201C: return MQ_STR("\xE2\x80\x9D");
    case 0x201D: return MQ_STR("\xE2\x80\x9C");
    default: return MQ_STR("\"");
    }
}

static void close_one(struct blocks *b, const struct opened *o)
{
    size_t d = b->depth;

    while (d && b->stack[d - 1].style != o->style)
        d--;
    if (d) { /* what was opened inside and not closed has no partner */
        while (b->depth > d)
            unpaired(b, &b->stack[--b->depth]);
        b->depth--;
    } else if (b->depth && is_quotes(o->style) && is_quotes(b->stack[b->depth - 1].style)) {
        mq_found_one(b->all, MQ_FINDING_TYPOGRAPHY, "mixed-quotes", "opened and closed by quotation marks of two styles", o->byte, o->byte_end,
                     partner(&b->stack[b->depth - 1]), false);
        b->depth--;
    } else {
        unpaired(b, o);
    }
}

static void end_block(struct blocks *b)
{
    while (b->depth && !b->over)
        unpaired(b, &b->stack[--b->depth]);
    b->depth = 0;
    b->over = false;
}

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
static bool is_measure(const struct blocks *b, size_t byte, uint32_t cp)
{
    return cp == '"' && byte && b->text.p[byte - 1] >= '0' && b->text.p[byte - 1] <= '9' && (b->depth == 0 || b->stack[b->depth - 1].style != STRAIGHT);
}

static void take(struct blocks *b, size_t byte, size_t byte_end, uint32_t cp)
{
    const struct opened o = { style_of(cp), byte, byte_end, cp };

    if (is_measure(b, byte, cp))
        return;
    if (opens(b, cp, o.style, byte)) {
        if (b->depth == DEEPEST)
            b->over = true;
        else
            b->stack[b->depth++] = o;
        return;
    }
    if (cp == ')' && (b->depth == 0 || b->stack[b->depth - 1].style != ROUND) && is_enumeration(b, byte))
        return;
    if (!b->over)
        close_one(b, &o);
}

void mq_check_pairs(mq_founds *all, const mq_tokens *k)
{
    struct blocks b = { .all = all, .text = k->text };
    const char *begin = k->text.p, *end = begin + k->text.n;
    size_t breaks = 0;

    for (const char *p = begin; p < end;) {
        uint32_t cp;
        const size_t n = mq_utf8_decode(p, end, &cp);

        if (cp == '\n' && ++breaks == 2)
            end_block(&b);
        else if (cp != '\n' && cp != '\r' && cp != ' ')
            breaks = 0;
        if (style_of(cp) != NONE)
            take(&b, (size_t)(p - begin), (size_t)(p - begin) + n, cp);
        p += n;
    }
    end_block(&b);
}
