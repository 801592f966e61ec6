/*
 * pipeline.c - see pipeline.h.
 *
 * The slots are a ring. `filled` and `taken` count tasks since the start; slot k of task t is t % slots. A worker claims the lowest task that is
 * filled and unclaimed. The calling thread fills while the ring has room, otherwise waits for the oldest task and takes it.
 */
#include <pthread.h>
#include <stdlib.h>

#include "base/pipeline.h"

struct slot {
    void *task;
    bool worked;
    mq_status rc;
    mq_error err;
};

struct run {
    const mq_pipeline *p;
    struct slot *slots;
    unsigned n;                      /* slots */
    uint64_t filled, claimed, taken; /* tasks so far */
    bool stop;                       /* no further task will come */
    pthread_mutex_t lock;
    pthread_cond_t can_work, has_worked;
};

struct worker {
    struct run *run;
    unsigned index;
    pthread_t thread;
};

static void *work_loop(void *arg)
{
    struct worker *w = arg;
    struct run *r = w->run;

    (void)pthread_mutex_lock(&r->lock);
    for (;;) {
        struct slot *s;

        while (r->claimed == r->filled && !r->stop)
            (void)pthread_cond_wait(&r->can_work, &r->lock);
        if (r->claimed == r->filled)
            break;
        s = &r->slots[r->claimed++ % r->n];
        (void)pthread_mutex_unlock(&r->lock);
        s->rc = r->p->work(r->p->user, w->index, s->task, &s->err);
        (void)pthread_mutex_lock(&r->lock);
        s->worked = true;
        (void)pthread_cond_signal(&r->has_worked);
    }
    (void)pthread_mutex_unlock(&r->lock);
    return NULL;
}

static mq_status take_oldest(struct run *r, mq_error *err)
{
    struct slot *s = &r->slots[r->taken % r->n];

    (void)pthread_mutex_lock(&r->lock);
    while (!s->worked)
        (void)pthread_cond_wait(&r->has_worked, &r->lock);
    (void)pthread_mutex_unlock(&r->lock);
    r->taken++;
    if (s->rc) {
        if (err)
            *err = s->err;
        return s->rc;
    }
    return r->p->take(r->p->user, s->task, err);
}

static mq_status fill_next(struct run *r, mq_error *err)
{
    struct slot *s = &r->slots[r->filled % r->n];
    mq_status rc = r->p->fill(r->p->user, s->task, err);

    if (rc)
        return rc;
    (void)pthread_mutex_lock(&r->lock);
    s->worked = false;
    r->filled++;
    (void)pthread_cond_signal(&r->can_work);
    (void)pthread_mutex_unlock(&r->lock);
    return MQ_OK;
}

static mq_status feed(struct run *r, mq_error *err)
{
    mq_status end = MQ_OK, rc;
    mq_error end_err = { .code = MQ_OK };

    for (;;) {
        if (!end && r->filled - r->taken < r->n)
            end = fill_next(r, &end_err);
        else if (r->taken < r->filled) {
            rc = take_oldest(r, err);
            if (rc)
                return rc;
        } else
            break;
    }
    if (end == MQ_ENOTFOUND)
        return MQ_OK;
    if (err)
        *err = end_err;
    return end;
}

static mq_status run_threads(struct run *r, mq_error *err)
{
    struct worker *w = calloc(r->p->workers, sizeof *w);
    unsigned started = 0;
    mq_status rc = MQ_OK;

    if (!w)
        return mq_fail(err, MQ_ENOMEM, "no memory for threads");
    for (; started < r->p->workers; started++) {
        w[started] = (struct worker){ .run = r, .index = started };
        if (pthread_create(&w[started].thread, NULL, work_loop, &w[started]) != 0)
            break;
    }
    rc = started ? feed(r, err) : mq_fail(err, MQ_ENOMEM, "cannot start a thread");
    (void)pthread_mutex_lock(&r->lock);
    r->stop = true;
    (void)pthread_cond_broadcast(&r->can_work);
    (void)pthread_mutex_unlock(&r->lock);
    for (unsigned i = 0; i < started; i++)
        (void)pthread_join(w[i].thread, NULL);
    free(w);
    return rc;
}

static mq_status run_here(struct run *r, mq_error *err)
{
    const mq_pipeline *p = r->p;
    void *task = r->slots[0].task;
    mq_status rc;

    while ((rc = p->fill(p->user, task, err)) == MQ_OK) {
        rc = p->work(p->user, 0, task, err);
        if (!rc)
            rc = p->take(p->user, task, err);
        if (rc)
            return rc;
    }
    return rc == MQ_ENOTFOUND ? MQ_OK : rc;
}

mq_status mq_pipeline_run(const mq_pipeline *p, mq_error *err)
{
    struct run r = { .p = p };
    mq_status rc = MQ_OK;

    r.n = p->workers <= 1 ? 1 : p->slots >= p->workers ? p->slots : 4 * p->workers;
    r.slots = calloc(r.n, sizeof *r.slots);
    if (!r.slots)
        return mq_fail(err, MQ_ENOMEM, "no memory for tasks");
    (void)pthread_mutex_init(&r.lock, NULL);
    (void)pthread_cond_init(&r.can_work, NULL);
    (void)pthread_cond_init(&r.has_worked, NULL);
    for (unsigned i = 0; i < r.n && !rc; i++)
        rc = p->task_new(p->user, &r.slots[i].task, err);
    if (!rc)
        rc = p->workers <= 1 ? run_here(&r, err) : run_threads(&r, err);
    for (unsigned i = 0; i < r.n; i++)
        if (r.slots[i].task)
            p->task_free(p->user, r.slots[i].task);
    (void)pthread_cond_destroy(&r.has_worked);
    (void)pthread_cond_destroy(&r.can_work);
    (void)pthread_mutex_destroy(&r.lock);
    free(r.slots);
    return rc;
}
