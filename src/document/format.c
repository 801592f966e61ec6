/*
 * format.c - see format.h.
 *
 * Only what cannot be anything else counts as content: a zip with the parts of a text document, an HTML document that says so in its first tag, a
 * line that is an object with "id" and "text". A fragment that begins with <div> may well be Markdown, so there the name decides.
 */
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "document/format.h"

enum { BINARY_SAMPLE = 8192 };

static const char *const names[] = { "auto", "txt", "html", "md", "docx", "odt", "jsonl", "tmx", "xliff", "po" };

const char *mq_format_name(mq_format v)
{
    return (unsigned)v < sizeof names / sizeof *names ? names[v] : "?";
}

bool mq_format_parse(mq_format *out, mq_str name)
{
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (mq_str_equal(mq_str_of(names[i]), name)) {
            *out = (mq_format)i;
            return true;
        }
    return false;
}

static const struct ending {
    const char *ending;
    mq_format format;
} endings[] = {
    { ".txt", MQ_FORMAT_TXT },    { ".html", MQ_FORMAT_HTML },      { ".htm", MQ_FORMAT_HTML },   { ".xhtml", MQ_FORMAT_HTML },
    { ".md", MQ_FORMAT_MD },      { ".markdown", MQ_FORMAT_MD },    { ".docx", MQ_FORMAT_DOCX },  { ".docm", MQ_FORMAT_DOCX },
    { ".dotx", MQ_FORMAT_DOCX },  { ".odt", MQ_FORMAT_ODT },        { ".ott", MQ_FORMAT_ODT },    { ".jsonl", MQ_FORMAT_JSONL },
    { ".ndjson", MQ_FORMAT_JSONL }, { ".tmx", MQ_FORMAT_TMX },       { ".xlf", MQ_FORMAT_XLIFF },  { ".xliff", MQ_FORMAT_XLIFF },
    { ".sdlxliff", MQ_FORMAT_XLIFF }, { ".mqxliff", MQ_FORMAT_XLIFF }, { ".po", MQ_FORMAT_PO },    { ".pot", MQ_FORMAT_PO },
};

static bool ends_with(mq_str s, const char *ending)
{
    const size_t n = strlen(ending);

    return s.n >= n && strncasecmp(s.p + s.n - n, ending, n) == 0;
}

static mq_format by_name(const char *path)
{
    mq_str s = mq_str_of(path);

    if (ends_with(s, ".gz"))
        s.n -= 3;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (ends_with(s, endings[i].ending))
            return endings[i].format;
    return MQ_FORMAT_AUTO;
}

static bool begins(mq_str s, const char *with)
{
    const size_t n = strlen(with);

    return s.n >= n && strncasecmp(s.p, with, n) == 0;
}

static bool holds(mq_str s, const char *word)
{
    return memmem(s.p, s.n, word, strlen(word)) != NULL;
}

static mq_str skip(mq_str s, size_t n)
{
    return (mq_str){ s.p + n, s.n - n };
}

static mq_str trim(mq_str s)
{
    if (begins(s, "\xEF\xBB\xBF"))
        s = skip(s, 3);
    while (s.n && strchr(" \t\r\n\f", s.p[0]) && s.p[0])
        s = skip(s, 1);
    return s;
}

/* Past comments, processing instructions and the white space between them. */
static mq_str first_tag(mq_str s)
{
    s = trim(s);
    while (begins(s, "<!--") || begins(s, "<?")) {
        const char *const close = begins(s, "<?") ? "?>" : "-->";
        const char *const p = memmem(s.p, s.n, close, strlen(close));

        if (!p)
            return (mq_str){ "", 0 };
        s = trim(skip(s, (size_t)(p - s.p) + strlen(close)));
    }
    return s;
}

static bool is_html(mq_str head)
{
    const mq_str s = first_tag(head);

    return begins(s, "<!doctype html") || begins(s, "<html") || begins(s, "<head>") || begins(s, "<body");
}

static bool is_tmx(mq_str head)
{
    const mq_str s = first_tag(head);

    return begins(s, "<!doctype tmx") || begins(s, "<tmx ") || begins(s, "<tmx>");
}

static bool is_xliff(mq_str head)
{
    const mq_str s = first_tag(head);

    return begins(s, "<!doctype xliff") || begins(s, "<xliff ") || begins(s, "<xliff\n") || begins(s, "<xliff\r");
}

/* Comments, then the first entry. */
static bool is_po(mq_str head)
{
    mq_str s = trim(head);

    while (begins(s, "#")) {
        const char *const lf = memchr(s.p, '\n', s.n);

        if (!lf)
            return false;
        s = trim(skip(s, (size_t)(lf - s.p)));
    }
    return begins(s, "msgid \"") || begins(s, "msgctxt \"");
}

