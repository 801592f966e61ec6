/*
 * spell/terms.h - the terms of a glossary in running text: which rendering was used, and whether the glossary prefers another.
 */
#ifndef MQ_SPELL_TERMS_H
#define MQ_SPELL_TERMS_H

#include "base/arena.h"
#include "spell/found.h"
#include "spell/typography.h"

/* One pair of the glossary. Words are compared by the hashes of their search keys: folded, without article and clitics. */
struct term {
    mq_str ar, la, source;
    mq_pair_status status;
    uint64_t same;           /* pairs that say the same have the same: of their concept, or of their Latin term */
    uint32_t group;          /* the number of `same`, 0..ngroups-1, once sealed */
    uint64_t *ar_word, *la_word;
    uint32_t nar, nla;
};

/* From the hash of a first word to the terms that begin with it. */
struct term_entry {
    uint64_t hash;
    uint32_t term;
    bool latin;
};

typedef struct mq_terms {
    mq_arena arena;
    struct term *term;
    size_t n, cap;
    struct term_entry *entry; /* sorted by hash once sealed */
    size_t nentries, entries_cap;
    uint32_t *wanted;         /* per group: the preferred term, or the first accepted one, + 1; 0 = all are deprecated */
    uint32_t ngroups;
} mq_terms;

mq_status mq_terms_add(mq_terms *t, const mq_pair *p, mq_error *err);
mq_status mq_terms_seal(mq_terms *t, mq_error *err);
void mq_terms_release(mq_terms *t);

/*
 * Adds to *all: a deprecated rendering, or an accepted one where another is preferred; a Latin term whose first mention has no Arabic rendering near
 * it; a Latin term that is rendered in two ways.
 */
void mq_check_terms(mq_founds *all, const mq_tokens *k, const mq_terms *t);

#endif
