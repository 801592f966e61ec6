/* faults.c - see faults.h. The linker's --wrap sends our calls of malloc to __wrap_malloc and gives us the real one as __real_malloc. */
#include <stdlib.h>
#include <string.h>

#include "faults.h"

enum { MOST_ALLOCATIONS = 20000 };

static size_t allocations, first_to_fail = SIZE_MAX;
static bool later_ones_too;

void *__real_malloc(size_t n);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t n);
void *__wrap_malloc(size_t n);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t n);
char *__wrap_strdup(const char *s);
char *__wrap_strndup(const char *s, size_t n);

/* Counts an allocation and says whether it must fail. Threads allocate too; which of them is the n-th does not matter. */
static bool fails(void)
{
    const size_t i = __atomic_fetch_add(&allocations, 1, __ATOMIC_RELAXED);

    return i == first_to_fail || (later_ones_too && i > first_to_fail);
}

void *__wrap_malloc(size_t n)
{
    return fails() ? NULL : __real_malloc(n);
}

void *__wrap_calloc(size_t n, size_t size)
{
    return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t n)
{
    return fails() ? NULL : __real_realloc(p, n);
}

char *__wrap_strndup(const char *s, size_t n)
{
    const size_t k = strnlen(s, n);
    char *copy = __wrap_malloc(k + 1);

    if (copy) {
        memcpy(copy, s, k);
        copy[k] = '\0';
    }
    return copy;
}

char *__wrap_strdup(const char *s)
{
    return __wrap_strndup(s, SIZE_MAX);
}

static void run_all(const faults_case *c, bool later)
{
    for (size_t n = 0;; n++) {
        mq_status rc;

        assert_true(n < MOST_ALLOCATIONS);
        allocations = 0;
        first_to_fail = n;
        later_ones_too = later;
        rc = c->body();
        first_to_fail = SIZE_MAX;
        if (rc != MQ_OK && rc != MQ_ENOMEM)
            fail_msg("without allocation %zu of %zu: %s", n, allocations, mq_status_name(rc));
        if (allocations <= n) {
            assert_int_equal(rc, MQ_OK);
            return;
        }
    }
}

void faults_each(void **row)
{
    const faults_case *c = *row;

    first_to_fail = SIZE_MAX; /* a test before may have broken off */
    assert_int_equal(c->body(), MQ_OK);
    run_all(c, false);
    run_all(c, true);
}
