/* mine/decide.h - kind and pattern of a candidate that was chosen. */
#ifndef MQ_MINE_DECIDE_H
#define MQ_MINE_DECIDE_H

#include <muqabil/pair.h>

#include "mine/candidate.h"

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c);
mq_pattern mq_decide_pattern(const mq_site *site, const mq_candidate *c);

#endif
