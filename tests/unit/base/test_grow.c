/* test_grow.c - arrays that grow by doubling. */
#include <stdint.h>
#include <stdlib.h>

#include "base/grow.h"
#include "base/pages.h"
#include "unit.h"

enum { FIRST = 3, MANY = 1000 };

struct item {
    size_t number;
    char rest[5];
};

static void grows(void **state)
{
    struct item *all = NULL;
    size_t n = 0, cap = 0, moves = 0;

    (void)state;
    while (n < MANY) {
        const size_t before = cap;

        assert_true(MQ_ROOM(all, n, cap, FIRST));
        assert_int_equal(cap, n < before ? before : before ? 2 * before : FIRST);
        moves += cap != before;
        all[n] = (struct item){ .number = n };
        n++;
    }
    for (size_t i = 0; i < n; i++)
        assert_int_equal(all[i].number, i);
    assert_int_equal(moves, 10); /* 3, 6, 12, ... 1536 */
    free(all);
}

static void stays_with_room(void **state)
{
    struct item one[2] = { { 1, "" }, { 2, "" } }, *all = one; /* not from malloc: it must not be touched */
    size_t cap = 2;

    (void)state;
    assert_true(MQ_ROOM(all, 0, cap, FIRST));
    assert_true(MQ_ROOM(all, 1, cap, FIRST));
    assert_ptr_equal(all, one);
    assert_int_equal(cap, 2);
}

typedef struct overflow_case {
    const char *name;
    size_t cap, size, first;
} overflow_case;

/* A cap that is not true: were memory asked for, it would be so little that the array would be cut. */
static void refuses(void **row)
{
    const overflow_case *c = *row;
    size_t cap = c->cap;
    char *p = malloc(100);

    assert_non_null(p);
    p[99] = 'x';
    assert_ptr_equal(mq_grown(p, &cap, c->size, c->first), p);
    assert_int_equal(cap, c->cap);
    assert_int_equal(p[99], 'x');
    free(p);
}

static const overflow_case overflows[] = {
    { "bytes that a size_t cannot count are refused", SIZE_MAX / 16 + 1, 8, 1 },
    { "a number of items that a size_t cannot hold is refused", SIZE_MAX / 2 + 1, 1, 1 },
    { "a beginning that a size_t cannot count is refused", 0, 16, SIZE_MAX / 16 + 1 },
};

static void is_false_when_refused(void **state)
{
    struct item *all = NULL;
    size_t cap = 0;

    (void)state;
    assert_false(MQ_ROOM(all, 0, cap, SIZE_MAX));
    assert_null(all);
    assert_int_equal(cap, 0);
    assert_true(MQ_ROOM(all, 0, cap, FIRST));
    assert_int_equal(cap, FIRST);
    free(all);
}

/* Large enough for huge pages at the end. */
static void grows_on_huge_pages(void **state)
{
    enum { LARGE = 3 << 20 };
    uint32_t *all = NULL;
    size_t cap = 0;

    (void)state;
    for (uint32_t n = 0; n < LARGE; n++) {
        assert_true(MQ_PAGES_ROOM(all, n, cap, 256));
        all[n] = n;
    }
    for (uint32_t n = 0; n < LARGE; n += 1000)
        assert_int_equal(all[n], n);
    assert_int_equal(cap, 1 << 22);
    free(all);
}

int main(void)
{
    UNIT_LAW("an array grows from NULL by doubling and keeps its items", grows);
    UNIT_LAW("an array with room stays where it is", stays_with_room);
    UNIT_LAW("what is refused is told, and the array can still grow", is_false_when_refused);
    UNIT_LAW("an array on huge pages grows as the others do", grows_on_huge_pages);
    UNIT_ROWS(overflows, refuses);
    return unit_run();
}
