/*
 * mine/weigh.h - what the features of a candidate, or of "none", come to: the sum of value times weight; or all of them as a list, to train and to explain.
 */
#ifndef MQ_MINE_WEIGH_H
#define MQ_MINE_WEIGH_H

#include "mine/features.h"

enum { MQ_MOST_ACTIVE = 128 };

typedef struct mq_feature_value {
    uint16_t id; /* below MQ_ALL_FEATURES */
    float value;
} mq_feature_value;

typedef struct mq_feature_list {
    size_t n;
    mq_feature_value f[MQ_MOST_ACTIVE];
} mq_feature_list;

/* Those of features.def in their order, then the words and classes, then the joined ones. Beyond MQ_MOST_ACTIVE they are left out. */
void mq_features_list(mq_feature_list *out, const mq_features *f);

/* The sum over what mq_features_side found (a candidate's features begin with it), and over all else. `weight`: of all features, by id. */
double mq_weigh_side(const mq_features *f, const double *weight);
double mq_weigh_own(const mq_features *f, const double *weight);

#endif
