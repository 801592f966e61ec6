/*
 * spell/recognise.h - is this word right? Asked of five sources, the fast ones first.
 */
#ifndef MQ_SPELL_RECOGNISE_H
#define MQ_SPELL_RECOGNISE_H

#include <muqabil/spell.h>

#include "base/dict.h"
#include "spell/forms.h"

extern const mq_dict mq_dict_ar_aff, mq_dict_ar_dic;

/*
 * dict/forms.tsv (answered from memory), the words and terms of `v` (may be NULL), dict/ar.dic, the Hunspell dictionary of the machine, and names of
 * forms.tsv behind glued letters. Any thread.
 */
bool mq_recognise(const mq_vocabulary *v, const mq_letters *word);

/* Does the vocabulary itself hold the word, in any inflection? */
bool mq_vocabulary_knows(const mq_vocabulary *v, const mq_letters *word);
bool mq_vocabulary_knows_latin(const mq_vocabulary *v, mq_str word);
/* Calls fn with each stem of the vocabulary that may be one or two letters away from `word`. v may be NULL. */
typedef void mq_stem_fn(void *user, const mq_letters *stem);
void mq_vocabulary_near(const mq_vocabulary *v, const mq_letters *word, mq_stem_fn *fn, void *user);
/* Compiles what was added; called by mq_speller_new. */
mq_status mq_vocabulary_seal(mq_vocabulary *v, mq_error *err);

#endif
