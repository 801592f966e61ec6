/* html_token.c - see html_token.h. Every byte is looked at a bounded number of times, whatever is left open. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "document/blank.h"
#include "document/html_token.h"

enum { LONGEST_TAG = 16 };

#define B MQ_TAG_BLOCK
#define P (MQ_TAG_BLOCK | MQ_TAG_ENDS_P)
#define O MQ_TAG_OUT
#define V MQ_TAG_VOID
#define R MQ_TAG_RAW
#define T (MQ_TAG_BLOCK | MQ_TAG_ROW)

/* Sorted by name. */
static const mq_tag tags[] = {
    { "a", MQ_TAG_LINK, 0, 0 },
    { "address", P, 0, 0 },
    { "applet", O | MQ_TAG_WALL, 0, 0 },
    { "area", V, 0, 0 },
    { "article", P | MQ_TAG_CONTENT, 0, 0 },
    { "aside", P | O, 0, 0 },
    { "audio", O, 0, 0 },
    { "b", MQ_TAG_PLAIN, 0, 0 },
    { "base", V, 0, 0 },
    { "big", MQ_TAG_PLAIN, 0, 0 },
    { "blockquote", P, 0, 0 },
    { "body", B | MQ_TAG_CONTENT, 0, 0 },
    { "br", B | V, 0, 0 },
    { "button", O, 0, 0 },
    { "canvas", O, 0, 0 },
    { "caption", T | MQ_TAG_WALL, MQ_FAMILY_TABLE, 1 },
    { "center", P, 0, 0 },
    { "code", MQ_TAG_PLAIN, 0, 0 },
    { "col", V, 0, 0 },
    { "datalist", O, 0, 0 },
    { "dd", P, MQ_FAMILY_ITEM, 1 },
    { "details", P, 0, 0 },
    { "dialog", P | O, 0, 0 },
    { "dir", P | MQ_TAG_LIST, 0, 0 },
    { "div", P, 0, 0 },
    { "dl", P | MQ_TAG_LIST, 0, 0 },
    { "dt", P, MQ_FAMILY_ITEM, 1 },
    { "em", MQ_TAG_PLAIN, 0, 0 },
    { "embed", V, 0, 0 },
    { "fieldset", P, 0, 0 },
    { "figcaption", P, 0, 0 },
    { "figure", P, 0, 0 },
    { "font", MQ_TAG_PLAIN, 0, 0 },
    { "footer", P | O, 0, 0 },
    { "form", P, 0, 0 },
    { "frame", V, 0, 0 },
    { "h1", P | MQ_TAG_H1, 0, 0 },
    { "h2", P, 0, 0 },
    { "h3", P, 0, 0 },
    { "h4", P, 0, 0 },
    { "h5", P, 0, 0 },
    { "h6", P, 0, 0 },
    { "head", B, 0, 0 },
    { "header", P, 0, 0 },
    { "hgroup", P, 0, 0 },
    { "hr", P | V, 0, 0 },
    { "html", B | MQ_TAG_CONTENT, 0, 0 },
    { "i", MQ_TAG_PLAIN, 0, 0 },
    { "iframe", O | R, 0, 0 },
    { "img", V, 0, 0 },
    { "input", V, 0, 0 },
    { "kbd", MQ_TAG_PLAIN, 0, 0 },
    { "legend", B, 0, 0 },
    { "li", P, MQ_FAMILY_ITEM, 1 },
    { "link", V, 0, 0 },
    { "listing", P | MQ_TAG_PRE, 0, 0 },
    { "main", P | MQ_TAG_CONTENT, 0, 0 },
    { "map", O, 0, 0 },
    { "math", O, 0, 0 },
    { "menu", P | MQ_TAG_LIST | O, 0, 0 },
    { "meta", V, 0, 0 },
    { "meter", O, 0, 0 },
    { "nav", P | O, 0, 0 },
    { "noembed", O | R, 0, 0 },
    { "noframes", O | R, 0, 0 },
    { "noscript", O, 0, 0 },
    { "object", O | MQ_TAG_WALL, 0, 0 },
    { "ol", P | MQ_TAG_LIST, 0, 0 },
    { "optgroup", O, 0, 0 },
    { "option", O, 0, 0 },
    { "p", P | MQ_TAG_P, 0, 0 },
    { "param", V, 0, 0 },
    { "pre", P | MQ_TAG_PRE, 0, 0 },
    { "progress", O, 0, 0 },
    { "rp", O, 0, 0 },
    { "rt", O, 0, 0 },
    { "s", MQ_TAG_PLAIN, 0, 0 },
    { "script", O | R, 0, 0 },
    { "section", P, 0, 0 },
    { "select", O, 0, 0 },
    { "small", MQ_TAG_PLAIN, 0, 0 },
    { "source", V, 0, 0 },
    { "strike", MQ_TAG_PLAIN, 0, 0 },
    { "strong", MQ_TAG_PLAIN, 0, 0 },
    { "style", O | R, 0, 0 },
    { "summary", P, 0, 0 },
    { "svg", O, 0, 0 },
    { "table", T | MQ_TAG_ENDS_P | MQ_TAG_WALL | MQ_TAG_LIST, 0, 0 },
    { "tbody", T, MQ_FAMILY_TABLE, 3 },
    { "td", MQ_TAG_CELL | MQ_TAG_WALL | MQ_TAG_LIST, MQ_FAMILY_TABLE, 1 },
    { "template", O | MQ_TAG_WALL, 0, 0 },
    { "textarea", O | R, 0, 0 },
    { "tfoot", T, MQ_FAMILY_TABLE, 3 },
    { "th", MQ_TAG_CELL | MQ_TAG_WALL | MQ_TAG_LIST, MQ_FAMILY_TABLE, 1 },
    { "thead", T, MQ_FAMILY_TABLE, 3 },
    { "title", B | R | MQ_TAG_TITLE, 0, 0 },
    { "tr", T, MQ_FAMILY_TABLE, 2 },
    { "track", V, 0, 0 },
    { "tt", MQ_TAG_PLAIN, 0, 0 },
    { "u", MQ_TAG_PLAIN, 0, 0 },
    { "ul", P | MQ_TAG_LIST, 0, 0 },
    { "var", MQ_TAG_PLAIN, 0, 0 },
    { "video", O, 0, 0 },
    { "wbr", V, 0, 0 },
    { "xmp", P | R | MQ_TAG_PRE, 0, 0 },
};

