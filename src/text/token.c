/*
 * token.c - tokens by change of script, never by spaces alone: باسمBRACA1, الـ22, وMicrosoft and 4G are what real text holds.
 *
 * Bidi controls and joiners are part of a word only between two of its letters; at its edges they are skipped like white space, but do not count as
 * white space (space_before tells whether real white space stands there).
 */
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/letter.h"

struct walk {
    const char *begin, *end;
};

/* The class of the code point at p and its length; at the end SPACE and 0. */
static mq_class peek(const struct walk *w, const char *p, uint32_t *cp, size_t *n)
{
    if (p >= w->end) {
        *cp = 0;
        *n = 0;
        return MQ_CLASS_SPACE;
    }
    *n = mq_utf8_decode(p, w->end, cp);
    return mq_class_of(*cp);
}

#if defined(__SSE2__)
/* Bits of those 16 bytes that are pairs of such a letter. */
static unsigned plain_letters(const char *p)
{
    const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p), zero = _mm_setzero_si128();
    const __m128i letter = _mm_or_si128(_mm_slli_epi16(v, 8), _mm_srli_epi16(v, 8));
    const __m128i low = _mm_subs_epu16(_mm_sub_epi16(letter, _mm_set1_epi16((short)0xD8A1)), _mm_set1_epi16(0xD8BA - 0xD8A1));
    const __m128i high = _mm_subs_epu16(_mm_sub_epi16(letter, _mm_set1_epi16((short)0xD981)), _mm_set1_epi16(0xD98A - 0xD981));

    return (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi16(low, zero), _mm_cmpeq_epi16(high, zero)));
}
#endif

/* The end of a run of the letters U+0621..U+063A and U+0641..U+064A: most words are nothing else, so eight are looked at at once where that can be. */
static const char *plain_letters_end(const struct walk *w, const char *p)
{
#if defined(__SSE2__)
    for (; w->end - p >= 16; p += 16) {
        const unsigned letters = plain_letters(p);

        if (letters != 0xFFFF)
            return p + __builtin_ctz(~letters);
    }
#endif
    for (; w->end - p >= 2; p += 2) {
        const unsigned letter = (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];

        if (letter - 0xD8A1 > 0xD8BA - 0xD8A1 && letter - 0xD981 > 0xD98A - 0xD981)
            break;
    }
    return p;
}

/* The same and marks, tatweel, other letters of the script between and behind them. */
static const char *arabic_end(const struct walk *w, const char *p)
{
    const char *last = p;

    for (;;) {
        const char *letters = plain_letters_end(w, p);
        uint32_t cp;
        size_t n;
        mq_class c;

        if (letters > p)
            last = p = letters;
        if (p < w->end && (unsigned char)*p < 0x80)
            return last;
        c = peek(w, p, &cp, &n);

        if (c != MQ_CLASS_AR_LETTER && c != MQ_CLASS_AR_MARK && c != MQ_CLASS_TATWEEL && c != MQ_CLASS_IGNORE)
            return last;
        p += n;
        if (c != MQ_CLASS_IGNORE)
            last = p;
    }
}

static bool is_ascii_letter(char c)
{
    return (unsigned char)((c | 0x20) - 'a') < 26;
}

static bool joins_latin(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019 || cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == '.' || cp == '&' || cp == '_' || cp == '+';
}

/* Letters, digits behind letters, and joiners between two of them; C++, C# and Notepad++ keep their signs. */
static const char *latin_end(const struct walk *w, const char *p)
{
    const char *last = p;

    for (;;) {
        uint32_t cp;
        size_t n;
        mq_class c;

        while (p < w->end && is_ascii_letter(*p))
            last = ++p;
        c = peek(w, p, &cp, &n);

        if (c == MQ_CLASS_LATIN || c == MQ_CLASS_DIGIT || c == MQ_CLASS_MARK) {
            last = p += n;
            continue;
        }
        if (c == MQ_CLASS_IGNORE) {
            p += n;
            continue;
        }
        if (c == MQ_CLASS_PUNCT && joins_latin(cp) && p == last) {
            const char *next = p + n;

            c = peek(w, next, &cp, &n);
            if (c == MQ_CLASS_LATIN || c == MQ_CLASS_DIGIT) {
                p = last = next;
                continue;
            }
        }
        break;
    }
    while (last < w->end && (*last == '+' || *last == '#'))
        last++;
    return last;
}

static bool joins_number(uint32_t cp)
{
    return cp == '.' || cp == ',' || cp == 0x066B || cp == 0x066C || cp == 0x060C;
}

/* Digits with inner separators. *latin: one to four digits with a Latin letter glued to them (4G, 2FA, 3D). */
static const char *number_end(const struct walk *w, const char *p, bool *latin)
{
    const char *begin = p;
    bool plain = true;

    for (;;) {
        uint32_t cp;
        size_t n, m;
        mq_class c = peek(w, p, &cp, &n);

        if (c == MQ_CLASS_DIGIT) {
            p += n;
            continue;
        }
        *latin = plain && c == MQ_CLASS_LATIN && p - begin <= 4;
        if (c != MQ_CLASS_PUNCT || !joins_number(cp))
            return p;
        c = peek(w, p + n, &cp, &m);
        if (c != MQ_CLASS_DIGIT)
            return p;
        plain = false;
        p += n;
    }
}

static const char *run_end(const struct walk *w, const char *p, mq_class class)
{
    for (;;) {
        uint32_t cp;
        size_t n;
        const mq_class c = peek(w, p, &cp, &n);

        if (n == 0 || (c != class && c != MQ_CLASS_MARK))
            return p;
        p += n;
    }
}

static const char *token_end(const struct walk *w, const char *p, size_t n, mq_class c, mq_script *script)
{
    bool latin = false;
    const char *end;

    switch (c) {
    case MQ_CLASS_AR_LETTER:
        *script = MQ_ARABIC;
        return arabic_end(w, p);
    case MQ_CLASS_LATIN:
        *script = MQ_LATIN;
        return latin_end(w, p);
    case MQ_CLASS_DIGIT:
        end = number_end(w, p, &latin);
        *script = latin ? MQ_LATIN : MQ_NUMBER;
        return latin ? latin_end(w, p) : end;
    case MQ_CLASS_OTHER:
        *script = MQ_OTHER_SCRIPT;
        return run_end(w, p, MQ_CLASS_OTHER);
    default:
        *script = MQ_PUNCT;
        return p + n;
    }
}

bool mq_token_next(mq_token *t, mq_str in, size_t *at)
{
    const char *const begin = in.p ? in.p : ""; /* nothing has no place to count from */
    const struct walk w = { begin, begin + in.n };
    const char *p = begin + *at, *end = p;
    bool space = *at == 0;

    for (;;) {
        uint32_t cp;
        size_t n;
        mq_class c;

        for (; p < w.end && *p == ' '; p++)
            space = true;
        if (p == w.end)
            break;
        end = plain_letters_end(&w, p);
        if (end > p && (end == w.end || (unsigned char)*end < 0x80)) { /* an Arabic word, as arabic_end would find it */
            t->script = MQ_ARABIC;
            break;
        }
        c = peek(&w, p, &cp, &n);

        if (c == MQ_CLASS_SPACE || c == MQ_CLASS_IGNORE) {
            space |= c == MQ_CLASS_SPACE;
            p += n;
            continue;
        }
        end = token_end(&w, p, n, c, &t->script);
        break;
    }
    if (p == w.end) {
        *at = in.n;
        return false;
    }
    t->start = (uint32_t)(p - begin);
    t->end = (uint32_t)(end - begin);
    t->space_before = space;
    *at = t->end;
    return true;
}
