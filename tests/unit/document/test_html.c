/* test_html.c - web pages: what is text, where it stands, in which encoding. */
#include <time.h>

#include "fixture.h"

static const struct html_case {
    const char *name, *source, *text;
} pages[] = {
    { "tags are no text", "<p>a <b>b</b>c</p>", "a bc" },
    { "text without any tag", "just text", "just text" },
    { "blocks are lines", "<div>a</div><p>b<p>c<h2>d</h2>e", "a\nb\nc\nd\ne" },
    { "white space collapses", "<p>  a \n\t b  </p>\n\n<p> c</p>", "a b\nc" },
    { "a line end of the source is a space", "<p>a\nb\r\nc</p>", "a b c" },
    { "space around tags is one space", "<p>a <i> b </i> c</p>", "a b c" },
    { "br and hr break lines", "a<br>b<br/><br />c<hr>d", "a\nb\nc\nd" },
    { "pre keeps its white space", "<pre>a  b\n c</pre>", "a  b\n c" },
    { "cells are parted by tabs, rows by line breaks", "<table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table>e", "a\tb\nc\td\ne" },
    { "paragraphs in cells do not part them", "<table><tr><td><p>a</p></td>\n<td><p>b</p></td></tr></table>", "a\tb" },
    { "a table in a cell keeps its own rows", "<table><tr><td>a<table><tr><td>b<td>c</table><td>d</table>", "a\nb\tc\nd" },
    { "items and terms without end tags", "<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>", "a\nb\nc\nd" },
    { "a nested list belongs to its item", "<ul><li>a<ul><li>b</ul><li>c</ul>", "a\nb\nc" },
    { "entities by name and number", "&lt;a&gt; &amp; &eacute;&#233;&#xE9; &laquo;&raquo;", "<a> & \xC3\xA9\xC3\xA9\xC3\xA9 \xC2\xAB\xC2\xBB" },
    { "a no-break space is no white space to collapse", "a&nbsp;&nbsp;b", "a\xC2\xA0\xC2\xA0" "b" },
    { "an unknown entity is text", "R&D AT&T; &nosuch; a&b", "R&D AT&T; &nosuch; a&b" },
    { "names of Latin-1 need no semicolon", "caf&eacute cr&egrave;me &hellip", "caf\xC3\xA9 cr\xC3\xA8me &hellip" },
    { "numbers 128 to 159 mean windows-1252", "&#146;&#x80;", "\xE2\x80\x99\xE2\x82\xAC" },
    { "numbers that are no code point are U+FFFD", "&#0;&#xD800;&#99999999999;", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" },
    { "an entity that is white space stays", "a&#10;b&#32;&#32;c", "a\nb  c" },
    { "comments, doctype and instructions are no text", "<!DOCTYPE html><!-- a > b -->c<?php x ?>d<!-->e<!--->f", "cdef" },
    { "a lone < is text", "1 < 2 <3 <", "1 < 2 <3 <" },
    { "> in a quoted attribute ends no tag", "<p title=\"a>b\" class='c>d'>e</p>", "e" },
    { "scripts and styles are no text", "<script>if (a<b) '</p>'</script>c<style>p{}</style><STYLE>x</STYLE >d", "cd" },
    { "a script may hold the name of its end tag", "<script>'</scripting>'</script>a", "a" },
    { "forms are no text", "a<select><option>b</select><button>c</button><textarea><p>d</textarea>e", "ae" },
    { "the title is text without a headline", "<head><title>a &amp; b</title></head><body>c</body>", "a & b\nc" },
    { "the title is no text beside a headline", "<head><title>a</title></head><body><h1>b</h1>c</body>", "b\nc" },
    { "menus are no text", "<nav><a href=x>a</a></nav><div role=navigation>b</div><ul class=\"main-menu\"><li>c</ul><p>ddddddddd</p>", "ddddddddd" },
    { "footers and asides are no text", "<p>a</p><aside>b</aside><footer>c<p>d</footer>e", "a\ne" },
    { "share counters are no text",
      "<p>a long paragraph of text</p><div class='shareCount'>12</div><span id=social_likes>3</span>", "a long paragraph of text" },
    { "hidden elements are no text",
      "<p>long enough</p><div hidden>a</div><p style='color: red; DISPLAY : none'>b</p><i aria-hidden=true>c</i><span aria-hidden=true>d</span>",
      "long enough\nc" },
    { "a suspect that holds most of the text is the page",
      "<div class=sidebar><p>the whole text of the page</p></div><p>x</p>", "the whole text of the page\nx" },
    { "a name of the layout is no name of furniture", "<div class='has-sidebar no-nav'>a</div><p>bbb</p>", "a\nbbb" },
    { "a name of the text outweighs one of furniture", "<div class='post-content share'>a</div><p>bbb</p>", "a\nbbb" },
    { "a list of links is no text", "<ul><li><a href=a>aaa</a><li><a href=b>bbb</a></ul><p>some text here</p>", "some text here" },
    { "many links in a block make a list of links", "<div><a href=a>aaa</a> | <a href=b>bbb</a> | <a href=c>ccc</a></div><p>some text</p>", "some text" },
    { "links in prose are text",
      "<p>this is <a href=a>aaa</a> and that is <a href=b>bbb</a> or <a href=c>ccc</a>.</p>", "this is aaa and that is bbb or ccc." },
    { "a headline that is a link is text", "<h2><a href=x>headline</a></h2><p>text</p>", "headline\ntext" },
    { "a page of links only is text after all", "<ul><li><a href=a>aaa</a><li><a href=b>bbb</a></ul>", "aaa\nbbb" },
    { "anchors are no links", "<ul><li><a name=a>aaa</a><li><a name=b>bbb</a></ul>", "aaa\nbbb" },
    { "a link left open does not spoil what follows", "<p><a href=x>a</p><div>some longer text</div><p>b<a href=y>c</a></p>", "a\nsome longer text\nbc" },
    { "the number of a note is no text", "<p>term<sup class='reference'><a href=#n>[1]</a></sup> (x)</p>", "term (x)" },
    { "a stray end tag closes nothing", "<nav>a</b></span></td></nav>b</div></p>c", "bc" },
    { "an end tag in a cell does not close the table", "<table><tr><td>a</div></p></ul></td><td>b</table>", "a\tb" },
    { "an inline end tag closes no block", "<span><div>a</span>b</div>c", "ab\nc" },
    { "an end tag in a menu closes it when its block is outside", "<div><nav>a</div>b", "b" },
    { "tags and attributes in capitals", "<NAV>a</NAV><DIV CLASS=MENU>b</DIV><P>ccccc", "ccccc" },
    { "an unknown element is looked through", "<my-app><my-share class=share>a</my-share>bbb</my-app>", "bbb" },
    { "an unknown element ends by its name in any case", "<X-a class=share>a</x-A>bbb", "bbb" },
    { "svg and math are no text", "a<svg><title>b</title><text>c</text></svg><math>d</math>e", "ae" },
    { "XHTML closes empty elements", "<?xml version='1.0'?><html><body><script src='x'/><a name='y'/>a<div/>b</body></html>", "a\nb" },
    { "a tag cut off by the end is no text", "a<p class=\"", "a" },
    { "a comment without end hides the rest", "a<!-- b", "a" },
    { "an empty page is empty", "<html><body></body></html>", "" },
};

static void page(void **row)
{
    const struct html_case *const c = *row;
    const mq_str source = mq_str_of(c->source);
    fixture f;

    fixture_read(&f, unit_file("page.html", source), MQ_FORMAT_HTML);
    assert_int_equal(f.rc, MQ_OK);
    assert_int_equal(f.parts, 1);
    assert_str(mq_buf_str(&f.text), mq_str_of(c->text));
    assert_places(&f.part, source);
    fixture_release(&f);
}

static const struct charset_case {
    const char *name;
    mq_str bytes;
    const char *text, *encoding;
    bool guessed;
} charsets[] = {
    { "UTF-8 needs no declaration", BYTES("<p>\xD9\x85"), u8"\u0645", "UTF-8", false },
    { "a page may declare windows-1256", BYTES("<meta charset=windows-1256><p>\xE3 abc \xE9"), u8"\u0645 abc \u00E9", "windows-1256", false },
    { "a page may declare it the old way",
      BYTES("<META http-equiv=Content-Type content=\"text/html; charset=iso-8859-6\"><p>\xE5"), u8"\u0645", "ISO-8859-6", false },
    { "an alias is known", BYTES("<meta charset='cp1256'>\xE3"), u8"\u0645", "windows-1256", false },
    { "Latin-1 means windows-1252", BYTES("<meta charset=iso-8859-1>\x9C"), u8"\u0153", "windows-1252", false },
    { "XHTML may declare in its first line", BYTES("<?xml version=\"1.0\" encoding=\"windows-1256\"?><p>\xE3</p>"), u8"\u0645", "windows-1256", false },
    { "a wrong declaration does not spoil UTF-8", BYTES("<meta charset=windows-1256><p>\xD9\x85"), u8"\u0645", "UTF-8", false },
    { "a declaration of nothing known is no declaration", BYTES("<meta charset=klingon>d\xE9j\xE0 vu"), u8"d\u00E9j\u00E0 vu", "windows-1252", true },
    { "an encoding that is no superset of ASCII is not believed", BYTES("<meta charset=utf-7>+AGE-\xFF"), u8"+AGE-\uFFFD", "UTF-8", false },
    { "a BOM beats a declaration", BYTES("\xEF\xBB\xBF<meta charset=windows-1256>\xD9\x85\xFF"), u8"\u0645\uFFFD", "UTF-8", false },
    { "UTF-16 with a BOM", BYTES("\xFF\xFE<\0p\0>\0\x45\x06"), u8"\u0645", "UTF-16LE", false },
    { "without any hint the words tell",
      BYTES("<p>\xC7\xE1\xE3\xDB\xD1\xC8 \xC7\xE1\xDA\xD1\xC8\xED"), u8"\u0627\u0644\u0645\u063A\u0631\u0628 \u0627\u0644\u0639\u0631\u0628\u064A",
      "windows-1256", true },
};

static void charset(void **row)
{
    const struct charset_case *const c = *row;
    fixture f;

    fixture_read(&f, unit_file("page.html", c->bytes), MQ_FORMAT_HTML);
    assert_int_equal(f.rc, MQ_OK);
    assert_str(mq_buf_str(&f.text), mq_str_of(c->text));
    assert_string_equal(f.encoding, c->encoding);
    assert_int_equal(f.info.encoding_guessed, c->guessed);
    fixture_release(&f);
}

static void places_lead_back(void **state)
{
    static const char source[] = "<p>ab\n c&eacute;d<b>e</b>\n<p>f  g\r\nh";
    static const struct { char c; size_t line, column; } want[] = {
        { 'a', 1, 4 }, { 'b', 1, 5 }, { ' ', 1, 6 }, { 'c', 2, 2 }, { 'd', 2, 11 }, { 'e', 2, 15 }, { 'f', 3, 4 }, { 'g', 3, 7 }, { 'h', 4, 1 },
    };
    fixture f;
    const char *p;

    (void)state;
    fixture_read(&f, unit_file("page.html", mq_str_of(source)), MQ_FORMAT_AUTO);
    p = f.part.text.p;
    for (size_t i = 0; i < UNIT_COUNT(want); i++) {
        p = strchr(p, want[i].c);
        assert_non_null(p);
        assert_int_equal(mq_part_place(&f.part, (size_t)(p - f.part.text.p)).line, want[i].line);
        assert_int_equal(mq_part_place(&f.part, (size_t)(p - f.part.text.p)).column, want[i].column);
    }
    assert_int_equal(mq_part_place(&f.part, f.part.text.n).column, 2);
    fixture_release(&f);
}

/* A term that ends with an entity ends behind the entity. */
static void the_end_of_an_entity_is_behind_it(void **state)
{
    static const char *const sources[] = { "<p>caf&eacute;", "<p>caf&eacute;<p>x", "<p>caf&eacute; x" };

    (void)state;
    for (size_t i = 0; i < UNIT_COUNT(sources); i++) {
        fixture f;

        fixture_read(&f, unit_file("page.html", mq_str_of(sources[i])), MQ_FORMAT_AUTO);
        assert_int_equal(mq_part_place(&f.part, strlen("caf\xC3\xA9")).column, 15);
        fixture_release(&f);
    }
}

/* Random bits of mark-up: whatever comes out leads back. */
static void any_page_leads_back(void **state)
{
    static const char *const bits[] = {
        "<p>", "</p>", "<div class=x>", "</div>", "<a href=y>", "</a>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ul>", "<li>", "</ul>",
        "<nav>", "</nav>",
        "<pre>", "</pre>", "<br>", "&amp;", "&nbsp;", "&#x645;", "&", "<", ">", " ", "\n", "  \n ", "\r\n", "\t", "word ",
        u8"\u0645\u0631\u0643\u0632", "x", "<!-- c -->",
        "<script>a</script>", "<b>", "</b>", "<span>", "</span>", "<title>", "</title>", "\xFF", "<x-y>", "</x-y>",
    };
    uint64_t random = 3;

    (void)state;
    for (int round = 0; round < 150; round++) {
        mq_buf source = MQ_BUF_INIT, repaired = MQ_BUF_INIT;
        fixture f;

        for (size_t i = unit_below(&random, 200); i > 0; i--)
            mq_buf_addz(&source, bits[unit_below(&random, UNIT_COUNT(bits))]);
        (void)mq_utf8_repair(&repaired, mq_buf_str(&source), NULL);
        fixture_read(&f, unit_file("page.html", mq_buf_str(&source)), MQ_FORMAT_HTML);
        if (strcmp(f.encoding, "UTF-8") == 0)
            assert_places(&f.part, mq_buf_str(&repaired));
        fixture_release(&f);
        mq_buf_release(&source);
        mq_buf_release(&repaired);
    }
}

static const struct hostile_case {
    const char *name, *bit;
} hostiles[] = {
    { "open elements without end", "<div>" },
    { "inline elements without end", "<span>" },
    { "end tags without start", "</div>" },
    { "paragraphs without end", "<p>a" },
    { "tables in tables", "<table><tr><td>" },
    { "links in links", "<a href=x>a" },
    { "brackets that open nothing", "<" },
    { "end tags of nothing", "</" },
    { "comments without end", "<!--" },
    { "comments that seem to end", "<!-- >" },
    { "scripts without end", "<script><" },
    { "titles without end", "<title></titl" },
    { "quotes without end", "<a b='" },
    { "attributes without end", "<a b " },
    { "entities without end", "&amp" },
    { "unknown entities", "&nosuchname;" },
    { "numbers without end", "&#11111111111111111111" },
    { "unknown elements", "<x-y></x-z>" },
};

/* Half a megabyte of the same takes a moment, not minutes: nothing grows with the square. */
static void hostile(void **row)
{
    const struct hostile_case *const c = *row;
    const clock_t start = clock();
    mq_buf source = MQ_BUF_INIT;
    fixture f;

    while (source.n < 1 << 19)
        mq_buf_addz(&source, c->bit);
    fixture_read(&f, unit_file("page.html", mq_buf_str(&source)), MQ_FORMAT_HTML);
    assert_int_equal(f.rc, MQ_OK);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    fixture_release(&f);
    mq_buf_release(&source);
}

int main(void)
{
    UNIT_ROWS(pages, page);
    UNIT_ROWS(charsets, charset);
    UNIT_ROWS(hostiles, hostile);
    UNIT_LAW("places are lines and columns of the source", places_lead_back);
    UNIT_LAW("the end of an entity is behind it", the_end_of_an_entity_is_behind_it);
    UNIT_LAW("each code point of any page leads back to its source", any_page_leads_back);
    return unit_run();
}
