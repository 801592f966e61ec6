/* text/number.h - whether ين and ي at the end of a noun are its dual or its plural: شوطين are two, موظفين are many. Private to text/rank.c. */
#ifndef MQ_TEXT_NUMBER_H
#define MQ_TEXT_NUMBER_H

#include "text/view.h"

/* Of a dual in ي that no word is known to follow: شهري is rather the adjective, or my month. */
#define MQ_BARE_CONSTRUCT 0.1

/* Parts the weight of each headword that is read both as a dual and as a sound plural between the two; lowers that of duals that are rather names (عدنان). */
void mq_tell_duals(mq_views *k);

#endif
