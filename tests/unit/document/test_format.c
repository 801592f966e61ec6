/* test_format.c - which format a file is in, and what is refused. */
#include <unistd.h>

#include "document/format.h"
#include "fixture.h"

static const struct sniff_case {
    const char *name, *path;
    mq_str head;
    mq_format asked, want;
    const char *msg; /* NULL: accepted */
} sniffs[] = {
    { "text without a name", "-", BYTES("hello"), MQ_FORMAT_AUTO, MQ_FORMAT_TXT, NULL },
    { "the name tells Markdown", "a/b.MD", BYTES("hello"), MQ_FORMAT_AUTO, MQ_FORMAT_MD, NULL },
    { "the name below .gz counts", "b.markdown.gz", BYTES("hello"), MQ_FORMAT_AUTO, MQ_FORMAT_MD, NULL },
    { "the name tells HTML", "a.htm", BYTES("<p>hello"), MQ_FORMAT_AUTO, MQ_FORMAT_HTML, NULL },
    { "the name tells TMX", "a.tmx", BYTES("rubbish"), MQ_FORMAT_AUTO, MQ_FORMAT_TMX, NULL },
    { "the name tells XLIFF of Trados", "a.sdlxliff", BYTES("rubbish"), MQ_FORMAT_AUTO, MQ_FORMAT_XLIFF, NULL },
    { "a tmx element beats the name", "a.xml", BYTES("<?xml version='1.0'?>\n<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>\n<tmx>"), MQ_FORMAT_AUTO, MQ_FORMAT_TMX, NULL },
    { "an xliff element beats the name", "a.xml", BYTES("<xliff version='1.2'>"), MQ_FORMAT_AUTO, MQ_FORMAT_XLIFF, NULL },
    { "comments and an entry are PO", "a.txt", BYTES("# x\n\nmsgid \"\"\n"), MQ_FORMAT_AUTO, MQ_FORMAT_PO, NULL },
    { "the name tells JSON lines", "a.jsonl", BYTES("rubbish"), MQ_FORMAT_AUTO, MQ_FORMAT_JSONL, NULL },
    { "a doctype beats the name", "a.txt", BYTES("\xEF\xBB\xBF \n<!-- x --><!DocType HTML>"), MQ_FORMAT_AUTO, MQ_FORMAT_HTML, NULL },
    { "XHTML", "-", BYTES("<?xml version='1.0'?>\n<html xmlns='x'>"), MQ_FORMAT_AUTO, MQ_FORMAT_HTML, NULL },
    { "HTML in UTF-16", "-", BYTES("\xFF\xFE<\0h\0t\0m\0l\0>\0"), MQ_FORMAT_AUTO, MQ_FORMAT_HTML, NULL },
    { "a tag is not yet HTML", "a.md", BYTES("<div align=center>"), MQ_FORMAT_AUTO, MQ_FORMAT_MD, NULL },
    { "a line of JSON beats the name", "a.txt", BYTES("{\"id\":\"a\",\"text\":\"b\"}\n"), MQ_FORMAT_AUTO, MQ_FORMAT_JSONL, NULL },
    { "id and text in the next line do not count", "-", BYTES("{\n\"id\":\"a\",\"text\":\"b\"}\n"), MQ_FORMAT_AUTO, MQ_FORMAT_TXT, NULL },
    { "what is asked for wins", "a.html", BYTES("<!doctype html>"), MQ_FORMAT_TXT, MQ_FORMAT_TXT, NULL },
    { "what is asked for wins over NUL", "a", BYTES("a\0b"), MQ_FORMAT_TXT, MQ_FORMAT_TXT, NULL },
    { "an empty file is text, whatever its name", "a.docx", BYTES(""), MQ_FORMAT_AUTO, MQ_FORMAT_TXT, NULL },
    { "Arabic without a name", "-", BYTES("\xD9\x85\xD9\x85"), MQ_FORMAT_AUTO, MQ_FORMAT_TXT, NULL },
    { "a form feed and an end of file are text", "-", BYTES("a\f\x1A"), MQ_FORMAT_AUTO, MQ_FORMAT_TXT, NULL },
    { "a zip by its name", "a.odt", BYTES("PK\3\4"), MQ_FORMAT_AUTO, MQ_FORMAT_ODT, NULL },
    { "a docx without a name", "-", BYTES("PK\3\4 [Content_Types].xml word/document.xml"), MQ_FORMAT_AUTO, MQ_FORMAT_DOCX, NULL },
    { "a docx that is text goes to its reader, which will say so", "a.docx", BYTES("hello"), MQ_FORMAT_AUTO, MQ_FORMAT_DOCX, NULL },
    { "a spreadsheet", "a.xlsx", BYTES("PK\3\4 [Content_Types].xml xl/workbook.xml"), MQ_FORMAT_AUTO, MQ_FORMAT_AUTO, "'a.xlsx' is a binary file" },
    { "a PDF", "x.pdf", BYTES("%PDF-1.7\n"), MQ_FORMAT_AUTO, MQ_FORMAT_AUTO, "cannot read PDF 'x.pdf': use pdftotext x.pdf - | muqabil mine -" },
    { "a PDF is refused even when text is asked for",
      "x", BYTES("%PDF-1.7\n"), MQ_FORMAT_TXT, MQ_FORMAT_AUTO, "cannot read PDF 'x': use pdftotext x - | muqabil mine -" },
    { "a PDF on standard input",
      "-", BYTES("%PDF-1.7\n"), MQ_FORMAT_AUTO, MQ_FORMAT_AUTO, "cannot read PDF from standard input: use pdftotext FILE - | muqabil mine -" },
    { "a picture", "x.png", BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), MQ_FORMAT_AUTO, MQ_FORMAT_AUTO, "'x.png' is a binary file" },
    { "control characters without a NUL", "-", BYTES("\1\2\3abcd\5\6"), MQ_FORMAT_AUTO, MQ_FORMAT_AUTO, "'standard input' is a binary file" },
};

