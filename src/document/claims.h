/*
 * document/claims.h - several threads read parts of one file; what depends on the parts before is settled in the order in which they were claimed.
 */
#ifndef MQ_DOCUMENT_CLAIMS_H
#define MQ_DOCUMENT_CLAIMS_H

#include <pthread.h>

#include <muqabil/base.h>

struct mq_claims {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    uint64_t claimed, settled; /* parts so far; `claimed` belongs to the thread that claims */
    mq_error failure;          /* of the first part that could not be read; code MQ_OK: none */
};

void mq_claims_init(struct mq_claims *c);
void mq_claims_release(struct mq_claims *c);

/* Waits for the parts before `number`, then holds the lock. False when one of them failed. */
bool mq_claims_enter(struct mq_claims *c, uint64_t number);
/* Part `number` is settled; `failure` may be NULL. */
void mq_claims_leave(struct mq_claims *c, const mq_error *failure);

/* Why a part could not be read, as far as is known. */
mq_status mq_claims_failure(struct mq_claims *c, mq_error *err);
/* The same when all that was claimed is settled, for which it waits. */
mq_status mq_claims_wait(struct mq_claims *c, mq_error *err);

#endif
