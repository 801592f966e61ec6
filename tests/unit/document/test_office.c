/* test_office.c - docx and odt: paragraphs, tables, notes, and zips that mean harm. */
#include <archive.h>
#include <archive_entry.h>

#include "fixture.h"

#define W_XML "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='urn:mc' xmlns:m='urn:m'><w:body>"
#define W_END "</w:body></w:document>"
#define NS(name) " xmlns:" name "='urn:oasis:names:tc:opendocument:xmlns:" name
#define O_XML "<office:document-content" NS("office") ":1.0'" NS("text") ":1.0'" NS("table") ":1.0'" NS("drawing") ":1.0'" NS("svg") "-compatible:1.0'>" \
              "<office:body><office:text>"
#define O_END "</office:text></office:body></office:document-content>"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define RELATION(type, target) "<Relationship Id='i' Type='http://x/" type "' Target='" target "'/>"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

/* A zip of files {name, contents}…, ended by NULL. */
static const char *zip(const char *name, const char *const (*files)[2])
{
    const char *const path = unit_file(name, (mq_str)BYTES(""));
    struct archive *const a = archive_write_new();

    assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (; (*files)[0]; files++) {
        struct archive_entry *const e = archive_entry_new();

        archive_entry_set_pathname(e, (*files)[0]);
        archive_entry_set_size(e, (la_int64_t)strlen((*files)[1]));
        archive_entry_set_filetype(e, AE_IFREG);
        archive_entry_set_perm(e, 0644);
        assert_int_equal(strcmp((*files)[0],
        "mimetype") == 0 ? archive_write_zip_set_compression_store(a) : archive_write_zip_set_compression_deflate(a), ARCHIVE_OK);
        assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
        assert_int_equal(archive_write_data(a, (*files)[1], strlen((*files)[1])), strlen((*files)[1]));
        archive_entry_free(e);
    }
    assert_int_equal(archive_write_close(a), ARCHIVE_OK);
    assert_int_equal(archive_write_free(a), ARCHIVE_OK);
    return path;
}

static const char *docx(const char *body)
{
    static char xml[1 << 16];
    const char *const files[][2] = { { "[Content_Types].xml", "<x/>" }, { "word/document.xml", xml }, { NULL, NULL } };

    (void)snprintf(xml, sizeof xml, W_XML "%s" W_END, body);
    return zip("x.docx", files);
}

static const char *odt(const char *body)
{
    static char xml[1 << 16];
    const char *const files[][2] = { { "mimetype", "application/vnd.oasis.opendocument.text" }, { "content.xml", xml }, { NULL, NULL } };

    (void)snprintf(xml, sizeof xml, O_XML "%s" O_END, body);
    return zip("x.odt", files);
}

/* `places`: "line:column" of the first character of each word, parted by blanks. */
static const struct office_case {
    const char *name;
    const char *(*make)(const char *body);
    const char *body, *text, *places;
} documents[] = {
    { "docx: paragraphs are lines", docx, P("a b") P("") P("c"), "a b\nc", "1:1 1:3 3:1" },
    { "docx: runs join", docx, "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr/><w:t>b</w:t></w:r></w:p>", "ab", "1:1" },
    { "docx: space counts only where it is preserved",
      docx, "<w:p><w:r><w:t> a </w:t><w:t xml:space='preserve'> b </w:t><w:t>c\n</w:t></w:r></w:p>", "a b c", "1:1 1:3 1:5" },
    { "docx: tabs, breaks and hyphens",
      docx, "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
      "a\tb\nc\xE2\x80\x91" "d", "1:1 1:3 1:5" },
    { "docx: cells are parted by tabs",
      docx, "<w:tbl><w:tr><w:tc>" P("a") "</w:tc><w:tc>" P("b") P("c") "</w:tc></w:tr><w:tr><w:tc>" P("d") "</w:tc></w:tr></w:tbl>" P("e"),
      "a\tb\nc\nd\ne", "1:1 2:1 3:1 4:1 5:1" },
    { "docx: deleted and moved text is no text", docx,
      "<w:p><w:del><w:r><w:delText>a</w:delText></w:r></w:del><w:ins><w:r><w:t>b</w:t></w:r></w:ins>"
      "<w:moveFrom><w:r><w:t>c</w:t></w:r></w:moveFrom></w:p>", "b", "1:1" },
    { "docx: codes of fields and formulas are no text",
      docx, "<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><m:r><m:t>x</m:t></m:r><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>",
      "a", "1:1" },
    { "docx: of an alternative only one counts", docx,
      "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>a</w:t></w:r></mc:Choice>"
      "<mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>", "a", "1:1" },
    { "docx: a text box does not tear its paragraph apart",
      docx, "<w:p><w:r><w:t>a</w:t><w:txbxContent>" P("c") P("d") "</w:txbxContent><w:t>b</w:t></w:r></w:p>" P("e"), "ab\ne\nc\nd",
      "1:1 2:1 3:1 4:1" },
    { "docx: the entities of XML", docx, P("&lt;a&gt; &amp; &#x645;"), "<a> & \xD9\x85", "1:1 1:5 1:7" },
    { "odt: paragraphs and headings are lines",
      odt, "<text:h>a</text:h><text:p>b <text:span>c</text:span></text:p><text:p/><text:p>d</text:p>", "a\nb c\nd", "1:1 2:1 2:3 4:1" },
    { "odt: white space collapses", odt, "<text:p>\n  a \n<text:span> b</text:span></text:p>", "a b", "1:1 1:3" },
    { "odt: elements for white space",
      odt, "<text:p>a<text:s/><text:s text:c='2'/>b<text:tab/>c<text:line-break/>d</text:p>", "a   b\tc\nd", "1:1 1:5 1:7 1:9" },
    { "odt: cells are parted by tabs", odt,
      "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
      "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table><text:p>d</text:p>", "a\tb\nc\nd",
      "1:1 2:1 3:1 4:1" },
    { "odt: notes follow the text", odt,
      "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body> <text:p>note</text:p></text:note-body></text:note> b</text:p>"
      "<text:p>c</text:p>", "a b\nc\nnote",
      "1:1 1:3 2:1 3:1" },
    { "odt: a text box does not tear its paragraph apart",
      odt, "<text:p>a<drawing:frame><svg:title>t</svg:title><drawing:text-box><text:p>c</text:p></drawing:text-box></drawing:frame>"
      "b</text:p>", "ab\nc", "1:1 2:1" },
    { "odt: deleted text and comments are no text", odt,
      "<text:tracked-changes><text:p>a</text:p></text:tracked-changes><text:p>b<office:annotation><text:p>c</text:p></office:annotation></text:p>",
      "b", "1:1" },
    { "odt: a number of spaces is bounded", odt, "<text:p>a<text:s text:c='0'/>b</text:p>", "a b", "1:1 1:3" },
    { "odt: an empty document is empty", odt, "", "", "" },
};

