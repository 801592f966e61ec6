/*
 * text/wrap.h - line ends that a page made, not the writer: text out of a PDF has one wherever the page was full.
 */
#ifndef MQ_TEXT_WRAP_H
#define MQ_TEXT_WRAP_H

#include <muqabil/base.h>

/* mq_is_wrap looks at no more bytes than these before and behind a line end. */
enum { MQ_WRAP_REACH = 2400 };

/*
 * Whether the line end at byte `lf` (a LF) of well-formed text stands inside a sentence: the page was full there, and it may be read as a space.
 * In doubt false: a list, a table or a title stays what it is.
 */
bool mq_is_wrap(mq_str text, size_t lf);

/* Whether byte `at`, at most text.n, stands behind a line end that is no wrap, and all others are judged the same when the text is parted there. */
bool mq_may_part(mq_str text, size_t at);

/* Appends bytes [from, to) of the text, with each line end that is a wrap, and the blanks around it, as one space. Without memory out->status tells. */
void mq_unwrap(mq_buf *out, mq_str text, size_t from, size_t to);

#endif
