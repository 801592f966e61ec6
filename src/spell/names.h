/* spell/names.h - given names: what stands behind one is a family name, and no dictionary holds all of those. */
#ifndef MQ_SPELL_NAMES_H
#define MQ_SPELL_NAMES_H

#include "base/dict.h"
#include "spell/letters.h"

extern const mq_dict mq_dict_given_names;

/* Is it a given name, و ف ب ل ك glued to it or not? Any thread. */
bool mq_is_given_name(const mq_letters *w);

#endif
