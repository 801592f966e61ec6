/* keys.c - see keys.h. */
#include <string.h>

#include "base/hash.h"
#include "lexicon/keys.h"

/* Endings in the order they are tried, folded (ة is ه); `least` letters must stay. */
static const struct ending { const char *s; unsigned char letters, least; } endings[] = {
    { "\xD9\x87\xD9\x85\xD8\xA7", 3, 3 },  /* هما */
    { "\xD9\x87\xD8\xA7", 2, 3 },          /* ها */
    { "\xD9\x87\xD9\x85", 2, 3 },          /* هم */
    { "\xD9\x86\xD8\xA7", 2, 3 },          /* نا */
    { "\xD9\x83\xD9\x85", 2, 3 },          /* كم */
};
static const struct ending numbers[] = {
    { "\xD8\xAA\xD9\x8A\xD9\x86", 3, 3 },  /* تين */
    { "\xD8\xAA\xD8\xA7\xD9\x86", 3, 3 },  /* تان */
    { "\xD8\xA7\xD8\xAA", 2, 2 },          /* ات */
    { "\xD9\x88\xD9\x86", 2, 3 },          /* ون */
    { "\xD9\x8A\xD9\x86", 2, 3 },          /* ين */
    { "\xD8\xA7\xD9\x86", 2, 4 },          /* ان */
    { "\xD9\x87", 1, 2 },                  /* ة ه */
    { "\xD8\xAA", 1, 4 },                  /* ت: ة before a pronoun */
};
static const char yeh[] = "\xD9\x8A";

static size_t strip(mq_str w, size_t n, const struct ending *e, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const size_t k = 2U * e[i].letters;

        if (n >= k + 2U * e[i].least && memcmp(w.p + n - k, e[i].s, k) == 0)
            return n - k;
    }
    return n;
}

size_t mq_light_stem(mq_str w)
{
    size_t n = strip(w, w.n, endings, sizeof endings / sizeof *endings);

    n = strip(w, n, numbers, sizeof numbers / sizeof *numbers);
    if (n >= 8 && memcmp(w.p + n - 2, yeh, 2) == 0)
        n -= 2;
    return n;
}

enum { LONGEST_FUNCTION_WORD = 5 };

static bool is_function_word(mq_str w)
{
    static const char words[][LONGEST_FUNCTION_WORD + 1] = {
        "a", "an", "and", "at", "au", "aux", "by", "d", "da", "das", "de", "del", "della", "der", "des", "di", "die", "du", "el", "en",
        "et", "for", "from", "in", "l", "la", "las", "le", "les", "los", "of", "on", "ou", "or", "par", "pour", "s", "sur", "the", "to",
        "un", "und", "une", "von", "with", "y", "dans", "avec", "il", "n", "qu", "que", "ses", "its",
    };

    for (size_t i = 0; w.n <= LONGEST_FUNCTION_WORD && i < sizeof words / sizeof *words; i++)
        if (words[i][0] == w.p[0] && memcmp(words[i], w.p, w.n) == 0 && words[i][w.n] == '\0')
            return true;
    return false;
}

bool mq_is_french_function(mq_str w)
{
    static const char words[][LONGEST_FUNCTION_WORD] = { "son", "mais", "pas", "est", "ete", "plus", "lui", "sont", "si" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mq_str_equal(w, mq_str_of(words[i])))
            return true;
    return false;
}

/* Bytes without the mark of the plural: s, x, ies → y is left to the wide key. */
static size_t singular(mq_str w)
{
    if (w.n >= 4 && (w.p[w.n - 1] == 's' || w.p[w.n - 1] == 'x') && w.p[w.n - 2] != 's' && w.p[w.n - 2] != 'u' + (w.p[w.n - 1] == 'x'))
        return w.n - 1;
    return w.n;
}

/* The first letters of w in the levelled spelling: at most `most` of them. */
static size_t level(char *out, size_t most, mq_str w)
{
    size_t n = 0;

    for (size_t i = 0; i < w.n && n < most; i++) {
        const char next = i + 1 < w.n ? w.p[i + 1] : '\0';
        char c = w.p[i];

        if (c == 'p' && next == 'h') {
            c = 'f';
            i++;
        } else if (c == 'q' && next == 'u') {
            c = 'c';
            i++;
        } else if (c == 'h') {
            continue;
        } else if (c == 'k') {
            c = 'c';
        } else if (c == 'y') {
            c = 'i';
        }
        if (n == 0 || out[n - 1] != c)
            out[n++] = c;
    }
    return n;
}

static uint32_t exact_of(mq_str w, size_t n)
{
    return (uint32_t)mq_hash((mq_str){ w.p, n }) | 1;
}

uint32_t mq_latin_exact_of(mq_str w)
{
    return w.n == 0 || is_function_word(w) ? 0 : exact_of(w, singular(w));
}

mq_latin_key mq_latin_key_of(mq_str w)
{
    enum { WIDE = 6, NEAR = 4 };
    mq_latin_key k = { .initial = 0 };
    char levelled[WIDE];
    size_t n;

    if (w.n == 0)
        return k;
    if (w.p[0] >= 'a' && w.p[0] <= 'z')
        k.initial = (char)(w.p[0] - 'a' + 'A');
    else if (w.p[0] >= '0' && w.p[0] <= '9')
        k.initial = w.p[0];
    if (is_function_word(w))
        return k;
    n = singular(w);
    k.exact = exact_of(w, n);
    n = level(levelled, WIDE, (mq_str){ w.p, n });
    k.wide = (uint32_t)mq_hash((mq_str){ levelled, n < WIDE ? n : WIDE }) | 1; /* n is at most WIDE; gcc with link-time optimisation wants to be told */
    if (n > NEAR)
        k.near = (uint32_t)mq_hash((mq_str){ levelled, NEAR }) | 1;
    return k;
}
