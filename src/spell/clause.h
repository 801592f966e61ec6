/* spell/clause.h - what a verb asks of an أن or إن further on in its clause: قال الوزير في الندوة إن, أكد الوزير أن. */
#ifndef MQ_SPELL_CLAUSE_H
#define MQ_SPELL_CLAUSE_H

#include "spell/speller.h"

/* Takes token i, read as *p, into account, once it has been judged itself. */
void mq_clause_read(struct mq_clause *c, const mq_tokens *k, size_t i, const struct place *p);

/* Bits for the candidate in place of the known word `here`; 0 for any words but أن and إن, with or without a pronoun. */
double mq_clause_fit(const struct mq_clause *c, const mq_letters *here, const mq_letters *candidate, const struct place *next);

#endif
