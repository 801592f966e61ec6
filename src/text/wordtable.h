/* text/wordtable.h - lists of words of dict/ as tables: from the hash of a word, folded for search, to a value. */
#ifndef MQ_TEXT_WORDTABLE_H
#define MQ_TEXT_WORDTABLE_H

#include "base/hashtable.h"

/* Adds a word to a list that is being compiled. What memory does not allow is told at the end (mq_table_finish). */
void mq_table_add_word(mq_table_list *l, mq_str word, uint32_t value);

#endif
