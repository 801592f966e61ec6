/* test_tmx_read.c - TMX as other tools write it: each row of FORMATS that speaks of reading TMX, and of what is no TMX. */
#include <string.h>

#include "exchange/listing.h"

#define TMX(body) "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header srclang=\"en\"/><body>" body "</body></tmx>"
#define TU(ar, fr) "<tu><tuv xml:lang=\"ar\">" ar "</tuv><tuv xml:lang=\"fr\">" fr "</tuv></tu>"

static const listing_case units[] = {
    { "a unit is an entry with its languages", TMX(TU("<seg>شبكة</seg>", "<seg>réseau</seg>")), "ar:شبكة | fr:réseau\n", { 0 } },
    { "codes come in any case, with region or script, with hyphen or underscore",
      TMX("<tu><tuv xml:lang='AR-ma'><seg>شبكة</seg></tuv><tuv xml:lang='fr_FR'><seg>réseau</seg></tuv><tuv xml:lang='ENG'><seg>network</seg></tuv></tu>"),
      "ar:شبكة | fr:réseau | en:network\n", { 0 } },
    { "lang without xml: is TMX 1.1", TMX("<tu><tuv lang='AR'><seg>شبكة</seg></tuv><tuv lang='FR'><seg>réseau</seg></tuv></tu>"),
      "ar:شبكة | fr:réseau\n", { 0 } },
    { "xml:lang wins over lang", TMX("<tu><tuv lang='DE' xml:lang='fr'><seg>réseau</seg></tuv></tu>"), "fr:réseau\n", { 0 } },
    { "five languages in one unit",
      TMX("<tu srclang='*all*'><tuv xml:lang='ar'><seg>شبكة</seg></tuv><tuv xml:lang='de'><seg>Netz</seg></tuv><tuv xml:lang='fr'><seg>réseau</seg></tuv>"
          "<tuv xml:lang='es'><seg>red</seg></tuv><tuv xml:lang='en'><seg>network</seg></tuv></tu>"),
      "ar:شبكة | other:Netz | fr:réseau | other:red | en:network\n", { 0 } },
    { "codes of level 2 drop out, their text between stays",
      TMX(TU("<seg>اضغط <bpt i='1'>&lt;b></bpt>هنا<ept i='1'>&lt;/b></ept></seg>", "<seg>Cliquez <ph/><hi type='x'>ici</hi><it pos='begin'>&lt;i></it></seg>")),
      "- formatting codes in a seg, dropped 1:91 «اضغط هنا»\n- formatting codes in a seg, dropped 1:182 «Cliquez ici»\nar:اضغط هنا | fr:Cliquez ici\n", { 0 } },
    { "text of sub stays, apart from the text around it",
      TMX("<tu><tuv xml:lang='fr'><seg>clic<ph>&lt;img alt='<sub>une <bpt i='1'>b</bpt>image</sub>'></ph>ici</seg></tuv></tu>"),
      "- formatting codes in a seg, dropped 1:91 «clic une image ici»\nfr:clic une image ici\n", { 0 } },
    { "a foreign element in a seg is looked through", TMX("<tu><tuv xml:lang='fr'><seg>le <x:b xmlns:x='u'>grand</x:b> réseau</seg></tuv></tu>"),
      "fr:le grand réseau\n", { 0 } },
    { "a seg on several lines is one line", TMX("<tu><tuv xml:lang='fr'><seg>\n   le\n   réseau\t\n</seg></tuv></tu>"), "fr:le réseau\n", { 0 } },
    { "CDATA is text", TMX("<tu><tuv xml:lang='fr'><seg><![CDATA[R&D <x>]]></seg></tuv></tu>"), "fr:R&D <x>\n", { 0 } },
    { "the names of HTML are known", TMX("<tu><tuv xml:lang='fr'><seg>&eacute;t&eacute;&nbsp;: l&rsquo;eau &amp; co</seg></tuv></tu>"),
      "fr:été\u00A0: l’eau & co\n", { 0 } },
    { "a direction mark at one end goes", TMX("<tu><tuv xml:lang='ar'><seg>\u200Fشبكة\u200F</seg></tuv></tu>"), "ar:شبكة\n", { 0 } },
    { "tashkeel stays", TMX("<tu><tuv xml:lang='ar'><seg>شَبَكَةٌ</seg></tuv></tu>"), "ar:شَبَكَةٌ\n", { 0 } },
    { "an empty seg is told", TMX(TU("<seg>شبكة</seg>", "<seg/>")), "- empty term 1:131\nar:شبكة\n", { 0 } },
    { "a missing seg is told", TMX(TU("<seg>شبكة</seg>", "")), "- tuv without a seg 1:131 «fr»\nar:شبكة\n", { 0 } },
    { "a unit of nothing is skipped", TMX("<tu></tu>"), "- SKIP empty term 1:72\n", { 0 } },
    { "a tuv without a language is told", TMX("<tu><tuv><seg>x</seg></tuv><tuv xml:lang='ar'><seg>شبكة</seg></tuv></tu>"),
      "- term without a language 1:77\nar:شبكة\n", { 0 } },
    { "a code that is none is told", TMX("<tu><tuv xml:lang='klingon'><seg>x</seg></tuv><tuv xml:lang='ar'><seg>شبكة</seg></tuv></tu>"),
      "- language code that is none 1:96 «klingon»\nar:شبكة\n", { 0 } },
    { "props, notes and dates of a unit",
      TMX("<tu tuid='t7' creationdate='20240102T030405Z' changedate='20240203T040506Z'><note>à voir</note><prop type='x-Domain'>télécoms</prop>"
          "<prop type='x-status'>preferred</prop><prop type='x-score'>0.87</prop><prop type='x-kind'>acronym</prop><prop type='x-gender'>f</prop>"
          "<tuv xml:lang='ar'><seg>شبكة</seg></tuv><tuv xml:lang='fr'><seg>réseau</seg></tuv></tu>"),
      "ar:شبكة [preferred 0.87 acronym f] | fr:réseau [preferred 0.87 acronym]\n  id:t7 domain:télécoms "
        "note:à voir created:1704164645 changed:1706933106\n", { 0 } },
    { "props inside a tuv, behind the seg, are read, too", TMX("<tu><tuv xml:lang='fr'><seg>réseau</seg><prop type='domain'>IT</prop></tuv></tu>"),
      "fr:réseau\n  domain:IT\n", { 0 } },
    { "a prop of another tool is told", TMX("<tu><prop type='Txt::File'>a</prop><tuv xml:lang='fr'><seg>réseau</seg></tuv></tu>"),
      "- data that has no place in a glossary 1:104 «Txt::File»\nfr:réseau\n", { 0 } },
    { "a unit is as old as its oldest tuv, and last changed when its last tuv was",
      TMX("<tu><tuv xml:lang='ar' creationdate='20240102T030405Z' changedate='20240203T040506Z'><seg>شبكة</seg></tuv>"
          "<tuv xml:lang='fr' creationdate='20240102T030404Z' changedate='20240102T030405Z'><seg>réseau</seg></tuv></tu>"),
      "ar:شبكة | fr:réseau\n  created:1704164644 changed:1706933106\n", { 0 } },
    { "who made a unit and how often it was used has no place, and that is told",
      TMX("<tu creationid='ann' usagecount='7' segtype='phrase'><tuv xml:lang='fr' changeid='bob'><seg>réseau</seg></tuv></tu>"),
      "- data that has no place in a glossary 1:121 «creationid»\n- data that has no place in a glossary 1:121 «usagecount»\n"
      "- data that has no place in a glossary 1:155 «changeid»\nfr:réseau\n", { 0 } },
    { "a tu's own srclang changes no side", TMX("<tu srclang='ar'><tuv xml:lang='fr'><seg>réseau</seg></tuv><tuv xml:lang='ar'><seg>شبكة</seg></tuv></tu>"),
      "fr:réseau | ar:شبكة\n", { 0 } },
    { "a bad date is told", TMX("<tu changedate='20241332T000000Z'><tuv xml:lang='fr'><seg>réseau</seg></tuv></tu>"),
      "- date that cannot be read 1:102 «20241332T000000Z»\nfr:réseau\n", { 0 } },
    { "a status that is none is told", TMX("<tu><prop type='x-status'>superb</prop><tuv xml:lang='fr'><seg>réseau</seg></tuv></tu>"),
      "- value that is not known 1:108 «superb»\nfr:réseau\n", { 0 } },
    { "a DOCTYPE on the network is not fetched", "<!DOCTYPE tmx SYSTEM \"http://192.0.2.1/tmx14.dtd\"><tmx><body>" TU("<seg>شبكة</seg>",
      "<seg>réseau</seg>") "</body></tmx>",
      "ar:شبكة | fr:réseau\n", { 0 } },
    { "header notes and props are not of a unit", "<tmx><header><note>n</note><prop type='domain'>p</prop></header><body>" TU("<seg>شبكة</seg>",
      "<seg>r</seg>") "</body></tmx>",
      "ar:شبكة | fr:r\n", { 0 } },
};

