/*
 * glossary/feed.h - reads a file while its entries are taken in: two threads where a file is long, and the keys of terms made on the reading one.
 */
#ifndef MQ_GLOSSARY_FEED_H
#define MQ_GLOSSARY_FEED_H

#include <muqabil/exchange.h>

/*
 * As mq_exchange_handler, in the order of the file, one call at a time; but in a long file on a thread that is not the caller's. keys: of e->terms, by
 * mq_term_key; an empty one could not be made. Strings live until the handler returns.
 */
typedef struct mq_feed_handler {
    mq_status (*entry)(void *user, const mq_entry *e, const mq_str *keys, mq_error *err);
    mq_status (*occurrence)(void *user, const mq_occurrence *o, int64_t pair, size_t line, mq_error *err);
    mq_status (*left_out)(void *user, const mq_left_out *x, mq_error *err);
} mq_feed_handler;

/* The language in which the glossary holds a term: one without a language is Arabic by its letters. */
mq_lang mq_feed_lang(const mq_entry_term *t);

/*
 * mq_exchange_read. stop: asked now and then, on the calling thread; NULL = never; MQ_ESTOPPED when it says so. All handlers have returned when it does.
 * A failure of a handler comes before one of the file; the handler is then given nothing more, though `info` may count entries that were read ahead.
 */
mq_status mq_feed_file(const char *path, const mq_exchange_reading *how, const mq_feed_handler *handler, void *user, bool (*stop)(void),
                       mq_exchange_info *info, mq_error *err);

#endif
