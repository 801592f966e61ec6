/*
 * jsonl_line.c - see jsonl_line.h. A JSON library reads about 50 MB/s, a tenth of what mining reads; corpora are lines of this one form.
 *
 * Law: what it accepts the library accepts, too, with the same strings (tests/unit/document/test_jsonl.c).
 */
#include <string.h>

#include "document/jsonl_line.h"

static void skip_blanks(mq_str *s)
{
    while (s->n && (*s->p == ' ' || *s->p == '\t' || *s->p == '\r' || *s->p == '\n')) {
        s->p++;
        s->n--;
    }
}

/* Takes this character and the blanks before it. */
static bool take(mq_str *s, char c)
{
    skip_blanks(s);
    if (s->n == 0 || *s->p != c)
        return false;
    s->p++;
    s->n--;
    return true;
}

/* Four hexadecimal digits at p. */
static bool hex4(const char *p, uint32_t *v)
{
    *v = 0;
    for (int i = 0; i < 4; i++) {
        const char c = (char)(p[i] | 0x20);

        if (p[i] >= '0' && p[i] <= '9')
            *v = *v * 16 + (uint32_t)(p[i] - '0');
        else if (c >= 'a' && c <= 'f')
            *v = *v * 16 + (uint32_t)(c - 'a' + 10);
        else
            return false;
    }
    return true;
}

/* \uXXXX, or the two of a surrogate pair, with s at the 'u'. */
static bool take_unicode(mq_buf *out, mq_str *s)
{
    uint32_t cp, low;
    size_t n = 5;

    if (s->n < n || !hex4(s->p + 1, &cp) || (cp >= 0xDC00 && cp <= 0xDFFF))
        return false;
    if (cp >= 0xD800 && cp <= 0xDBFF) {
        n = 11;
        if (s->n < n || s->p[5] != '\\' || s->p[6] != 'u' || !hex4(s->p + 7, &low) || low < 0xDC00 || low > 0xDFFF)
            return false;
        cp = 0x10000 + ((cp - 0xD800) << 10) + (low - 0xDC00);
    }
    mq_buf_addcp(out, cp);
    s->p += n;
    s->n -= n;
    return true;
}

/* With s behind the backslash. */
static bool take_escape(mq_buf *out, mq_str *s)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    const char *const at = s->n && *s->p ? strchr(names, *s->p) : NULL;

    if (s->n && *s->p == 'u')
        return take_unicode(out, s);
    if (!at)
        return false;
    mq_buf_addc(out, values[at - names]);
    s->p++;
    s->n--;
    return true;
}

static bool take_string(mq_buf *out, mq_str *s)
{
    if (!take(s, '"'))
        return false;
    for (;;) {
        size_t n = 0;

        while (n < s->n && s->p[n] != '"' && s->p[n] != '\\' && (unsigned char)s->p[n] >= 0x20)
            n++;
        mq_buf_add(out, s->p, n);
        if (n == s->n || (s->p[n] != '"' && s->p[n] != '\\'))
            return false;
        s->p += n + 1;
        s->n -= n + 1;
        if (s->p[-1] == '"')
            return true;
        if (!take_escape(out, s))
            return false;
    }
}

/* Takes "key": */
static bool take_key(mq_str *s, const char *key)
{
    const size_t n = strlen(key);
    mq_str rest = *s;

    if (!take(&rest, '"') || rest.n <= n || memcmp(rest.p, key, n) != 0 || rest.p[n] != '"')
        return false;
    rest.p += n + 1;
    rest.n -= n + 1;
    if (!take(&rest, ':'))
        return false;
    *s = rest;
    return true;
}

bool mq_jsonl_line(mq_buf *id, mq_buf *text, mq_str s)
{
    bool ok = take(&s, '{');

    if (ok && take_key(&s, "id"))
        ok = take_string(id, &s) && take(&s, ',') && take_key(&s, "text") && take_string(text, &s);
    else
        ok = ok && take_key(&s, "text") && take_string(text, &s) && take(&s, ',') && take_key(&s, "id") && take_string(id, &s);
    ok = ok && take(&s, '}');
    skip_blanks(&s);
    return ok && s.n == 0;
}
