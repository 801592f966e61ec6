/*
 * decoder.c - bytes of a known encoding to UTF-8, through ICU and UTF-16.
 *
 * ICU is told to stop at each mistake rather than to put in a substitute, so that mistakes can be counted and placed.
 */
#include <stdlib.h>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "base/utf8.h"
#include "text/encoding.h"

enum { UNITS = 1 << 12 };

struct mq_decoder {
    UConverter *c;
    UChar lead;               /* of a surrogate pair whose other half has not come yet; 0 = none */
    uint64_t bytes;           /* added before the current call */
    uint64_t replaced, first;
};

mq_status mq_decoder_new(mq_decoder **out, const char *name, mq_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    mq_decoder *d = calloc(1, sizeof *d);

    *out = NULL;
    if (!d)
        return mq_fail(err, MQ_ENOMEM, "no memory for a converter");
    d->c = ucnv_open(name, &code);
    if (U_SUCCESS(code))
        ucnv_setToUCallBack(d->c, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    if (U_FAILURE(code)) {
        mq_decoder_free(d);
        return mq_fail(err, MQ_EENCODING, "unknown encoding '%s'", name);
    }
    *out = d;
    return MQ_OK;
}

static void add_units(mq_decoder *d, mq_buf *out, const UChar *s, size_t n)
{
    char *to;

    if (!mq_buf_reserve(out, 3 * n + 4))
        return;
    to = out->p + out->n;
    for (size_t i = 0; i < n; i++) {
        uint32_t cp = s[i]; /* NOLINT: ucnv_toUnicode wrote it, which clang-tidy cannot see */

        if (d->lead) {
            cp = (uint32_t)U16_GET_SUPPLEMENTARY(d->lead, cp);
            d->lead = 0;
        } else if (U16_IS_LEAD(cp)) {
            d->lead = (UChar)cp; /* ICU gives well-formed UTF-16 only, so its other half follows */
            continue;
        }
        if (cp < 0x80) {
            *to++ = (char)cp;
        } else if (cp < 0x800) {
            *to++ = (char)(0xC0 | cp >> 6);
            *to++ = (char)(0x80 | (cp & 0x3F));
        } else {
            to += mq_utf8_encode(to, cp);
        }
    }
    out->n = (size_t)(to - out->p);
    *to = '\0';
}

/* A mistake in the document, which ICU goes on behind. */
static bool is_mistake(UErrorCode code)
{
    return code == U_INVALID_CHAR_FOUND || code == U_ILLEGAL_CHAR_FOUND || code == U_TRUNCATED_CHAR_FOUND;
}

/* Counts and places the mistake that ICU stopped at; `at` = bytes up to behind it. */
static void replace(mq_decoder *d, mq_buf *out, uint64_t at)
{
    UErrorCode code = U_ZERO_ERROR;
    char bytes[16];
    int8_t n = sizeof bytes;

    ucnv_getInvalidChars(d->c, bytes, &n, &code);
    if (U_FAILURE(code) || n < 0)
        n = 0;
    if (d->replaced++ == 0)
        d->first = at - (uint64_t)n;
    mq_buf_addcp(out, 0xFFFD);
}

mq_status mq_decoder_add(mq_decoder *d, mq_buf *out, mq_str in, bool end, mq_error *err)
{
    const char *p = in.p;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;

    while (U_FAILURE(code)) {
        UChar units[UNITS], *to = units;

        code = U_ZERO_ERROR;
        ucnv_toUnicode(d->c, &to, units + UNITS, &p, in.p + in.n, NULL, end, &code);
        add_units(d, out, units, (size_t)(to - units));
        if (is_mistake(code))
            replace(d, out, d->bytes + (uint64_t)(p - in.p));
        else if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR)
            return mq_fail(err, MQ_EENCODING, "cannot convert to UTF-8: %s", u_errorName(code));
    }
    d->bytes += in.n;
    return out->status ? mq_fail(err, out->status, "no memory for the text of a document") : MQ_OK;
}

uint64_t mq_decoder_replaced(const mq_decoder *d, uint64_t *first)
{
    *first = d->first;
    return d->replaced;
}

void mq_decoder_free(mq_decoder *d)
{
    if (!d)
        return;
    ucnv_close(d->c);
    free(d);
}
