/* grow.c - see grow.h. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/grow.h"

void *mq_grown(void *p, size_t *cap, size_t size, size_t first)
{
    const size_t now = *cap, more = now ? 2 * now : first;
    void *q;

    assert(size && first);
    if (now > SIZE_MAX / 2 || more > SIZE_MAX / size)
        return p;
    q = realloc(p, more * size);
    if (!q)
        return p;
    *cap = more;
    return q;
}