static void sniff(void **row)
{
    const struct sniff_case *const c = *row;
    mq_format have = MQ_FORMAT_AUTO;
    mq_error err;
    const mq_status rc = mq_format_sniff(&have, c->asked, c->path, c->head, &err);

    assert_int_equal(rc, c->msg ? MQ_EUNSUPPORTED : MQ_OK);
    if (c->msg)
        assert_string_equal(err.msg, c->msg);
    else
        assert_int_equal(have, c->want);
}

static void names_read_back(void **state)
{
    mq_format have;

    (void)state;
    for (mq_format f = MQ_FORMAT_AUTO; f <= MQ_FORMAT_PO; f++) {
        assert_true(mq_format_parse(&have, mq_str_of(mq_format_name(f))));
        assert_int_equal(have, f);
    }
    assert_false(mq_format_parse(&have, mq_str_of("pdf")));
    assert_false(mq_format_parse(&have, mq_str_of("")));
}

static void what_cannot_be_opened(void **state)
{
    mq_reader *r;
    mq_error err;

    (void)state;
    assert_int_equal(mq_reader_open(&r, "/no/such", MQ_FORMAT_AUTO, &err), MQ_EIO);
    assert_string_equal(err.msg, "cannot open '/no/such': No such file or directory");
    assert_int_equal(mq_reader_open(&r, unit_folder(), MQ_FORMAT_AUTO, &err), MQ_EINVALID);
    assert_null(r);
}

static void a_damaged_gzip_is_told(void **state)
{
    mq_buf bytes = MQ_BUF_INIT;
    uint64_t random = 2;
    const char *path;
    fixture f;

    (void)state;
    for (int i = 0; i < 400000; i++)
        mq_buf_addc(&bytes, (char)('a' + unit_below(&random, 26)));
    path = fixture_gzip("x.gz", mq_buf_str(&bytes));
    assert_int_equal(truncate(path, 200000), 0);
    fixture_read(&f, path, MQ_FORMAT_AUTO);
    assert_int_equal(f.rc, MQ_EFORMAT);
    assert_non_null(strstr(f.err.msg, "it ends too early"));
    fixture_release(&f);
    mq_buf_release(&bytes);
}

static void the_name_of_a_document_is_its_path(void **state)
{
    const char *const path = unit_file("\xD9\x85\xFF.txt", (mq_str)BYTES("a"));
    mq_buf want = MQ_BUF_INIT;
    fixture f;

    (void)state;
    (void)mq_utf8_repair(&want, mq_str_of(path), NULL);
    fixture_read(&f, path, MQ_FORMAT_AUTO);
    assert_buf(f.part.doc, want.p);
    assert_buf(f.part.uri, want.p);
    mq_buf_release(&want);
    fixture_release(&f);
}

int main(void)
{
    UNIT_ROWS(sniffs, sniff);
    UNIT_LAW("names of formats read back", names_read_back);
    UNIT_LAW("what cannot be opened says why", what_cannot_be_opened);
    UNIT_LAW("a damaged gzip is told", a_damaged_gzip_is_told);
    UNIT_LAW("the name of a document is its path, well-formed", the_name_of_a_document_is_its_path);
    return unit_run();
}
