/*
 * text/foldword.h - MQ_FOLD_SEARCH of one word, fast. Mining folds every word near a Latin one; plain letters go through a table, anything
 * else through mq_fold. tests/unit/text/test_fold.c checks that both say the same.
 */
#ifndef MQ_TEXT_FOLDWORD_H
#define MQ_TEXT_FOLDWORD_H

#include <muqabil/base.h>

/*
 * Writes the folded form of `word` (a token: no white space) to out[0..most) and returns its bytes. What does not fit is cut on a whole letter.
 * PDF damage is mended on the way: اال at the start (after و ف ب ك) is الا.
 */
size_t mq_fold_word(char *out, size_t most, mq_str word);

/*
 * The same of the word that `text` begins with, found and folded in one step, when it is of plain letters, at most `most` bytes and ends before ASCII or at the end
 * of the text, as nearly all do. Returns its bytes; the folded form is as long. 0 = it is another one.
 */
size_t mq_fold_plain_word(char *out, size_t most, mq_str text);

/* A word or number of ASCII in lower case, which is all that folding does to it; 0 for another one, or when it does not fit. */
size_t mq_fold_ascii(char *out, size_t most, mq_str word);

#endif
