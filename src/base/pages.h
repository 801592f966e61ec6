/*
 * base/pages.h - huge pages for tables that are looked at in no order.
 *
 * Each look at a table of many megabytes is at a page of its own, whose place the processor has to find first; on a virtual machine that takes longer than the look,
 * and the first look at each page, which has to be made, a thousand times as long.
 */
#ifndef MQ_BASE_PAGES_H
#define MQ_BASE_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/grow.h"

/* A hint, where the system knows it. */
static inline void mq_pages_hint(void *p, size_t n)
{
#ifdef MADV_HUGEPAGE
    (void)madvise(p, n, MADV_HUGEPAGE);
#else
    (void)p;
    (void)n;
#endif
}

/*
 * Asks for huge pages behind p[0..n), memory from malloc that is not yet written to; a table of a few megabytes or less stays as it is. Only a hint: nothing fails, nothing
 * in the memory changes.
 */
static inline void mq_pages_huge(void *p, size_t n)
{
    enum { PAGE = 4096, LEAST = 1 << 22 };
    char *const begin = (char *)p - (uintptr_t)p % PAGE;

    if (n >= LEAST)
        mq_pages_hint(begin, (size_t)((char *)p + n - begin));
}

static inline void *mq_pages_grown(void *p, size_t *cap, size_t size, size_t first)
{
    const size_t before = *cap;

    p = mq_grown(p, cap, size, first);
    if (*cap != before)
        mq_pages_huge(p, *cap * size);
    return p;
}

/* MQ_ROOM (grow.h) that asks for huge pages behind the array each time it has grown. */
#define MQ_PAGES_ROOM(array, n, cap, first) ((n) < (cap) || ((array) = mq_pages_grown((array), &(cap), sizeof *(array), (first)), (n) < (cap)))

/* At least n zero bytes on huge pages of their own, where the system has such pages; for free(). NULL without memory. */
static inline void *mq_pages_new(size_t n)
{
    enum { HUGE_PAGE = 1 << 21 };
    const size_t whole = (n + HUGE_PAGE - 1) & ~(size_t)(HUGE_PAGE - 1);
    void *p = aligned_alloc(HUGE_PAGE, whole);

    if (p) {
        mq_pages_hint(p, whole);
        memset(p, 0, n);
    }
    return p;
}

#endif
