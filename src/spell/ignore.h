/* spell/ignore.h - words in a text that tell the checker to look away. */
#ifndef MQ_SPELL_IGNORE_H
#define MQ_SPELL_IGNORE_H

#include "spell/found.h"

/*
 * Takes out of *all what stands on a line with "muqabil:ignore", on the line after one with "muqabil:ignore-next", and between "muqabil:off" and
 * "muqabil:on" (or the end). The comment signs around them are those of the format and do not matter.
 */
void mq_ignore(mq_founds *all, mq_str text);

#endif
