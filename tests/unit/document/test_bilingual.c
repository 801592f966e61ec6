/* test_bilingual.c - TMX, XLIFF and PO as drafts: which side is the text, what it renders, and where it stands. */
#include <time.h>

#include "fixture.h"

/* pairs: "words of the text=language:source" for each segment, parted by ;. The letters do not matter to the readers, so Latin ones stand for Arabic. */
static const struct draft_case {
    const char *name;
    mq_format format;
    const char *source, *text, *pairs;
} drafts[] = {
    { "TMX: the Arabic side is the text, whatever comes first", MQ_FORMAT_TMX,
      "<tmx><body><tu><tuv xml:lang=\"fr-FR\"><seg>un</seg></tuv><tuv xml:lang=\"ar\"><seg>a b</seg></tuv></tu>\n"
      "<tu><tuv lang='AR-MA'><seg>c</seg></tuv><tuv lang='en'><seg>d</seg></tuv></tu></body></tmx>",
      "a b\nc", "a b=fr:un;c=en:d" },
    { "TMX: each other language is a segment", MQ_FORMAT_TMX,
      "<tmx><tu><tuv lang='fr'><seg>x</seg></tuv><tuv lang='ar'><seg>a</seg></tuv><tuv lang='en'><seg>y</seg></tuv></tu></tmx>", "a", "a=fr:x;a=en:y" },
    { "TMX: codes are no text, what is sub in them is", MQ_FORMAT_TMX,
      "<tmx><tu><tuv lang='ar'><seg>a<bpt i='1'>&lt;b&gt;</bpt>b<ept i='1'>&lt;/b&gt;</ept> <hi>c</hi><ph>x<sub>d</sub>y</ph></seg></tuv></tu></tmx>",
      "ab cd", "" },
    { "TMX: notes and properties are no text", MQ_FORMAT_TMX,
      "<tmx><header><prop>p</prop></header><tu><note>n</note><prop type='x'>q</prop><tuv lang='ar'><prop>r</prop><seg>a</seg></tuv></tu></tmx>", "a", "" },
    { "TMX: a DTD with entities is passed over", MQ_FORMAT_TMX,
      "<!DOCTYPE tmx [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;\">]><tmx><tu><tuv lang='ar'><seg>a &m; &amp; b</seg></tuv></tu></tmx>", "a &m; & b", "" },
    { "XLIFF 1.2: the target is the text, notes and proposals are not", MQ_FORMAT_XLIFF,
      "<xliff version='1.2'><file source-language='fr' target-language='ar'><header><note>h</note></header><body><trans-unit id='1'><source>un</source>"
      "<seg-source><mrk>un</mrk></seg-source><target>a</target><note>n</note><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit></body>"
      "</file></xliff>",
      "a", "a=fr:un" },
    { "XLIFF 1.2: codes", MQ_FORMAT_XLIFF,
      "<xliff><trans-unit><source>s<x id='1'/>t</source><target>a<g id='1'>b</g> <bpt>x</bpt>c<ept>y</ept><ph>z</ph><mrk mtype='seg'>d</mrk></target>"
      "</trans-unit></xliff>",
      "ab cd", "ab cd=und:st" },
    { "XLIFF 1.2: what is not to be translated is left out", MQ_FORMAT_XLIFF,
      "<xliff><group translate='no'><trans-unit><source>s</source><target>a</target></trans-unit></group><trans-unit translate='no'><target>b</target>"
      "</trans-unit><trans-unit><target>c</target></trans-unit></xliff>",
      "c", "" },
    { "XLIFF 1.2: an Arabic source is what is checked", MQ_FORMAT_XLIFF,
      "<xliff><file source-language='ar' target-language='fr'><trans-unit><source>a</source><target>un</target></trans-unit></file></xliff>", "a", "a=fr:un" },
    { "XLIFF 2: segments of units, data and matches left out", MQ_FORMAT_XLIFF,
      "<xliff srcLang='en' trgLang='ar' version='2.0'><file><unit id='1'><originalData><data id='d'>x</data></originalData>"
      "<mtc:matches><mtc:match><source>p</source><target>q</target></mtc:match></mtc:matches>"
      "<segment><source>s <pc id='1'>t</pc></source><target>a <pc id='1'>b</pc><ph id='2'/><cp hex='0041'/></target></segment>\n"
      "<ignorable><source> </source></ignorable><segment><source>u</source><target>c</target></segment></unit></file></xliff>",
      "a bA\nc", "a bA=en:s t;c=en:u" },
    { "an empty target renders nothing", MQ_FORMAT_XLIFF, "<xliff><trans-unit><source>s</source><target/></trans-unit></xliff>", "", "" },
    { "CDATA is text without entities", MQ_FORMAT_XLIFF,
      "<xliff><trans-unit><source><![CDATA[s & t]]></source><target><![CDATA[]]><![CDATA[a &amp; <b>]]></target></trans-unit></xliff>",
      "a &amp; <b>", "a &amp; <b>=und:s & t" },
    { "entities become characters on both sides", MQ_FORMAT_XLIFF,
      "<xliff><trans-unit><source>&eacute;&#233;</source><target>&quot;a&quot;</target></trans-unit></xliff>", "\"a\"", "\"a\"=und:\xC3\xA9\xC3\xA9" },
    { "line breaks are layout, spaces are not", MQ_FORMAT_XLIFF,
      "<xliff><trans-unit><target>\n    a  b\n    c   </target></trans-unit></xliff>", "a  b c", "" },
    { "PO: the header tells the languages, msgstr is the text", MQ_FORMAT_PO,
      "# note\nmsgid \"\"\nmsgstr \"\"\n\"Language: ar\\n\"\n\"X-Source-Language: fr\\n\"\n\n#: x.c:1\nmsgctxt \"c\"\nmsgid \"un\"\nmsgstr \"a b\"\n", "a b",
      "a b=fr:un" },
    { "PO: strings go on over lines, escapes are characters", MQ_FORMAT_PO,
      "msgid \"\"\n\"un \"\n\"deux\\n\"\nmsgstr \"\"\n\"a \"\n\"b\\n\"\n\"\\\"c\\\"\"\n", "a b\n\"c\"", "a b\n\"c\"=und:un deux\n" },
    { "PO: a backslash before an Arabic letter", MQ_FORMAT_PO, "msgid \"x\"\nmsgstr \"\\\xD9\x85\\q\"\n", "\xD9\x85q", "\xD9\x85q=und:x" },
    { "PO: plurals render the plural", MQ_FORMAT_PO,
      "msgid \"file\"\nmsgid_plural \"files\"\nmsgstr[0] \"a\"\nmsgstr[1] \"b\"\nmsgstr[2] \"c\"\n", "a\nb\nc", "a=und:file;b=und:files;c=und:files" },
    { "PO: obsolete entries are none", MQ_FORMAT_PO, "msgid \"x\"\nmsgstr \"a\"\n#~ msgid \"y\"\n#~ msgstr \"b\"\n", "a", "a=und:x" },
    { "PO: a string without an end ends with its line", MQ_FORMAT_PO, "msgid \"x\nmsgstr \"a\\", "a", "a=und:x" },
};

