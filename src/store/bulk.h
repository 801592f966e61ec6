/* store/bulk.h - many pairs in one change: without the indexes of terms and pairs, which are made at its end. Private to src/store. */
#ifndef MQ_STORE_BULK_H
#define MQ_STORE_BULK_H

#include "store/terms.h"

/* A change that has made so many pairs is looked at for the first time: is it the greater part of the glossary? */
enum { MQ_BULK_FROM = 1 << 14 };

/* What an index would have told while s->bulk is set: 0 = there is none. */
int64_t mq_bulk_find_term(const mq_store *s, const mq_stored_term *t);
int64_t mq_bulk_find_pair(const mq_store *s, int64_t ar, int64_t la);

/* Makes the row of a term that is not there. While s->bulk is set. */
mq_status mq_bulk_make_term(int64_t *id, mq_store *s, const mq_stored_term *t, mq_error *err);
/* mq_sql_exec of TERM_PUT or PAIR_ADD_PLAIN; during bulk at the latest before anything else is asked, so a failure may come later. */
mq_status mq_bulk_put(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err);
/* After each new pair of an import: remembers it, or begins when it is worth it. */
mq_status mq_bulk_pair_made(mq_store *s, int64_t id, int64_t ar, int64_t la, mq_error *err);

/* Makes the indexes when the statement needs one of them. */
mq_status mq_bulk_make_way(mq_store *s, enum mq_sql which, mq_error *err);
/* Makes the indexes, if they are missing: the change goes on row by row. */
mq_status mq_bulk_end(mq_store *s, mq_error *err);
/* After a rollback, which brings the indexes back by itself. */
void mq_bulk_forget(mq_store *s);

#endif
