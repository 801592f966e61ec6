/*
 * glossary/votes.h - what the occurrences of a Latin term, taken together, say about the borders of its Arabic.
 *
 * Score of a candidate = the best of its occurrences, then raised or lowered:
 *     seen in several documents, beside several other words                              up
 *     what is left of it without its outermost word is the usual term, in many contexts  down, and that one up
 *     wherever it stands its outer neighbour is the word that a longer candidate has too down, and that one up
 *     it stands at the edge of its lines only, and in a third as many as a longer one     down
 * Only candidates of the miner change; what a person or an import decided votes, and stays. The result depends on the occurrences in the glossary alone: not
 * on the order of documents, on threads, or on how often it was counted.
 */
#ifndef MQ_GLOSSARY_VOTES_H
#define MQ_GLOSSARY_VOTES_H

#include <muqabil/store.h>

/*
 * Counts the votes on all Latin terms that are due, in transactions of a few hundred; what an interruption leaves is due the next time. stop may be NULL.
 * MQ_ESTOPPED, MQ_EDB, MQ_EIO, MQ_ENOMEM.
 */
mq_status mq_count_votes(mq_store *s, bool (*stop)(void *user), void *user, mq_error *err);

#endif
