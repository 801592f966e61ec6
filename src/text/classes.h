/*
 * text/classes.h - classes of Arabic words that stand in the same places in text: months, kinds of bodies, verbs that begin a sentence … What is known of one
 * word of a class holds, more or less, for those that are too rare to know anything of.
 *
 * Source: Martin, Liermann, Ney, Algorithms for bigram and trigram word clustering, Speech Communication 24 (1998); made by scripts/word-classes.
 */
#ifndef MQ_TEXT_CLASSES_H
#define MQ_TEXT_CLASSES_H

#include "base/dict.h"

enum { MQ_WORD_CLASSES = 64 };

extern const mq_dict mq_dict_classes;

/* 1..MQ_WORD_CLASSES of a word by the mq_hash of it, folded by MQ_FOLD_SEARCH, without ال; 0 for a word of none. Thread-safe. */
unsigned mq_word_class(uint64_t hash);

/* It will soon be asked for: memory may fetch the place meanwhile. */
void mq_word_class_prefetch(uint64_t hash);
/* Its commonest word, as long as the process lives; empty for none. */
mq_str mq_word_class_leader(unsigned class);

#endif
