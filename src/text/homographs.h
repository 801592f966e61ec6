/*
 * text/homographs.h - which headword a form is of where it may be of two: مقابلات is of مقابلة rather than of مقابل. Private to text/rank.c.
 *
 * Image of dict/homographs.tsv.
 */
#ifndef MQ_TEXT_HOMOGRAPHS_H
#define MQ_TEXT_HOMOGRAPHS_H

#include <muqabil/base.h>

#include "base/dict.h"

extern const mq_dict mq_dict_homographs;

/* The headword of a form, both as spelled without tashkeel, tatweel, clitics: something to compare with what mq_homograph_key says of a folded headword; 0 = no row. */
uint32_t mq_homograph_of(mq_str form);
uint32_t mq_homograph_key(mq_str folded);

#endif
