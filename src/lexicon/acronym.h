/*
 * lexicon/acronym.h - acronyms of public life and technology with their names: dict/acronyms.tsv.
 */
#ifndef MQ_LEXICON_ACRONYM_H
#define MQ_LEXICON_ACRONYM_H

#include <muqabil/base.h>

#include "base/dict.h"

enum { MQ_ACRONYM_WORDS = 14 };

/* One Arabic name, or one French or English expansion, of one acronym: the keys of its content words, in order. */
typedef struct mq_acronym {
    uint32_t stem[MQ_ACRONYM_WORDS]; /* name: lower half of mq_hash of the light stem, article and proclitics away; expansion: mq_latin_key.exact */
    uint8_t n;
    uint8_t langs;                   /* MQ_RENDERING_*: name: languages whose expansion gives the letters; expansion: its own */
    bool expansion;
    uint8_t pad;
} mq_acronym;

typedef struct mq_acronyms {
    const mq_acronym *a;
    size_t n;
} mq_acronyms;

extern const mq_dict mq_dict_acronyms;

/* The names and expansions of an acronym, given as written; dots, case and a plural s do not count. */
mq_acronyms mq_acronym_find(mq_str image, mq_str acronym);

/* The light stem of a word (folded by MQ_FOLD_SEARCH), its clitics away: a part of it; empty for words of two letters, which are function words. */
mq_str mq_content_stem(mq_str folded);
/* The stem under which a word is compared with mq_acronym.stem: the lower half of its hash; 0 when it is empty. */
uint32_t mq_acronym_stem(mq_str folded);
uint32_t mq_acronym_stem_cut(mq_str stem); /* the same of a word whose clitics are already away */
uint32_t mq_acronym_stem_light(mq_str stem, uint64_t light_hash); /* the same by mq_hash of its light stem, mq_light_stem */

#endif
