/*
 * store/spelling.h - which stored words are one or two slips of the pen away from a given one. Private to src/store.
 */
#ifndef MQ_STORE_SPELLING_H
#define MQ_STORE_SPELLING_H

#include "store/db.h"

/* Makes the words of a key findable. Inside a change. */
mq_status mq_spelling_learn(mq_store *s, mq_str key, mq_error *err);
/* After a rollback: words that were learned may be gone. */
void mq_spelling_forget(mq_store *s);

enum { MQ_MOST_NEIGHBOURS = 24, MQ_MOST_WORD_BYTES = 32 * 4 };

typedef struct mq_neighbour {
    int64_t id;        /* of the word */
    unsigned distance; /* 0 = the word itself */
    unsigned n;        /* bytes */
    char text[MQ_MOST_WORD_BYTES];
} mq_neighbour;

/*
 * The stored words nearest to `word` (folded), nearest first, then in byte order: at most one edit away, two from 8 letters on as far as a
 * common deletion leads there. Words of less than 3 or more than 32 letters have no neighbours but themselves. Work is bounded by the length of the word.
 */
mq_status mq_spelling_near(mq_neighbour out[MQ_MOST_NEIGHBOURS], size_t *n, mq_store *s, mq_str word, mq_error *err);

/*
 * Edits between two folded words: insertion, deletion, substitution and the exchange of two neighbours each count 1 (optimal string alignment). A word
 * without neighbours (see above, or with a digit) is MQ_MOST_WORD_BYTES away from every other.
 */
unsigned mq_spelling_distance(mq_str x, mq_str y);

#endif
