/*
 * sniff.c - see sniff.h.
 *
 * 1. XML begins with "<" after a BOM and white space, in 8 or 16 bits; its root element decides in the XML reader between TMX and TBX.
 * 2. "{" is JSON lines, "#UTX" is UTX.
 * 3. Anything else that is text is a table. A table with tabs and no header row is an OmegaT glossary; the table reader finds sign and header itself.
 */
#include <string.h>

#include "exchange/sniff.h"

/* The first byte that says something, as ASCII; '\0' for an empty file. */
static char first_sign(mq_str head)
{
    for (size_t i = 0; i < head.n; i++) {
        const unsigned char c = (unsigned char)head.p[i];

        if (c > ' ' && c != 0xEF && c != 0xBB && c != 0xBF && c != 0xFE && c != 0xFF)
            return (char)c;
    }
    return '\0';
}

static bool begins(mq_str s, const char *with)
{
    const size_t n = strlen(with);

    return s.n >= n && memcmp(s.p, with, n) == 0;
}

static mq_status refuse_binary(const char *path, mq_str head, mq_error *err)
{
    if (begins(head, "PK\x03\x04"))
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read '%s': a zip file or an office document; save the table as CSV", path);
    if (begins(head, "%PDF"))
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read '%s': a PDF is no glossary", path);
    if (begins(head, "SQLite format 3"))
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read '%s': a database; export it to a format of 'muqabil import --help'", path);
    if (begins(head, "\xD0\xCF\x11\xE0"))
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read '%s': an old office document; save the table as CSV", path);
    return MQ_OK;
}

/* A text has no other control characters than white space and, in 16 bits, NULs. */
static bool is_binary(mq_str text)
{
    size_t odd = 0;

    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.p[i];

        odd += c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
    }
    return odd > 8 && odd > text.n / 64;
}

mq_status mq_sniff(mq_exchange *format, mq_xread *r, mq_error *err)
{
    mq_str head, text;
    char sign;
    mq_status rc = mq_source_head(&head, &r->source, err);

    if (!rc)
        rc = refuse_binary(r->path, head, err);
    if (rc)
        return rc;
    sign = first_sign(head);
    if (*format == MQ_EXCHANGE_AUTO && sign == '<')
        *format = MQ_EXCHANGE_TMX;
    if (*format == MQ_EXCHANGE_TMX || *format == MQ_EXCHANGE_TBX || *format == MQ_EXCHANGE_TBX3)
        return MQ_OK;
    rc = mq_source_decode(&r->source, r->how->encoding, err);
    if (rc || *format != MQ_EXCHANGE_AUTO || sign == '\0')
        return rc;
    text = mq_source_ahead(&r->source);
    if (is_binary(text))
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read '%s': neither TMX, TBX, CSV, OmegaT, UTX nor JSON lines", r->path);
    if (sign == '{')
        *format = MQ_EXCHANGE_JSONL;
    else if (begins(text, "#UTX"))
        *format = MQ_EXCHANGE_UTX;
    else
        *format = MQ_EXCHANGE_CSV;
    return MQ_OK;
}
