/*
 * store/schema.h - the shape of a glossary file, and how an older one gets it.
 */
#ifndef MQ_STORE_SCHEMA_H
#define MQ_STORE_SCHEMA_H

/* "mqbl", in the header of every glossary file (bytes 68..71, big endian). */
#define MQ_APPLICATION_ID 0x6d71626c

/* The version this program writes: PRAGMA user_version. */
enum { MQ_SCHEMA_VERSION = 1 };

/* The SQL that takes a file from version - 1 to version, for version in [1, MQ_SCHEMA_VERSION]. */
const char *mq_schema_step(int version);

#endif
