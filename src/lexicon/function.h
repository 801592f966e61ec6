/* lexicon/function.h - the roles of function words, class words and cue words: dict/function.tsv. */
#ifndef MQ_LEXICON_FUNCTION_H
#define MQ_LEXICON_FUNCTION_H

#include <muqabil/base.h>

#include "base/dict.h"

enum {
    MQ_ROLE_PREP = 1 << 0, MQ_ROLE_CONJ = 1 << 1, MQ_ROLE_DEM = 1 << 2, MQ_ROLE_REL = 1 << 3, MQ_ROLE_PRON = 1 << 4, MQ_ROLE_NEG = 1 << 5,
    MQ_ROLE_ADV = 1 << 6, MQ_ROLE_VERB = 1 << 7, MQ_ROLE_HEAD = 1 << 8, MQ_ROLE_BODY = 1 << 9, MQ_ROLE_CUE = 1 << 10, MQ_ROLE_FR = 1 << 11,
    MQ_ROLE_EN = 1 << 12, MQ_ROLE_FOREIGN = 1 << 13, MQ_ROLE_ACR = 1 << 14, MQ_ROLE_GLUE = 1 << 15, MQ_ROLE_LINK = 1 << 16,
    MQ_ROLE_PASSING = 1 << 17, MQ_ROLE_HAVING = 1 << 18, MQ_ROLE_MEANS = 1 << 19, MQ_ROLE_BEARS = 1 << 20,
    /* the seats of the hamza on the alef that a form with a role is written with; none of them: it has no such alef */
    MQ_ROLE_ABOVE = 1 << 21, MQ_ROLE_BELOW = 1 << 22, MQ_ROLE_MADDA = 1 << 23, MQ_ROLE_SEATS = MQ_ROLE_ABOVE | MQ_ROLE_BELOW | MQ_ROLE_MADDA,
    MQ_ROLE_EDGELESS = MQ_ROLE_PREP | MQ_ROLE_CONJ | MQ_ROLE_DEM | MQ_ROLE_REL | MQ_ROLE_PRON | MQ_ROLE_NEG | MQ_ROLE_VERB
};

extern const mq_dict mq_dict_function;

/* MQ_ROLE_* of a form, given by the hash (mq_hash) of its MQ_FOLD_SEARCH; 0 = none. */
unsigned mq_roles(mq_str image, uint64_t hash);

/* The same with the seats: MQ_FOLD_SEARCH makes one word of إثر and أثر. */
unsigned mq_roles_seated(mq_str image, uint64_t hash);
/* The seat of a word as it is written, of its first letter, or of its second behind a letter that may be a clitic: one of MQ_ROLE_SEATS, or 0. */
unsigned mq_role_seat(mq_str written);

#endif
