/* text/headword.h - the headword of a term whose first word somebody knows how to cut. */
#ifndef MQ_TEXT_HEADWORD_H
#define MQ_TEXT_HEADWORD_H

#include <muqabil/text.h>

#include "text/clitic.h"

/*
 * As mq_headword, with this cut of the first word, as it is without tashkeel and tatweel; NULL = the likeliest one, as mq_headword has it. Errors as those of
 * mq_headword. Keeps no pointer; any thread.
 */
mq_status mq_headword_of(mq_buf *out, mq_str ar, const mq_cut *cut, mq_error *err);

#endif
