/* mine/decide.h - the chances of candidates, and kind and pattern of the one that was chosen. Pure; no error. */
#ifndef MQ_MINE_DECIDE_H
#define MQ_MINE_DECIDE_H

#include <muqabil/pair.h>

#include "mine/candidate.h"
#include "mine/model.h"

/*
 * Fills p[0..site->n) with what mq_model_judge says, but that two candidates of about the same chance that differ in a class word before the term are one: the one
 * without it has the chances of both. Returns the probability of "none".
 */
double mq_decide_chances(double p[MQ_CANDIDATES], const mq_model *model, const mq_site *site, const mq_dicts *d);

/* The candidate of the highest chance, site->n >= 1 of them, and its calibrated score, 0..1. */
size_t mq_decide_best(double *score, const double p[MQ_CANDIDATES], const mq_model *model, const mq_site *site);

/* Whether the span holds names and unknown words alone. */
bool mq_holds_names(const mq_site *site, const mq_candidate *c);

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c);
mq_pattern mq_decide_pattern(const mq_site *site, const mq_candidate *c);

#endif
