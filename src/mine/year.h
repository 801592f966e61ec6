/*
 * mine/year.h - the year that a text tells behind a name: قانون الأجهزة الطبية لعام 1976 (Medical Device Act). Pure.
 */
#ifndef MQ_MINE_YEAR_H
#define MQ_MINE_YEAR_H

#include "mine/segment.h"

/* عام, سنة with what is glued to them. */
bool mq_is_year_word(const mq_tok *t);

/* How many of the last tokens of a list, which are in text order, tell a year: [في] عام 1976, لسنة 1976, 1976 alone; 0 = none, or nothing else stands there. */
size_t mq_year_behind(const mq_segment *s, const size_t *token, size_t n);

#endif
