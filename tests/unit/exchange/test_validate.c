/*
 * test_validate.c - the rules of `validate`: for each a file that breaks it and nothing else, the place, the level, and who would refuse the file; and
 * files that break none.
 */
#include <string.h>

#include "listing.h"

/* "error 2:20 version | OmegaT 6.1 and later refuse the file", a line for each fault. */
static mq_status list_fault(void *user, const mq_fault *f, mq_error *err)
{
    static const char *const levels[] = { "note", "warning", "error" };

    (void)err;
    assert_true(f->message.n > 0);
    mq_buf_addf(user, "%s %zu:%zu %s | %s\n", levels[f->level], f->line, f->column, f->rule, f->tools);
    return MQ_OK;
}

static const struct rule_case {
    const char *name, *in, *want;
} rules[] = {
#define HEADER_OF(more) "<header creationtool='x' creationtoolversion='1' segtype='phrase' o-tmf='x' adminlang='en' datatype='x' " more "/>"
#define HEADER HEADER_OF("srclang='ar'")
#define TMX_OF(header, body) "<tmx version='1.4'>\n" header "\n<body>\n" body "\n</body></tmx>"
#define TMX(body) TMX_OF(HEADER, body)
#define AR "<tuv xml:lang='ar'><seg>شبكة</seg></tuv>"
#define FR "<tuv xml:lang='fr'><seg>réseau</seg></tuv>"
    { "a right TMX breaks none", TMX("<tu>" AR FR "</tu>"), "" },
    { "tmx: version 1.4b is written 1.4", "<tmx version='1.4b'>\n" HEADER "<body/></tmx>",
      "error 1:20 version | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: a namespace", "<tmx version='1.4' xmlns='http://x'>\n" HEADER "<body/></tmx>",
      "error 1:36 namespace | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: no header", "<tmx version='1.4'>\n<body/></tmx>",
      "error 2:6 header | OmegaT 6.1 and later refuse the file, OmegaT 3.6 crashes on it\n" },
    { "tmx: a header without a required attribute",
      TMX_OF("<header creationtool='x' segtype='phrase' o-tmf='x' adminlang='en' datatype='x' srclang='ar'/>", "<tu>" AR FR "</tu>"),
      "error 2:93 missing-attribute | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: a header without srclang", TMX_OF(HEADER_OF(""), "<tu>" AR FR "</tu>"),
      "error 2:105 missing-attribute | OmegaT 6.1 and later refuse the file\n"
      "error 2:105 srclang | OmegaT 3.6 crashes on it; poedit fails to import the file\n" },
    { "tmx: an attribute that there is not", TMX("<tu colour='red'>" AR FR "</tu>"),
      "error 4:17 unknown-attribute | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: a segtype that there is not",
      TMX_OF("<header creationtool='x' creationtoolversion='1' segtype='term' o-tmf='x' adminlang='en' datatype='x' srclang='ar'/>", "<tu>" AR FR "</tu>"),
      "error 2:115 segtype | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: a date in another form", TMX("<tu creationdate='2024-01-31'>" AR FR "</tu>"),
      "error 4:30 date | \n" },
    { "tmx: a day that there is not", TMX("<tu changedate='20240231T000000Z'>" AR FR "</tu>"),
      "error 4:34 date | \n" },
    { "tmx: an underscore in a language code", TMX("<tu><tuv xml:lang='ar_MA'><seg>شبكة</seg></tuv>" FR "</tu>"),
      "error 4:26 language-code | OmegaT ignores the text\n"
      "warning 4:26 source-first | translate-toolkit and Weblate take the first tuv for the source\n" },
    { "tmx: a code of three letters", TMX("<tu>" AR "<tuv xml:lang='fra'><seg>réseau</seg></tuv></tu>"),
      "error 4:64 language-code | OmegaT ignores the text\n" },
    { "tmx: what is no language code", TMX("<tu>" AR "<tuv xml:lang='klingonese'><seg>réseau</seg></tuv></tu>"),
      "error 4:71 language-code | no reader knows the language\n" },
    { "tmx: lang without xml:", TMX("<tu>" AR "<tuv lang='fr'><seg>réseau</seg></tuv></tu>"),
      "error 4:59 missing-attribute | OmegaT 6.1 and later refuse the file\n"
      "error 4:59 unknown-attribute | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: another language than the source first", TMX("<tu>" FR AR "</tu>"),
      "warning 4:23 source-first | translate-toolkit and Weblate take the first tuv for the source\n" },
    { "tmx: a unit's own source language counts", TMX("<tu srclang='fr'>" FR AR "</tu>"), "" },
    { "tmx: *all* has no first", TMX_OF(HEADER_OF("srclang='*all*'"), "<tu>" FR AR "</tu>"), "" },
    { "tmx: a note behind the tuvs", TMX("<tu>" AR FR "<note>n</note></tu>"),
      "error 4:92 order | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: an element that there is not", TMX("<tu>" AR FR "</tu><unit/>"),
      "error 4:97 unknown-element | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: an element where it must not stand", TMX("<tu>" AR FR "</tu><seg>x</seg>"),
      "error 4:96 place | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: white space around a seg", TMX("<tu><tuv xml:lang='ar'><seg> شبكة</seg></tuv>" FR "</tu>"),
      "warning 4:40 white-space | white space is significant: no tool finds an exact match\n" },
    { "tmx: a line break in a seg", TMX("<tu>" AR "<tuv xml:lang='fr'><seg>le\nréseau</seg></tuv></tu>"),
      "warning 5:13 white-space | white space is significant: no tool finds an exact match\n" },
    { "tmx: a mark of direction on one side", TMX("<tu><tuv xml:lang='ar'><seg>\u200Fشبكة</seg></tuv>" FR "</tu>"),
      "warning 4:40 direction-mark | no tool finds an exact match\n" },
    { "tmx: hi in a seg", TMX("<tu>" AR "<tuv xml:lang='fr'><seg>le <hi>réseau</hi></seg></tuv></tu>"),
      "warning 4:75 inline | no tool finds an exact match of plain text\n" },
    { "tmx: an empty seg", TMX("<tu>" AR "<tuv xml:lang='fr'><seg/></tuv></tu>"),
      "warning 4:70 empty-seg | it blanks the translation in OmegaT\n" },
    { "tmx: a tuv without a seg", TMX("<tu>" AR "<tuv xml:lang='fr'/></tu>"),
      "error 4:65 missing-seg | OmegaT 6.1 and later refuse the file\n" },
    { "tmx: one tuv only", TMX("<tu>" AR "</tu>"),
      "warning 4:4 one-side | nothing is offered for it\n" },
    { "tmx: no tuv", TMX("<tu/>"),
      "error 4:4 one-side | nothing is offered for it\n" },
    { "tmx: two targets of one source", TMX("<tu>" AR FR "</tu>\n<tu>" AR "<tuv xml:lang='fr'><seg>toile</seg></tuv></tu>"),
      "warning 5:4 two-targets | OmegaT takes the last, translate-toolkit the first\n" },
    { "tmx: the same unit twice is no second target", TMX("<tu>" AR FR "</tu>\n<tu>" AR FR "</tu>"), "" },
    { "xml: a byte order mark", "\xEF\xBB\xBF" TMX("<tu>" AR FR "</tu>"),
      "warning 1:1 bom | some upload forms refuse the file\n" },
    { "xml: truncated", "<tmx version='1.4'>\n" HEADER "\n<body>\n<tu>" AR,
      "error 4:45 not-readable | every reader refuses the file, or loses what follows\n" },
    { "xml: a forbidden character", TMX("<tu>" AR "<tuv xml:lang='fr'><seg>r\x01</seg></tuv></tu>"),
      "error 4:70 not-readable | every reader refuses the file, or loses what follows\n" },
    { "xml: bytes that are not in the encoding", TMX("<tu>" AR "<tuv xml:lang='fr'><seg>r\xE9seau</seg></tuv></tu>"),
      "error 4:70 not-readable | every reader refuses the file, or loses what follows\n" },
    { "xml: an entity of its own", "<!DOCTYPE tmx [<!ENTITY a 'b'>]>" TMX("<tu>" AR "<tuv xml:lang='fr'><seg>&a;</seg></tuv></tu>"),
      "error 4:72 not-readable | every reader refuses the file, or loses what follows\n" },
#undef AR
#undef FR
#define V2_OF(root, body) "<martif " root ">\n<martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>\n<text><body>\n" body \
  "\n</body></text></martif>"
#define V2(body) V2_OF("type='TBX' xml:lang='ar'", body)
#define AR "<langSet xml:lang='ar'><tig><term>شبكة</term></tig></langSet>"
#define FR "<langSet xml:lang='fr'><tig><term>réseau</term></tig></langSet>"
    { "a right TBX breaks none", V2("<termEntry>" AR FR "</termEntry>"), "" },
    { "tbx: a namespace in v2", V2_OF("type='TBX' xml:lang='ar' xmlns='http://x'", "<termEntry>" AR FR "</termEntry>"),
      "error 1:50 namespace | OmegaT and translate-toolkit find no entries\n" },
    { "tbx: a dialect without a name", V2_OF("type='' xml:lang='ar'", "<termEntry>" AR FR "</termEntry>"),
      "error 1:30 type | readers that validate refuse the file\n" },
    { "tbx: a root without its language", V2_OF("type='TBX'", "<termEntry>" AR FR "</termEntry>"),
      "error 1:19 missing-attribute | readers that validate refuse the file\n" },
    { "tbx: no header", "<martif type='TBX' xml:lang='ar'>\n<text><body><termEntry>" AR FR "</termEntry></body></text></martif>",
      "error 2:6 header | readers that validate refuse the file\n" },
    { "tbx: an underscore in a language code", V2("<termEntry>" AR "<langSet xml:lang='fr_FR'><tig><term>réseau</term></tig></langSet></termEntry>"),
      "error 4:98 language-code | OmegaT ignores the terms\n" },
    { "tbx: what is no language code", V2("<termEntry>" AR "<langSet xml:lang='klingonese'><tig><term>réseau</term></tig></langSet></termEntry>"),
      "error 4:103 language-code | no reader knows the language\n" },
    { "tbx: one language only", V2("<termEntry>" AR "</termEntry>"),
      "warning 4:11 one-side | nothing is offered for it\n" },
    { "tbx: no language", V2("<termEntry/>"),
      "error 4:11 one-side | nothing is offered for it\n" },
    { "tbx: a language without a term", V2("<termEntry>" AR "<langSet xml:lang='fr'/></termEntry>"),
      "error 4:97 no-term | readers that validate refuse the file\n" },
    { "tbx: a group without a term", V2("<termEntry>" AR "<langSet xml:lang='fr'><tig/></langSet></termEntry>"),
      "error 4:102 no-term | readers that validate refuse the file\n" },
    { "tbx: two terms in a group", V2("<termEntry>" AR "<langSet xml:lang='fr'><tig><term>a</term><term>b</term></tig></langSet></termEntry>"),
      "error 4:129 two-terms | readers that validate refuse the file\n" },
    { "tbx: an empty term", V2("<termEntry>" AR "<langSet xml:lang='fr'><tig><term/></tig></langSet></termEntry>"),
      "error 4:108 empty-term | nothing is offered for it\n" },
    { "tbx: a termNote before its term",
      V2("<termEntry>" AR "<langSet xml:lang='fr'><tig><termNote type='partOfSpeech'>noun</termNote><term>réseau</term></tig></langSet></termEntry>"),
      "error 4:151 order | readers that validate refuse the file\n" },
    { "tbx: a status that is none of the list",
      V2("<termEntry>" AR "<langSet xml:lang='fr'><tig><term>r</term><termNote type='administrativeStatus'>preferred</termNote></tig></langSet></termEntry>"),
      "warning 4:173 picklist | readers of TBX-Basic do not know it\n" },
    { "tbx: a date in another form",
      V2("<termEntry><transacGrp><transac type='transactionType'>origination</transac><date>31/01/2024</date></transacGrp>" AR FR "</termEntry>"),
      "error 4:100 date | readers that validate refuse the file\n" },
#undef AR
#undef FR
#define V3_OF(root, body) "<tbx " root ">\n<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n" body \
  "\n</body></text></tbx>"
#define AR "<langSec xml:lang='ar'><termSec><term>شبكة</term></termSec></langSec>"
#define FR "<langSec xml:lang='fr'><termSec><term>réseau</term></termSec></langSec>"
    { "tbx v3: right, but OmegaT does not read it",
      V3_OF("type='TBX-Basic' style='dca' xml:lang='ar' xmlns='urn:iso:std:iso:30042:ed-2'", "<conceptEntry id='c'>" AR FR "</conceptEntry>"),
      "note 1:83 version | OmegaT and translate-toolkit read TBX v2 only\n" },
    { "tbx v3: without its namespace", V3_OF("type='TBX-Basic' style='dca' xml:lang='ar'", "<conceptEntry id='c'>" AR FR "</conceptEntry>"),
      "error 1:48 namespace | Pontoon and Trados do not know it\n"
      "note 1:48 version | OmegaT and translate-toolkit read TBX v2 only\n" },
    { "tbx v3: a style that there is not",
      V3_OF("type='TBX-Basic' style='x' xml:lang='ar' xmlns='urn:iso:std:iso:30042:ed-2'", "<conceptEntry id='c'>" AR FR "</conceptEntry>"),
      "note 1:81 version | OmegaT and translate-toolkit read TBX v2 only\n"
      "error 1:81 style | readers that validate refuse the file\n" },
    { "csv: a cell that is a formula", "ar,fr\nشبكة,réseau\nجمع,=1+1\n",
      "warning 3:1 formula | a spreadsheet takes it for a formula\n" },
    { "csv: one side only", "ar,fr\nشبكة,\n",
      "warning 2:1 one-side | nothing is offered for it\n" },
    { "csv: a line of one column", "ar,fr\nشبكة\n",
      "error 2:1 left-out | muqabil leaves it out\n" },
    { "csv: a column that nobody knows", "ar,fr,colour\nشبكة,réseau,red\n",
      "warning 1:7 left-out | muqabil leaves it out\n" },
    { "csv: a quote that is never closed", "ar,fr\nشبكة,\"réseau\n",
      "error 2:6 not-readable | every reader refuses the file, or loses what follows\n" },
    { "csv: bytes that are no UTF-8", "ar,fr\nشبكة,r\xE9seau\n",
      "error 2:7 not-readable | every reader refuses the file, or loses what follows\n" },
    { "utx: a status that there is not", "#UTX 1.20; ar/fr\n#src\ttgt\tterm status\nشبكة\tréseau\tsuperb\n",
      "warning 3:13 left-out | muqabil leaves it out\n" },
    { "jsonl: a line that is no JSON", "{\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\"}\n{\n",
      "error 2:1 left-out | muqabil leaves it out\n" },
};

static void judge(void **row)
{
    static const mq_exchange_reading any = { .format = MQ_EXCHANGE_AUTO };
    const struct rule_case *c = *row;
    mq_buf faults = MQ_BUF_INIT;
    mq_exchange_info info;
    mq_error err = { .code = MQ_OK };

    assert_int_equal(mq_exchange_validate(unit_file("x", mq_str_of(c->in)), &any, list_fault, &faults, &info, &err), MQ_OK);
    assert_buf(faults, c->want);
    mq_buf_release(&faults);
}

int main(void)
{
    UNIT_ROWS(rules, judge);
    return unit_run();
}
