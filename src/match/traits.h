/*
 * match/traits.h - what an Arabic word tells of its neighbours: the article, a preposition, a particle behind which a verb stands.
 */
#ifndef MQ_MATCH_TRAITS_H
#define MQ_MATCH_TRAITS_H

#include "match/matcher.h"
#include "text/morph.h"

/* MQ_TRAIT_* (words.h) of a word, by its readings, which mq_morph_read made. */
uint16_t mq_arabic_traits(const mq_matcher *t, const mq_morph *m);

#endif
