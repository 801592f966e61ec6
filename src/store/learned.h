/* store/learned.h - what `train` learned from the pairs of a glossary, kept in its file. For src/glossary. */
#ifndef MQ_STORE_LEARNED_H
#define MQ_STORE_LEARNED_H

#include <muqabil/store.h>

/* A word that says another one. */
typedef struct mq_learned_word {
    mq_str ar, la;       /* a stem (mq_content_stem), a folded word */
    unsigned langs;      /* MQ_RENDERING_FR, EN */
    double forth, back;  /* P(la | ar), P(ar | la) */
} mq_learned_word;

/* Forgets all; adds. Inside a change of the caller. A word that is there is MQ_EDB, a term that is there stays. MQ_EDB, MQ_EIO, MQ_ENOMEM. */
mq_status mq_store_unlearn(mq_store *s, mq_error *err);
mq_status mq_store_learn_word(mq_store *s, const mq_learned_word *w, mq_error *err);
/* ar, la: mq_phrase_key of the two sides of a pair. */
mq_status mq_store_learn_term(mq_store *s, uint64_t ar, uint64_t la, mq_error *err);

/* All there is, in the order of the keys. A non-zero return of fn stops and is returned. */
typedef mq_status mq_learned_word_fn(void *user, const mq_learned_word *w);
typedef mq_status mq_learned_term_fn(void *user, uint64_t ar, uint64_t la);
mq_status mq_store_learned_words(mq_store *s, mq_learned_word_fn *fn, void *user, mq_error *err);
mq_status mq_store_learned_terms(mq_store *s, mq_learned_term_fn *fn, void *user, mq_error *err);

#endif
