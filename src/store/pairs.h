/* store/pairs.h - rows as mq_pair and mq_occurrence. Private to src/store. */
#ifndef MQ_STORE_PAIRS_H
#define MQ_STORE_PAIRS_H

#include "base/arena.h"
#include "store/db.h"
#include "store/terms.h"

/* Whose hand was on a pair; a lower one never overwrites a higher one. */
enum mq_hand { MQ_HAND_MINER = 0, MQ_HAND_IMPORT = 1, MQ_HAND_PERSON = 2 };

/* A pair as stored: what the world sees and what the rules of merging need. */
typedef struct mq_pair_row {
    mq_pair pair;
    enum mq_hand hand;
    double base;
    int64_t ar, la; /* rows of the terms */
} mq_pair_row;

/* Reads the columns of PAIR_COLUMNS. The strings live until the statement steps on. */
void mq_pair_read(mq_pair_row *out, sqlite3_stmt *st);
/* Reads the columns of OCCURRENCE_COLUMNS, likewise. */
void mq_occurrence_read(mq_occurrence *out, sqlite3_stmt *st);

/* A pair, copied into the arena. MQ_ENOTFOUND. */
mq_status mq_pair_load(mq_pair_row *r, mq_arena *a, mq_store *s, int64_t id, mq_error *err);
/* Writes all of a row but its counts and its age. Inside a change. */
mq_status mq_pair_write(mq_store *s, const mq_pair_row *r, int64_t changed, mq_error *err);
/* The miner no longer means another pair by this name. Inside a change. */
mq_status mq_pair_claim_name(mq_store *s, const mq_stored_term *ar, const mq_stored_term *la, mq_error *err);

/* Gives each pair that a statement with PAIR_COLUMNS finds to fn; the statement must not be in use. */
mq_status mq_pairs_tell(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_pair_fn *fn, void *user, mq_error *err);

/* The id for a pair about to be made: above all that are and that ever were. Inside a change. */
mq_status mq_pair_next_id(int64_t *id, mq_store *s, mq_error *err);

#endif
