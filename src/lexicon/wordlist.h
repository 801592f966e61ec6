/*
 * lexicon/wordlist.h - which words French has and which English has: dict/french.tsv and dict/english.tsv.
 *
 * The lexicon leads Arabic words to the words of terms; here stands what else there is to read, forms and names too, without any meaning.
 */
#ifndef MQ_LEXICON_WORDLIST_H
#define MQ_LEXICON_WORDLIST_H

#include <muqabil/base.h>

#include "base/dict.h"

enum { MQ_WORDLIST_WORD = 1, MQ_WORDLIST_NAME = 2 };

extern const mq_dict mq_dict_french, mq_dict_english;

/* MQ_WORDLIST_* of a word, folded by MQ_FOLD_SEARCH; 0 = the list of this image does not have it. Words of one or two letters are in none. Thread-safe. */
unsigned mq_wordlist_find(mq_str image, mq_str word);

#endif
