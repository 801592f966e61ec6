/* test_md.c - Markdown: what is text and where it stands. */
#include <time.h>

#include "fixture.h"

static const struct md_case {
    const char *name, *source, *text;
} texts[] = {
    { "marks of emphasis are no text", "a *b* __c__ ~~d~~", "a b c d" },
    { "headings and paragraphs are lines", "# a\n\nb\n\nc\n=\n", "a\nb\nc" },
    { "a line end in a paragraph is a space", "a\nb  c\r\nd", "a b c d" },
    { "a hard line break is a line break", "a  \nb\\\nc", "a\nb\nc" },
    { "items are lines", "- a\n- b\n  - c\n\n1. d", "a\nb\nc\nd" },
    { "quotes lose their marks", "> a\n> b\n", "a b" },
    { "cells are parted by tabs, rows by line breaks", "|a|b|\n|---|---|\n|c|d|\n\ne", "a\tb\nc\td\ne" },
    { "links and pictures give their words", "[a](http://x.y \"t\") ![b](c.png) [d][e]\n\n[e]: http://f.g", "a b d" },
    { "an address written out stays", "<https://a.b/c> http://d.e", "https://a.b/c http://d.e" },
    { "code in a line stays between backticks", "a `b*c*` d ``e`f`` g", "a `b*c*` d `e`f` g" },
    { "blocks of code are no text", "a\n\n```c\nint b;\n```\n\n    c\n\nd", "a\nd" },
    { "escapes lose the backslash", "\\*a\\* \\[b\\]", "*a* [b]" },
    { "entities become characters", "&eacute; &amp; &nosuch; &#x645;", "\xC3\xA9 & &nosuch; \xD9\x85" },
    { "a block of HTML gives its text", "<div align=center>\na <b>b</b>\n<script>c</script>\n</div>\n\nd", "a b\nd" },
    { "HTML over many lines is one piece", "<table>\n<tr><td>a</td>\n<td\n>b</td></tr>\n</table>", "a\tb" },
    { "HTML in a quote loses the marks of the quote", "> <div>\n> a\n> </div>", "a" },
    { "HTML in a line is left out, its text stays", "a<br>b <i>c</i><!-- d -->e", "a\nb ce" },
    { "YAML in front is no text", "---\ntitle: a\n---\n\nb", "b" },
    { "a rule in front is no YAML", "---\n\na\n\nb", "a\nb" },
    { "white space at the ends of code goes", "a ` b ` c", "a `b` c" },
    { "code may end with its line", "a `b\n` c", "a `b ` c" },
    { "code may be lines of its own, and has one backtick at its end", "a `\nb\n` c", "a `b ` c" },
    { "an empty text is empty", "", "" },
    { "Arabic with terms",
      u8"## \u0645\u0631\u0643\u0632 **SOC**\n\n- \u0633\u062D\u0627\u0628\u0629 (_cloud_)",
      u8"\u0645\u0631\u0643\u0632 SOC\n\u0633\u062D\u0627\u0628\u0629 (cloud)" },
};

static void text(void **row)
{
    const struct md_case *const c = *row;
    const mq_str source = mq_str_of(c->source);
    fixture f;

    fixture_read(&f, unit_file("page.md", source), MQ_FORMAT_MD);
    assert_int_equal(f.rc, MQ_OK);
    assert_int_equal(f.parts, 1);
    assert_str(mq_buf_str(&f.text), mq_str_of(c->text));
    assert_places(&f.part, source);
    fixture_release(&f);
}

static void nul_is_replaced(void **state)
{
    fixture f;

    (void)state;
    fixture_read(&f, unit_file("page.md", (mq_str)BYTES("a\0b")), MQ_FORMAT_MD);
    assert_buf(f.text, u8"a\uFFFDb");
    fixture_release(&f);
}

/* Random bits of mark-up: whatever comes out leads back. */
static void any_text_leads_back(void **state)
{
    static const char *const bits[] = {
        "# ", "\n", "\n\n", "- ", "1. ", "> ", "`", "``", "*", "**", "_", "[a](b)", "![", "](", ")", "[", "]", "<b>", "<div>\n", "</div>", "|",
        "\n|---|---|\n", "\\", "&amp;", "&eacute;",
        "    ", "\t", "```\n", "word ", u8"\u0645\u0631\u0643\u0632", "<https://x.y>", "~~", "  \n", "\r\n", "---\n", "a", "<!-- ", " -->", "\n[e]: f\n",
    };
    uint64_t random = 5;

    (void)state;
    for (int round = 0; round < 300; round++) {
        mq_buf source = MQ_BUF_INIT;
        fixture f;

        for (size_t i = unit_below(&random, 60); i > 0; i--)
            mq_buf_addz(&source, bits[unit_below(&random, UNIT_COUNT(bits))]);
        fixture_read(&f, unit_file("page.md", mq_buf_str(&source)), MQ_FORMAT_MD);
        assert_int_equal(f.rc, MQ_OK);
        assert_places(&f.part, mq_buf_str(&source));
        fixture_release(&f);
        mq_buf_release(&source);
    }
}

static const struct hostile_case {
    const char *name, *bit;
} hostiles[] = {
    { "brackets in many lines", "[a]: b\n[a]\n" },
    { "brackets without end", "[" },
    { "links without end", "[a](<b" },
    { "pictures without end", "![a](" },
    { "emphasis without end", "**a " },
    { "emphasis of two kinds", "*a_b*_" },
    { "backticks without end", "`a``" },
    { "quotes in quotes", "> " },
    { "lists in lists", "- " },
    { "tables without rows", "|a" },
    { "HTML without end", "<div>a\n\n" },
    { "comments without end", "<!-- a\n\n" },
    { "references without end", "[a]: b\n[a]\n" },
    { "escapes", "\\" },
    { "entities without end", "&a" },
};

/* A megabyte of the same takes a moment, not minutes: nothing grows with the square. */
static void hostile(void **row)
{
    const struct hostile_case *const c = *row;
    const clock_t start = clock();
    mq_buf source = MQ_BUF_INIT;
    fixture f;

    while (source.n < 1 << 20)
        mq_buf_addz(&source, c->bit);
    fixture_read(&f, unit_file("page.md", mq_buf_str(&source)), MQ_FORMAT_MD);
    assert_int_equal(f.rc, MQ_OK);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    fixture_release(&f);
    mq_buf_release(&source);
}

int main(void)
{
    UNIT_ROWS(texts, text);
    UNIT_ROWS(hostiles, hostile);
    UNIT_LAW("a NUL is replaced, as CommonMark wants", nul_is_replaced);
    UNIT_LAW("each code point of any text leads back to its source", any_text_leads_back);
    return unit_run();
}
