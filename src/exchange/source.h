/*
 * exchange/source.h - the bytes of a file for the readers: as they are (XML finds its own encoding), or as lines of UTF-8.
 */
#ifndef MQ_EXCHANGE_SOURCE_H
#define MQ_EXCHANGE_SOURCE_H

#include <muqabil/base.h>

#include "base/input.h"
#include "text/encoding.h"

enum {
    MQ_SOURCE_HEAD = 1 << 16, /* bytes looked at to tell format and encoding; then read at a time */
    MQ_LINE_MOST = 1 << 20
};

typedef struct mq_source {
    mq_input *in;
    mq_encoding encoding;
    mq_decoder *decoder;      /* NULL: UTF-8 already */
    mq_buf raw;               /* bytes on their way to the decoder */
    mq_buf text;              /* decoded, from `at` on not yet given out */
    size_t at;
    bool ended;
    size_t line;              /* of the line given last, from 1 */
} mq_source;

mq_status mq_source_open(mq_source *s, const char *path, mq_error *err);
/* The first bytes of the file, as they are; until the first line is read. */
mq_status mq_source_head(mq_str *head, mq_source *s, mq_error *err);
/*
 * Chooses the encoding of the lines, the named one or, with NULL, by BOM and look, and decodes the beginning. MQ_EINVALID for an unknown name. Once, before
 * the first line.
 */
mq_status mq_source_decode(mq_source *s, const char *named, mq_error *err);
/*
 * The next line, without its line break, borrowed until the next call. A UTF-8 file is not checked; a decoded one has U+FFFD for what had no meaning.
 * MQ_ENOTFOUND at the end; MQ_ELIMIT for a line longer than MQ_LINE_MOST: it is skipped, and reading can go on.
 */
mq_status mq_source_line(mq_str *line, mq_source *s, mq_error *err);
/* Decoded text that is there already, from the next line on; does not move. */
mq_str mq_source_ahead(const mq_source *s);
void mq_source_release(mq_source *s);

#endif
