/* die.h - build tools: what cannot go on stops with a message, and the program's name before it. */
#ifndef DIE_H
#define DIE_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn static inline void die(const char *what)
{
    (void)fprintf(stderr, "%s: %s\n", program_invocation_short_name, what);
    exit(1);
}

/* p, which is not NULL. */
static inline void *need(void *p)
{
    if (!p)
        die("no memory");
    return p;
}

#endif
