/*
 * rprop.h - one step of RPROP (Riedmiller, Braun 1993, the variant without backtracking): weights go up their gradient by steps of their own, which grow while
 * its sign stays and shrink when it turns. No step size to tune, the same result every time.
 */
#ifndef RPROP_H
#define RPROP_H

#include <stddef.h>

/* First steps, for whoever begins: RPROP_FIRST in step[], 0 in old[]. n weights; g is the gradient, prior and all; step and old are kept between calls. */
#define RPROP_FIRST 0.05
void rprop_step(double *w, double *step, double *old, const double *g, size_t n);

#endif
