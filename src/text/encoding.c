/*
 * encoding.c - guessing an encoding.
 *
 * Order: a BOM; well-formed UTF-8, or text with more well-formed long sequences than ill-formed ones (damaged UTF-8); then a choice between the three
 * single-byte encodings that Arabic and French files of this trade are really in: windows-1256, ISO-8859-6, windows-1252.
 *
 * ICU's detector compares n-grams and guesses badly below some hundred letters, and it knows nothing of French words in an Arabic text. So its
 * confidence is only one voice. The other is how the text would look: decoded wrongly, Arabic letters stand beside Latin ones, vowel marks begin
 * words, ة stands inside them, and no word begins with ال, while accented Latin letters come in rows. Each character that is not ASCII earns points:
 *     score = sum of points / characters + ICU's confidence / 2      (confidence 0..1; points are -3..+4, see points())
 * Below LEAST no reading convinces, and the document is UTF-8 with mistakes. Other encodings are not guessed at all: on short text ICU offers Big5 or
 * KOI8-R for anything.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/utf8.h"
#include "text/encoding.h"

enum { SAMPLE = 1 << 16, UNITS = 1 << 14 };

static const double LEAST = 0.25;

/* In the order of preference: French without Arabic reads the same in 1252 and 1256. */
static const char *const candidates[] = { "windows-1252", "windows-1256", "ISO-8859-6" };
enum { CANDIDATES = sizeof candidates / sizeof *candidates };

static void set(mq_encoding *out, const char *name, size_t bom, bool guessed)
{
    *out = (mq_encoding){ .bom = bom, .guessed = guessed };
    (void)snprintf(out->name, sizeof out->name, "%s", name);
}

static bool has_bom(mq_encoding *out, mq_str s)
{
    if (s.n >= 3 && memcmp(s.p, "\xEF\xBB\xBF", 3) == 0)
        set(out, "UTF-8", 3, false);
    else if (s.n >= 2 && memcmp(s.p, "\xFF\xFE", 2) == 0)
        set(out, "UTF-16LE", 2, false);
    else if (s.n >= 2 && memcmp(s.p, "\xFE\xFF", 2) == 0)
        set(out, "UTF-16BE", 2, false);
    else
        return false;
    return true;
}

/* More right long sequences than wrong ones. In single-byte Arabic right ones are rare: only a letter before ، or پ makes one. */
static bool is_damaged_utf8(mq_str s)
{
    size_t right = 0, wrong = 0;

    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        const size_t k = mq_utf8_decode(s.p + i, s.p + s.n, &cp);

        wrong += cp == 0xFFFD && k < 3;
        right += cp != 0xFFFD && k > 1;
        i += k;
    }
    return right > wrong;
}

enum look { OTHER, ASCII_LETTER, LATIN, ARABIC, MARK, WRONG };

static bool is_french(UChar c)
{
    static const UChar letters[] = { /* à â æ ç è é ê ë î ï ô ö ù û ü œ, small and capital */
        0xE0, 0xE2, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEE, 0xEF, 0xF4, 0xF6, 0xF9, 0xFB, 0xFC, 0x153,
        0xC0, 0xC2, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCE, 0xCF, 0xD4, 0xD6, 0xD9, 0xDB, 0xDC, 0x152,
    };

    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (letters[i] == c)
            return true;
    return false;
}

static enum look look_of(UChar c)
{
    if (c < 0x80)
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? ASCII_LETTER : OTHER;
    if ((c >= 0x620 && c <= 0x64A && c != 0x640) || (c >= 0x671 && c <= 0x6D3))
        return ARABIC;
    if ((c >= 0x64B && c <= 0x652) || c == 0x640)
        return MARK;
    if (c < 0xA0 || c == 0xFFFD)
        return WRONG;
    return (c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7) ? LATIN : OTHER;
}

/* ال at the start of a word, also behind one of و ف ب ك. `i` is at the lam. */
static bool is_article(const UChar *s, int32_t i)
{
    int32_t at = i - 2; /* before the alef */

    if (i < 1 || s[i] != 0x644 || s[i - 1] != 0x627)
        return false;
    if (at >= 0 && (s[at] == 0x648 || s[at] == 0x641 || s[at] == 0x628 || s[at] == 0x643))
        at--;
    return at < 0 || look_of(s[at]) == OTHER;
}

static int arabic_points(const UChar *s, int32_t i, enum look before, enum look after)
{
    if (before == LATIN || before == ASCII_LETTER)
        return -2;
    if ((s[i] == 0x629 || s[i] == 0x649) && after == ARABIC) /* ة ى end words */
        return -2;
    if (is_article(s, i))
        return 4;
    return before == ARABIC || before == MARK ? 1 : 0;
}

static int latin_points(const UChar *s, int32_t i, enum look before, enum look after)
{
    if (before == LATIN || after == LATIN || before == ARABIC || !is_french(s[i]))
        return -1;
    return before == ASCII_LETTER || after == ASCII_LETTER ? 1 : 0;
}

/* What the character at i says for the reading it comes from. */
static int points(const UChar *s, int32_t n, int32_t i)
{
    const enum look before = i > 0 ? look_of(s[i - 1]) : OTHER, after = i + 1 < n ? look_of(s[i + 1]) : OTHER;

    switch (look_of(s[i])) {
    case ARABIC:
        return arabic_points(s, i, before, after);
    case LATIN:
        return latin_points(s, i, before, after);
    case MARK:
        return before == ARABIC || before == MARK ? 0 : -2;
    case WRONG:
        return -3;
    default:
        return 0;
    }
}

