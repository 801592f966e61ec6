/*
 * base/pages.h - huge pages for tables that are looked at in no order.
 *
 * Each look at a table of many megabytes is at a page of its own, whose place the processor has to find first; on a virtual machine that takes longer than the look.
 */
#ifndef MQ_BASE_PAGES_H
#define MQ_BASE_PAGES_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

/*
 * Asks for huge pages behind p[0..n), memory from malloc that is not yet written to; a table of a few megabytes or less stays as it is. Only a hint: nothing fails, nothing
 * in the memory changes.
 */
static inline void mq_pages_huge(void *p, size_t n)
{
    enum { PAGE = 4096, LEAST = 1 << 22 };
    char *const begin = (char *)p - (uintptr_t)p % PAGE;

    if (n >= LEAST)
        (void)madvise(begin, (size_t)((char *)p + n - begin), MADV_HUGEPAGE);
}

#endif