static const listing_case faults[] = {
    { "a truncated file gives what was complete, and an error with its place",
      "<tmx><body>\n" TU("<seg>شبكة</seg>", "<seg>réseau</seg>") "\n<tu><tuv xml:lang='ar'><seg>شب",
      "ar:شبكة | fr:réseau\n! 4 line 3 column 31: 'x' is not well-formed: it ends too early\n", { 0 } },
    { "tags that do not match", "<tmx><body>\n<tu></body></tmx>", "! 4 line 2 column 12: 'x' is not well-formed: "
      "Opening and ending tag mismatch: tu line 2 and body\n", { 0 } },
    { "an entity of the file is never expanded", "<!DOCTYPE tmx [<!ENTITY a 'aaaa'>]>\n<tmx><body><tu><tuv xml:lang='fr'><seg>&a;</seg></tuv></tu>"
      "</body></tmx>",
      "! 4 line 2 column 43: 'x': entity '&a;' is not known; definitions in a file are not read\n", { 0 } },
    { "a billion laughs are not laughed",
      "<!DOCTYPE tmx [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;'><!ENTITY n '&m;&m;&m;&m;&m;&m;&m;&m;'>]><tmx><body><tu><note>&n;</note>"
        "</tu></body></tmx>",
      "! 4 line 1 column 135: 'x': entity '&n;' is not known; definitions in a file are not read\n", { 0 } },
    { "an external entity is never fetched", "<!DOCTYPE tmx [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><tmx><body><tu><note>&x;</note></tu></body></tmx>",
      "! 4 line 1 column 83: 'x': entity '&x;' is not known; definitions in a file are not read\n", { 0 } },
    { "a unit inside a unit", "<tmx><body><tu><tu/></tu></body></tmx>", "! 4 line 1 column 19: 'x': a tu inside a tu\n", { 0 } },
    { "another kind of XML", "<?xml version='1.0'?><xliff/>", "! 6 line 1 column 28: cannot read 'x': <xliff> is neither TMX nor TBX\n", { 0 } },
    { "a forbidden character", "<tmx><body><tu><note>a\x01</note></tu></body>"
      "</tmx>", "! 4 line 1 column 23: 'x' is not well-formed: PCDATA invalid Char value 1\n", { 0 } },
    { "bytes that are not in the encoding declared", "<?xml version='1.0' encoding='UTF-8'?><tmx><body><tu><note>\xE9t\xE9</note></tu></body></tmx>",
      "! 3 line 1 column 60: 'x' is not well-formed: Input is not proper UTF-8, indicate encoding !\n", { 0 } },
    { "an encoding that nobody knows", "<?xml version='1.0' encoding='klingon-1'?>"
      "<tmx/>", "! 3 line 1 column 41: 'x' is not well-formed: Unsupported encoding klingon-1\n", { 0 } },
};

