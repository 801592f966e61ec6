/* test_table_read.c - CSV, tab separated tables, OmegaT glossaries, UTX: headers, signs, quotes, synonyms, and what is wrong with a table. */
#include <muqabil/text.h>

#include "exchange/listing.h"

static const listing_case headers[] = {
    { "languages by code", "ar,fr\nشبكة,réseau\n", "ar:شبكة | fr:réseau\n", { 0 } },
    { "languages by name, in any order, with columns that say nothing",
      "id,english,arabic,french,uatv\n7,network,شبكة,réseau,True\n",
      "- data that has no place in a glossary 1:26 «uatv»\nen:network | ar:شبكة | fr:réseau\n  id:7\n", { 0 } },
    { "languages by their Arabic names", "العربية;الفرنسية\nشبكة;réseau\n", "ar:شبكة | fr:réseau\n", { 0 } },
    { "names with a country", "Arabic_Morocco,French (France),en-GB\nشبكة,réseau,network\n", "ar:شبكة | fr:réseau | en:network\n", { 0 } },
    { "a language that is none of ours keeps its name", "ar,german\nشبكة,Netz\n", "ar:شبكة | other:Netz\n", { 0 } },
    { "source beside languages is a provenance", "ar\ten\tfr\tsource\nشبكة\tnetwork\tréseau\tISO\n",
      "ar:شبكة | en:network | fr:réseau\n  source:ISO\n", { 0 } },
    { "source beside target is a term", "source,target\nشبكة,réseau électrique de la ville\n",
      "ar:شبكة | fr:réseau électrique de la ville\n", { 0 } },
    { "description, domain and status", "fr,ar,description,domain,status\nréseau,شبكة,تعريف,télécoms,deprecated\n",
      "fr:réseau [deprecated] | ar:شبكة [deprecated]\n  domain:télécoms definition:تعريف\n", { 0 } },
    { "la with lang", "ar,la,lang\nشبكة,network,en\nشبكة,réseau,fr\n", "ar:شبكة | en:network\nar:شبكة | fr:réseau\n", { 0 } },
    { "columns by option", "x\tréseau\tشبكة\ty\n", "fr:réseau | ar:شبكة\n  note:y\n", { .columns = ",fr,ar,note" } },
    { "an unknown column by option is wrong usage", "x,y\n", "! 9 line 0 column 0: no column can be 'klingon'\n", { .columns = "ar,klingon" } },
    { "without a header the letters tell", "شبكة,la gestion des réseaux\nمدير,le directeur de la banque\n",
      "ar:شبكة | fr:la gestion des réseaux\nar:مدير | fr:le directeur de la banque\n", { 0 } },
    { "without a header options tell", "network,réseau\n", "en:network | fr:réseau\n", { .from = MQ_LANG_EN, .to = MQ_LANG_FR } },
};

static const listing_case cells[] = {
    { "quotes, doubled quotes, a comma and a line break inside", "ar,fr\n\"شبكة\",\"réseau \"\"local\"\", ou\nLAN\"\n",
      "ar:شبكة | fr:réseau \"local\", ou LAN\n", { 0 } },
    { "text behind a closing quote is text", "ar,fr\nشبكة,\"a\"b\n", "ar:شبكة | fr:ab\n", { 0 } },
    { "an empty line is no row", "ar,fr\n\nشبكة,réseau\n,\n\n", "ar:شبكة | fr:réseau\n", { 0 } },
    { "a semicolon between cells", "ar;fr\nشبكة;réseau, LAN\n", "ar:شبكة | fr:réseau, LAN\n", { 0 } },
    { "quotes around a whole cell of a tab table with a header go", "ar\tfr\nشبكة\t\"le \"\"réseau\"\"\"\n", "ar:شبكة | fr:le \"réseau\"\n", { 0 } },
    { "a stray quote in a tab table is a quote", "ar\tfr\nشبكة\t\"réseau\nمدير\tchef\n", "ar:شبكة | fr:\"réseau\nar:مدير | fr:chef\n", { 0 } },
    { "CRLF", "ar,fr\r\nشبكة,réseau\r\n", "ar:شبكة | fr:réseau\n", { 0 } },
    { "a BOM", "\xEF\xBB\xBF" "ar,fr\nشبكة,réseau\n", "ar:شبكة | fr:réseau\n", { 0 } },
    { "the last line without a line break", "ar,fr\nشبكة,réseau", "ar:شبكة | fr:réseau\n", { 0 } },
    { "a spreadsheet's guard goes", "ar,fr\nشبكة,'-5 dB\n", "ar:شبكة | fr:-5 dB\n", { 0 } },
    { "an empty cell is a language less", "ar,fr,en\nشبكة,,network\n", "ar:شبكة | en:network\n", { 0 } },
    { "a row shorter than the header", "ar,fr,en,note\nشبكة,réseau\n", "ar:شبكة | fr:réseau\n", { 0 } },
};

