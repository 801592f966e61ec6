/* glossary/numbering.h - words to numbers, from 1 on in the order in which they first came, and back. */
#ifndef MQ_GLOSSARY_NUMBERING_H
#define MQ_GLOSSARY_NUMBERING_H

#include "base/arena.h"

typedef struct mq_numbering {
    mq_arena mem;
    mq_str *word;        /* word[i - 1] is called i */
    uint32_t n, cap;
    uint32_t *slot;      /* open addressing by hash; 0 = free */
    uint64_t *hash;      /* of each word */
    size_t slots;        /* a power of two, more than twice n */
} mq_numbering;

/* The number of the word with this hash, which stands for it; `text` is kept of the first one. 0 when there is no memory. */
uint32_t mq_number_of(mq_numbering *v, uint64_t hash, mq_str text);
mq_str mq_numbered(const mq_numbering *v, uint32_t number);
void mq_numbering_release(mq_numbering *v);

#endif
