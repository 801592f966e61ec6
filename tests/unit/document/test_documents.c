/*
 * test_documents.c - whole documents of tests/data/documents: FILE and, in FILE.txt, the text it must give. Each is read as it is, zipped, with CRLF,
 * and in other encodings, which must all give the same text.
 */
#include <iconv.h>

#include "fixture.h"

static const struct document_case {
    const char *name, *file;
} documents[] = {
    { "a page of a newspaper gives the article", "article.html" },
    { "a guide in Markdown gives its sentences", "guide.md" },
};

static void read_file(mq_buf *out, const char *file, const char *ending)
{
    mq_buf path = MQ_BUF_INIT;
    fixture f;

    mq_buf_addf(&path, "tests/data/documents/%s%s", file, ending);
    fixture_read(&f, path.p, MQ_FORMAT_TXT);
    assert_int_equal(f.rc, MQ_OK);
    mq_buf_addstr(out, mq_buf_str(&f.text));
    fixture_release(&f);
    mq_buf_release(&path);
}

/* The expected text ends with a line break, the text of a document does not. */
static void expect(const char *path, mq_str want, mq_str source)
{
    fixture f;

    fixture_read(&f, path, MQ_FORMAT_AUTO);
    assert_int_equal(f.rc, MQ_OK);
    assert_int_equal(f.info.replaced, 0);
    want.n--;
    assert_str(mq_buf_str(&f.text), want);
    assert_places(&f.part, source);
    fixture_release(&f);
}

static void with_crlf(mq_buf *out, mq_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n')
            mq_buf_addc(out, '\r');
        mq_buf_addc(out, s.p[i]);
    }
}

static void convert(mq_buf *out, const char *encoding, const mq_buf *s)
{
    iconv_t c = iconv_open(encoding, "UTF-8");
    size_t left = s->n, room = 4 * s->n;
    char *from = s->p, *to;

    assert_true(mq_buf_reserve(out, room));
    to = out->p;
    assert_int_equal(iconv(c, &from, &left, &to, &room), 0);
    out->n = (size_t)(to - out->p);
    assert_int_equal(iconv_close(c), 0);
}

static void document(void **row)
{
    const struct document_case *const c = *row;
    mq_buf source = MQ_BUF_INIT, text = MQ_BUF_INIT, other = MQ_BUF_INIT;

    read_file(&source, c->file, "");
    read_file(&text, c->file, ".txt");
    expect(unit_file(c->file, mq_buf_str(&source)), mq_buf_str(&text), mq_buf_str(&source));
    expect(fixture_gzip(c->file, mq_buf_str(&source)), mq_buf_str(&text), mq_buf_str(&source));
    convert(&other, "UTF-16", &source); /* with a BOM */
    expect(unit_file(c->file, mq_buf_str(&other)), mq_buf_str(&text), mq_buf_str(&source));
    mq_buf_clear(&other);
    with_crlf(&other, mq_buf_str(&source));
    expect(unit_file(c->file, mq_buf_str(&other)), mq_buf_str(&text), mq_buf_str(&other));
    mq_buf_release(&source);
    mq_buf_release(&text);
    mq_buf_release(&other);
}

/* The page says UTF-8, but is in windows-1256: then the words count. */
static void a_wrong_declaration_is_seen_through(void **state)
{
    mq_buf source = MQ_BUF_INIT, text = MQ_BUF_INIT, other = MQ_BUF_INIT;
    const char *charset;

    (void)state;
    read_file(&source, "article.html", "");
    read_file(&text, "article.html", ".txt");
    convert(&other, "WINDOWS-1256", &source);
    charset = strstr(other.p, "utf-8");
    assert_non_null(charset);
    memcpy(other.p + (charset - other.p), "?????", 5);
    memcpy(source.p + (strstr(source.p, "utf-8") - source.p), "?????", 5);
    expect(unit_file("article.html", mq_buf_str(&other)), mq_buf_str(&text), mq_buf_str(&source));
    mq_buf_release(&source);
    mq_buf_release(&text);
    mq_buf_release(&other);
}

int main(void)
{
    UNIT_ROWS(documents, document);
    UNIT_LAW("a page without a right declaration is read by its words", a_wrong_declaration_is_seen_through);
    return unit_run();
}