static const listing_case synonyms[] = {
    { "the Arabic comma parts", "ar,fr\nمتخلى عنه، مهجور,abandonné\n", "ar:متخلى عنه | ar:مهجور | fr:abandonné\n", { 0 } },
    { "so do ; ؛ and |", "ar,fr\nأ1؛ أ2,a; b|c\n", "ar:أ1 | ar:أ2 | fr:a | fr:b | fr:c\n", { 0 } },
    { "but not inside brackets", "ar,fr\nقيمة (أ، ب),valeur (a; b)\n", "ar:قيمة (أ، ب) | fr:valeur (a; b)\n", { 0 } },
    { "a bracket that is never closed keeps the cell whole", "ar,fr\nقيمة (أ، ب,v\n", "ar:قيمة (أ، ب | fr:v\n", { 0 } },
    { "the placeholder of an article is put back", "ar,fr\nمجال (ال..) الصوتي,étendue\nرنانة(ال..),diapason\nطريقة (ال…) الجدلية,méthode\n",
      "ar:المجال الصوتي | fr:étendue\nar:الرنانة | fr:diapason\nar:الطريقة الجدلية | fr:méthode\n", { 0 } },
    { "a gender in brackets is parted", "ar,fr\nمدفع,clapet [m.]\n", "ar:مدفع | fr:clapet [m.]\n", { 0 } },
    { "our own CSV knows | alone, with \\| for the sign itself", "ar,fr,status,kind\nأ، ب,a; b|c\\|d\\\\,accepted,translation\n",
      "ar:أ، ب [accepted translation] | fr:a; b [accepted translation] | fr:c|d\\ [accepted translation]\n", { 0 } },
};

static const listing_case glossaries[] = {
    { "OmegaT: source, target, comment; # is a comment", "# a comment\nréseau\tشبكة\tterme\n", "fr:réseau | ar:شبكة\n  note:terme\n", { 0 } },
    { "OmegaT: a line without a tab is told", "réseau\tشبكة\njasjjal\n\tمدير\nchef\t\n",
      "fr:réseau | ar:شبكة\n- SKIP a line of one column 2:1 «jasjjal»\nar:مدير\nfr:chef\n", { 0 } },
    { "OmegaT: our own tells its languages and what is known of a pair",
      "# Glossary in tab-separated format -*- coding: utf-8 -*-\n# muqabil: ar fr\nأ، ب\tréseau; R\t[candidate 0.87 acronym] à voir\n",
      "ar:أ، ب [candidate 0.87 acronym] | fr:réseau; R [candidate 0.87 acronym]\n  note:à voir\n", { 0 } },
    { "OmegaT: brackets of a person are no mark", "شبكة\tréseau\t[voir 0.5] x\n", "ar:شبكة | fr:réseau\n  note:[voir 0.5] x\n", { 0 } },
    { "UTX: languages and date in the first line, columns in the last comment",
      "#UTX 1.20; fr/ar; 2024-01-02T03:04:05Z; copyright: x\n#src\ttgt\tsrc:pos\tterm status\ttgt:pos\nréseau\tشبكة\tnoun\tapproved\tnoun\n",
      "- data that has no place in a glossary 3:13 «src:pos»\nfr:réseau [preferred] | ar:شبكة [preferred noun]\n  created:1704164645 changed:1704164645\n", { 0 } },
    { "UTX: provisional and forbidden", "#UTX 1.11; ar/en; 2013-12-20T17:00:00Z+09:00\n#src\ttgt\tterm status\nأ1\ta\tprovisional\nأ2\tb\tforbidden\n",
      "ar:أ1 [candidate] | en:a [candidate]\n  created:1387526400 changed:1387526400\nar:أ2 [deprecated] | en:b [deprecated]\n"
      "  created:1387526400 changed:1387526400\n", { 0 } },
};

