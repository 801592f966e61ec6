/* html_charset.c - the declared encoding of a page. It stands in ASCII near the beginning, so the bytes are scanned as they are. */
#include <string.h>
#include <strings.h>

#include "document/html.h"
#include "document/html_token.h"

enum { HEAD = 1 << 14 }; /* WHATWG looks at 1024 bytes; pages with long scripts in front exist */

static bool is_label(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' || c == ':';
}

/* What stands behind `key` and '=' in s, without quotes. */
static mq_str value_of(mq_str s, const char *key)
{
    const size_t n = strlen(key);
    mq_str v = { "", 0 };

    for (size_t i = 0; i + n < s.n; i++)
        if (strncasecmp(s.p + i, key, n) == 0) {
            i += n;
            while (i < s.n && (s.p[i] == ' ' || s.p[i] == '=' || s.p[i] == '"' || s.p[i] == '\''))
                i++;
            v.p = s.p + i;
            while (i + v.n < s.n && is_label(v.p[v.n]))
                v.n++;
            break;
        }
    return v;
}

static mq_str of_meta(const mq_html_token *t)
{
    mq_str rest = t->attributes, name, value;

    while (mq_html_attribute(&rest, &name, &value)) {
        if (mq_html_is(name, "charset"))
            return value;
        if (mq_html_is(name, "content") && value_of(value, "charset").n)
            return value_of(value, "charset");
    }
    return (mq_str){ "", 0 };
}

mq_str mq_html_charset(mq_str bytes)
{
    const size_t n = bytes.n < HEAD ? bytes.n : HEAD;
    mq_html_scanner s = mq_html_scan(bytes, 0, n);
    const char *const close = memmem(bytes.p, n, "?>", 2);
    mq_html_token t;

    if (n > 5 && memcmp(bytes.p, "<?xml", 5) == 0 && close) {
        const mq_str v = value_of((mq_str){ bytes.p, (size_t)(close - bytes.p) }, "encoding");

        if (v.n)
            return v;
    }
    while (mq_html_next(&s, &t)) {
        if (t.kind == MQ_TOKEN_START && mq_html_is(t.name, "meta")) {
            const mq_str v = of_meta(&t);

            if (v.n)
                return v;
        }
        if (t.kind == MQ_TOKEN_START && mq_html_is(t.name, "body"))
            break;
    }
    return (mq_str){ "", 0 };
}