static void check_document(const char *path, const struct office_case *c)
{
    mq_buf places = MQ_BUF_INIT;
    bool in_word = false;
    fixture f;

    fixture_read(&f, path, MQ_FORMAT_AUTO);
    assert_int_equal(f.rc, MQ_OK);
    assert_int_equal(f.info.format, c->make == docx ? MQ_FORMAT_DOCX : MQ_FORMAT_ODT);
    assert_str(mq_buf_str(&f.text), mq_str_of(c->text));
    for (size_t i = 0; i < f.text.n; i++) {
        const bool space = strchr(" \t\n", f.text.p[i]) != NULL;
        const mq_place at = mq_part_place(&f.part, i);

        if (!space && !in_word)
            mq_buf_addf(&places, "%s%zu:%zu", places.n ? " " : "", at.line, at.column);
        in_word = !space;
    }
    assert_str(mq_buf_str(&places), mq_str_of(c->places));
    mq_buf_release(&places);
    fixture_release(&f);
}

static void document(void **row)
{
    const struct office_case *const c = *row;

    check_document(c->make(c->body), c);
}

static void read_file(mq_buf *out, const char *path)
{
    FILE *const f = fopen(path, "rb");

    assert_non_null(f);
    assert_true(mq_buf_reserve(out, 1 << 16));
    out->n = fread(out->p, 1, 1 << 16, f);
    assert_int_equal(fclose(f), 0);
}

static void zipped(void **row)
{
    const struct office_case *const c = *row;
    mq_buf bytes = MQ_BUF_INIT;

    read_file(&bytes, c->make(c->body));
    check_document(fixture_gzip("x.gz", mq_buf_str(&bytes)), c);
    mq_buf_release(&bytes);
}

static void relations_tell_where_the_parts_are(void **state)
{
    static const char *const files[][2] = {
        { "[Content_Types].xml", "<x/>" },
        { "word/notes2.xml",
        "<w:footnotes xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:footnote w:type='separator'>" P("-") "</w:footnote><w:footnote>" P("note")
          "</w:footnote></w:footnotes>" },
        { "ends.xml", "<w:endnotes xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'><w:endnote>" P("end") "</w:endnote></w:endnotes>" },
        { "word/document2.xml", W_XML P("a") W_END },
        { "_rels/.rels", RELATIONS RELATION("thumbnail", "x.png") RELATION("officeDocument", "word/document2.xml") "</Relationships>" },
        { "word/_rels/document2.xml.rels", RELATIONS RELATION("footnotes", "notes2.xml") RELATION("endnotes", "/ends.xml") "</Relationships>" },
        { NULL, NULL },
    };
    fixture f;

    (void)state;
    fixture_read(&f, zip("x.docx", files), MQ_FORMAT_AUTO);
    assert_int_equal(f.rc, MQ_OK);
    assert_buf(f.text, "a\nnote\nend");
    assert_int_equal(mq_part_place(&f.part, 2).line, 2);
    assert_int_equal(mq_part_place(&f.part, 7).line, 3);
    fixture_release(&f);
}

