/*
 * pipeline.c - see pipeline.h.
 *
 * The slots are a ring. `filled` and `taken` count tasks since the start; slot k of task t is t % slots. A worker fills the next slot while the ring has room, and
 * works on it; the calling thread waits for the oldest task and takes it. All of struct run is read and written under its lock; `busy` keeps the lock's promise
 * while a fill or a take runs without it. Nobody is woken who would have to wait again: waking a thread takes as long as mining many lines.
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
    unsigned n;             /* slots */
    uint64_t filled, taken; /* tasks so far */
    bool busy;              /* a fill or a take is running */
    bool stop;              /* nothing that is not done yet counts any more */
    mq_status end;          /* what the last fill said; MQ_OK while there may be more */
    mq_error end_err;
    pthread_mutex_t lock;
    pthread_cond_t can_fill, can_take;
};

struct worker {
    struct run *run;
    unsigned index;
    pthread_t thread;
};

static void enter(struct run *r)
{
    (void)pthread_mutex_lock(&r->lock);
}

static void leave(struct run *r)
{
    (void)pthread_mutex_unlock(&r->lock);
}

/* These four, and all that calls them, with the lock held. */
static bool may_fill(const struct run *r)
{
    return !r->busy && r->filled - r->taken < r->n;
}

static bool is_over(const struct run *r)
{
    return r->stop || r->end;
}

/* The oldest task is worked on, or there will be none. */
static bool may_take(const struct run *r)
{
    return !r->busy && (r->taken < r->filled ? r->slots[r->taken % r->n].worked : r->end != MQ_OK);
}

/* After a change: wakes the calling thread, a worker, or, when it is over, all workers. */
static void wake(struct run *r)
{
    if (may_take(r))
        (void)pthread_cond_signal(&r->can_take);
    if (is_over(r))
        (void)pthread_cond_broadcast(&r->can_fill);
    else if (may_fill(r))
        (void)pthread_cond_signal(&r->can_fill);
}

/* The next task, filled; NULL when there is none, or none is wanted any more. */
static struct slot *fill_next(struct run *r)
{
    struct slot *s;
    mq_status rc;

    while (!is_over(r) && !may_fill(r))
        (void)pthread_cond_wait(&r->can_fill, &r->lock);
    if (is_over(r))
        return NULL;
    s = &r->slots[r->filled % r->n];
    s->worked = false;
    r->busy = true;
    leave(r);
    rc = r->p->fill(r->p->user, s->task, &r->end_err);
    enter(r);
    r->busy = false;
    r->end = rc;
    r->filled += !rc;
    wake(r);
    return rc ? NULL : s;
}

static void *work_loop(void *arg)
{
    struct worker *w = arg;
    struct run *r = w->run;
    struct slot *s;

    enter(r);
    while ((s = fill_next(r)) != NULL) {
        leave(r);
        s->rc = r->p->work(r->p->user, w->index, s->task, &s->err);
        enter(r);
        s->worked = true;
        if (may_take(r))
            (void)pthread_cond_signal(&r->can_take);
    }
    leave(r);
    return NULL;
}

/* The oldest task once it is worked on; NULL when there is none left. */
static struct slot *oldest(struct run *r)
{
    while (!may_take(r))
        (void)pthread_cond_wait(&r->can_take, &r->lock);
    return r->taken < r->filled ? &r->slots[r->taken % r->n] : NULL;
}

static mq_status told(mq_status rc, const mq_error *e, mq_error *err)
{
    if (rc && err)
        *err = *e;
    return rc;
}

static mq_status take_all(struct run *r, mq_error *err)
{
    struct slot *s;
    mq_status rc = MQ_OK;

    while ((s = oldest(r)) != NULL) {
        if (s->rc)
            return told(s->rc, &s->err, err);
        r->busy = true;
        leave(r);
        rc = r->p->take(r->p->user, s->task, err);
        enter(r);
        r->busy = false;
        r->taken++;
        wake(r);
        if (rc)
            return rc;
    }
    return r->end == MQ_ENOTFOUND ? MQ_OK : told(r->end, &r->end_err, err);
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
    enter(r);
    rc = started ? take_all(r, err) : mq_fail(err, MQ_ENOMEM, "cannot start a thread");
    r->stop = true;
    wake(r);
    leave(r);
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
    (void)pthread_cond_init(&r.can_fill, NULL);
    (void)pthread_cond_init(&r.can_take, NULL);
    for (unsigned i = 0; i < r.n && !rc; i++)
        rc = p->task_new(p->user, &r.slots[i].task, err);
    if (!rc)
        rc = p->workers <= 1 ? run_here(&r, err) : run_threads(&r, err);
    for (unsigned i = 0; i < r.n; i++)
        if (r.slots[i].task)
            p->task_free(p->user, r.slots[i].task);
    (void)pthread_cond_destroy(&r.can_take);
    (void)pthread_cond_destroy(&r.can_fill);
    (void)pthread_mutex_destroy(&r.lock);
    free(r.slots);
    return rc;
}
