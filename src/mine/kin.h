/*
 * mine/kin.h - what the units of a segment have in common, and which Arabic is plainly that of one of them. All pure but for their first argument; no error.
 */
#ifndef MQ_MINE_KIN_H
#define MQ_MINE_KIN_H

#include "mine/candidate.h"

/* Adds a site, with its candidates, to the kin (by = 1), or takes its counts away again (by = -1); its claims stay, mq_is_claimed passes over them. */
void mq_kin_count(mq_kin *kin, const mq_site *site, int by);

/* Whether the evidence for a candidate is plain to see. */
bool mq_plain_to_see(const mq_site *site, const mq_candidate *c);

/* Whether Arabic of a candidate is plainly that of another unit of site->kin. */
bool mq_is_claimed(const mq_site *site, const mq_candidate *c);

#endif
