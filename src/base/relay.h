/*
 * base/relay.h - what one thread makes is taken by another, in order, a slot at a time: the slots are the caller's and are used in turn.
 *
 *     filling thread   fills slot mq_relay_slot, says mq_relay_pass, fills the next one … mq_relay_end
 *     other thread     take(user, slot) for each slot that was passed
 * The thread starts with the first slot that is passed; where none can be had, slots are taken by the caller, there and then.
 */
#ifndef MQ_BASE_RELAY_H
#define MQ_BASE_RELAY_H

#include <pthread.h>

#include <muqabil/base.h>

/* A failure ends it: no other slot is taken. */
typedef mq_status mq_relay_fn(void *user, unsigned slot);

typedef struct mq_relay {
    mq_relay_fn *take;
    void *user;
    unsigned slots;
    pthread_t thread;
    bool threaded;                      /* it runs */
    pthread_mutex_t lock;
    pthread_cond_t can_take, can_fill;
    uint64_t passed, taken;             /* slots so far */
    bool ended;                         /* no more will come */
    mq_status rc;                       /* of take */
} mq_relay;

void mq_relay_init(mq_relay *r, unsigned slots, mq_relay_fn *take, void *user);
/* The slot being filled, in [0, slots). */
unsigned mq_relay_slot(const mq_relay *r);
/* Hands it over and waits until the next one is free. The status of take, as far as it is known. */
mq_status mq_relay_pass(mq_relay *r);
/* The last slot, when `last`, and all before it are taken; the thread has ended. The status of take. Later calls only say that. */
mq_status mq_relay_end(mq_relay *r, bool last);
/* Ends it without what nobody has taken. */
void mq_relay_release(mq_relay *r);

#endif
