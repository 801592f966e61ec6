/*
 * glossary/concepts.h - the concepts of a JSON lines file by their numbers there, and what the glossary calls them. An open-addressing table.
 */
#ifndef MQ_GLOSSARY_CONCEPTS_H
#define MQ_GLOSSARY_CONCEPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zero is empty. */
typedef struct mq_concepts {
    int64_t *couples;   /* (in the file, in the glossary), `slots` of them, at most half in use; 0 = free */
    size_t n, slots;    /* slots: a power of 2 */
} mq_concepts;

/* Where the glossary's name of a concept (not 0) of the file stands: 0 as long as it has none. Good until the next call; NULL without memory. */
int64_t *mq_concepts_find(mq_concepts *c, int64_t in_file);
void mq_concepts_clear(mq_concepts *c);
void mq_concepts_release(mq_concepts *c);

#endif
