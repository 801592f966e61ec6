/*
 * glossary/scan_phrases.h - which set phrases of dict/phrases.tsv are in the way of the terms of a glossary.
 *
 * In من طرف no term طرف is meant. But a person who decided on طرف, or a list that renders it as the phrase means it, wants it told there, too.
 */
#ifndef MQ_GLOSSARY_SCAN_PHRASES_H
#define MQ_GLOSSARY_SCAN_PHRASES_H

#include <muqabil/match.h>

#include "lexicon/sense.h"

typedef struct mq_scan_phrases {
    struct mq_set_phrase *phrase; /* by noun */
    size_t n;
} mq_scan_phrases;

#define MQ_SCAN_PHRASES_INIT { NULL, 0 }

/* Reads the dictionary. MQ_ENOMEM, MQ_EFORMAT. */
mq_status mq_scan_phrases_load(mq_scan_phrases *p, mq_error *err);
void mq_scan_phrases_release(mq_scan_phrases *p);

/* A pair of the glossary: takes the phrases out that its Arabic term is the noun of, when a person decided on it or it says what they say. MQ_ENOMEM. */
mq_status mq_scan_phrases_note(mq_scan_phrases *p, mq_str ar, mq_str la, bool decided);

/* Adds what is left to a matcher. MQ_ENOMEM. */
mq_status mq_scan_phrases_add(const mq_scan_phrases *p, mq_matcher *m, mq_error *err);

#endif
