/*
 * mine/joined.h - features that say more together than each says alone: their product is a feature of its own.
 *
 * A log-linear model adds up what speaks for a candidate as if each feature spoke for itself. Some do not: that all words are explained is worth less
 * when another Latin term stands between (left_latin). joined.def lists such pairs; they were found by the gradient that a new weight would
 * have after training without it, in all five folds of the annotated sentences (as McCallum, "Efficiently inducing features of conditional random
 * fields", UAI 2003, does), and those were kept that raise the likelihood out of fold.
 */
#ifndef MQ_MINE_JOINED_H
#define MQ_MINE_JOINED_H

#include "mine/weigh.h"

enum { MQ_MOST_JOINED = MQ_FEATURES - MQ_FIRST_JOINED };

/* The products of the pairs of which both are in f. Returns how many. Thread-safe. */
unsigned mq_features_join(mq_feature_value out[MQ_MOST_JOINED], const mq_features *f);

#endif
