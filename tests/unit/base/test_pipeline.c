/*
 * test_pipeline.c - what comes out of the pipeline does not depend on the number of workers. A task is a number; working on it takes a time that is
 * different each time; what was taken must be 0, 1, 2 … up to where it should end. Run under CONF=tsan, too.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/pipeline.h"
#include "unit.h"

enum stage { NOWHERE, IN_NEW, IN_FILL, IN_WORK, IN_TAKE };
enum { MOST_WORKERS = 8 };

struct job {
    size_t tasks;             /* how many there are */
    enum stage fails;
    size_t at;                /* the task (for IN_NEW: the slot) that fails */
    size_t filled, taken, made, freed;
    size_t worked[MOST_WORKERS];
    bool out_of_order, unworked;
};

struct task {
    size_t number, square;
};

static mq_status fail_here(mq_error *err, size_t number)
{
    return mq_fail(err, MQ_EFORMAT, "task %zu", number);
}

static mq_status task_new(void *user, void **task, mq_error *err)
{
    struct job *j = user;

    if (j->fails == IN_NEW && j->made == j->at)
        return fail_here(err, j->at);
    *task = calloc(1, sizeof(struct task));
    assert_non_null(*task);
    j->made++;
    return MQ_OK;
}

static void task_free(void *user, void *task)
{
    struct job *j = user;

    j->freed++;
    free(task);
}

static mq_status fill(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;

    if (j->filled == j->tasks)
        return MQ_ENOTFOUND;
    *t = (struct task){ .number = j->filled++ };
    return j->fails == IN_FILL && t->number == j->at ? fail_here(err, j->at) : MQ_OK;
}

static mq_status work(void *user, unsigned worker, void *task, mq_error *err)
{
    struct job *j = user;
    struct task *t = task;
    uint64_t seed = t->number;
    const struct timespec nap = { 0, (long)unit_below(&seed, 100000) };

    if (t->number % 8 == 3)
        (void)nanosleep(&nap, NULL);
    t->square = t->number * t->number;
    j->worked[worker]++;
    return j->fails == IN_WORK && t->number >= j->at ? fail_here(err, t->number) : MQ_OK;
}

static mq_status take(void *user, void *task, mq_error *err)
{
    struct job *j = user;
    const struct task *t = task;

    if (j->fails == IN_TAKE && t->number == j->at)
        return fail_here(err, j->at);
    j->out_of_order |= t->number != j->taken;
    j->unworked |= t->square != t->number * t->number;
    j->taken++;
    return MQ_OK;
}

static mq_status run(struct job *j, unsigned workers, unsigned slots, mq_error *err)
{
    const mq_pipeline p = {
        .workers = workers, .slots = slots, .user = j, .task_new = task_new, .task_free = task_free, .fill = fill, .work = work, .take = take
    };

    return mq_pipeline_run(&p, err);
}

static const struct pipeline_case {
    const char *name;
    size_t tasks;
    enum stage fails;
    size_t at, taken;
} cases[] = {
    { "no task at all", 0, NOWHERE, 0, 0 },
    { "a single task", 1, NOWHERE, 0, 1 },
    { "fewer tasks than slots", 3, NOWHERE, 0, 3 },
    { "many tasks come out in order", 2000, NOWHERE, 0, 2000 },
    { "a failure to make a task: nothing is taken, what was made is freed", 10, IN_NEW, 0, 0 },
    { "a failure to fill the first task", 10, IN_FILL, 0, 0 },
    { "a failure to fill: what was filled before is taken", 1000, IN_FILL, 500, 500 },
    { "a failure to work: what came before is taken, the first failure is told", 1000, IN_WORK, 500, 500 },
    { "a failure in the last task", 100, IN_WORK, 99, 99 },
    { "a failure to take: what came before was taken", 1000, IN_TAKE, 500, 500 },
};

static void any_number_of_workers(void **row)
{
    const struct pipeline_case *c = *row;
    static const struct { unsigned workers, slots; } sizes[] = { { 1, 0 }, { 1, 5 }, { 2, 0 }, { 2, 2 }, { 3, 4 }, { 8, 0 }, { 8, 8 }, { 8, 2 } };

    for (size_t i = 0; i < UNIT_COUNT(sizes); i++) {
        struct job j = { .tasks = c->tasks, .fails = c->fails, .at = c->at };
        mq_error err = { .code = MQ_OK };
        const mq_status rc = run(&j, sizes[i].workers, sizes[i].slots, &err);
        char want[40];

        (void)snprintf(want, sizeof want, "task %zu", c->at);
        assert_int_equal(rc, c->fails ? MQ_EFORMAT : MQ_OK);
        assert_int_equal(err.code, rc);
        assert_string_equal(err.msg, rc ? want : "");
        assert_int_equal(j.taken, c->taken);
        assert_false(j.out_of_order);
        assert_false(j.unworked);
        assert_int_equal(j.freed, j.made);
    }
}

static void error_is_optional(void **state)
{
    struct job j = { .tasks = 50, .fails = IN_WORK, .at = 20 };

    (void)state;
    assert_int_equal(run(&j, 4, 0, NULL), MQ_EFORMAT);
    assert_int_equal(j.taken, 20);
}

static void workers_share_the_work(void **state)
{
    struct job j = { .tasks = 2000 };
    size_t all = 0;

    (void)state;
    assert_int_equal(run(&j, MOST_WORKERS, 0, NULL), MQ_OK);
    for (size_t w = 0; w < MOST_WORKERS; w++)
        all += j.worked[w]; /* how the scheduler shares them is its own affair: a worker may get none */
    assert_int_equal(all, j.tasks);
}

int main(void)
{
    UNIT_ROWS(cases, any_number_of_workers);
    UNIT_LAW("the caller may lend no memory for the message", error_is_optional);
    UNIT_LAW("each task is worked on once, by whichever worker", workers_share_the_work);
    return unit_run();
}
