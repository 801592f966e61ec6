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

enum { MQ_HOMOGRAPH_ANY = 1, MQ_HOMOGRAPH_DUAL, MQ_HOMOGRAPH_PLURAL, MQ_HOMOGRAPH_NUMBER = 3 };

/*
 * The headword of a form, as spelled without tashkeel, tatweel, clitics: what mq_homograph_key says of it when it is folded, and in the bits MQ_HOMOGRAPH_NUMBER
 * whether the form is its dual or its sound plural; 0 = no row.
 */
uint32_t mq_homograph_of(mq_str form);
uint32_t mq_homograph_key(mq_str folded);

#endif
