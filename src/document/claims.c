/* claims.c - see claims.h. */
#include "document/claims.h"

void mq_claims_init(struct mq_claims *c)
{
    *c = (struct mq_claims){ .failure = { .code = MQ_OK } };
    (void)pthread_mutex_init(&c->lock, NULL);
    (void)pthread_cond_init(&c->changed, NULL);
}

void mq_claims_release(struct mq_claims *c)
{
    (void)pthread_cond_destroy(&c->changed);
    (void)pthread_mutex_destroy(&c->lock);
}

bool mq_claims_enter(struct mq_claims *c, uint64_t number)
{
    (void)pthread_mutex_lock(&c->lock);
    while (c->settled < number)
        (void)pthread_cond_wait(&c->changed, &c->lock);
    return c->failure.code == MQ_OK;
}

void mq_claims_leave(struct mq_claims *c, const mq_error *failure)
{
    c->settled++;
    if (failure && c->failure.code == MQ_OK)
        c->failure = *failure;
    (void)pthread_cond_broadcast(&c->changed);
    (void)pthread_mutex_unlock(&c->lock);
}

static mq_status failure_once_settled(struct mq_claims *c, uint64_t parts, mq_error *err)
{
    mq_status rc;

    (void)pthread_mutex_lock(&c->lock);
    while (c->settled < parts)
        (void)pthread_cond_wait(&c->changed, &c->lock);
    rc = c->failure.code;
    if (rc && err)
        *err = c->failure;
    (void)pthread_mutex_unlock(&c->lock);
    return rc;
}

mq_status mq_claims_failure(struct mq_claims *c, mq_error *err)
{
    return failure_once_settled(c, 0, err);
}

mq_status mq_claims_wait(struct mq_claims *c, mq_error *err)
{
    return failure_once_settled(c, c->claimed, err);
}
