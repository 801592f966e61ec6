/* spell/vocabulary.h - what mq_vocabulary holds. */
#ifndef MQ_SPELL_VOCABULARY_H
#define MQ_SPELL_VOCABULARY_H

#include <muqabil/spell.h>

#include "base/hash.h"
#include "spell/affix.h"
#include "spell/terms.h"

/* A stem as a suggestion: where its letters stand in `dic`, and which letters it has, for a first look. */
struct vocabulary_stem {
    uint64_t letters;  /* bit l: letter l is in it */
    uint32_t at;
    uint8_t n, bytes;
};

struct mq_vocabulary {
    mq_buf dic;        /* stems with their classes, as a .dic file; its status keeps a failed allocation */
    mq_affix *stems;   /* dic compiled; set once it is sealed */
    struct vocabulary_stem *stem; /* made with `stems`, ordered by n */
    size_t nstems;
    uint64_t *latin;   /* hashes of folded Latin words, sorted once it is sealed */
    size_t nlatin;
    mq_terms terms;
    bool sealed;
};

/* Fills `stem` from `dic`. */
mq_status mq_vocabulary_index(mq_vocabulary *v, mq_error *err);

#endif
