/* foldword.c - see foldword.h. */
#include <string.h>

#include <muqabil/text.h>

#include "base/utf8.h"
#include "text/foldword.h"

enum { SLOWLY = 0, VANISHES = 1 };

/*
 * U+0600..U+067F → the code point under MQ_FOLD_SEARCH, as an offset from U+0600: letters stay, but آ أ إ (22 23 25) are ا, ؤ is و, ئ and ى are ي, ة is ه.
 * Tashkeel and tatweel vanish. All others are left to mq_fold.
 */
static const unsigned char folded[0x80] = {
    [0x21] = 0x21, 0x27, 0x27, 0x48, 0x27, 0x4A, 0x27, 0x28, 0x47, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, /* ء آ أ ؤ إ ئ ا ب ة ت ث ج ح خ د */
    [0x30] = 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, /* ذ … غ */
    [0x40] = VANISHES, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x4A, 0x4A, /* tatweel ف ق ك ل م ن ه و ى ي */
    [0x4B] = VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES, VANISHES,
};

static size_t put(char *out, unsigned low)
{
    out[0] = (char)(0xD8 | low >> 6);
    out[1] = (char)(0x80 | (low & 0x3F));
    return 2;
}

/* اال → الا at the start, or behind one proclitic: a ligature that a PDF gave back in the wrong order. */
static void mend(char *s, size_t n)
{
    static const char broken[] = "\xD8\xA7\xD8\xA7\xD9\x84", mended[] = "\xD8\xA7\xD9\x84\xD8\xA7";

    for (size_t at = 0; at <= 2 && at + 8 <= n; at += 2)
        if (memcmp(s + at, broken, 6) == 0) {
            memcpy(s + at, mended, 6);
            return;
        }
}

static size_t fold_slowly(char *out, size_t most, mq_str word)
{
    mq_buf b = MQ_BUF_INIT;
    size_t n = 0;

    if (mq_fold(&b, word, MQ_FOLD_SEARCH, NULL) == MQ_OK) {
        n = b.n <= most ? b.n : mq_utf8_complete(b.p, most);
        if (n)
            memcpy(out, b.p, n);
    }
    mq_buf_release(&b);
    return n;
}

size_t mq_fold_word(char *out, size_t most, mq_str word)
{
    const unsigned char *s = (const unsigned char *)word.p;
    size_t n = 0;

    for (size_t i = 0; i < word.n; i += 2) {
        const unsigned low = i + 1 < word.n && (s[i] & 0xFE) == 0xD8 ? folded[(s[i] & 1U) << 6 | (s[i + 1] & 0x3FU)] : SLOWLY;

        if (low == SLOWLY || n + 2 > most) {
            n = fold_slowly(out, most, word);
            break;
        }
        if (low != VANISHES)
            n += put(out + n, low);
    }
    mend(out, n);
    return n;
}
