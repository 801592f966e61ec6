/* mine/decide.h - kind, pattern and headword of a candidate that was chosen. */
#ifndef MQ_MINE_DECIDE_H
#define MQ_MINE_DECIDE_H

#include <muqabil/pair.h>

#include "mine/candidate.h"

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c);
mq_pattern mq_decide_pattern(const mq_site *site, const mq_candidate *c);
/* Whether what looks glued to a name is its first letter, as the sound tells: ويلي هوز (Willie Hughes) is no و and يلي, nor is بالياريس (Baleares) in الياريس. */
bool mq_decide_whole(const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d);

#endif
