/*
 * pipeline.c - see pipeline.h.
 *
 * The slots are a ring. `filled` and `taken` count tasks since the start; task t has slot t % slots. A worker fills the next slot while the ring has room, and
 * works on it; the calling thread is worker 0, which takes the oldest task first where that is worked on. All of struct run is read and written under its lock;
 * `filling` keeps the others out while a fill runs without it. Nobody is woken who would have to wait again: waking a thread takes as long as mining many
 * lines.
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
    bool filling;           /* a fill is running */
    bool stop;              /* nothing that is not done yet counts any more */
    bool caller_waits;      /* the calling thread has nothing to do */
    unsigned waiting;       /* of the other workers, those that have nothing to do */
    mq_status end;          /* what the last fill said; MQ_OK while there may be more */
    mq_error end_err;
    pthread_mutex_t lock;
    pthread_cond_t can_fill;  /* the other workers wait for it */
    pthread_cond_t can_go_on; /* the calling thread waits for it: it can take or fill, or there is nothing more to do */
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

/* These, and all that calls them, with the lock held. */
static bool is_over(const struct run *r)
{
    return r->stop || r->end;
}

static bool may_fill(const struct run *r)
{
    return !r->filling && !is_over(r) && r->filled - r->taken < r->n;
}

/* The oldest task is worked on. */
static bool may_take(const struct run *r)
{
    return r->taken < r->filled && r->slots[r->taken % r->n].worked;
}

/* Nothing is left to take, and nothing will come. */
static bool is_done(const struct run *r)
{
    return r->end && r->taken == r->filled;
}

/* After a change: wakes the calling thread or another worker, if it can go on now; all of them when it is over. */
static void wake(struct run *r)
{
    if (r->caller_waits && (may_take(r) || is_done(r) || (may_fill(r) && !r->waiting)))
        (void)pthread_cond_signal(&r->can_go_on);
    if (is_over(r))
        (void)pthread_cond_broadcast(&r->can_fill);
    else if (r->waiting && may_fill(r))
        (void)pthread_cond_signal(&r->can_fill);
}

/* Fills the next slot, which may be filled; NULL when there was nothing to fill it with. */
static struct slot *fill_next(struct run *r)
{
    struct slot *s = &r->slots[r->filled % r->n];
    mq_status rc;

    s->worked = false;
    r->filling = true;
    leave(r);
    rc = r->p->fill(r->p->user, s->task, &r->end_err);
    enter(r);
    r->filling = false;
    r->end = rc;
    r->filled += !rc;
    wake(r);
    return rc ? NULL : s;
}

static void fill_and_work(struct run *r, unsigned worker)
{
    struct slot *const s = fill_next(r);

    if (!s)
        return;
    leave(r);
    s->rc = r->p->work(r->p->user, worker, s->task, &s->err);
    enter(r);
    s->worked = true;
    wake(r);
}

static void *work_loop(void *arg)
{
    struct worker *w = arg;
    struct run *r = w->run;

    enter(r);
    while (!is_over(r)) {
        if (may_fill(r)) {
            fill_and_work(r, w->index);
            continue;
        }
        r->waiting++;
        (void)pthread_cond_wait(&r->can_fill, &r->lock);
        r->waiting--;
    }
    leave(r);
    return NULL;
}

static mq_status told(mq_status rc, const mq_error *e, mq_error *err)
{
    if (rc && err)
        *err = *e;
    return rc;
}

static mq_status take_next(struct run *r, mq_error *err)
{
    struct slot *const s = &r->slots[r->taken % r->n];
    mq_status rc;

    if (s->rc)
        return told(s->rc, &s->err, err);
    leave(r);
    rc = r->p->take(r->p->user, s->task, err);
    enter(r);
    r->taken++;
    wake(r);
    return rc;
}

/* What the calling thread does. */
static mq_status lead(struct run *r, mq_error *err)
{
    mq_status rc = MQ_OK;

    while (!rc && !is_done(r)) {
        if (may_take(r)) {
            rc = take_next(r, err);
        } else if (may_fill(r)) {
            fill_and_work(r, 0);
        } else {
            r->caller_waits = true;
            (void)pthread_cond_wait(&r->can_go_on, &r->lock);
            r->caller_waits = false;
        }
    }
    if (rc)
        return rc;
    return r->end == MQ_ENOTFOUND ? MQ_OK : told(r->end, &r->end_err, err);
}

/* Fewer threads than wanted, where the system gives no more, do the same. */
static mq_status run_threads(struct run *r, mq_error *err)
{
    struct worker *w = calloc(r->p->workers, sizeof *w);
    unsigned threads = 1;
    mq_status rc;

    if (!w)
        return mq_fail(err, MQ_ENOMEM, "no memory for threads");
    for (; threads < r->p->workers; threads++) {
        w[threads] = (struct worker){ .run = r, .index = threads };
        if (pthread_create(&w[threads].thread, NULL, work_loop, &w[threads]) != 0)
            break;
    }
    enter(r);
    rc = lead(r, err);
    r->stop = true;
    wake(r);
    leave(r);
    for (unsigned i = 1; i < threads; i++)
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

    r.n = p->workers <= 1 ? 1 : p->slots >= p->workers ? p->slots : 16 * p->workers;
    r.slots = calloc(r.n, sizeof *r.slots);
    if (!r.slots)
        return mq_fail(err, MQ_ENOMEM, "no memory for tasks");
    (void)pthread_mutex_init(&r.lock, NULL);
    (void)pthread_cond_init(&r.can_fill, NULL);
    (void)pthread_cond_init(&r.can_go_on, NULL);
    for (unsigned i = 0; i < r.n && !rc; i++)
        rc = p->task_new(p->user, &r.slots[i].task, err);
    if (!rc)
        rc = p->workers <= 1 ? run_here(&r, err) : run_threads(&r, err);
    for (unsigned i = 0; i < r.n; i++)
        if (r.slots[i].task)
            p->task_free(p->user, r.slots[i].task);
    (void)pthread_cond_destroy(&r.can_go_on);
    (void)pthread_cond_destroy(&r.can_fill);
    (void)pthread_mutex_destroy(&r.lock);
    free(r.slots);
    return rc;
}
