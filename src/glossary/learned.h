/* glossary/learned.h - what `train` stored in a glossary, as evidence for the miner. */
#ifndef MQ_GLOSSARY_LEARNED_H
#define MQ_GLOSSARY_LEARNED_H

#include <muqabil/store.h>

#include "lexicon/learned.h"

typedef struct mq_learned_images {
    mq_buf words, terms; /* of mq_learned */
} mq_learned_images;

/* Empty images when nothing was learned. All zero at the start. MQ_ENOMEM, MQ_EDB. */
mq_status mq_learned_load(mq_learned_images *out, mq_store *s, mq_error *err);
mq_learned mq_learned_of(const mq_learned_images *i);
void mq_learned_release(mq_learned_images *i);

#endif
