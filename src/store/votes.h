/*
 * store/votes.h - the scores of pairs, seen over all occurrences of a Latin term. For src/glossary.
 *
 * A Latin key is due when an occurrence of it came or went. The score of a pair is the best of its evidence (`base` and its occurrences) until the votes
 * on its key are counted; and again once another occurrence comes. So it does not matter when they are counted, or how often.
 */
#ifndef MQ_STORE_VOTES_H
#define MQ_STORE_VOTES_H

#include <muqabil/store.h>

/* A pair that is voted on. The key is the search key of its Arabic term; it lives until the handler returns. */
typedef struct mq_vote_pair {
    int64_t id;
    mq_str key;
    mq_kind kind;
    mq_pair_status status;
    bool open;           /* a candidate of the miner: nobody decided anything */
    double best, score;  /* the best of its evidence; what the file says now */
    uint64_t count, docs;
} mq_vote_pair;

/* Takes a key that is due away from the list, into *key; *more is false when none was left. Inside a change. */
mq_status mq_store_vote_next(mq_buf *key, bool *more, mq_store *s, mq_error *err);
/* The pairs with this Latin key, in any language, ordered by their Arabic key. */
typedef mq_status mq_vote_pair_fn(void *user, const mq_vote_pair *p);
mq_status mq_store_vote_pairs(mq_store *s, mq_str key, mq_vote_pair_fn *fn, void *user, mq_error *err);
/* Occurrences of a pair, in any order; doc, term, lang and pattern are not filled. */
mq_status mq_store_vote_occurrences(mq_store *s, int64_t pair, mq_stored_occurrence_fn *fn, void *user, mq_error *err);
/* Inside a change. */
mq_status mq_store_set_score(mq_store *s, int64_t pair, double score, mq_error *err);

#endif
