/* glossary/scan_terms.h - the terms of a glossary, ready to be found in drafts. */
#ifndef MQ_GLOSSARY_SCAN_TERMS_H
#define MQ_GLOSSARY_SCAN_TERMS_H

#include <muqabil/glossary.h>
#include <muqabil/match.h>

#include "base/arena.h"
#include "glossary/scan_cues.h"

typedef struct mq_scan_terms {
    mq_matcher *matcher; /* finds numbers of pairs */
    mq_scan_pair *pair;
    size_t n, cap;
    mq_arena strings;
    struct mq_told { uint32_t at, n : 31, doubtful : 1; } *told; /* of each pair, small enough to be near: byte 8 * at of `json`, n 0 = nowhere yet */
    mq_buf json;         /* pairs as JSON objects, those that were asked for */
    mq_scan_cues cues;   /* what the words beside a term say of its pairs */
} mq_scan_terms;

#define MQ_SCAN_TERMS_INIT { NULL, NULL, 0, 0, MQ_ARENA_INIT, NULL, MQ_BUF_INIT, MQ_SCAN_CUES_INIT }

/*
 * Reads the preferred, accepted and deprecated pairs of the store, in this order. all: finds terms of one word also in set phrases and beside words that tell another
 * sense. MQ_ENOMEM, MQ_EDB.
 */
mq_status mq_scan_terms_load(mq_scan_terms *t, mq_store *store, bool all, mq_error *err);
void mq_scan_terms_release(mq_scan_terms *t);

/* The pair as {"id","ar","la","lang","status"} and "doubtful" where all are told and it is, and a comma, until the next call; empty without memory. */
mq_str mq_scan_terms_json(mq_scan_terms *t, uint32_t pair);
/* Asks the memory for it, if it is there. */
void mq_scan_terms_fetch(const mq_scan_terms *t, uint32_t pair);

#endif
