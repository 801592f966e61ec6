/* jsonl.c - see jsonl.h. */
#include <math.h>
#include <string.h>

#include "base/jsonl.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

json_t *mq_json_str(mq_str s)
{
    return json_stringn(s.p, s.n);
}

json_t *mq_json_real(double v)
{
    return json_real(round(v * 1e4) / 1e4);
}

static int append(const char *p, size_t n, void *user)
{
    mq_buf *out = user;

    mq_buf_add(out, p, n);
    return out->status ? -1 : 0;
}

void mq_json_line(mq_buf *out, json_t *value)
{
    if (!value) {
        out->status = MQ_ENOMEM;
        return;
    }
    if (json_dump_callback(value, append, out, JSON_COMPACT | JSON_REAL_PRECISION(6)) != 0)
        out->status = MQ_ENOMEM; /* there is no other reason */
    mq_buf_addc(out, '\n');
    json_decref(value);
}

/* ---- strings ---- */

static void put_escape(mq_buf *out, unsigned char c)
{
    static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
    const char *found = c ? strchr(plain, c) : NULL;

    if (found)
        mq_buf_add(out, (const char[]){ '\\', letters[found - plain] }, 2);
    else
        mq_buf_addf(out, "\\u%04X", c);
}

static bool is_special(char c)
{
    return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

/* The first byte from i on that must be escaped, or where less than sixteen are left. */
static size_t pass_blocks(mq_str s, size_t i)
{
#if defined(__SSE2__)
    for (; s.n - i >= 16; i += 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i)), control = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(' ' - 1)), v);
        const __m128i sign = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')), _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
        const unsigned found = (unsigned)_mm_movemask_epi8(_mm_or_si128(control, sign));

        if (found)
            return i + (unsigned)__builtin_ctz(found);
    }
#endif
    (void)s;
    return i;
}

/* Eight bytes in one word: the high bit of one is set where it is below a space, a quote or a backslash; one above may be set, too, when one is. */
static bool has_special_8(const char *p)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t v, quote, backslash;

    memcpy(&v, p, sizeof v);
    quote = v ^ (each * '"');
    backslash = v ^ (each * '\\');
    return (((v - each * ' ') & ~v) | ((quote - each) & ~quote) | ((backslash - each) & ~backslash)) & (each * 0x80);
}

/* The first byte from i on that must be escaped, or s.n. Blocks first, then words, the last one up to the end, over the one before it. */
static size_t next_special(mq_str s, size_t i)
{
    i = pass_blocks(s, i);
    while (s.n - i >= 8 && !has_special_8(s.p + i))
        i += 8;
    if (s.n >= 8 && s.n - i < 8 && !has_special_8(s.p + s.n - 8))
        return s.n;
    while (i < s.n && !is_special(s.p[i]))
        i++;
    return i;
}

/* What has nothing to escape, into the room that is there. */
static void put_plain(mq_buf *out, mq_str s)
{
    char *const p = out->p + out->n;

    p[0] = '"';
    if (s.n)
        memcpy(p + 1, s.p, s.n);
    memcpy(p + 1 + s.n, "\"", 2); /* with the NUL behind it */
    out->n += s.n + 2;
}

void mq_json_quote(mq_buf *out, mq_str s)
{
    size_t from = 0, i;

    if (!mq_buf_reserve(out, s.n + 2)) /* as much as it mostly takes, at once */
        return;
    i = next_special(s, 0);
    if (i == s.n) {
        put_plain(out, s);
        return;
    }
    mq_buf_addc(out, '"');
    while ((i = next_special(s, from)) < s.n) {
        mq_buf_add(out, s.p + from, i - from);
        put_escape(out, (unsigned char)s.p[i]);
        from = i + 1;
    }
    mq_buf_add(out, s.p + from, s.n - from);
    mq_buf_addc(out, '"');
}

/* ---- members ---- */

void mq_json_begin(mq_buf *out)
{
    mq_buf_addc(out, '{');
}

void mq_json_end(mq_buf *out)
{
    mq_buf_add(out, "}\n", 2);
}

static void put_key(mq_buf *out, const char *key)
{
    const size_t n = strlen(key);
    char *p;

    if (!mq_buf_reserve(out, n + 4))
        return;
    p = out->p + out->n;
    if (out->n && p[-1] != '{')
        *p++ = ',';
    *p++ = '"';
    memcpy(p, key, n);
    memcpy(p + n, "\":", 3); /* with the NUL behind it */
    out->n = (size_t)(p + n + 2 - out->p);
}

void mq_json_put_str(mq_buf *out, const char *key, mq_str value)
{
    put_key(out, key);
    mq_json_quote(out, value);
}

static void put_number(mq_buf *out, uint64_t n, unsigned least_digits)
{
    char digits[20];
    unsigned k = sizeof digits;

    while (n || k > sizeof digits - least_digits) {
        digits[--k] = (char)('0' + n % 10);
        n /= 10;
    }
    mq_buf_add(out, digits + k, sizeof digits - k);
}

void mq_json_put_size(mq_buf *out, const char *key, size_t value)
{
    put_key(out, key);
    put_number(out, value, 1);
}

void mq_json_put_score(mq_buf *out, const char *key, double value)
{
    const uint64_t n = (uint64_t)llround(value * 1e4);

    put_key(out, key);
    put_number(out, n / 10000, 1);
    mq_buf_addc(out, '.');
    put_number(out, n % 10000, 4);
    while (!out->status && out->p[out->n - 1] == '0' && out->p[out->n - 2] != '.')
        out->p[--out->n] = '\0';
}

/* ---- reading ---- */

mq_str mq_json_get(const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);

    return json_is_string(v) ? (mq_str){ json_string_value(v), json_string_length(v) } : (mq_str){ "", 0 };
}

json_t *mq_json_object(mq_str line, mq_error *err)
{
    json_error_t e;
    json_t *v = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &e);

    if (!v) {
        const bool silent = *e.text == '\0'; /* that is how jansson says that it has no memory, as a rule */

        (void)mq_fail_at(err, silent ? MQ_ENOMEM : MQ_EFORMAT, 0, e.column > 0 ? (size_t)e.column : 0, "%s", silent ? "no memory" : e.text);
        return NULL;
    }
    if (!json_is_object(v)) {
        json_decref(v);
        (void)mq_fail_at(err, MQ_EFORMAT, 0, 1, "not a JSON object");
        return NULL;
    }
    return v;
}
