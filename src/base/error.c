/* error.c - one message for a person, in memory the caller lends. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <muqabil/base.h>

#include "base/utf8.h"

#ifndef MQ_VERSION
#define MQ_VERSION "0.0.0"
#endif

static mq_status fail(mq_error *err, mq_status code, size_t line, size_t column, const char *fmt, va_list ap)
{
    size_t n;

    if (!err)
        return code;
    err->code = code;
    err->line = line;
    err->column = column;
    (void)vsnprintf(err->msg, sizeof err->msg, fmt, ap);
    n = mq_utf8_complete(err->msg, strlen(err->msg));
    err->msg[n] = '\0';
    return code;
}

mq_status mq_fail(mq_error *err, mq_status code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    (void)fail(err, code, 0, 0, fmt, ap);
    va_end(ap);
    return code;
}

mq_status mq_fail_at(mq_error *err, mq_status code, size_t line, size_t column, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    (void)fail(err, code, line, column, fmt, ap);
    va_end(ap);
    return code;
}

const char *mq_status_name(mq_status code)
{
    static const char *const names[] = {
        [MQ_OK] = "ok",
        [MQ_ENOMEM] = "no memory",
        [MQ_EIO] = "input/output error",
        [MQ_EENCODING] = "wrong encoding",
        [MQ_EFORMAT] = "ill-formed input",
        [MQ_ENOTFOUND] = "not found",
        [MQ_EUNSUPPORTED] = "not supported",
        [MQ_ELIMIT] = "over the limit",
        [MQ_EDB] = "glossary error",
        [MQ_EINVALID] = "invalid value",
        [MQ_ESTOPPED] = "stopped",
    };

    return (unsigned)code < sizeof names / sizeof *names ? names[code] : "unknown status";
}

const char *mq_version(void)
{
    return MQ_VERSION;
}
