/*
 * text/front.h - how likely what a reading makes of the first letters of a word is: that they are proclitics, or that they are not. Private to text/rank.c.
 */
#ifndef MQ_TEXT_FRONT_H
#define MQ_TEXT_FRONT_H

#include "text/view.h"

/* A factor of the weight of v, which is one of k: the rate of its proclitics times how hardly a word is uncut that no list has. > 0. */
double mq_front_weight(const mq_views *k, const mq_view *v);

#endif
