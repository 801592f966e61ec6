/*
 * store/db.h - the SQLite handle behind mq_store: statements, values, errors, transactions. Private to src/store.
 *
 * Order of calls
 *     mq_sql_start   prepares a statement of sql.def once per handle, binds its values
 *     mq_sql_step    as long as it gives rows; at the end, and after a failure, the statement is reset by itself
 *     mq_sql_stop    only when one leaves before the end
 * Values are bound without a copy: they must live until the statement ends.
 */
#ifndef MQ_STORE_DB_H
#define MQ_STORE_DB_H

#include <sqlite3.h>

#include <muqabil/store.h>

/* All fixed SQL, one row each. */
enum mq_sql {
#define X(name, text) SQL_##name,
#include "store/sql.def"
#undef X
    SQL_COUNT
};

/* Hashes of the words that this handle knows to be in the table `word` (store/spelling.c). */
enum { MQ_KNOWN_WORDS = 1 << 19 };

struct mq_store {
    sqlite3 *db;
    char *path;               /* as the caller gave it, for messages */
    bool writable;
    bool changing;            /* between begin and the end of a change */
    bool broken;              /* something failed inside it: only rollback helps */
    int64_t epoch;            /* SOURCE_DATE_EPOCH; -1 = the clock */
    int64_t began, held;      /* milliseconds: start of this change; write lock held since the last pause */
    sqlite3_stmt *statements[SQL_COUNT];
    int64_t sentence, sentence_doc; /* the last one stored; 0 = none */
    mq_buf sentence_text;
    int64_t next_pair;        /* the id of the next pair; 0 = not known in this change */
    unsigned new_terms[2];    /* of the last Latin, Arabic terms so many were new (store/terms.c) */
    struct mq_known_term *known_terms; /* of this change; NULL until the first */
    uint64_t made_pairs;      /* in this change, by imports */
    uint64_t bulk_from;       /* MQ_BULK_FROM, or what a test says */
    struct mq_bulk *bulk;     /* the indexes of terms and pairs are missing; NULL = they are there */
    bool no_renames;          /* the table `renamed` is known to be empty, in this change */
    uint64_t change;          /* counts them, and what makes known terms unknown */
    uint64_t *known_words;    /* NULL until the first word */
    mq_buf ar_key, la_key;    /* scratch for the two sides of a pair */
    struct mq_key_memo *key_memo; /* of store/contexts.c; NULL until the first sentence */
};

/* ---- values ---- */

typedef struct mq_value {
    enum { MQ_VALUE_INT, MQ_VALUE_REAL, MQ_VALUE_TEXT, MQ_VALUE_NULL } type;
    int64_t i;
    double r;
    mq_str s;
} mq_value;

static inline mq_value mq_int(int64_t i) { return (mq_value){ .type = MQ_VALUE_INT, .i = i }; }
static inline mq_value mq_real(double r) { return (mq_value){ .type = MQ_VALUE_REAL, .r = r }; }
static inline mq_value mq_text(mq_str s) { return (mq_value){ .type = MQ_VALUE_TEXT, .s = s }; }
static inline mq_value mq_null(void) { return (mq_value){ .type = MQ_VALUE_NULL }; }

/* The values of ?1 ?2 … and their count: MQ_BIND(mq_int(id), mq_text(key)). */
#define MQ_BIND(...) (const mq_value[]){ __VA_ARGS__ }, sizeof((const mq_value[]){ __VA_ARGS__ }) / sizeof(mq_value)
#define MQ_BIND_NONE NULL, 0

mq_str mq_column_str(sqlite3_stmt *st, int column); /* lives until the next step; NULL gives the empty string */

/* ---- statements ---- */

mq_status mq_sql_start(sqlite3_stmt **st, mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err);
mq_status mq_sql_step(bool *row, mq_store *s, sqlite3_stmt *st, mq_error *err);
void mq_sql_stop(sqlite3_stmt *st);
/* Runs a statement whose rows nobody wants. */
mq_status mq_sql_exec(mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err);
/* The number in the first column of the first row; `none` when there is no row. */
mq_status mq_sql_number(int64_t *out, int64_t none, mq_store *s, enum mq_sql which, const mq_value *v, size_t n, mq_error *err);
/* The same for SQL put together at run time, from parts that are ours. *st is the caller's to finalize. */
mq_status mq_sql_prepare(sqlite3_stmt **st, mq_store *s, const char *text, const mq_value *v, size_t n, mq_error *err);

/* Runs fixed statements that have neither values nor rows, one behind the other; bulk may go on. */
mq_status mq_db_run(mq_store *s, const char *text, mq_error *err);

/* Appends `head` and `tail` as one quoted string of the FTS5 query language. */
void mq_fts_quote(mq_buf *out, mq_str head, mq_str tail);

/* ---- failures ---- */

/* Turns what SQLite last said about s into a status and a message. Marks an open change as broken. */
mq_status mq_db_fail(mq_store *s, int code, mq_error *err);
/* The same for a handle that is no store yet (opening, backup). `doing` is the start of the message: "cannot open". */
mq_status mq_sqlite_fail(sqlite3 *db, int code, const char *doing, const char *path, mq_error *err);

/* ---- changes ---- */

/* Opens a transaction unless the caller has one; *own says which. MQ_EDB when the handle may not write, or when the caller's is broken. */
mq_status mq_change_begin(bool *own, mq_store *s, mq_error *err);
/* Ends what mq_change_begin opened: commits, or rolls back when rc is a failure. Returns the first failure. */
mq_status mq_change_end(bool own, mq_store *s, mq_status rc, mq_error *err);
/* One unchanging picture of the file over several SELECTs. Inside a change it does nothing. */
mq_status mq_snapshot_begin(bool *own, mq_store *s, mq_error *err);
void mq_snapshot_end(bool own, mq_store *s);

/* SQLite's busy handler for every handle of ours. */
int mq_db_wait(void *unused, int tries);

/* Seconds since 1970: SOURCE_DATE_EPOCH or the clock. */
int64_t mq_store_now(const mq_store *s);

#endif
