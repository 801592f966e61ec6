/* mine/glued.h - what is glued to the first word of a phrase that was mined. */
#ifndef MQ_MINE_GLUED_H
#define MQ_MINE_GLUED_H

#include <muqabil/pair.h>

#include "mine/candidate.h"
#include "text/clitic.h"

/*
 * What is glued to the first word of its Arabic, when the sound of a name or the words beside it tell: ويلي هوز (Willie Hughes) is no و and يلي, nor is بالياريس
 * (Baleares) in الياريس; وكارينثيا (Carinthia) is و and كارينثيا, كخاصية (prop) is ك and خاصية. False when nothing is told beyond
 * mq_best_cut; *cut may be filled all the same. Keeps no pointer; any thread.
 */
bool mq_glued_cut(mq_cut *cut, const mq_site *site, const mq_candidate *c, mq_kind kind, const mq_dicts *d);

#endif
