/*
 * store/schema.h - the shape of a glossary file, and how an older one gets it. Private to src/store.
 */
#ifndef MQ_STORE_SCHEMA_H
#define MQ_STORE_SCHEMA_H

#include <muqabil/store.h>

/* "mqbl", in the header of every glossary file (bytes 68..71, big endian). */
#define MQ_APPLICATION_ID 0x6d71626c

/* The version this program writes: PRAGMA user_version. */
enum { MQ_SCHEMA_VERSION = 6 };

/* The SQL that takes a file from version - 1 to version, for version in [1, MQ_SCHEMA_VERSION]. */
const char *mq_schema_step(int version);

/* Makes the indexes of terms and pairs in a file of this version; and drops them, for a while (store/bulk.c). */
extern const char mq_schema_indexes[], mq_schema_drop_indexes[];
/* Empties the tables of words; and makes the same, with a change open, in another database (store/aside.c). */
extern const char mq_schema_empty_words[], mq_schema_words_aside[];

/* What SQL cannot do of that step: fills what it made from what is there. Inside its transaction. */
mq_status mq_schema_fill(mq_store *s, int version, mq_error *err);

#endif
