/* test_tbx_read.c - TBX v2 and v3, DCA and DCT, tig and ntig; and what is left out of them. */
#include "exchange/listing.h"

#define V2(body) "<?xml version='1.0'?><!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'><martif type='TBX' xml:lang='en'><text><body>" body "</body>" \
  "</text></martif>"
#define V3(body) "<tbx type='TBX-Basic' style='dca' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2'><text><body>" body "</body></text></tbx>"
#define DCT(body) "<tbx type='TBX-Basic' style='dct' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-2' xmlns:min='http://www.tbxinfo.net/ns/min' " \
                  "xmlns:basic='http://www.tbxinfo.net/ns/basic'><text><body>" body "</body></text></tbx>"

static const listing_case concepts[] = {
    { "v2, tig", V2("<termEntry id='c1'><langSet xml:lang='ar'><tig><term>شبكة</term></tig></langSet>"
                    "<langSet xml:lang='fr'><tig><term>réseau</term></tig><tig><term>LAN</term></tig></langSet></termEntry>"),
      "ar:شبكة | fr:réseau | fr:LAN\n  id:c1\n", { 0 } },
    { "v2, ntig", V2("<termEntry><langSet xml:lang='FR'><ntig><termGrp><term>réseau</term><termNote type='grammaticalGender'>masculine</termNote>"
      "</termGrp></ntig></langSet></termEntry>"),
      "fr:réseau [m]\n", { 0 } },
    { "v3, DCA", V3("<conceptEntry id='c1'><descrip type='subjectField'>télécoms</descrip><langSec xml:lang='ar'><termSec><term>شبكة</term>"
                    "<termNote type='partOfSpeech'>noun</termNote></termSec></langSec></conceptEntry>"),
      "ar:شبكة [noun]\n  id:c1 domain:télécoms\n", { 0 } },
    { "v3, DCT: the element is the category",
      DCT("<conceptEntry id='c1'><min:subjectField>télécoms</min:subjectField><langSec xml:lang='fr'><basic:definition>d</basic:definition><termSec>"
        "<term>réseau</term>"
          "<min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>notRecommended</min:administrativeStatus></termSec></langSec></conceptEntry>"),
      "fr:réseau [deprecated noun]\n  id:c1 domain:télécoms definition:d\n", { 0 } },
    { "statuses by the names of TBX",
      V2("<termEntry><langSet xml:lang='fr'><tig><term>a1</term><termNote type='administrativeStatus'>preferredTerm-admn-sts</termNote></tig>"
         "<tig><term>a2</term><termNote type='administrativeStatus'>supersededTerm-admn-sts</termNote></tig>"
         "<tig><term>a3</term><termNote type='administrativeStatus'>what</termNote></tig></langSet></termEntry>"),
      "- value that is not known 1:416 «what»\nfr:a1 [preferred] | fr:a2 [deprecated] | fr:a3\n", { 0 } },
    { "an acronym is known by its termType", V2("<termEntry><langSet xml:lang='fr'><tig><term>ANRT</term><termNote type='termType'>acronym</termNote>"
      "</tig></langSet></termEntry>"),
      "fr:ANRT [acronym]\n", { 0 } },
    { "a context with its source, and a definition with one",
      V2("<termEntry><descripGrp><descrip type='definition'>d</descrip><admin type='source'>ISO</admin></descripGrp><langSet xml:lang='fr'><tig><term>"
        "réseau</term>"
         "<descripGrp><descrip type='context'>le réseau\n   est vaste</descrip><admin type='source'>Le Matin</admin></descripGrp>"
         "<descrip type='context'>un réseau</descrip></tig></langSet></termEntry>"),
      "fr:réseau\n  definition:d source:ISO context:le réseau est vaste from:Le Matin context:un réseau\n", { 0 } },
    { "notes of a concept and of a term", V2("<termEntry><note>n1</note><langSet xml:lang='fr'><tig><term>réseau</term><note>n2</note></tig></langSet>"
      "</termEntry>"),
      "fr:réseau [note:n2]\n  note:n1\n", { 0 } },
    { "a note of ours is what we know",
      V2("<termEntry><langSet xml:lang='fr'><tig><term>r1</term><note>muqabil: candidate, score 0.87, transliteration</note></tig></langSet></termEntry>"),
      "fr:r1 [candidate 0.87 transliteration]\n", { 0 } },
    { "a note that only looks like ours is a note",
      V2("<termEntry><langSet xml:lang='fr'><tig><term>r1</term><note>muqabil: see there</note></tig></langSet></termEntry>"),
        "fr:r1 [note:muqabil: see there]\n", { 0 } },
    { "dates: the first and the last",
      V2("<termEntry><transacGrp><transac type='transactionType'>origination</transac><date>2024-01-01</date></transacGrp><transacGrp>"
         "<transac type='transactionType'>modification</transac><transacNote type='responsibility'>me</transacNote><date>2024-02-01</date></transacGrp>"
         "<langSet xml:lang='fr'><tig><term>r1</term></tig></langSet></termEntry>"),
      "- data that has no place in a glossary 1:343 «responsibility»\nfr:r1\n  created:1704067200 changed:1706745600\n", { 0 } },
    { "notRecommended, preferred, admitted and obsolete are the bare words of v3 Min",
      V3("<conceptEntry><langSec xml:lang='fr'><termSec><term>a1</term><termNote type='administrativeStatus'>preferred</termNote></termSec>"
         "<termSec><term>a2</term><termNote type='administrativeStatus'>admitted</termNote></termSec>"
         "<termSec><term>a3</term><termNote type='administrativeStatus'>obsolete</termNote></termSec></langSec></conceptEntry>"),
      "fr:a1 [preferred] | fr:a2 [accepted] | fr:a3 [deprecated]\n", { 0 } },
    { "marks inside a term are looked through", V2("<termEntry><langSet xml:lang='fr'><tig><term>H<hi>2</hi>O</term></tig></langSet></termEntry>"),
      "fr:H2O\n", { 0 } },
    { "a category of another trade is told",
      V2("<termEntry><descrip type='relatedConcept'>x</descrip><langSet xml:lang='fr'><tig><term>r1</term></tig></langSet></termEntry>"),
      "- data that has no place in a glossary 1:167 «relatedConcept»\nfr:r1\n", { 0 } },
    { "an empty term is told", V2("<termEntry><langSet xml:lang='fr'><tig><term/></tig></langSet></termEntry>"),
      "- empty term 1:160\n- SKIP empty term 1:124\n", { 0 } },
    { "a concept inside a concept", V2("<termEntry><termEntry/></termEntry>"), "! 4 line 1 column 135: 'x': an entry inside an entry\n", { 0 } },
};

int main(void)
{
    UNIT_ROWS(concepts, lists);
    return unit_run();
}
