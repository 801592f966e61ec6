/* text/wordtable.h - lists of words of dict/ as tables: from the hash of a word, folded for search, to a value. */
#ifndef MQ_TEXT_WORDTABLE_H
#define MQ_TEXT_WORDTABLE_H

#include "base/hashtable.h"
#include "base/tsv.h"

/* Adds a word to a list that is being compiled. What memory does not allow is told at the end (mq_table_finish). */
void mq_table_add_word(mq_table_list *l, mq_str word, uint32_t value);

/* Adds one row to the list, or fails with the place (MQ_EFORMAT); `name` is that of the file. */
typedef mq_status mq_table_row(mq_table_list *l, const mq_tsv *row, const char *name, mq_error *err);
/* The image of all rows of a text, as mq_dict wants it. MQ_EFORMAT, MQ_ENOMEM. */
mq_status mq_table_of_rows(mq_buf *image, mq_str text, const char *name, mq_table_row *row, mq_error *err);

/* A count, 1 or more, as a value of such a table and back: 16 steps for a factor of two, which keeps 4 % precision. mq_table_count(0), of what is not there, is 0. */
uint32_t mq_table_of_count(double count);
double mq_table_count(uint32_t value);

#endif
