/*
 * text/encoding.h - which encoding the bytes of a document are in, and their way to UTF-8. ICU knows the tables.
 *
 * UTF-8 itself needs no decoder: base/utf8.h checks and repairs it much faster.
 */
#ifndef MQ_TEXT_ENCODING_H
#define MQ_TEXT_ENCODING_H

#include <muqabil/base.h>

typedef struct mq_encoding {
    char name[32];  /* "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256", "ISO-8859-6", "windows-1252", or what a document declares */
    size_t bom;     /* bytes at the start that are a BOM and no text */
    bool guessed;   /* from the look of the text, not from a BOM, a declaration or well-formed UTF-8 */
} mq_encoding;

/*
 * Judges a document by its first bytes; 64 KiB behind the first byte that is not ASCII tell enough. A code point cut off by the end of `head` is no
 * mistake. Never fails: what looks like nothing known is UTF-8, whose mistakes are then replaced.
 */
void mq_encoding_detect(mq_encoding *out, mq_str head);

/*
 * The encoding of a charset label in a document ("cp1256", "x-cp1256", "latin1"); false for one that is unknown or does not hold ASCII as it is.
 * Like a browser it takes Latin-1 for windows-1252 and a declared UTF-16 for UTF-8: the declaration itself was read as ASCII.
 */
bool mq_encoding_named(mq_encoding *out, mq_str label);

typedef struct mq_decoder mq_decoder;

/* From `name` (of an mq_encoding, not "UTF-8") to UTF-8. MQ_EENCODING, MQ_ENOMEM. One thread at a time. */
mq_status mq_decoder_new(mq_decoder **out, const char *name, mq_error *err);
/* Appends the next bytes of the document as UTF-8. `end`: no more follow. What has no meaning becomes one U+FFFD each. MQ_ENOMEM, MQ_EENCODING. */
mq_status mq_decoder_add(mq_decoder *d, mq_buf *out, mq_str in, bool end, mq_error *err);
/* How many sequences had no meaning; *first = byte offset of the first, counted from the first byte that was added. */
uint64_t mq_decoder_replaced(const mq_decoder *d, uint64_t *first);
void mq_decoder_free(mq_decoder *d);

#endif
