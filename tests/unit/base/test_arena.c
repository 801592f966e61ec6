/* test_arena.c - memory that is freed all at once. AddressSanitizer watches over the bounds. */
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "unit.h"

enum { MANY = 3000 };

/* Pieces of all sizes are filled with a sign of their own, and each still has its sign when all have been made. */
static void pieces_do_not_overlap(void **state)
{
    static unsigned char *piece[MANY];
    static size_t size[MANY];
    mq_arena a = MQ_ARENA_INIT;
    uint64_t seed = 1;

    (void)state;
    for (size_t i = 0; i < MANY; i++) {
        size[i] = unit_below(&seed, i % 100 ? 200 : 300000);
        piece[i] = mq_arena_alloc(&a, size[i]);
        assert_non_null(piece[i]);
        assert_int_equal((uintptr_t)piece[i] % _Alignof(max_align_t), 0);
        memset(piece[i], (int)(i % 251), size[i]);
    }
    for (size_t i = 0; i < MANY; i++)
        for (size_t k = 0; k < size[i]; k++)
            assert_int_equal(piece[i][k], i % 251);
    mq_arena_release(&a);
}

static void clear_reuses(void **state)
{
    mq_arena a = MQ_ARENA_INIT;
    void *first[100];

    (void)state;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < 100; i++) {
            void *p = mq_arena_alloc(&a, 1000);

            if (round)
                assert_ptr_equal(p, first[i]);
            first[i] = p;
        }
        mq_arena_clear(&a);
    }
    mq_arena_release(&a);
}

static void copies_end_with_nul(void **state)
{
    mq_arena a = MQ_ARENA_INIT;
    const mq_str s = mq_arena_copy(&a, MQ_STR("a\0b")), empty = mq_arena_copy(&a, (mq_str){ NULL, 0 });

    (void)state;
    assert_str(s, MQ_STR("a\0b"));
    assert_int_equal(s.p[s.n], 0);
    assert_int_equal(empty.n, 0);
    assert_int_equal(empty.p[0], 0);
    mq_arena_release(&a);
}

static void too_much_is_null(void **state)
{
    mq_arena a = MQ_ARENA_INIT;

    (void)state;
    assert_null(mq_arena_alloc(&a, SIZE_MAX));
    assert_null(mq_arena_alloc(&a, SIZE_MAX / 2 + 1));
    assert_non_null(mq_arena_alloc(&a, 1));
    mq_arena_release(&a);
    mq_arena_release(&a);
}

int main(void)
{
    UNIT_LAW("pieces are aligned and do not overlap", pieces_do_not_overlap);
    UNIT_LAW("a cleared arena gives the same memory again", clear_reuses);
    UNIT_LAW("a copy ends with NUL and may hold one", copies_end_with_nul);
    UNIT_LAW("more than there can be is NULL, and the arena goes on", too_much_is_null);
    return unit_run();
}
