/*
 * lexicon/lands.h - Arabic words for countries, peoples and languages, with the language that their Latin names are usually in: dict/lands.tsv.
 */
#ifndef MQ_LEXICON_LANDS_H
#define MQ_LEXICON_LANDS_H

#include <muqabil/base.h>

#include "base/dict.h"

enum { MQ_LAND_FR = 1, MQ_LAND_EN = 2, MQ_LAND_OTHER = 4, MQ_LAND_TONGUE = 8 };

extern const mq_dict mq_dict_lands;

/* MQ_LAND_* of a word (TONGUE: named as a language, it is another one, whatever the other bits say: Welsh), given by its stem (mq_acronym_stem); 0 = none. */
unsigned mq_land(mq_str image, uint32_t stem);

#endif