static void add_pairs(mq_buf *out, const mq_part *part)
{
    for (size_t i = 0; i < part->nsegments; i++) {
        const mq_draft_segment *const s = &part->segment[i];

        mq_buf_addz(out, i ? ";" : "");
        mq_buf_add(out, part->text.p + s->start, s->end - s->start);
        mq_buf_addf(out, "=%s:", mq_lang_name(s->lang));
        mq_buf_add(out, part->sources.p + s->source, s->source_end - s->source);
    }
}

static void draft(void **row)
{
    const struct draft_case *const c = *row;
    const mq_str source = mq_str_of(c->source);
    mq_buf pairs = MQ_BUF_INIT;
    fixture f;

    fixture_read(&f, unit_file("draft", source), c->format);
    assert_int_equal(f.rc, MQ_OK);
    assert_int_equal(f.parts, 1);
    assert_str(mq_buf_str(&f.text), mq_str_of(c->text));
    add_pairs(&pairs, &f.part);
    assert_str(mq_buf_str(&pairs), mq_str_of(c->pairs));
    mq_buf_release(&pairs);
    fixture_release(&f);
}

static void words_lead_back(void **state)
{
    static const char source[] = "<xliff><trans-unit>\n<target>a &lt; <g>b</g>\n  c</target></trans-unit></xliff>";
    static const struct {
        char c;
        size_t line, column;
    } want[] = { { 'a', 2, 9 }, { '<', 2, 11 }, { 'b', 2, 19 }, { 'c', 3, 3 } };
    fixture f;

    (void)state;
    fixture_read(&f, unit_file("draft", (mq_str)BYTES(source)), MQ_FORMAT_XLIFF);
    for (size_t i = 0; i < UNIT_COUNT(want); i++) {
        const char *const at = memchr(f.part.text.p, want[i].c, f.part.text.n);
        mq_place place;

        assert_non_null(at);
        place = mq_part_place(&f.part, (size_t)(at - f.part.text.p));
        assert_int_equal(place.line, want[i].line);
        assert_int_equal(place.column, want[i].column);
    }
    fixture_release(&f);
}

