/*
 * punctuation.c - the signs of Arabic text and the spaces around them.
 *
 * A sign is judged by the words on its line beside it: it is Arabic when an Arabic word stands before it and none of another script follows. What a
 * French or English phrase needs inside an Arabic text (its own comma, the space before its colon) is thus left alone.
 */
#include <string.h>

#include "base/utf8.h"
#include "spell/address.h"
#include "spell/typography.h"

static uint32_t sign_of(const mq_tokens *k, size_t i)
{
    uint32_t cp = 0;

    if (i < k->n && k->t[i].script == MQ_PUNCT)
        (void)mq_utf8_decode(k->text.p + k->t[i].start, k->text.p + k->t[i].end, &cp);
    return cp;
}

/* Is there a line break between token i - 1 and token i (or the edge of the text)? */
static bool breaks_before(const mq_tokens *k, size_t i)
{
    const size_t from = i ? k->t[i - 1].end : 0, to = i < k->n ? k->t[i].start : k->text.n;

    return i == 0 || i == k->n || memchr(k->text.p + from, '\n', to - from) != NULL;
}

static bool arabic_before(const mq_tokens *k, size_t i)
{
    return !breaks_before(k, i) && k->t[i - 1].script == MQ_ARABIC;
}

/* Nothing of another script follows on the line. */
static bool arabic_goes_on(const mq_tokens *k, size_t i)
{
    return breaks_before(k, i + 1) || k->t[i + 1].script == MQ_ARABIC || k->t[i + 1].script == MQ_PUNCT || (k->t[i + 1].script == MQ_NUMBER
                                                                                                            && k->t[i + 1].space_before);
}

/* , ; ? where Arabic has its own. */
static void foreign_sign(mq_founds *all, const mq_tokens *k, size_t i, uint32_t cp)
{
    static const struct { uint32_t cp; const char *arabic; } signs[] = { { ',', "\xD8\x8C" }, { ';', "\xD8\x9B" }, { '?', "\xD8\x9F" } };

    for (size_t s = 0; s < sizeof signs / sizeof *signs; s++)
        if (cp == signs[s].cp && arabic_before(k, i) && arabic_goes_on(k, i))
            mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "sign", "Arabic text has a sign of its own", k->t[i].start, k->t[i].end, mq_str_of(signs[s].arabic),
                         true);
}

static bool ends_clause(uint32_t cp)
{
    return cp == 0x60C || cp == 0x61B || cp == 0x61F || cp == '.' || cp == ':' || cp == '!' || cp == ',' || cp == ';' || cp == '?';
}

static void space_before_sign(mq_founds *all, const mq_tokens *k, size_t i, uint32_t cp)
{
    const bool run = sign_of(k, i + 1) == cp && !k->t[i + 1].space_before; /* an ellipsis may stand alone */
    const bool dot = cp == '.' && i + 1 < k->n && !k->t[i + 1].space_before && k->t[i + 1].script != MQ_PUNCT; /* .NET */

    if (ends_clause(cp) && k->t[i].space_before && !run && !dot && arabic_before(k, i))
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "space-before", "no space before this sign", k->t[i - 1].end, k->t[i].start, MQ_STR(""), cp != ':'
                     && cp != '!');
}

/* Arabic signs only: a Latin full stop inside a name or an abbreviation has no space behind it. */
static void space_after_sign(mq_founds *all, const mq_tokens *k, size_t i, uint32_t cp)
{
    mq_buf fixed = MQ_BUF_INIT;

    if ((cp != 0x60C && cp != 0x61B && cp != 0x61F) || i + 1 >= k->n || k->t[i + 1].space_before || k->t[i + 1].script == MQ_PUNCT
        || k->t[i + 1].script == MQ_NUMBER)
        return;
    mq_buf_addcp(&fixed, cp);
    mq_buf_addc(&fixed, ' ');
    mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "space-after", "a space belongs behind this sign", k->t[i].start, k->t[i].end, mq_buf_str(&fixed), true);
    all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

/* Two dots, or more than three; returns how many tokens it looked over. */
static size_t dots(mq_founds *all, const mq_tokens *k, size_t i)
{
    size_t n = 1;

    while (sign_of(k, i + n) == '.' && !k->t[i + n].space_before)
        n++;
    if ((n == 2 || n > 3) && (i + n >= k->n || sign_of(k, i + n) != '/') && (i == 0 || sign_of(k, i - 1) != '/'))
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "ellipsis", "an ellipsis is one sign, or three dots", k->t[i].start, k->t[i + n - 1].end,
                     MQ_STR("\xE2\x80\xA6"), false);
    return n;
}

