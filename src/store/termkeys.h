/*
 * store/termkeys.h - the keys of terms, for those who make them before the store needs them: on another thread. Private to src/, without SQLite.
 */
#ifndef MQ_STORE_TERMKEYS_H
#define MQ_STORE_TERMKEYS_H

#include <muqabil/store.h>

/*
 * Appends the key under which a term is stored: its search key or, where nothing of that is left (C++, €), the folded text itself. Empty only for a
 * term without a visible character. Of lang only matters whether it is Arabic. MQ_ENOMEM. Threads may call it with different `out`.
 */
mq_status mq_term_key(mq_buf *out, mq_str text, mq_lang lang, mq_error *err);

/* mq_store_add of an import, with the keys of p->ar and p->la; an empty one is made. */
mq_status mq_store_add_keyed(mq_store *s, const mq_pair *p, mq_str ar_key, mq_str la_key, int64_t *id, mq_added *what, mq_error *err);

#endif
