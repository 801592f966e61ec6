/*
 * exchange/sax.h - reading XML as a stream of elements (libxml2 SAX2, push), safe with any input.
 *
 *   - No network, no DTD, no XInclude; entities of the file are never expanded. Known are the five of XML and the names of HTML (&nbsp;), which
 *     careless tools leave in; another one is an error with its place.
 *   - Limits with a reason: depth 64 (the formats need 12), a tag of 64 KiB (libxml2 compares the attributes of a tag pairwise), a comment of 8 MiB,
 *     one text of 16 MiB.
 *   - Names come as small numbers: the format lists those it knows, others are MQ_SAX_UNKNOWN.
 */
#ifndef MQ_EXCHANGE_SAX_H
#define MQ_EXCHANGE_SAX_H

#include "exchange/source.h"

enum { MQ_SAX_UNKNOWN = -1, MQ_SAX_DEPTH = 64, MQ_SAX_TAG = 1 << 16, MQ_SAX_COMMENT = 1 << 23, MQ_SAX_TEXT = 1 << 24, MQ_SAX_NAMES = 64 };

typedef struct mq_sax mq_sax;

/* An element begins or ends. The name is an index into `names`. A status other than MQ_OK ends the reading and is returned. */
typedef struct mq_sax_events {
    mq_status (*start)(void *user, mq_sax *x, int name, mq_str written);
    mq_status (*end)(void *user, mq_sax *x, int name);
} mq_sax_events;

/* Reads the whole file. `names` ends with NULL, at most MQ_SAX_NAMES. MQ_EFORMAT, MQ_EENCODING, MQ_ELIMIT with a place; what start and end return. */
mq_status mq_sax_read(mq_source *source, const char *const *names, const mq_sax_events *events, void *user, mq_error *err);

/* In start only: an attribute by its local name; of two (xml:lang, lang) the one with a prefix. NULL pointer when it is not there. */
mq_str mq_sax_attribute(mq_sax *x, const char *name);
/* In start only: attribute i; false beyond the last. `prefix` may be empty. */
bool mq_sax_attribute_at(const mq_sax *x, size_t i, mq_str *prefix, mq_str *name, mq_str *value);
/* In start only: the namespace of the element; empty when there is none. */
mq_str mq_sax_namespace(const mq_sax *x);
size_t mq_sax_line(const mq_sax *x);
size_t mq_sax_column(const mq_sax *x);

/* Character data is collected while `collecting` is set. */
void mq_sax_collect(mq_sax *x, bool collecting);
/* What was collected; borrowed until the next event. A line break and the blanks behind it are layout, in `unfolded` one space. */
mq_str mq_sax_unfolded(mq_sax *x);
mq_str mq_sax_text(const mq_sax *x);
void mq_sax_clear(mq_sax *x);
/* Appends to what was collected. */
void mq_sax_add(mq_sax *x, mq_str s);

#endif
