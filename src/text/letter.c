/* letter.c - see letter.h. Ranges from the Unicode 15 blocks Arabic, Arabic Supplement, Extended-A/B and the two presentation-form blocks. */
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "text/letter.h"

enum { S = MQ_CLASS_SPACE, L = MQ_CLASS_LATIN, D = MQ_CLASS_DIGIT, P = MQ_CLASS_PUNCT };

const uint8_t mq_class_ascii[0x80] = { /* a row is 16 of them */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
    S, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P,
    D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, P,
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, S,
};

static bool is_arabic_mark(uint32_t cp)
{
    if (cp >= 0x06D6 && cp <= 0x06ED)
        return cp != 0x06DD && cp != 0x06DE && cp != 0x06E5 && cp != 0x06E6 && cp != 0x06E9;
    return (cp >= 0x064B && cp <= 0x065F) || cp == 0x0670 || (cp >= 0x0610 && cp <= 0x061A);
}

static mq_class class_arabic(uint32_t cp)
{
    if (cp >= 0x0620 && cp <= 0x064A)
        return cp == 0x0640 ? MQ_CLASS_TATWEEL : MQ_CLASS_AR_LETTER;
    if (is_arabic_mark(cp))
        return MQ_CLASS_AR_MARK;
    if ((cp >= 0x0660 && cp <= 0x0669) || (cp >= 0x06F0 && cp <= 0x06F9))
        return MQ_CLASS_DIGIT;
    if (cp == 0x061C)
        return MQ_CLASS_IGNORE;
    if (cp >= 0x066E && cp != 0x06D4 && cp != 0x06DD && cp != 0x06DE && cp != 0x06E9 && cp != 0x06FD)
        return MQ_CLASS_AR_LETTER;
    return MQ_CLASS_PUNCT;
}

static bool is_invisible(uint32_t cp)
{
    return cp == 0x00AD || cp == 0x034F || cp == 0x180E || cp == 0xFEFF || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x202A && cp <= 0x202E) ||
           (cp >= 0x2060 && cp <= 0x2069);
}

static mq_class class_general(uint32_t cp)
{
    if (is_invisible(cp))
        return MQ_CLASS_IGNORE;
    if (cp == 0x0085 || u_isUWhiteSpace((UChar32)cp))
        return MQ_CLASS_SPACE;
    if (cp >= 0xFF10 && cp <= 0xFF19)
        return MQ_CLASS_DIGIT;
    if (u_isalpha((UChar32)cp)) {
        UErrorCode e = U_ZERO_ERROR;
        const UScriptCode script = uscript_getScript((UChar32)cp, &e);

        return script == USCRIPT_LATIN ? MQ_CLASS_LATIN : script == USCRIPT_ARABIC ? MQ_CLASS_AR_LETTER : MQ_CLASS_OTHER;
    }
    if (U_GET_GC_MASK((UChar32)cp) & U_GC_M_MASK)
        return MQ_CLASS_MARK;
    return MQ_CLASS_PUNCT;
}

mq_class mq_class_look_up(uint32_t cp)
{
    if (cp < 0x80)
        return (mq_class)mq_class_ascii[cp];
    if (cp >= 0x0600 && cp <= 0x06FF)
        return class_arabic(cp);
    if (cp >= 0xC0 && cp <= 0x24F)
        return cp == 0xD7 || cp == 0xF7 ? MQ_CLASS_PUNCT : MQ_CLASS_LATIN;
    return class_general(cp);
}

bool mq_is_quote(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == '`' || cp == 0xAB || cp == 0xBB || cp == 0xB4 || (cp >= 0x2018 && cp <= 0x201F) || cp == 0x2032 ||
           cp == 0x2033 || cp == 0x2039 || cp == 0x203A;
}
