/* relay.c - see relay.h. The slots are a ring: number k is slot k % slots. */
#include "base/relay.h"

static void *take_all(void *arg)
{
    mq_relay *r = arg;

    (void)pthread_mutex_lock(&r->lock);
    for (;;) {
        mq_status rc;

        while (r->taken == r->passed && !r->ended)
            (void)pthread_cond_wait(&r->can_take, &r->lock);
        if (r->taken == r->passed || r->rc)
            break;
        (void)pthread_mutex_unlock(&r->lock);
        rc = r->take(r->user, (unsigned)(r->taken % r->slots));
        (void)pthread_mutex_lock(&r->lock);
        r->rc = r->rc ? r->rc : rc;
        r->taken++;
        (void)pthread_cond_signal(&r->can_fill);
    }
    (void)pthread_mutex_unlock(&r->lock);
    return NULL;
}

void mq_relay_init(mq_relay *r, unsigned slots, mq_relay_fn *take, void *user)
{
    *r = (mq_relay){ .take = take, .user = user, .slots = slots };
    (void)pthread_mutex_init(&r->lock, NULL);
    (void)pthread_cond_init(&r->can_take, NULL);
    (void)pthread_cond_init(&r->can_fill, NULL);
}

unsigned mq_relay_slot(const mq_relay *r)
{
    return (unsigned)(r->passed % r->slots);
}

mq_status mq_relay_pass(mq_relay *r)
{
    mq_status rc;

    if (!r->threaded)
        r->threaded = pthread_create(&r->thread, NULL, take_all, r) == 0;
    if (!r->threaded) {
        if (!r->rc)
            r->rc = r->take(r->user, mq_relay_slot(r));
        return r->rc;
    }
    (void)pthread_mutex_lock(&r->lock);
    r->passed++;
    (void)pthread_cond_signal(&r->can_take);
    while (r->passed - r->taken == r->slots && !r->rc)
        (void)pthread_cond_wait(&r->can_fill, &r->lock);
    rc = r->rc;
    (void)pthread_mutex_unlock(&r->lock);
    return rc;
}

static void join(mq_relay *r, bool last)
{
    (void)pthread_mutex_lock(&r->lock);
    r->passed += last;
    r->ended = true;
    (void)pthread_cond_signal(&r->can_take);
    (void)pthread_mutex_unlock(&r->lock);
    (void)pthread_join(r->thread, NULL);
    r->threaded = false;
}

mq_status mq_relay_end(mq_relay *r, bool last)
{
    if (r->threaded)
        join(r, last);
    else if (last && !r->ended && !r->rc)
        r->rc = r->take(r->user, mq_relay_slot(r));
    r->ended = true;
    return r->rc;
}

void mq_relay_release(mq_relay *r)
{
    if (r->threaded) {
        (void)pthread_mutex_lock(&r->lock);
        r->rc = r->rc ? r->rc : MQ_ESTOPPED;
        (void)pthread_mutex_unlock(&r->lock);
        join(r, false);
    }
    (void)pthread_cond_destroy(&r->can_fill);
    (void)pthread_cond_destroy(&r->can_take);
    (void)pthread_mutex_destroy(&r->lock);
}
