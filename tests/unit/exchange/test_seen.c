/* test_seen.c - the set of hashes: what was added is there, what was not is not, and its memory is bounded. */
#include "exchange/seen.h"
#include "unit.h"

static void remembers(void **state)
{
    mq_seen s = { .slot = NULL };
    uint64_t seed = 1, again = 1;
    bool was;

    (void)state;
    for (int i = 0; i < 300000; i++) {
        assert_int_equal(mq_seen_add(&was, &s, unit_random(&seed), NULL), MQ_OK);
        assert_false(was);
    }
    for (int i = 0; i < 300000; i++) {
        assert_int_equal(mq_seen_add(&was, &s, unit_random(&again), NULL), MQ_OK);
        assert_true(was);
    }
    mq_seen_release(&s);
}

static void stays_small(void **state)
{
    mq_seen s = { .slot = NULL };
    uint64_t seed = 2;
    bool was;

    (void)state;
    for (int i = 0; i < 9000000; i++)
        assert_int_equal(mq_seen_add(&was, &s, unit_random(&seed), NULL), MQ_OK);
    assert_true(s.slots * sizeof *s.slot <= (size_t)32 << 20);
    assert_int_equal(mq_seen_add(&was, &s, seed, NULL), MQ_OK);
    assert_int_equal(mq_seen_add(&was, &s, seed, NULL), MQ_OK);
    assert_true(was);
    mq_seen_release(&s);
}

static void zero_is_a_hash(void **state)
{
    mq_seen s = { .slot = NULL };
    bool was;

    (void)state;
    assert_int_equal(mq_seen_add(&was, &s, 0, NULL), MQ_OK);
    assert_false(was);
    assert_int_equal(mq_seen_add(&was, &s, 0, NULL), MQ_OK);
    assert_true(was);
    mq_seen_release(&s);
}

int main(void)
{
    UNIT_LAW("what was added is there", remembers);
    UNIT_LAW("nine million hashes need no more than 32 MiB", stays_small);
    UNIT_LAW("a hash of zero is one, too", zero_is_a_hash);
    return unit_run();
}
