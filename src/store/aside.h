/* store/aside.h - the indexes of words, made beside a change that makes many terms: on a thread of their own, taken into the glossary at its end. Private to src/store. */
#ifndef MQ_STORE_ASIDE_H
#define MQ_STORE_ASIDE_H

#include "store/db.h"

typedef struct mq_aside mq_aside;

/* Empty ones, for the glossary s. MQ_ENOMEM, MQ_EDB, MQ_EIO. */
mq_status mq_aside_new(mq_aside **out, const mq_store *s, mq_error *err);
/* Nothing comes into the glossary. May be NULL. */
void mq_aside_free(mq_aside *a);

/* A word of the table `word`; all of them come before the first term, in the order of their ids, which they keep. */
mq_status mq_aside_word(mq_aside *a, mq_str word, mq_error *err);
/* What mq_term_learn_words does for the glossary. */
mq_status mq_aside_term(mq_aside *a, int64_t id, mq_str key, mq_error *err);

/* Nothing more will come. The other thread goes on. */
mq_status mq_aside_end(mq_aside *a, mq_error *err);
/* Behind that: they take the place of those in the glossary, inside its change. */
mq_status mq_aside_settle(mq_aside *a, mq_store *s, mq_error *err);

#endif