static const struct bad_case {
    const char *name, *file, *xml; /* the only file of the zip; NULL: no zip */
    mq_format format;
    mq_status rc;
    const char *msg;               /* a piece of it */
} bads[] = {
    { "a docx that is no zip", NULL, "hello", MQ_FORMAT_DOCX, MQ_EFORMAT, "damaged zip" },
    { "an odt that is no zip", NULL, "", MQ_FORMAT_ODT, MQ_EFORMAT, "" },
    { "a zip without a document", "a", "b", MQ_FORMAT_DOCX, MQ_EFORMAT, "is no docx file: it has no word/document.xml" },
    { "a zip without a content", "a", "b", MQ_FORMAT_ODT, MQ_EFORMAT, "is no odt file: it has no content.xml" },
    { "some other zip", "a", "b", MQ_FORMAT_AUTO, MQ_EUNSUPPORTED, "is a binary file" },
    { "a document that is no XML", "content.xml", "hello", MQ_FORMAT_ODT, MQ_EFORMAT, "content.xml, line 1: " },
    { "a document cut off", "word/document.xml", W_XML P("a"), MQ_FORMAT_DOCX, MQ_EFORMAT, "word/document.xml, line 1: " },
    { "ill-formed UTF-8 in a document", "word/document.xml", W_XML P("\xFF") W_END, MQ_FORMAT_DOCX, MQ_EFORMAT, "damaged document" },
    { "entities are not made up",
      "content.xml", "<!DOCTYPE x [<!ENTITY a 'aaaa'>"
      "<!ENTITY b '&a;&a;'>]>" O_XML "<text:p>&b;</text:p>" O_END, MQ_FORMAT_ODT, MQ_EFORMAT, "Entity 'b' not defined" },
    { "files are not fetched",
      "content.xml", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" O_XML "<text:p>&a;</text:p>" O_END,
      MQ_FORMAT_ODT, MQ_EFORMAT, "Entity 'a' not defined" },
};

static void bad(void **row)
{
    const struct bad_case *const c = *row;
    const char *const files[][2] = { { c->file, c->xml }, { NULL, NULL } };
    fixture f;

    fixture_read(&f, c->file ? zip("x.zip", files) : unit_file("x.zip", mq_str_of(c->xml)), c->format);
    assert_int_equal(f.rc, c->rc);
    assert_int_equal(f.err.code, c->rc);
    if (!strstr(f.err.msg, c->msg))
        assert_string_equal(f.err.msg, c->msg);
    fixture_release(&f);
}

/* A zip of some hundred kilobytes that unpacks to more than the limit. */
static void a_bomb_is_stopped(void **state)
{
    const char *const path = unit_file("bomb.docx", (mq_str)BYTES(""));
    struct archive *const a = archive_write_new();
    struct archive_entry *const e = archive_entry_new();
    const size_t size = (size_t)300 << 20;
    static char blanks[1 << 20];
    fixture f;

    (void)state;
    memset(blanks, ' ', sizeof blanks);
    assert_int_equal(archive_write_set_format_zip(a), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    archive_entry_set_pathname(e, "word/document.xml");
    archive_entry_set_size(e, (la_int64_t)size);
    archive_entry_set_filetype(e, AE_IFREG);
    assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
    assert_true(archive_write_data(a, W_XML, strlen(W_XML)) > 0);
    for (size_t i = strlen(W_XML); i + sizeof blanks <= size; i += sizeof blanks)
        assert_true(archive_write_data(a, blanks, sizeof blanks) > 0);
    archive_entry_free(e);
    (void)archive_write_close(a);
    (void)archive_write_free(a);
    fixture_read(&f, path, MQ_FORMAT_DOCX);
    assert_int_equal(f.rc, MQ_ELIMIT);
    fixture_release(&f);
}

/* A good document with a byte changed or its end cut off: an error or a text, never worse. */
static void damage_is_survived(void **state)
{
    mq_buf bytes = MQ_BUF_INIT;
    uint64_t random = 1;

    (void)state;
    read_file(&bytes, docx(P("a b c") P("d")));
    for (int round = 0; round < 150; round++) {
        const size_t n = round % 3 ? bytes.n : unit_below(&random, bytes.n), at = unit_below(&random, bytes.n);
        const char before = bytes.p[at];
        fixture f;

        bytes.p[at] = (char)unit_below(&random, 256);
        fixture_read(&f, unit_file("y.docx", (mq_str){ bytes.p, n }), MQ_FORMAT_DOCX);
        assert_true(f.rc == MQ_OK || f.rc == MQ_EFORMAT);
        fixture_release(&f);
        bytes.p[at] = before;
    }
    mq_buf_release(&bytes);
}

int main(void)
{
    UNIT_ROWS(documents, document);
    UNIT_ROWS(documents, zipped);
    UNIT_ROWS(bads, bad);
    UNIT_LAW("docx: relationships tell where the parts are", relations_tell_where_the_parts_are);
    UNIT_LAW("a bomb is stopped", a_bomb_is_stopped);
    UNIT_LAW("damage is survived", damage_is_survived);
    return unit_run();
}
