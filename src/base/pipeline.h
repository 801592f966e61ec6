/*
 * base/pipeline.h - N workers that fill and work, results taken in order. What comes out does not depend on N.
 *
 * A task is a caller-defined struct, made once per slot and reused. For each task, in turn:
 *     fill   on the worker that will work on it, so that the input is in its cache: puts input into the task; MQ_ENOTFOUND = there is no more
 *     work   on the same worker: uses only the task and worker-private state [0..workers)
 *     take   on the calling thread, in the order of fill
 * Fills come one at a time, on any of the threads; takes, too, but side by side with fills: what the two share needs a lock. The calling thread is worker 0;
 * with one worker there are no other threads.
 */
#ifndef MQ_BASE_PIPELINE_H
#define MQ_BASE_PIPELINE_H

#include <muqabil/base.h>

typedef struct mq_pipeline {
    unsigned workers;   /* 1..256 */
    unsigned slots;     /* tasks in flight, >= workers; 0 = 4 * workers */
    void *user;
    mq_status (*task_new)(void *user, void **task, mq_error *err);
    void (*task_free)(void *user, void *task);
    mq_status (*fill)(void *user, void *task, mq_error *err);
    mq_status (*work)(void *user, unsigned worker, void *task, mq_error *err);
    mq_status (*take)(void *user, void *task, mq_error *err);
} mq_pipeline;

/* Runs until fill says MQ_ENOTFOUND (then MQ_OK) or anything fails (then that; what was filled before it has been taken, what came after has not). */
mq_status mq_pipeline_run(const mq_pipeline *p, mq_error *err);

#endif
