/*
 * address.c - see address.h.
 *
 * A hashtag or account is # or @ and letters, digits and _; mail has an @ inside; an address has a scheme or www. in front. They may be Arabic: what
 * stands between blanks, brackets, quotes and Arabic signs is looked at.
 */
#include <string.h>

#include "base/utf8.h"
#include "spell/address.h"
#include "text/letter.h"

enum { FAR = 256 /* characters; a longer word or address is nobody's */ };

static bool is_border(uint32_t cp)
{
    static const uint32_t signs[] = { 0x60C, 0x61B, 0x61F, 0xAB, 0xBB, 0x201C, 0x201D, '"', '(', ')', '[', ']', '<', '>', '{', '}' };

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (cp == signs[i])
            return true;
    return mq_class_of(cp) == MQ_CLASS_SPACE;
}

static bool is_of_word(uint32_t cp)
{
    const mq_class c = mq_class_of(cp);

    return cp == '_' || (c != MQ_CLASS_SPACE && c != MQ_CLASS_PUNCT);
}

static bool begins(mq_str text, size_t at, mq_str with)
{
    return text.n - at >= with.n && memcmp(text.p + at, with.p, with.n) == 0;
}

/* What stands before decides: #word, @word, name@house.word, https://word. */
static bool behind_a_sign(mq_str text, size_t byte)
{
    bool one_word = true;
    size_t at = byte;

    for (unsigned i = 0; at && i < FAR; i++) {
        uint32_t cp;
        const size_t n = mq_utf8_before(text.p, text.p + at, &cp);

        if (is_border(cp))
            break;
        if (cp == '@' || (cp == '#' && one_word) || begins(text, at - n, MQ_STR("://")))
            return true;
        one_word = one_word && is_of_word(cp);
        at -= n;
    }
    return at < byte && begins(text, at, MQ_STR("www."));
}

/* name.word@house */
static bool before_an_at(mq_str text, size_t byte)
{
    for (unsigned i = 0; byte < text.n && i < FAR; i++) {
        uint32_t cp;

        byte += mq_utf8_decode(text.p + byte, text.p + text.n, &cp);
        if (cp == '@' && byte < text.n) {
            (void)mq_utf8_decode(text.p + byte, text.p + text.n, &cp);
            return is_of_word(cp);
        }
        if (!is_of_word(cp) && cp != '.' && cp != '-' && cp != '+')
            return false;
    }
    return false;
}

bool mq_in_address(mq_str text, size_t byte, size_t byte_end)
{
    return behind_a_sign(text, byte) || before_an_at(text, byte_end);
}