#undef B
#undef P
#undef O
#undef V
#undef R
#undef T

static int compare_tag(const void *key, const void *tag)
{
    return strcmp(key, ((const mq_tag *)tag)->name);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const mq_tag *find_tag(mq_str name)
{
    char lower[LONGEST_TAG];

    if (name.n >= sizeof lower)
        return NULL;
    for (size_t i = 0; i < name.n; i++)
        lower[i] = (char)(is_letter(name.p[i]) ? name.p[i] | 0x20 : name.p[i]);
    lower[name.n] = '\0';
    return bsearch(lower, tags, sizeof tags / sizeof *tags, sizeof *tags, compare_tag);
}

bool mq_html_is(mq_str s, const char *lower)
{
    return s.n == strlen(lower) && strncasecmp(s.p, lower, s.n) == 0;
}

mq_html_scanner mq_html_scan(mq_str source, size_t from, size_t to)
{
    const bool xml = to - from > 5 && memcmp(source.p + from, "<?xml", 5) == 0;

    return (mq_html_scanner){ .source = source, .at = from, .end = to, .raw = { "", 0 }, .xml = xml };
}

/* Does mark-up begin at i, where '<' stands? Else it is text. */
static bool is_markup(const mq_html_scanner *s, size_t i)
{
    const char *const p = s->source.p;

    if (i + 1 >= s->end)
        return false;
    return is_letter(p[i + 1]) || p[i + 1] == '!' || p[i + 1] == '?' || (p[i + 1] == '/' && i + 2 < s->end);
}

static size_t find(const mq_html_scanner *s, size_t from, char c)
{
    const char *const p = from < s->end ? memchr(s->source.p + from, c, s->end - from) : NULL;

    return p ? (size_t)(p - s->source.p) : s->end;
}

static size_t text_end(const mq_html_scanner *s)
{
    size_t i = find(s, s->at, '<');

    while (i < s->end && !is_markup(s, i))
        i = find(s, i + 1, '<');
    return i;
}

/* The end tag of the raw element, or the end. */
static size_t raw_end(const mq_html_scanner *s)
{
    const char *const p = s->source.p;
    const size_t n = s->raw.n;

    for (size_t i = find(s, s->at, '<'); i < s->end; i = find(s, i + 1, '<'))
        if (s->end - i > n + 1 && p[i + 1] == '/' && strncasecmp(p + i + 2, s->raw.p, n) == 0 &&
            (i + 2 + n == s->end || mq_is_blank(p[i + 2 + n]) || p[i + 2 + n] == '>' || p[i + 2 + n] == '/'))
            return i;
    return s->end;
}

/* Behind the comment, doctype, instruction or nonsense that begins at `at`. */
static size_t declaration_end(const mq_html_scanner *s, size_t at)
{
    const char *const p = s->source.p;
    size_t i;

    if (s->end - at < 4 || memcmp(p + at, "<!--", 4) != 0)
        i = find(s, at, '>');
    else
        for (i = find(s, at + 4, '>'); i < s->end; i = find(s, i + 1, '>'))
            if (p[i - 1] == '-' && p[i - 2] == '-')
                break;
    return i < s->end ? i + 1 : s->end;
}

bool mq_html_attribute(mq_str *rest, mq_str *name, mq_str *value)
{
    const char *p = rest->p, *const end = rest->p + rest->n;
    const char *from;

    while (p < end && (mq_is_blank(*p) || *p == '/'))
        p++;
    from = p;
    while (p < end && *p != '>' && *p != '/' && !mq_is_blank(*p) && (*p != '=' || p == from))
        p++;
    *name = (mq_str){ from, (size_t)(p - from) };
    *value = (mq_str){ p, 0 };
    while (p < end && mq_is_blank(*p))
        p++;
    if (name->n && p < end && *p == '=') {
        for (p++; p < end && mq_is_blank(*p);)
            p++;
        from = p;
        if (p < end && (*p == '"' || *p == '\'')) {
            const char *const quote = memchr(p + 1, *p, (size_t)(end - p - 1));

            from++;
            p = quote ? quote : end;
            *value = (mq_str){ from, (size_t)(p - from) };
            p += quote != NULL;
        } else {
            while (p < end && *p != '>' && !mq_is_blank(*p))
                p++;
            *value = (mq_str){ from, (size_t)(p - from) };
        }
    }
    *rest = (mq_str){ p, (size_t)(end - p) };
    return name->n > 0;
}

/* Reads the tag at s->at. False when the source ends inside it; browsers, too, drop the rest then. */
static bool read_tag(mq_html_scanner *s, mq_html_token *t)
{
    const char *const p = s->source.p;
    mq_str rest, name, value;
    size_t i = s->at + 1;

    *t = (mq_html_token){ .kind = p[i] == '/' ? MQ_TOKEN_END : MQ_TOKEN_START, .start = s->at };
    i += t->kind == MQ_TOKEN_END;
    t->name.p = p + i;
    while (i < s->end && !mq_is_blank(p[i]) && p[i] != '>' && p[i] != '/')
        i++;
    t->name.n = (size_t)(p + i - t->name.p);
    t->tag = find_tag(t->name);
    rest = (mq_str){ p + i, s->end - i };
    t->attributes.p = rest.p;
    while (mq_html_attribute(&rest, &name, &value))
        continue;
    s->at = rest.n ? s->end - rest.n + 1 : s->end;
    t->attributes.n = (size_t)(rest.p - t->attributes.p);
    t->end = s->at;
    t->closed = s->xml && rest.n && rest.p[-1] == '/';
    return rest.n > 0;
}

static bool next_raw(mq_html_scanner *s, mq_html_token *t)
{
    const size_t end = raw_end(s);
    const bool is_script = !mq_html_is(s->raw, "title") && !mq_html_is(s->raw, "textarea");

    s->raw.n = 0;
    if (end == s->at)
        return false;
    *t = (mq_html_token){ .kind = MQ_TOKEN_TEXT, .start = s->at, .end = end, .raw = is_script };
    s->at = end;
    return true;
}

/* <![CDATA[ … ]]> at s->at, which only XML has. False when it is none, or empty. */
static bool read_cdata(mq_html_scanner *s, mq_html_token *t)
{
    static const char open[] = "<![CDATA[", close[] = "]]>";
    const size_t from = s->at + sizeof open - 1;
    const char *end;

    if (!s->xml || from > s->end || memcmp(s->source.p + s->at, open, sizeof open - 1) != 0)
        return false;
    end = memmem(s->source.p + from, s->end - from, close, sizeof close - 1);
    *t = (mq_html_token){ .kind = MQ_TOKEN_TEXT, .start = from, .end = end ? (size_t)(end - s->source.p) : s->end, .raw = true };
    s->at = end ? t->end + sizeof close - 1 : s->end;
    return t->start < t->end;
}

bool mq_html_next(mq_html_scanner *s, mq_html_token *t)
{
    const char *const p = s->source.p;

    if (s->raw.n && next_raw(s, t))
        return true;
    while (s->at < s->end) {
        const size_t end = text_end(s);

        if (end > s->at) {
            *t = (mq_html_token){ .kind = MQ_TOKEN_TEXT, .start = s->at, .end = end };
            s->at = end;
            return true;
        }
        if (is_letter(p[s->at + 1]) || (p[s->at + 1] == '/' && is_letter(p[s->at + 2]))) {
            if (!read_tag(s, t))
                continue;
            if (t->kind == MQ_TOKEN_START && t->tag && t->tag->flags & MQ_TAG_RAW && !t->closed)
                s->raw = t->name;
            return true;
        }
        if (read_cdata(s, t))
            return true;
        if (s->at == end)
            s->at = declaration_end(s, s->at);
    }
    return false;
}
