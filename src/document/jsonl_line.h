/* document/jsonl_line.h - {"id":"…","text":"…"} at the speed of the disk. */
#ifndef MQ_DOCUMENT_JSONL_LINE_H
#define MQ_DOCUMENT_JSONL_LINE_H

#include <muqabil/base.h>

/*
 * Appends the id and the text of a line of well-formed UTF-8 that is an object of just these two strings, in either order. False for anything else,
 * right or wrong, which a JSON library must then judge; *id and *text may hold rubbish then.
 */
bool mq_jsonl_line(mq_buf *id, mq_buf *text, mq_str line);

#endif
