/*
 * store/spelling.h - which stored words are one or two slips of the pen away from a given one. Private to src/store.
 */
#ifndef MQ_STORE_SPELLING_H
#define MQ_STORE_SPELLING_H

#include "store/db.h"
#include "store/slips.h"

/* Makes the words of a key findable. Inside a change. */
mq_status mq_spelling_learn(mq_store *s, mq_str key, mq_error *err);
/* After a rollback: words that were learned may be gone. */
void mq_spelling_forget(mq_store *s);

enum { MQ_MOST_NEIGHBOURS = 48 };

typedef struct mq_neighbour {
    int64_t id;        /* of the word */
    unsigned distance; /* edits; 0 = the word itself */
    unsigned cost;     /* what they cost, by MQ_SLIP_COST */
    unsigned n;        /* bytes */
    char text[MQ_MOST_WORD_BYTES];
} mq_neighbour;

/*
 * The stored words nearest to `word` (folded), the least cost first, then in byte order: at most one edit away, two from 8 letters on as far as a
 * common deletion leads there. Of words of two letters only those with one more are found. A word without letters (store/slips.h) has no neighbour but
 * itself. Work is bounded by the length of the word.
 */
mq_status mq_spelling_near(mq_neighbour out[MQ_MOST_NEIGHBOURS], size_t *n, mq_store *s, mq_str word, mq_error *err);

#endif