static const listing_case faults[] = {
    { "a quote that is never closed is told where it opens", "ar,fr\nشبكة,réseau\nمدير,\"chef\nx,y\n",
      "ar:شبكة | fr:réseau\n! 4 line 3 column 6: 'x': a quote is never closed\n", { 0 } },
    { "bytes that are not UTF-8, behind text that is", "ar,fr\nشبكة,réseau\nشب\xFF,r\n", "ar:شبكة | fr:réseau\n! "
      "3 line 3 column 3: 'x' is not UTF-8; --encoding tells another one\n", { .encoding = "UTF-8" } },
    { "the same, going on", "ar,fr\nشب\xFF,r\n", "- ill-formed UTF-8, replaced 2:3\nar:شب\uFFFD | fr:r\n", { .encoding = "UTF-8", .keep_going = true } },
    { "an encoding that nobody knows", "ar,fr\n", "! 9 line 0 column 0: no encoding 'klingon'\n", { .encoding = "klingon" } },
    { "windows-1256 by name", "ar,fr\n\xD4\xC8\xDF\xC9,r\n", "ar:شبكة | fr:r\n", { .encoding = "cp1256" } },
    { "a control character is dropped and told", "ar,fr\nشب\x01كة,r\n", "- forbidden character, dropped 2:1\nar:شبكة | fr:r\n", { 0 } },
    { "a term of signs alone is none", "ar,fr\nشبكة,---\n", "- term without a letter or digit 2:6 «---»\nar:شبكة\n", { 0 } },
    { "a zip", "PK\x03\x04", "! 6 line 0 column 0: cannot read 'x': a zip file or an office document; save the table as CSV\n", { 0 } },
    { "a PDF", "%PDF-1.4", "! 6 line 0 column 0: cannot read 'x': a PDF is no glossary\n", { 0 } },
    { "nothing at all", "", "", { 0 } },
    { "a format that is only written", "x", "! 6 line 0 column 0: cannot read 'x': html files are only written\n", { .format = MQ_EXCHANGE_HTML } },
};

/* ---- limits ---- */

static void repeat(mq_buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        mq_buf_addz(out, s);
}

static const struct limit {
    const char *name, *before, *part;
    size_t times;
    const char *after, *want;
} limits[] = {
    { "10,000 columns", "ar,fr\n", "x,", 10000, "\n", "! 7 line 2 column 513: 'x': a row has more than 256 columns\n" },
    { "a line of 2 MiB", "ar,fr\n", "xxxxxxxx", 1 << 18, "\nشبكة,r\n", "! 7 line 2 column 1: a line of 'x' is longer than 1048576 bytes\n" },
    { "a cell of 2 MiB of lines", "ar,fr\n\"", "xxxxxxx\n", 1 << 18, "\"\n",
      "! 7 line 2 column 1: 'x': a row is larger than 1048576 bytes; is this quote never closed?\n" },
    { "a term of 5,000 letters is left out", "ar,fr\nشبكة,", "x", 5000, "\n",
      "- term longer than 4,096 bytes 2:6 «xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx»\nar:شبكة\n" },
};

static void keeps_limit(void **state)
{
    static const mq_exchange_reading any = { .format = MQ_EXCHANGE_AUTO };
    const struct limit *c = *state;
    mq_buf bytes = MQ_BUF_INIT;
    listing l = { .text = MQ_BUF_INIT };

    mq_buf_addz(&bytes, c->before);
    repeat(&bytes, c->part, c->times);
    mq_buf_addz(&bytes, c->after);
    (void)list_file(&l, unit_file("x", mq_buf_str(&bytes)), &any);
    assert_buf(l.text, c->want);
    mq_buf_release(&bytes);
    mq_buf_release(&l.text);
}

int main(void)
{
    UNIT_ROWS(headers, lists);
    UNIT_ROWS(cells, lists);
    UNIT_ROWS(synonyms, lists);
    UNIT_ROWS(glossaries, lists);
    UNIT_ROWS(faults, lists);
    UNIT_ROWS(limits, keeps_limit);
    return unit_run();
}
