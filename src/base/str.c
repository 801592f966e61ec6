/* str.c - borrowed strings and the growing buffer of muqabil/base.h. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <muqabil/base.h>

#include "base/utf8.h"

mq_str mq_str_of(const char *s)
{
    return (mq_str){ s ? s : "", s ? strlen(s) : 0 };
}

bool mq_str_equal(mq_str a, mq_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int mq_str_compare(mq_str a, mq_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;

    if (c)
        return c;
    return a.n < b.n ? -1 : a.n > b.n;
}

void mq_buf_release(mq_buf *b)
{
    free(b->p);
    *b = (mq_buf)MQ_BUF_INIT;
}

void mq_buf_clear(mq_buf *b)
{
    b->n = 0;
    b->status = MQ_OK;
    if (b->p)
        b->p[0] = '\0';
}

/* The slow way stays out of line: inlined by the linker behind a buffer with room of its own, which never grows (text/arword.c), gcc takes it for a realloc of that room. */
__attribute__((noinline)) static bool grow(mq_buf *b, size_t more)
{
    size_t cap = b->cap ? b->cap : 64;
    char *p;

    if (b->status)
        return false;
    if (more > SIZE_MAX / 2 - b->n - 1) {
        b->status = MQ_ENOMEM;
        return false;
    }
    while (cap < b->n + more + 1)
        cap += cap / 2;
    p = realloc(b->p, cap);
    if (!p) {
        b->status = MQ_ENOMEM;
        return false;
    }
    b->p = p;
    b->cap = cap;
    b->p[b->n] = '\0';
    return true;
}

/* What there is room for is told at once: cap is 0 where nothing is, else more than n. */
bool mq_buf_reserve(mq_buf *b, size_t more)
{
    return (!b->status && more < b->cap - b->n) || grow(b, more);
}

void mq_buf_add(mq_buf *b, const void *p, size_t n)
{
    if (!mq_buf_reserve(b, n))
        return;
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void mq_buf_addstr(mq_buf *b, mq_str s)
{
    mq_buf_add(b, s.p, s.n);
}

void mq_buf_addz(mq_buf *b, const char *s)
{
    mq_buf_add(b, s, strlen(s));
}

void mq_buf_addc(mq_buf *b, char c)
{
    if (b->status || b->n + 1 >= b->cap) {
        mq_buf_add(b, &c, 1);
        return;
    }
    b->p[b->n++] = c;
    b->p[b->n] = '\0';
}

void mq_buf_addcp(mq_buf *b, uint32_t cp)
{
    char s[4];

    mq_buf_add(b, s, mq_utf8_encode(s, cp));
}

void mq_buf_addf(mq_buf *b, const char *fmt, ...)
{
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0 || !mq_buf_reserve(b, (size_t)n))
        return;
    va_start(ap, fmt);
    (void)vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
    va_end(ap);
    b->n += (size_t)n;
}

mq_str mq_buf_str(const mq_buf *b)
{
    return (mq_str){ b->p ? b->p : "", b->n };
}
