/*
 * train_words.h - which words become features of the mining model (mine/lexical.h): those that stand at the edge of a candidate, beside one, or in the
 * Latin of a unit, in enough units. Single-threaded; dies when there is no memory.
 */
#ifndef TRAIN_WORDS_H
#define TRAIN_WORDS_H

#include "glossary/numbering.h"
#include "mine/miner.h"

struct train_words {
    mq_numbering numbers;   /* of "slot TAB word" */
    size_t *units, *last;   /* by number: in how many, and in which one last */
    size_t room, unit;      /* the one that is being read, from 1 */
    bool no_memory;
};

/* Counts one word of the unit that ->unit of the struct train_words numbers; an mq_lexical_take. */
void train_words_take(void *user, unsigned slot, mq_str word);
/* Counts the words of one unit with its candidates. */
void train_words_see(struct train_words *w, const mq_site *site, const mq_dicts *d);

/* The image of those seen in at least so many units, and its list: "slot TAB word LF", in the order of their numbers. Dies when there are more than MQ_MOST_LEXICAL. */
void train_words_build(struct train_words *w, size_t least, mq_buf *image, mq_buf *list);

void train_words_release(struct train_words *w);

#endif
