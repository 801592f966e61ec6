/*
 * document/reader.h - what the readers of the formats share. A format is a function that fills the next part; reader.c has the table of them.
 */
#ifndef MQ_DOCUMENT_READER_H
#define MQ_DOCUMENT_READER_H

#include <muqabil/document.h>

#include "base/input.h"
#include "document/claims.h"
#include "document/places.h"
#include "text/encoding.h"

/* A file that must be held whole, or one line of JSONL. Texts of this trade are a thousand times smaller; it bounds the memory a file can ask for. */
#define MQ_DOCUMENT_LIMIT ((size_t)256 << 20)

typedef mq_status mq_next_fn(mq_reader *r, mq_part *part, mq_error *err);

struct mq_reader {
    mq_input *in;
    char *path;              /* as it was given; "-" is standard input */
    mq_buf id;               /* the path as well-formed UTF-8 */
    mq_reader_info info;
    mq_encoding encoding;
    mq_next_fn *next;
    bool done;               /* there is no further part */
    mq_buf bytes;            /* txt: bytes to decode; jsonl: the line; others: the whole file */
    mq_buf source;           /* the same as UTF-8, where it had to be changed */
    mq_decoder *decoder;     /* txt, when it is not UTF-8 */
    mq_buf tail;             /* txt: read, but behind the cut */
    bool begun;              /* txt: there was a part */
    bool drained;            /* txt: the input has no more */
    bool placed;             /* txt: parts are read from their place in the file, by the thread that needs them; there is no tail */
    uint64_t offset;         /* txt: byte of the file where the next part begins (UTF-8 only) */
    struct mq_claims claims; /* of parts; once they are read these follow, and `info`: */
    size_t start;            /* txt: code points given so far */
    size_t line, column;     /* txt: place of the next part; jsonl: lines read */
};

/* Reads the next part of a format that streams. */
mq_next_fn mq_txt_next, mq_jsonl_next;
/* Reads a part that txt has left unread; false where that part or one before it cannot be read. Any thread. */
bool mq_txt_load(mq_reader *r, mq_part *part);
/* Fills the only part of a document from the bytes of the whole file. */
mq_next_fn mq_html_read, mq_md_read, mq_docx_read, mq_odt_read, mq_tmx_draft_read, mq_xliff_read, mq_po_read;

/* The name of the file for messages. */
const char *mq_reader_name(const mq_reader *r);
/* Notes that `n` ill-formed sequences were replaced, the first at byte `at` of the file. */
void mq_reader_replaced(mq_reader *r, uint64_t n, uint64_t at);
/*
 * The whole file as UTF-8 without BOM, valid until the next call. `declared`: the label of an encoding that the document names, may be empty. Bytes that
 * are well-formed UTF-8 are never taken for anything else.
 */
mq_status mq_reader_source(mq_reader *r, mq_str declared, mq_str *out, mq_error *err);

#endif
