/*
 * mine/quote.h - what is quoted of a text with an occurrence.
 */
#ifndef MQ_MINE_QUOTE_H
#define MQ_MINE_QUOTE_H

#include <muqabil/pair.h>

/*
 * Fills `context` of an occurrence whose `ar` and `la` are parts of the text and whose pattern is set. Line ends that are wraps (text/wrap.h) become spaces in all
 * three, which then are in *room, cleared before, and live until it changes. MQ_ENOMEM.
 */
mq_status mq_quote(mq_occurrence *o, mq_str text, mq_buf *room, mq_error *err);

#endif
