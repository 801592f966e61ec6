/*
 * glossary/scan_said.h - what the nouns of a text said last, for the rows of dict/cues.tsv that say "as before".
 *
 * A law names مؤسسة محمد السادس, a foundation, once and then says المؤسسة: its article tells that it is the one of before.
 */
#ifndef MQ_GLOSSARY_SCAN_SAID_H
#define MQ_GLOSSARY_SCAN_SAID_H

#include <muqabil/base.h>

typedef struct mq_scan_said {
    struct mq_said_row *row; /* of each row of the dictionary, by its number from 1 */
    size_t n;                /* of them, with the one of number 0, which is none */
} mq_scan_said;

#define MQ_SCAN_SAID_INIT { NULL, 0 }

/* Room for rows 1..rows. MQ_ENOMEM. */
mq_status mq_scan_said_init(mq_scan_said *s, uint32_t rows);
void mq_scan_said_release(mq_scan_said *s);

/*
 * Row `number` is one of the noun whose key is mq_hash of its mq_sense_headword and whose first row is `first`. Of a row with several nouns the first one that is
 * added counts. Borrows the renderings.
 */
void mq_scan_said_add(mq_scan_said *s, uint32_t number, uint32_t first, uint64_t key, mq_str renderings);

/*
 * The row that counts for a word of a text, asked for one after the other, `at` bytes from the start of all texts: the row that fits or, when that one says "as before"
 * and the word is its noun with the article, the last one of that noun, if it is not far. 0 = none; 0 and rows that were not added are told as they are.
 */
uint32_t mq_scan_said_follow(mq_scan_said *s, uint32_t row, mq_str word, uint64_t at);

/* Whether what a row says of a word depends on what was said before. */
bool mq_scan_said_depends(const mq_scan_said *s, uint32_t row);

/* Another text begins. */
void mq_scan_said_forget(mq_scan_said *s);

#endif