/* ---- the same text in other encodings ---- */

static const char page[] = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><body><tu><tuv xml:lang=\"ar\"><seg>\xD8\xB4\xD8\xA8\xD9\x83\xD8\xA9</seg>"
  "</tuv></tu></body></tmx>";

static const mq_exchange_reading any = { .format = MQ_EXCHANGE_AUTO };

static const struct wide {
    const char *name;
    bool big, bom;
} wides[] = {
    { "UTF-16LE with a BOM", false, true },
    { "UTF-16BE with a BOM", true, true },
    { "UTF-16LE without a BOM", false, false },
    { "UTF-16BE without a BOM", true, false },
};

static void add_unit(mq_buf *out, unsigned u, bool big)
{
    mq_buf_addc(out, (char)(big ? u >> 8 : u & 0xFF));
    mq_buf_addc(out, (char)(big ? u & 0xFF : u >> 8));
}

static void reads_wide(void **state)
{
    const struct wide *c = *state;
    mq_buf bytes = MQ_BUF_INIT;
    listing l = { .text = MQ_BUF_INIT };

    if (c->bom)
        add_unit(&bytes, 0xFEFF, c->big);
    for (const unsigned char *p = (const unsigned char *)page; *p; p++)
        if (*p < 0x80) {
            add_unit(&bytes, *p, c->big);
        } else {
            add_unit(&bytes, (unsigned)(*p & 0x1F) << 6 | (p[1] & 0x3F), c->big);
            p++;
        }
    assert_int_equal(list_file(&l, unit_file("x", mq_buf_str(&bytes)), &any), MQ_OK);
    assert_buf(l.text, "ar:شبكة\n");
    mq_buf_release(&bytes);
    mq_buf_release(&l.text);
}

