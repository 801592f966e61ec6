/*
 * mine/lexical.h - features that name a word: «the span begins with شركة», «before it stands تسمى», «the Latin ends in -ing».
 *
 * The features of features.def tell what sort of word stands at the edge of a span; these tell which one, for the words that stood there often enough in
 * annotated sentences to be given a weight. Their list is made by scripts/train and stands in dict/model.tsv, with the weights.
 * Source: lexicalised features of log-linear models, as in Ratnaparkhi, A Maximum Entropy Model for Part-of-Speech Tagging (EMNLP 1996).
 */
#ifndef MQ_MINE_LEXICAL_H
#define MQ_MINE_LEXICAL_H

#include "base/dict.h"
#include "mine/unit.h"
#include "text/classes.h"

/* Words of the model, and behind them classes of words: of each slot of the Arabic side one after the other. */
enum { MQ_MOST_LEXICAL = 12288, MQ_CLASS_FEATURES = MQ_SAID_SLOTS * MQ_WORD_CLASSES };

/* Of the Latin unit, when no candidate is taken for it: its words, how it is written (capitals, digits, signs), how its words end. Those before them: enum mq_said. Behind them:
 * a word of the sentence, which only the language of the unit asks for (mine/language_clues.c). */
enum mq_slot { MQ_SLOT_WORD = MQ_SAID_SLOTS, MQ_SLOT_SHAPE, MQ_SLOT_ENDING, MQ_SLOT_NEAR, MQ_SLOTS };

extern const mq_dict mq_dict_lexical;

/* "first", "last" …; and back, MQ_SLOTS for another name. */
const char *mq_slot_name(unsigned slot);
unsigned mq_slot_of(mq_str name);

/* The number of a word in a slot, from 1; 0 = it has no weight. `lexical` is an image, or empty. Thread-safe, as all here. */
uint32_t mq_lexical_find(mq_str lexical, unsigned slot, mq_str word);
/* The same in all slots of the Arabic side, by mq_hash of the word. */
void mq_lexical_find_said(uint16_t said[MQ_SAID_SLOTS], mq_str lexical, uint64_t hash);
/* It will soon be asked for: memory may fetch the place meanwhile. */
void mq_lexical_prefetch_said(mq_str lexical, uint64_t hash);

/* Its slot and word, as "first=شركة" appended to `out`; number from 1 on. For people: it searches. */
void mq_lexical_name(mq_buf *out, mq_str lexical, uint32_t number);

/*
 * To make the image while training: entries as text, "slot TAB word LF", numbered from 1 in this order. MQ_EFORMAT when a slot is unknown or there are
 * more than MQ_MOST_LEXICAL.
 */
mq_status mq_lexical_build(mq_buf *image, mq_str text, mq_error *err);

/* Calls `take` with each slot and word of a unit. */
typedef void mq_lexical_take(void *user, unsigned slot, mq_str word);
void mq_lexical_unit(const mq_segment *s, const mq_unit *u, mq_lexical_take *take, void *user);

/* An mq_lexical_take, of an mq_lexical_numbers: calls `note` with the number of a word that has one. */
typedef struct mq_lexical_numbers {
    mq_str lexical;
    void (*note)(void *user, uint32_t number);
    void *user;
} mq_lexical_numbers;
mq_lexical_take mq_lexical_number;

#endif
