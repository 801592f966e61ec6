/*
 * pair_marks.c - see pair_marks.h.
 *
 * The shape of a quotation mark is taken from what a reader sees beside it: controls, which are invisible, are looked through, and where neither side
 * is a word or a stop nothing is said.
 */

#include "base/grow.h"
#include "base/utf8.h"
#include "spell/pair_marks.h"
#include "text/letter.h"

enum { MOST_CONTROLS = 8 }; /* looked through; more is no text, and would cost the square of its length */

bool mq_is_quotation_mark(mq_mark_style s)
{
    return s == MQ_GUILLEMETS || s == MQ_CURLED || s == MQ_STRAIGHT;
}

static mq_mark_style style_of(uint32_t cp)
{
    switch (cp) {
    case 0xAB: case 0xBB: return MQ_GUILLEMETS;
    case 0x201C: case 0x201D: case 0x201E: return MQ_CURLED;
    case '"': return MQ_STRAIGHT;
    case '(': case ')': return MQ_ROUND;
    case '[': case ']': return MQ_SQUARE;
    case 0x202A: case 0x202B: case 0x202D: case 0x202E: case 0x202C: return MQ_EMBEDDING;
    case 0x2066: case 0x2067: case 0x2068: case 0x2069: return MQ_ISOLATE;
    default: return MQ_NO_MARK;
    }
}

static mq_class class_before(mq_str text, size_t byte, uint32_t *cp)
{
    for (unsigned i = 0; byte && i < MOST_CONTROLS; i++) {
        byte -= mq_utf8_before(text.p, text.p + byte, cp);
        if (mq_class_of(*cp) != MQ_CLASS_IGNORE)
            return mq_class_of(*cp);
    }
    *cp = ' ';
    return MQ_CLASS_SPACE;
}

static mq_class class_after(mq_str text, size_t byte, uint32_t *cp)
{
    for (unsigned i = 0; byte < text.n && i < MOST_CONTROLS; i++) {
        byte += mq_utf8_decode(text.p + byte, text.p + text.n, cp);
        if (mq_class_of(*cp) != MQ_CLASS_IGNORE)
            return mq_class_of(*cp);
    }
    *cp = ' ';
    return MQ_CLASS_SPACE;
}

/* Ends a clause or a sentence, in Arabic or Latin text. */
static bool is_stop(uint32_t cp)
{
    return cp == 0x60C || cp == 0x61B || cp == 0x61F || cp == '.' || cp == ':' || cp == '!' || cp == ',' || cp == ';' || cp == '?' || cp == 0x2026;
}

static mq_mark_shape shape_of(mq_str text, size_t byte, size_t byte_end)
{
    uint32_t cp_before, cp_after;
    const mq_class before = class_before(text, byte, &cp_before), after = class_after(text, byte_end, &cp_after);
    const bool word_before = before != MQ_CLASS_SPACE && before != MQ_CLASS_PUNCT, word_after = after != MQ_CLASS_SPACE && after != MQ_CLASS_PUNCT;

    if (before == MQ_CLASS_SPACE && word_after)
        return MQ_SHAPE_OPENING;
    return (word_before || is_stop(cp_before)) && (after == MQ_CLASS_SPACE || is_stop(cp_after)) ? MQ_SHAPE_CLOSING : MQ_SHAPE_EITHER;
}

static bool add(mq_pair_marks *all, const mq_pair_mark *m)
{
    if (!MQ_ROOM(all->m, all->n, all->cap, 64))
        return false;
    all->m[all->n++] = *m;
    return true;
}

static void count_rest(mq_pair_marks *all)
{
    size_t rest[MQ_NO_MARK] = { 0 };

    for (size_t i = all->n; i-- > 0;) {
        if (i + 1 < all->n && all->m[i].line != all->m[i + 1].line)
            for (size_t s = 0; s < MQ_NO_MARK; s++)
                rest[s] = 0;
        all->m[i].rest = ++rest[all->m[i].style];
    }
}

bool mq_pair_marks_read(mq_pair_marks *out, mq_str text, size_t *at)
{
    size_t breaks = 0, line = 0;
    bool ok = true;

    out->n = 0;
    while (*at < text.n && breaks < 2) {
        mq_pair_mark m = { .byte = *at };

        *at += mq_utf8_decode(text.p + *at, text.p + text.n, &m.cp);
        if (m.cp == '\n') {
            breaks++;
            line++;
            continue;
        }
        if (m.cp != '\r' && m.cp != ' ')
            breaks = 0;
        m.style = style_of(m.cp);
        if (m.style == MQ_NO_MARK)
            continue;
        m.byte_end = *at;
        m.line = line;
        if (mq_is_quotation_mark(m.style))
            m.shape = shape_of(text, m.byte, m.byte_end);
        ok = add(out, &m) && ok;
    }
    count_rest(out);
    return ok;
}