/* The parser's own words for it are printed, not returned; and it goes on as if nothing had been. */
static void half_a_surrogate_is_a_fault(void **state)
{
    static const char bytes[] = "\xFF\xFE<\0>\xD8\0\0";
    listing l = { .text = MQ_BUF_INIT };

    (void)state;
    (void)list_file(&l, unit_file("x", (mq_str){ bytes, sizeof bytes - 1 }), &(const mq_exchange_reading){ .format = MQ_EXCHANGE_TMX });
    assert_buf(l.text, "! 3 line 1 column 1: 'x' is not well-formed: bytes that its encoding does not know\n");
    mq_buf_release(&l.text);
}

static void reads_bom_and_windows(void **state)
{
    static const char bom[] = "\xEF\xBB\xBF<tmx><body><tu><tuv xml:lang='fr'><seg>\xC3\xA9t\xC3\xA9</seg></tuv></tu></body></tmx>";
    static const char arabic[] = "<?xml version='1.0' encoding='windows-1256'?><tmx><body><tu><tuv xml:lang='ar'><seg>\xD4\xC8\xDF\xC9</seg></tuv>"
      "</tu></body></tmx>";
    listing l = { .text = MQ_BUF_INIT };

    (void)state;
    assert_int_equal(list_file(&l, unit_file("x", mq_str_of(bom)), &any), MQ_OK);
    assert_int_equal(list_file(&l, unit_file("x", mq_str_of(arabic)), &any), MQ_OK);
    assert_buf(l.text, "fr:été\nar:شبكة\n");
    mq_buf_release(&l.text);
}

int main(void)
{
    UNIT_ROWS(units, lists);
    UNIT_ROWS(faults, lists);
    UNIT_ROWS(wides, reads_wide);
    UNIT_LAW("half a surrogate in UTF-16 is a fault", half_a_surrogate_is_a_fault);
    UNIT_LAW("a BOM before UTF-8 and a declared Windows encoding are read", reads_bom_and_windows);
    return unit_run();
}
