/* spell/near.h - all forms within a given cost of a word. */
#ifndef MQ_SPELL_NEAR_H
#define MQ_SPELL_NEAR_H

#include "spell/forms.h"

/* Told each form with its cost (sixteenths of a bit), in no order that matters. */
typedef void mq_near_fn(void *user, uint32_t form, int cost);

/* `written` is at most MQ_LETTERS_MOST letters; a form costs no more than `budget`. The word itself costs 0. */
void mq_forms_near(const mq_forms *f, const mq_letters *written, int budget, mq_near_fn *fn, void *user);

#endif
