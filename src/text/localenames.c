/* localenames.c - see localenames.h. */
#include <string.h>

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "text/localenames.h"

enum { LONGEST = 200 };

struct namer {
    ULocaleDisplayNames *names[3]; /* ar, fr, en */
    mq_locale_name_fn *fn;
    void *user;
};

static bool to_utf8(char out[LONGEST], const UChar *s, int32_t n)
{
    UErrorCode e = U_ZERO_ERROR;

    (void)u_strToUTF8(out, LONGEST, NULL, s, n, &e);
    return U_SUCCESS(e) && e != U_STRING_NOT_TERMINATED_WARNING;
}

/* what: 'r' region, 'l' language. */
static void name_code(const struct namer *n, const char *code, char what)
{
    char text[3][LONGEST];

    for (int i = 0; i < 3; i++) {
        UChar s[LONGEST];
        UErrorCode e = U_ZERO_ERROR;
        const int32_t k = what == 'r' ? uldn_regionDisplayName(n->names[i], code, s, LONGEST, &e)
                                      : uldn_languageDisplayName(n->names[i], code, s, LONGEST, &e);

        if (U_FAILURE(e) || k <= 0 || !to_utf8(text[i], s, k) || strcmp(text[i], code) == 0)
            return;
    }
    n->fn(n->user, mq_str_of(text[0]), mq_str_of(text[1]), mq_str_of(text[2]));
}

static void name_currencies(const struct namer *n)
{
    static const char *const locales[3] = { "ar", "fr", "en" };
    UErrorCode e = U_ZERO_ERROR;
    UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON, &e);
    const UChar *code;

    while (all && (code = uenum_unext(all, NULL, &e)) != NULL && U_SUCCESS(e)) {
        char text[3][LONGEST];
        int i = 0;

        for (; i < 3; i++) {
            UErrorCode f = U_ZERO_ERROR;
            UBool choice;
            int32_t k;
            const UChar *s = ucurr_getName(code, locales[i], UCURR_LONG_NAME, &choice, &k, &f);

            if (U_FAILURE(f) || f == U_USING_DEFAULT_WARNING || !to_utf8(text[i], s, k))
                break;
        }
        if (i == 3)
            n->fn(n->user, mq_str_of(text[0]), mq_str_of(text[1]), mq_str_of(text[2]));
    }
    uenum_close(all);
}

void mq_locale_names(mq_locale_name_fn *fn, void *user)
{
    static const char *const locales[3] = { "ar", "fr", "en" };
    struct namer n = { .fn = fn, .user = user };
    UErrorCode e = U_ZERO_ERROR;

    for (int i = 0; i < 3; i++)
        n.names[i] = uldn_open(locales[i], ULDN_STANDARD_NAMES, &e);
    if (U_SUCCESS(e)) {
        for (const char *const *c = uloc_getISOCountries(); *c; c++)
            name_code(&n, *c, 'r');
        for (const char *const *c = uloc_getISOLanguages(); *c; c++)
            if (strlen(*c) == 2)
                name_code(&n, *c, 'l');
        name_currencies(&n);
    }
    for (int i = 0; i < 3; i++)
        uldn_close(n.names[i]);
}

/* Whether ICU has data of its own in this language: what it answers then is not from the root. */
static bool is_language_of_icu(const char *language)
{
    for (int32_t i = 0; i < uloc_countAvailable(); i++)
        if (strcmp(uloc_getAvailable(i), language) == 0)
            return true;
    return false;
}

static void tell_display_name(const ULocaleDisplayNames *names, const char *code, char what, mq_name_fn *fn, void *user)
{
    UChar s[LONGEST];
    char text[LONGEST];
    UErrorCode e = U_ZERO_ERROR;
    const int32_t n = what == 'r' ? uldn_regionDisplayName(names, code, s, LONGEST, &e) : uldn_languageDisplayName(names, code, s, LONGEST, &e);

    if (U_SUCCESS(e) && n > 0 && to_utf8(text, s, n) && strcmp(text, code) != 0)
        fn(user, mq_str_of(text));
}

static void tell_currencies(const char *language, mq_name_fn *fn, void *user)
{
    UErrorCode e = U_ZERO_ERROR;
    UEnumeration *all = ucurr_openISOCurrencies(UCURR_COMMON, &e);
    const UChar *code;

    while (all && (code = uenum_unext(all, NULL, &e)) != NULL && U_SUCCESS(e)) {
        char text[LONGEST];
        UErrorCode f = U_ZERO_ERROR;
        UBool choice;
        int32_t n;
        const UChar *s = ucurr_getName(code, language, UCURR_LONG_NAME, &choice, &n, &f);

        if (U_SUCCESS(f) && f != U_USING_DEFAULT_WARNING && to_utf8(text, s, n))
            fn(user, mq_str_of(text));
    }
    uenum_close(all);
}

void mq_names_in(const char *language, mq_name_fn *fn, void *user)
{
    UErrorCode e = U_ZERO_ERROR;
    ULocaleDisplayNames *names;

    if (!is_language_of_icu(language))
        return;
    names = uldn_open(language, ULDN_STANDARD_NAMES, &e);
    if (U_SUCCESS(e)) {
        for (const char *const *c = uloc_getISOCountries(); *c; c++)
            tell_display_name(names, *c, 'r', fn, user);
        for (const char *const *c = uloc_getISOLanguages(); *c; c++)
            if (strlen(*c) == 2)
                tell_display_name(names, *c, 'l', fn, user);
        tell_currencies(language, fn, user);
    }
    uldn_close(names);
}