static void doubled_sign(mq_founds *all, const mq_tokens *k, size_t i, uint32_t cp)
{
    if ((cp == 0x60C || cp == 0x61B) && sign_of(k, i + 1) == cp)
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "doubled-sign", "this sign stands twice", k->t[i].end, k->t[i + 1].end, MQ_STR(""), true);
}

/* More than one blank between two tokens of a line. */
static void double_space(mq_founds *all, const mq_tokens *k, size_t i)
{
    const size_t from = k->t[i - 1].end, to = k->t[i].start;
    const char *blanks = k->text.p + from;

    for (size_t at = from; at < to; at++)
        if (k->text.p[at] != ' ')
            return;
    if (to - from >= 2 && blanks && (k->t[i].script == MQ_ARABIC || k->t[i - 1].script == MQ_ARABIC) && !ends_clause(sign_of(k, i)))
        mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "double-space", "more than one space", from, to, MQ_STR(" "), true);
}

/* ---- digits ---- */

enum { WESTERN = 1, ARABIC_INDIC = 2, PERSIAN = 4, DECIMAL = 0x66B, THOUSANDS = 0x66C };

static unsigned digit_system(uint32_t cp)
{
    if (cp >= '0' && cp <= '9')
        return WESTERN;
    if (cp >= 0x660 && cp <= 0x669)
        return ARABIC_INDIC;
    return cp >= 0x6F0 && cp <= 0x6F9 ? PERSIAN : 0;
}

static unsigned systems_of(mq_str s)
{
    unsigned all = 0;

    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;

        p += mq_utf8_decode(p, end, &cp);
        all |= digit_system(cp);
    }
    return all;
}

/* A number with the digits of one system. */
static void rewrite(mq_buf *out, mq_str s, unsigned system)
{
    for (const char *p = s.p, *end = s.p + s.n; p < end;) {
        uint32_t cp;
        unsigned from;

        p += mq_utf8_decode(p, end, &cp);
        from = digit_system(cp);
        if (from)
            cp = (cp & 0xF) + (system == WESTERN ? '0' : 0x660);
        else if (system == WESTERN && cp == DECIMAL)
            cp = ','; /* as it is written beside these digits in the Maghreb */
        else if (system == WESTERN && cp == THOUSANDS)
            continue;
        mq_buf_addcp(out, cp);
    }
}

static void digits(mq_founds *all, const mq_tokens *k)
{
    size_t western = 0, arabic = 0;
    mq_buf fixed = MQ_BUF_INIT;

    for (size_t i = 0; i < k->n; i++)
        if (k->t[i].script == MQ_NUMBER) {
            const unsigned s = systems_of((mq_str){ k->text.p + k->t[i].start, k->t[i].end - k->t[i].start });

            western += s == WESTERN;
            arabic += s == ARABIC_INDIC;
        }
    for (size_t i = 0; i < k->n; i++) {
        const mq_str number = { k->text.p + k->t[i].start, k->t[i].end - k->t[i].start };
        unsigned s;

        if (k->t[i].script != MQ_NUMBER)
            continue;
        s = systems_of(number);
        if (s != WESTERN && s != ARABIC_INDIC) {
            mq_buf_clear(&fixed);
            rewrite(&fixed, number, arabic > western ? ARABIC_INDIC : WESTERN);
            mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "digits", "digits of two systems in one number, or Persian ones", k->t[i].start, k->t[i].end,
                         mq_buf_str(&fixed), true);
        } else if (western && arabic && s == (arabic > western ? WESTERN : ARABIC_INDIC)) {
            mq_buf_clear(&fixed);
            rewrite(&fixed, number, arabic > western ? ARABIC_INDIC : WESTERN);
            mq_found_one(all, MQ_FINDING_TYPOGRAPHY, "digits", "most numbers of this text have other digits", k->t[i].start, k->t[i].end,
                         mq_buf_str(&fixed), false);
        }
    }
    all->failed |= fixed.status != MQ_OK;
    mq_buf_release(&fixed);
}

void mq_check_punctuation(mq_founds *all, const mq_tokens *k)
{
    for (size_t i = 0; i < k->n;) {
        const uint32_t cp = sign_of(k, i);

        if (i)
            double_space(all, k, i);
        if (cp && !mq_in_address(k->text, k->t[i].start, k->t[i].end)) {
            foreign_sign(all, k, i, cp);
            space_before_sign(all, k, i, cp);
            space_after_sign(all, k, i, cp);
            doubled_sign(all, k, i, cp);
        }
        i += cp == '.' ? dots(all, k, i) : 1;
    }
    digits(all, k);
}