static bool is_jsonl(mq_str head)
{
    mq_str s = trim(head);
    const char *const lf = s.n ? memchr(s.p, '\n', s.n) : NULL;

    if (lf)
        s.n = (size_t)(lf - s.p);
    return begins(s, "{") && holds(s, "\"id\"") && holds(s, "\"text\"");
}

static bool is_zip(mq_str head)
{
    return head.n >= 4 && memcmp(head.p, "PK\3\4", 4) == 0;
}

static size_t little_endian(const char *p)
{
    return (size_t)(unsigned char)p[0] | (size_t)(unsigned char)p[1] << 8;
}

/* ODF puts its type first and unpacked: bytes behind the name and the extra field of the first local header (ODF 1.3 part 2, section 3.3). */
static bool is_odt(mq_str head)
{
    enum { HEADER = 30, NAME_SIZE = 26, EXTRA_SIZE = 28 };
    const char *const name = "mimetype";
    size_t at;

    if (head.n < HEADER + strlen(name) || little_endian(head.p + NAME_SIZE) != strlen(name) || memcmp(head.p + HEADER, name, strlen(name)) != 0)
        return false;
    at = HEADER + strlen(name) + little_endian(head.p + EXTRA_SIZE);
    return at < head.n && begins(skip(head, at), "application/vnd.oasis.opendocument.text");
}

/* The parts of a docx are named in the clear. */
static mq_format zip_format(const char *path, mq_str head)
{
    const mq_format named = by_name(path);

    if (is_odt(head))
        return MQ_FORMAT_ODT;
    if (holds(head, "[Content_Types].xml") && holds(head, "word/"))
        return MQ_FORMAT_DOCX;
    return named == MQ_FORMAT_DOCX || named == MQ_FORMAT_ODT ? named : MQ_FORMAT_AUTO;
}

static bool is_utf16(mq_str head)
{
    return head.n >= 2 && (memcmp(head.p, "\xFF\xFE", 2) == 0 || memcmp(head.p, "\xFE\xFF", 2) == 0);
}

/* A NUL, or one control character in ten. */
static bool is_binary(mq_str head)
{
    const size_t n = head.n < BINARY_SAMPLE ? head.n : BINARY_SAMPLE;
    size_t controls = 0;

    if (is_utf16(head))
        return false;
    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)head.p[i];

        if (c == 0)
            return true;
        controls += c < 0x20 && !strchr("\t\n\v\f\r\b\x1A\x1B", c);
    }
    return controls * 10 > n;
}

/* UTF-16 as far as it is ASCII, for looking at its mark-up. */
static void ascii_of_utf16(mq_buf *out, mq_str head)
{
    const size_t low = head.p[0] == '\xFF' ? 0 : 1;

    for (size_t i = 2; i + 1 < head.n; i += 2)
        mq_buf_addc(out, (char)(head.p[i + 1 - low] == 0 ? head.p[i + low] : '?'));
}

static mq_format by_content(mq_str head)
{
    mq_buf ascii = MQ_BUF_INIT;
    mq_format format = MQ_FORMAT_AUTO;

    if (is_utf16(head)) {
        ascii_of_utf16(&ascii, head);
        head = mq_buf_str(&ascii);
    }
    if (is_html(head))
        format = MQ_FORMAT_HTML;
    else if (is_tmx(head))
        format = MQ_FORMAT_TMX;
    else if (is_xliff(head))
        format = MQ_FORMAT_XLIFF;
    else if (is_po(head))
        format = MQ_FORMAT_PO;
    else if (is_jsonl(head))
        format = MQ_FORMAT_JSONL;
    mq_buf_release(&ascii);
    return format;
}

static mq_status refuse_pdf(const char *path, mq_error *err)
{
    if (strcmp(path, "-") == 0)
        return mq_fail(err, MQ_EUNSUPPORTED, "cannot read PDF from standard input: use pdftotext FILE - | muqabil mine -");
    return mq_fail(err, MQ_EUNSUPPORTED, "cannot read PDF '%s': use pdftotext %s - | muqabil mine -", path, path);
}

static const char *shown(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

mq_status mq_format_sniff(mq_format *out, mq_format asked, const char *path, mq_str head, mq_error *err)
{
    mq_format format = asked;

    if (begins(trim(head), "%PDF-"))
        return refuse_pdf(path, err);
    if (format == MQ_FORMAT_AUTO && is_zip(head))
        format = zip_format(path, head);
    else if (format == MQ_FORMAT_AUTO && head.n == 0)
        format = MQ_FORMAT_TXT;
    if (format == MQ_FORMAT_AUTO && (is_zip(head) || is_binary(head)))
        return mq_fail(err, MQ_EUNSUPPORTED, "'%s' is a binary file", shown(path));
    if (format == MQ_FORMAT_AUTO)
        format = by_content(head);
    if (format == MQ_FORMAT_AUTO)
        format = by_name(path);
    *out = format == MQ_FORMAT_AUTO ? MQ_FORMAT_TXT : format;
    return MQ_OK;
}
