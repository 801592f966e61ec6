/*
 * spell/authority.h - the Hunspell dictionaries of the machine: Arabic, French, English. Each is opened when it is asked for the first time, once per process.
 *
 * They are looked for in $DICPATH (as hunspell does) and in the folders where systems keep them. Arabic is read by affix.h, or by libhunspell when the
 * file holds what that reader does not know; French and English by libhunspell behind a lock, because a handle serves one thread. All functions may be
 * called from any thread.
 */
#ifndef MQ_SPELL_AUTHORITY_H
#define MQ_SPELL_AUTHORITY_H

#include <muqabil/pair.h>

#include "spell/letters.h"

/* What a dictionary says of a word. NOTHING: there is no dictionary for that language here. */
typedef enum mq_says { MQ_SAYS_NO, MQ_SAYS_YES, MQ_SAYS_NOTHING } mq_says;

mq_says mq_authority_arabic(const mq_letters *word);
/* Is there one for Arabic? Looks for the files and opens none. */
bool mq_authority_has_arabic(void);
/* lang is MQ_LANG_FR or MQ_LANG_EN. */
mq_says mq_authority_latin(mq_lang lang, mq_str word);

#endif