static const struct damaged_case {
    const char *name, *source;
} damaged[] = {
    { "a file that ends inside a segment", "<xliff><trans-unit><target>a" },
    { "an end tag too many", "<xliff></xliff></xliff>" },
};

static void is_told(void **row)
{
    const struct damaged_case *const c = *row;
    fixture f;

    fixture_read(&f, unit_file("draft", mq_str_of(c->source)), MQ_FORMAT_XLIFF);
    assert_int_equal(f.rc, MQ_EFORMAT);
    fixture_release(&f);
}

static const struct hostile_case {
    const char *name;
    mq_format format;
    const char *head, *bit;
} hostiles[] = {
    { "sources without end", MQ_FORMAT_XLIFF, "", "<source>a" },
    { "targets in targets", MQ_FORMAT_XLIFF, "<trans-unit>", "<target>a" },
    { "codes in codes", MQ_FORMAT_XLIFF, "<trans-unit><target>", "<ph>a" },
    { "CDATA without end", MQ_FORMAT_XLIFF, "<trans-unit><target>", "<![CDATA[" },
    { "sides without number", MQ_FORMAT_TMX, "<tu>", "<tuv lang='fr'><seg>a</seg></tuv>" },
    { "many segments for one source", MQ_FORMAT_PO, "msgid \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\n", "msgstr \"b\"\n" },
    { "an entry with nothing in it", MQ_FORMAT_PO, "", "msgid \"\"\nmsgstr \"\"\n\"\"\n" },
    { "a header without end", MQ_FORMAT_PO, "msgid \"\"\n\"\"\n", "msgstr \"\"\n" },
};

/* A megabyte of the same takes a moment, and what it holds is not multiplied. */
static void hostile(void **row)
{
    const struct hostile_case *const c = *row;
    const clock_t start = clock();
    mq_buf source = MQ_BUF_INIT;
    fixture f;

    mq_buf_addz(&source, c->head);
    while (source.n < 1 << 20)
        mq_buf_addz(&source, c->bit);
    fixture_read(&f, unit_file("draft", mq_buf_str(&source)), c->format);
    assert_true(f.rc == MQ_OK || f.rc == MQ_EFORMAT);
    assert_true(f.part.sources.n <= source.n);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    fixture_release(&f);
    mq_buf_release(&source);
}

int main(void)
{
    UNIT_ROWS(drafts, draft);
    UNIT_ROWS(damaged, is_told);
    UNIT_ROWS(hostiles, hostile);
    UNIT_LAW("words of a target lead back to their line and column", words_lead_back);
    return unit_run();
}
