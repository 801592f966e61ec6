/* store/terms.h - headwords: their keys, their rows, and the word index that follows them. Private to src/store. */
#ifndef MQ_STORE_TERMS_H
#define MQ_STORE_TERMS_H

#include "store/db.h"
#include "store/termkeys.h"

/* A term on its way into the file. Text and key are borrowed. */
typedef struct mq_stored_term {
    mq_lang lang;
    mq_str text;  /* display form */
    mq_str key;
} mq_stored_term;

/*
 * Checks a term and makes its key, which lives in *key until that is written again.
 * MQ_EINVALID: nothing visible in it, or a NUL byte. MQ_ELIMIT: longer than MQ_MOST_TERM bytes.
 */
mq_status mq_term_make(mq_stored_term *t, mq_buf *key, mq_str text, mq_lang lang, mq_error *err);
/* The same with a key that was made before; an empty one is made. */
mq_status mq_term_make_keyed(mq_stored_term *t, mq_buf *scratch, mq_str text, mq_lang lang, mq_str key, mq_error *err);

/* *id = 0 when there is none. *same_text (may be NULL): it is also written like that. */
mq_status mq_term_find(int64_t *id, bool *same_text, mq_store *s, const mq_stored_term *t, mq_error *err);

/* The row of a term, made when it is new; *made then. `rewrite`: its display form becomes t->text. Inside a change. */
mq_status mq_term_intern(int64_t *id, bool *made, mq_store *s, const mq_stored_term *t, bool rewrite, mq_error *err);

/*
 * A term that was there before, under the id `old`: found by its key or, when it has gone, made again, under that id if it is free. What is listed by the
 * age of terms then keeps its order. Inside a change.
 */
mq_status mq_term_restore(int64_t *id, mq_store *s, const mq_stored_term *t, int64_t old, mq_error *err);

/* Makes a new term findable by its words. Inside a change. */
mq_status mq_term_learn_words(mq_store *s, int64_t id, mq_str key, mq_error *err);

/* Removes the term when no pair holds it any more. Inside a change. */
mq_status mq_term_sweep(mq_store *s, int64_t id, mq_error *err);

#endif
