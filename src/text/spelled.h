/*
 * text/spelled.h - what is known of Arabic words as they are spelled: text/words.h asks for folded words, to which آلية and إليه, فئة and فيه are the same.
 *
 * Words are asked for without tashkeel and tatweel, with their hamza seats, ة and ى. Images of dict/: lexicon.tsv, function.tsv, counts.tsv, feminine.tsv.
 */
#ifndef MQ_TEXT_SPELLED_H
#define MQ_TEXT_SPELLED_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_spelled, mq_dict_grammar, mq_dict_spelled_counts, mq_dict_feminine;

/*
 * MQ_WORD_* of the headwords and listed forms that are spelled so; also of words of grammar in function.tsv: MQ_WORD_PREP of those that take pronouns
 * (prepositions, أن), MQ_SPELLED_GRAMMAR of the others (هذه). 0 = not there.
 */
enum { MQ_SPELLED_GRAMMAR = 128 };
unsigned mq_spelled_kinds(mq_str word);

/* Whether a headword that is spelled so has broken plurals or other forms listed, so that it hardly is one itself. */
bool mq_spelled_has_forms(mq_str word);

/* As mq_word_count, of this spelling only. */
double mq_spelled_count(mq_str word);

/*
 * The share of adjectives among the occurrences of a word in ة, 0..1, with the article or without (it is not part of the word, which is folded): المركزية is
 * one of ten times the noun. Below 0: the word is too rare to tell.
 */
float mq_feminine_share(mq_str folded, bool article);

#endif
