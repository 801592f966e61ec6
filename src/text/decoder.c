/*
 * decoder.c - bytes of a known encoding to UTF-8.
 *
 * UTF-16 is decoded here, unit by unit: ICU's place of a mistake is off by some bytes where it has read ahead.
 * All else goes through ICU, which is told to stop at each mistake rather than to put in a substitute, so that mistakes can be counted and placed.
 */
#include <stdlib.h>
#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "base/utf8.h"
#include "text/encoding.h"

enum { UNITS = 1 << 12, NONE = -1 };

struct mq_decoder {
    UConverter *c;             /* NULL for UTF-16 */
    bool big;                  /* UTF-16: high byte first */
    int half;                  /* UTF-16: a byte whose other half has not come yet, or NONE */
    uint32_t lead;             /* first of a surrogate pair whose second has not come yet; 0 = none */
    uint64_t bytes;            /* added before the current call */
    uint64_t replaced, first;
    UChar units[UNITS];        /* on the way out of ICU */
};

mq_status mq_decoder_new(mq_decoder **out, const char *name, mq_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    mq_decoder *d = calloc(1, sizeof *d);

    *out = NULL;
    if (!d)
        return mq_fail(err, MQ_ENOMEM, "no memory for a converter");
    d->half = NONE;
    d->big = strcmp(name, "UTF-16BE") == 0;
    if (!d->big && strcmp(name, "UTF-16LE") != 0) {
        d->c = ucnv_open(name, &code);
        if (U_SUCCESS(code))
            ucnv_setToUCallBack(d->c, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    }
    if (U_FAILURE(code)) {
        mq_decoder_free(d);
        return mq_fail(err, MQ_EENCODING, "unknown encoding '%s'", name);
    }
    *out = d;
    return MQ_OK;
}

/* Writes U+FFFD for the sequence that begins at byte `at` of the document. */
static char *put_replaced(mq_decoder *d, char *to, uint64_t at)
{
    if (d->replaced++ == 0)
        d->first = at;
    return to + mq_utf8_encode(to, 0xFFFD);
}

static char *put_cp(char *to, uint32_t cp)
{
    if (cp >= 0x800)
        return to + mq_utf8_encode(to, cp);
    if (cp < 0x80) {
        *to++ = (char)cp;
        return to;
    }
    *to++ = (char)(0xC0 | cp >> 6);
    *to++ = (char)(0x80 | (cp & 0x3F));
    return to;
}

/* Writes what is complete with the unit that ends before byte `end` of the document: at most 6 bytes. */
static char *put_unit(mq_decoder *d, char *to, uint32_t unit, uint64_t end)
{
    const uint32_t lead = d->lead;

    d->lead = 0;
    if (lead && U16_IS_TRAIL(unit))
        return put_cp(to, (uint32_t)U16_GET_SUPPLEMENTARY(lead, unit));
    if (lead)
        to = put_replaced(d, to, end - 4);
    if (U16_IS_LEAD(unit)) {
        d->lead = unit;
        return to;
    }
    return U16_IS_TRAIL(unit) ? put_replaced(d, to, end - 2) : put_cp(to, unit);
}

/* The units in p[0..n), n even. */
static char *put_units(mq_decoder *d, char *to, const char *p, size_t n)
{
    const unsigned char *const s = (const unsigned char *)p;
    const size_t high = d->big ? 0 : 1;

    for (size_t i = 0; i < n; i += 2) {
        const uint32_t unit = (uint32_t)s[i + high] << 8 | s[i + 1 - high];

        to = d->lead || U16_IS_SURROGATE(unit) ? put_unit(d, to, unit, d->bytes + i + 2) : put_cp(to, unit);
    }
    d->bytes += n;
    return to;
}

static mq_status add_utf16(mq_decoder *d, mq_buf *out, mq_str in, bool end, mq_error *err)
{
    char *to;

    if (!mq_buf_reserve(out, 3 * in.n + 12))
        return mq_fail(err, MQ_ENOMEM, "no memory for the text of a document");
    to = out->p + out->n;
    if (d->half != NONE && in.n) {
        const char whole[2] = { (char)d->half, in.p[0] };

        d->bytes--;
        to = put_units(d, to, whole, 2);
        d->half = NONE;
        in = (mq_str){ in.p + 1, in.n - 1 };
    }
    to = put_units(d, to, in.p, in.n & ~(size_t)1);
    if (in.n % 2) {
        d->half = (unsigned char)in.p[in.n - 1];
        d->bytes++;
    }
    if (end && d->lead)
        to = put_replaced(d, to, d->bytes - (d->half == NONE ? 2 : 3));
    if (end && d->half != NONE)
        to = put_replaced(d, to, d->bytes - 1);
    out->n = (size_t)(to - out->p);
    *to = '\0';
    return MQ_OK;
}

/* ICU gives well-formed UTF-16 only, but may part a surrogate pair. */
static void add_units(mq_decoder *d, mq_buf *out, const UChar *s, size_t n)
{
    char *to;

    if (!mq_buf_reserve(out, 3 * n + 4))
        return;
    to = out->p + out->n;
    for (size_t i = 0; i < n; i++)
        to = put_unit(d, to, s[i], 0);
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
    char bytes[16], fffd[4];
    int8_t n = sizeof bytes;

    ucnv_getInvalidChars(d->c, bytes, &n, &code);
    if (U_FAILURE(code) || n < 0)
        n = 0;
    mq_buf_add(out, fffd, (size_t)(put_replaced(d, fffd, at - (uint64_t)n) - fffd));
}

static mq_status add_through_icu(mq_decoder *d, mq_buf *out, mq_str in, bool end, mq_error *err)
{
    const char *p = in.p;
    UErrorCode code = U_BUFFER_OVERFLOW_ERROR;

    while (U_FAILURE(code)) {
        UChar *to = d->units;

        code = U_ZERO_ERROR;
        ucnv_toUnicode(d->c, &to, d->units + UNITS, &p, in.p + in.n, NULL, (UBool)end, &code);
        add_units(d, out, d->units, (size_t)(to - d->units));
        if (is_mistake(code))
            replace(d, out, d->bytes + (uint64_t)(p - in.p));
        else if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR)
            return mq_fail(err, MQ_EENCODING, "cannot convert to UTF-8: %s", u_errorName(code));
    }
    d->bytes += in.n;
    return out->status ? mq_fail(err, out->status, "no memory for the text of a document") : MQ_OK;
}

mq_status mq_decoder_add(mq_decoder *d, mq_buf *out, mq_str in, bool end, mq_error *err)
{
    return d->c ? add_through_icu(d, out, in, end, err) : add_utf16(d, out, in, end, err);
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
