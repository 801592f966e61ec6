/* store/contexts.h - the stored sentences as words that can be searched. Private to src/store. */
#ifndef MQ_STORE_CONTEXTS_H
#define MQ_STORE_CONTEXTS_H

#include <muqabil/text.h>

#include "store/db.h"

/*
 * The keys under which a word is found, each followed by a space: of an Arabic word those of all its readings that can be believed, of a Latin one its own
 * and those of its singulars, of a number its digits. They live until the next call. MQ_ENOMEM.
 */
mq_status mq_context_word(mq_str *keys, mq_store *s, mq_str token, mq_script script, mq_error *err);

/* Makes a sentence findable. Inside a change. */
mq_status mq_context_learn(mq_store *s, int64_t sentence, mq_str text, mq_error *err);
/* The same for all there are: for a file that an older muqabil made. */
mq_status mq_context_learn_all(mq_store *s, mq_error *err);

/* Frees what the keys of words are remembered in. */
void mq_context_release(mq_store *s);

#endif
