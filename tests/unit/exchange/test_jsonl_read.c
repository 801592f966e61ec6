/* test_jsonl_read.c - JSON lines: our own pairs, what mine prints, and lines that are neither. */
#include "exchange/listing.h"

#define SEEN "\"doc\":\"d1\",\"ar\":\"لشبكة\",\"term\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\",\"kind\":\"translation\",\"score\":0.87,\"pattern\":\"paren\""
#define PLACE "\"ar_start\":3,\"ar_end\":8,\"la_start\":10,\"la_end\":16,\"context\":\"هذه الشبكة\""

static const listing_case lines[] = {
    { "a pair",
      "{\"id\":7,\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\",\"kind\":\"translation\",\"status\":\"candidate\","
      "\"score\":0.5,\"note\":\"n\",\"domain\":\"d\"}\n",
      "ar:شبكة [candidate 0.5 translation] | fr:réseau [candidate 0.5 translation]\n  id:7 domain:d note:n\n", { 0 } },
    { "an acronym of no language", "{\"ar\":\"الوكالة\",\"la\":\"ANRT\",\"lang\":\"und\"}\n", "ar:الوكالة | und:ANRT\n", { 0 } },
    { "what mine prints", "{" SEEN "," PLACE "}\n", "d1: شبكة (لشبكة) = fr:réseau translation paren 0.87 3-8 10-16 «هذه الشبكة» of 0\n", { 0 } },
    { "an occurrence of our export knows its pair", "{" SEEN "," PLACE ",\"pair\":7}\n",
      "d1: شبكة (لشبكة) = fr:réseau translation paren 0.87 3-8 10-16 «هذه الشبكة» of 7\n", { 0 } },
    { "an occurrence that ends before it begins", "{" SEEN ",\"ar_start\":9,\"ar_end\":8,\"la_start\":10,\"la_end\":16}\n",
      "- SKIP occurrence with impossible fields 1:1 «réseau»\n", { 0 } },
    { "an occurrence with a negative place", "{" SEEN ",\"ar_start\":-1,\"ar_end\":8,\"la_start\":10,\"la_end\":16}\n",
      "- SKIP occurrence with impossible fields 1:1 «réseau»\n", { 0 } },
    { "an occurrence of no document", "{\"doc\":\"\"," PLACE "}\n", "- SKIP occurrence with impossible fields 1:1\n", { 0 } },
    { "a line that is no JSON is told, the next is read", "{\"ar\":\n\n{\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\"}\n",
      "- SKIP line that is no JSON object 1:6 «unexpected token near end of file»\nar:شبكة | fr:réseau\n", { 0 } },
    { "an object of something else", "{\"x\":1}\n", "- SKIP JSON object that is neither a pair nor an occurrence 1:1\n", { 0 } },
    { "contexts of a pair, and the sentence of a look-up",
      "{\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\",\"contexts\":[{\"text\":\"هذه شبكة\",\"source\":\"doc 1\"},{\"text\":\"تلك\"},7]}\n"
      "{\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\",\"match\":\"exact\",\"sentence\":\"هذه\",\"doc\":\"d1\"}\n",
      "ar:شبكة | fr:réseau\n  context:هذه شبكة from:doc 1 context:تلك\nar:شبكة | fr:réseau\n  context:هذه from:d1\n", { 0 } },
    { "a key that has no place, and values that are none, are told",
      "{\"ar\":\"شبكة\",\"la\":\"réseau\",\"lang\":\"fr\",\"colour\":1,\"note\":[],\"score\":7,\"created\":\"soon\"}\n",
      "- data that has no place in a glossary 1:1 «colour»\n- value that is not known 1:1 «note»\n- date that cannot be read 1:1 «soon»\n"
      "- value that is not known 1:1 «score»\nar:شبكة | fr:réseau\n", { 0 } },
    { "NUL in a term", "{\"ar\":\"شب\\u0000كة\",\"la\":\"réseau\",\"lang\":\"fr\"}\n", "- forbidden character, dropped 1:1\nar:شبكة | fr:réseau\n", { 0 } },
};

int main(void)
{
    UNIT_ROWS(lines, lists);
    return unit_run();
}
