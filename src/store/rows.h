/*
 * store/rows.h - rows put at the end of a table, MQ_ROWS with one statement: half of what a small statement costs is to begin and to end it. Private to
 * src/store.
 */
#ifndef MQ_STORE_ROWS_H
#define MQ_STORE_ROWS_H

#include "base/arena.h"
#include "store/db.h"

enum { MQ_ROWS = 16, MQ_ROW_COLUMNS = 13 };

typedef struct mq_rows {
    enum mq_sql one, many;      /* statements that put one row, and MQ_ROWS of them */
    size_t columns, n;          /* of each; waiting */
    mq_value v[MQ_ROWS * MQ_ROW_COLUMNS];
    mq_arena texts;
} mq_rows;

/* Copies the values of a row, which waits for others. columns of them. */
mq_status mq_rows_add(mq_rows *r, mq_store *s, const mq_value *v, mq_error *err);
/* Puts those that wait. */
mq_status mq_rows_put(mq_rows *r, mq_store *s, mq_error *err);
void mq_rows_release(mq_rows *r);

#endif
