/* spell/vocabulary.h - what mq_vocabulary holds. */
#ifndef MQ_SPELL_VOCABULARY_H
#define MQ_SPELL_VOCABULARY_H

#include <muqabil/spell.h>

#include "base/hash.h"
#include "spell/affix.h"
#include "spell/terms.h"

struct mq_vocabulary {
    mq_buf dic;        /* stems with their classes, as a .dic file; its status keeps a failed allocation */
    mq_affix *stems;   /* dic compiled; set once it is sealed */
    uint64_t *latin;   /* hashes of folded Latin words, sorted once it is sealed */
    size_t nlatin;
    mq_terms terms;
    bool sealed;
};

#endif
