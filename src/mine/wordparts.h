/*
 * mine/wordparts.h - a Latin word as several that say the same: nighttime, retweet, accessibility, hepatitis, XIXe.
 *
 * What Arabic says with a phrase French and English often say with one word: إعادة التدوير, recyclage; قابلية القراءة, readability; التهاب الكبد,
 * hepatitis. The parts' renderings are the bridge.
 */
#ifndef MQ_MINE_WORDPARTS_H
#define MQ_MINE_WORDPARTS_H

#include "mine/unit.h"

/* Fills w->also and w->parted from the spelling of w, when nothing fills it yet: w->folded, w->known and w->foreign are set. */
void mq_split_word(mq_unit_word *w, const mq_dicts *d);

#endif
