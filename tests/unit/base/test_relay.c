/* test_relay.c - what one thread fills another one takes: all of it, in order, until it fails. */
#include "base/relay.h"
#include "unit.h"

enum { SLOTS = 3, MANY = 10000 };

struct work {
    unsigned slot[SLOTS];
    unsigned taken, fail_at;    /* fail_at: 0 = never */
    bool in_order;
};

static mq_status take(void *user, unsigned slot)
{
    struct work *w = user;

    w->in_order = w->in_order && w->slot[slot] == w->taken;
    return ++w->taken == w->fail_at ? MQ_EDB : MQ_OK;
}

/* The status of the filling, of n slots. */
static mq_status fill(mq_relay *r, struct work *w, unsigned n)
{
    mq_status rc = MQ_OK;

    for (unsigned i = 0; i < n && !rc; i++) {
        w->slot[mq_relay_slot(r)] = i;
        rc = mq_relay_pass(r);
    }
    return rc;
}

static void all_in_order(void **state)
{
    struct work w = { .in_order = true };
    mq_relay r;

    (void)state;
    mq_relay_init(&r, SLOTS, take, &w);
    assert_int_equal(fill(&r, &w, MANY), MQ_OK);
    w.slot[mq_relay_slot(&r)] = MANY;
    assert_int_equal(mq_relay_end(&r, true), MQ_OK);
    assert_int_equal(w.taken, MANY + 1);
    assert_true(w.in_order);
    assert_int_equal(mq_relay_end(&r, false), MQ_OK);
    mq_relay_release(&r);
}

static void one_slot_needs_no_thread(void **state)
{
    struct work w = { .in_order = true };
    mq_relay r;

    (void)state;
    mq_relay_init(&r, SLOTS, take, &w);
    assert_int_equal(mq_relay_end(&r, true), MQ_OK);
    assert_false(r.threaded);
    assert_int_equal(w.taken, 1);
    mq_relay_release(&r);
}

static void a_failure_ends_it(void **state)
{
    struct work w = { .in_order = true, .fail_at = 7 };
    mq_relay r;

    (void)state;
    mq_relay_init(&r, SLOTS, take, &w);
    assert_int_equal(fill(&r, &w, MANY), MQ_EDB);
    assert_int_equal(mq_relay_end(&r, true), MQ_EDB);
    assert_int_equal(w.taken, 7);
    mq_relay_release(&r);
}

static void left_in_the_middle(void **state)
{
    struct work w = { .in_order = true };
    mq_relay r;

    (void)state;
    mq_relay_init(&r, SLOTS, take, &w);
    assert_int_equal(fill(&r, &w, SLOTS), MQ_OK);
    mq_relay_release(&r);
    assert_true(w.taken <= SLOTS);
    assert_true(w.in_order);
}

int main(void)
{
    UNIT_LAW("whatever is passed is taken, in order", all_in_order);
    UNIT_LAW("what fits in one slot is taken without a thread", one_slot_needs_no_thread);
    UNIT_LAW("nothing is taken behind a failure, and the filling thread learns of it", a_failure_ends_it);
    UNIT_LAW("who leaves in the middle waits for no more than is being taken", left_in_the_middle);
    return unit_run();
}
