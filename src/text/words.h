/*
 * text/words.h - which Arabic words exist, and how often: what decides whether a first letter is a clitic (لشركة) or not (لجنة).
 *
 * Words are asked for folded by MQ_FOLD_SEARCH. Both tables are images of dict/: lexicon.tsv (headwords and their listed forms) and counts.tsv.
 */
#ifndef MQ_TEXT_WORDS_H
#define MQ_TEXT_WORDS_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_words, mq_dict_counts;

/* Part of speech bits of a headword or form of the lexicon; 0 = not there. */
enum { MQ_WORD_NOUN = 1, MQ_WORD_ADJ = 2, MQ_WORD_NAME = 4, MQ_WORD_NUM = 8, MQ_WORD_PREP = 16, MQ_WORD_PART = 32, MQ_WORD_FORM = 64 };
unsigned mq_word_kind_of(mq_str pos); /* of a part of speech as lexicon.tsv names it; 0 = no such */
unsigned mq_word_kinds(mq_str folded);
unsigned mq_word_kinds_hash(uint64_t hash); /* by mq_hash of the folded word */

/* Times per 16 million running words (of the corpora counts.tsv was made from); 0 = rarer than the list knows. */
double mq_word_count(mq_str folded);
double mq_word_count_hash(uint64_t hash);

/* Both will soon be asked of the word with this hash: memory may fetch their places meanwhile. */
void mq_word_prefetch(uint64_t hash);

#endif
