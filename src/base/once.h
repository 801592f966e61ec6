/*
 * base/once.h - pthread_once for what is asked for millions of times: afterwards one load tells that it was done, and nothing is called.
 */
#ifndef MQ_BASE_ONCE_H
#define MQ_BASE_ONCE_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

typedef struct mq_once {
    pthread_once_t once;
    atomic_bool done;
} mq_once;

#define MQ_ONCE_INIT { PTHREAD_ONCE_INIT, false }

/* Calls `load` the first time; all that come meanwhile wait for it. Thread-safe. */
static inline void mq_once_do(mq_once *o, void (*load)(void))
{
    if (atomic_load_explicit(&o->done, memory_order_acquire))
        return;
    (void)pthread_once(&o->once, load);
    atomic_store_explicit(&o->done, true, memory_order_release);
}

#endif