static double look_score(mq_str sample, const char *name)
{
    UErrorCode code = U_ZERO_ERROR;
    UConverter *c = ucnv_open(name, &code);
    UChar s[UNITS];
    int32_t n, sum = 0, count = 0;

    if (U_FAILURE(code))
        return -1;
    n = ucnv_toUChars(c, s, UNITS, sample.p, (int32_t)(sample.n < UNITS ? sample.n : UNITS), &code);
    ucnv_close(c);
    if (U_FAILURE(code))
        return -1;
    for (int32_t i = 0; i < n; i++) {
        count += s[i] >= 0x80;
        sum += s[i] >= 0x80 ? points(s, n, i) : 0;
    }
    return count ? (double)sum / count : -1;
}

/* ICU's confidence in each candidate, 0..1. */
static void icu_confidence(double confidence[CANDIDATES], mq_str sample)
{
    UErrorCode code = U_ZERO_ERROR;
    UCharsetDetector *d = ucsdet_open(&code);
    const UCharsetMatch **matches;
    int32_t n = 0;

    ucsdet_setText(d, sample.p, (int32_t)sample.n, &code);
    matches = ucsdet_detectAll(d, &n, &code);
    for (int32_t i = 0; U_SUCCESS(code) && i < n; i++) {
        const char *name = ucsdet_getName(matches[i], &code);
        const int32_t percent = ucsdet_getConfidence(matches[i], &code);

        if (U_SUCCESS(code) && strcmp(name, "ISO-8859-1") == 0)
            name = "windows-1252";
        for (size_t k = 0; U_SUCCESS(code) && k < CANDIDATES; k++)
            if (strcmp(name, candidates[k]) == 0 && percent / 100.0 > confidence[k])
                confidence[k] = percent / 100.0;
    }
    ucsdet_close(d);
}

void mq_encoding_detect(mq_encoding *out, mq_str head)
{
    const size_t bad = mq_utf8_valid(head.p, head.n);
    double confidence[CANDIDATES] = { 0 }, best = LEAST;
    mq_str sample = head;
    size_t ascii = 0;

    if (has_bom(out, head))
        return;
    set(out, "UTF-8", 0, false);
    if (bad >= mq_utf8_complete(head.p, head.n))
        return;
    while ((unsigned char)head.p[ascii] < 0x80)
        ascii++;
    sample.p += ascii ? ascii - 1 : 0;
    sample.n -= ascii ? ascii - 1 : 0;
    sample.n = sample.n < SAMPLE ? sample.n : SAMPLE;
    if (is_damaged_utf8(sample))
        return;
    icu_confidence(confidence, sample);
    for (size_t i = 0; i < CANDIDATES; i++) {
        const double look = look_score(sample, candidates[i]), score = look + confidence[i] / 2;

        if (look > 0 && score > best) {
            best = score;
            set(out, candidates[i], 0, true);
        }
    }
}

static bool is_any(const char *label, const char *const *names)
{
    for (; *names; names++)
        if (strcasecmp(label, *names) == 0)
            return true;
    return false;
}

/* A converter that a document may ask for: one that reads ASCII as ASCII, whatever came before. */
static bool reads_ascii(UConverter *c)
{
    const UConverterType type = ucnv_getType(c);
    static const char probe[] = "<meta charset=\"~\\\">";
    UErrorCode code = U_ZERO_ERROR;
    UChar s[sizeof probe];
    const int32_t n = ucnv_toUChars(c, s, (int32_t)sizeof probe, probe, (int32_t)sizeof probe - 1, &code);

    if (U_FAILURE(code) || n != (int32_t)sizeof probe - 1 || (type != UCNV_SBCS && type != UCNV_MBCS))
        return false;
    for (int32_t i = 0; i < n; i++)
        if (s[i] != (UChar)probe[i] && probe[i] != '~' && probe[i] != '\\') /* Shift_JIS differs there */
            return false;
    return true;
}

bool mq_encoding_named(mq_encoding *out, mq_str label)
{
    static const char *const latin1[] = { "iso-8859-1", "latin1", "iso8859-1", "us-ascii", "ascii", "l1", "cp819", NULL };
    static const char *const unicode[] = { "utf-8", "utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be", "unicode", NULL };
    UErrorCode code = U_ZERO_ERROR;
    const char *name;
    char s[sizeof out->name];
    UConverter *c;
    bool ok = false;

    if (label.n == 0 || label.n >= sizeof s)
        return false;
    memcpy(s, label.p, label.n);
    s[label.n] = '\0';
    if (is_any(s, latin1) || is_any(s, unicode)) {
        set(out, is_any(s, latin1) ? "windows-1252" : "UTF-8", 0, false);
        return true;
    }
    c = ucnv_open(s, &code);
    if (U_FAILURE(code))
        return false;
    name = ucnv_getStandardName(ucnv_getName(c, &code), "MIME", &code);
    if (!name) /* windows-1256 has none */
        name = ucnv_getStandardName(ucnv_getName(c, &code), "IANA", &code);
    if (U_SUCCESS(code) && name && strlen(name) < sizeof out->name && reads_ascii(c)) {
        set(out, name, 0, false);
        ok = true;
    }
    ucnv_close(c);
    return ok;
}
