/* spell/variants.h - all ways to write the hamzas and the ending of a word. */
#ifndef MQ_SPELL_VARIANTS_H
#define MQ_SPELL_VARIANTS_H

#include "spell/letters.h"

typedef void mq_variant_fn(void *user, const mq_letters *word);

/* Calls fn for at most 96 spellings with the same skeleton or nearly so, the word itself among them. Whether they exist the caller must ask. */
void mq_variants(const mq_letters *word, mq_variant_fn *fn, void *user);

#endif
