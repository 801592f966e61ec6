/*
 * mine/model.h - the log-linear model: weights of features, and what its probabilities are worth. From dict/model.tsv, written by scripts/train.
 *
 *     P(c | site) = exp(w·f(c)) / (exp(w·f(none)) + sum over candidates k of exp(w·f(k)))
 */
#ifndef MQ_MINE_MODEL_H
#define MQ_MINE_MODEL_H

#include "base/dict.h"
#include "mine/features.h"
#include "mine/lexical.h"

enum { MQ_MOST_KNOTS = 32 };

typedef struct mq_model {
    double weight[MQ_ALL_FEATURES];  /* floats, made ready; the words in the order of their numbers */
    uint32_t nwords;
    uint32_t nknots;                 /* 0: scores are the probabilities as they are */
    float knot_p[MQ_MOST_KNOTS];     /* rising */
    float knot_score[MQ_MOST_KNOTS]; /* not falling */
} mq_model;

extern const mq_dict mq_dict_model;

/* Reads the text form. An unknown feature is an error, an absent one weighs 0. */
mq_status mq_model_parse(mq_model *m, mq_str text, const char *name, mq_error *err);

/* Fills p[0..site->n) and returns the probability of "none". */
double mq_model_judge(const mq_model *m, const mq_site *site, const mq_dicts *d, double p[MQ_CANDIDATES]);

/* The calibrated score of a probability: linear between the knots. */
double mq_model_calibrate(const mq_model *m, double p);

#endif
