/* test_claims.c - parts of one file read by several threads: they are settled in the order of the claims, whatever the order of reading. Run under CONF=tsan, too. */
#include <pthread.h>
#include <stdio.h>
#include <time.h>

#include "document/claims.h"
#include "unit.h"

enum { PARTS = 6, NONE = PARTS };

static const struct claims_case {
    const char *name;
    size_t fails, fails_too; /* parts, NONE = none */
} cases[] = {
    { "all parts are settled in order", NONE, NONE },
    { "a part that fails ends what follows", 3, NONE },
    { "the first part fails", 0, NONE },
    { "the last part fails", PARTS - 1, NONE },
    { "of two that fail the first in order is told", 2, 4 },
};

struct reading {
    struct mq_claims claims;
    const struct claims_case *c;
    size_t order[PARTS], n;
};

struct part {
    struct reading *all;
    size_t number;
    bool good;
    pthread_t thread;
};

/* Later parts are ready earlier. */
static void *read_part(void *arg)
{
    struct part *p = arg;
    struct reading *all = p->all;
    const struct timespec nap = { 0, (long)(PARTS - p->number) * 300000 };
    mq_error why;
    bool fails = p->number == all->c->fails || p->number == all->c->fails_too;

    (void)nanosleep(&nap, NULL);
    if (fails)
        (void)mq_fail(&why, MQ_EIO, "part %zu", p->number);
    p->good = mq_claims_enter(&all->claims, p->number);
    if (p->good && !fails)
        all->order[all->n++] = p->number;
    mq_claims_leave(&all->claims, fails ? &why : NULL);
    return NULL;
}

static void in_order(void **row)
{
    struct reading all = { .c = *row };
    const size_t good = all.c->fails;
    struct part part[PARTS];
    mq_error err = { .code = MQ_OK };
    char want[20];

    mq_claims_init(&all.claims);
    all.claims.claimed = PARTS;
    for (size_t i = 0; i < PARTS; i++) {
        part[i] = (struct part){ .all = &all, .number = i };
        assert_int_equal(pthread_create(&part[i].thread, NULL, read_part, &part[i]), 0);
    }
    assert_int_equal(mq_claims_wait(&all.claims, &err), good == NONE ? MQ_OK : MQ_EIO);
    assert_int_equal(mq_claims_failure(&all.claims, NULL), err.code);
    (void)snprintf(want, sizeof want, "part %zu", good);
    assert_string_equal(err.msg, good == NONE ? "" : want);
    for (size_t i = 0; i < PARTS; i++)
        assert_int_equal(pthread_join(part[i].thread, NULL), 0);
    assert_int_equal(all.n, good);
    for (size_t i = 0; i < all.n; i++)
        assert_int_equal(all.order[i], i);
    for (size_t i = 0; i < PARTS; i++)
        assert_int_equal(part[i].good, i <= good);
    mq_claims_release(&all.claims);
}

int main(void)
{
    UNIT_ROWS(cases, in_order);
    return unit_run();
}
