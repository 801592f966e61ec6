/* mine/decide.h - kind, pattern and headword of a candidate that was chosen. */
#ifndef MQ_MINE_DECIDE_H
#define MQ_MINE_DECIDE_H

#include <muqabil/pair.h>

#include "mine/candidate.h"
#include "text/clitic.h"

mq_kind mq_decide_kind(const mq_site *site, const mq_candidate *c);
mq_pattern mq_decide_pattern(const mq_site *site, const mq_candidate *c);
/*
 * What is glued to the first word of its Arabic, when the sound of a name or the words beside it tell: ويلي هوز (Willie Hughes) is no و and يلي, nor is بالياريس
 * (Baleares) in الياريس; وكارينثيا (Carinthia) is و and كارينثيا, كخاصية (prop) is ك and خاصية. False when nothing is told beyond mq_best_cut.
 */
bool mq_decide_cut(mq_cut *cut, const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d);

#endif
