/* train_language.h - build tool: the weights of dict/language.tsv, from the pairs of the annotated sentences; the part of train.c that is about language. */
#ifndef TRAIN_LANGUAGE_H
#define TRAIN_LANGUAGE_H

#include "mine/language.h"

/* A pair of the gold as the miner sees it. fold: of its sentence; file: of the arguments, from 0. */
typedef struct language_pair {
    const mq_site *site;
    const mq_candidate *c;
    mq_lang lang;
    int fold, file;
} language_pair;

/* Dies when there are too many. */
void language_note(const language_pair *p, const mq_dicts *d);
void language_forget(void);
/*
 * The clues (mine/language.h) that stand at enough of the pairs noted so far, but for those of the first file when there are others: for mq_dicts.clues. Pairs that
 * are noted from then on have them. Dies when there is no memory.
 */
mq_str language_clues(void);

/* Weights from all pairs but those of one fold (-1: from all), rounded as they are written. */
void language_train(mq_language *l, int left_out);
/* Prints how many of the noted pairs of a fold get the right language: those of the first file, of the others. */
void language_print_right(const mq_language *l, int fold);

void language_write(const char *path, const mq_language *l, const char *hash);

#endif
