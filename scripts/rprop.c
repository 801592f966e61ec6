/* rprop.c - see rprop.h. */
#include <math.h>

#include "rprop.h"

void rprop_step(double *w, double *step, double *old, const double *g, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (g[i] * old[i] > 0)
            step[i] = fmin(step[i] * 1.2, 1.0);
        else if (g[i] * old[i] < 0)
            step[i] = fmax(step[i] * 0.5, 1e-6);
        w[i] += g[i] > 0 ? step[i] : g[i] < 0 ? -step[i] : 0;
        old[i] = g[i];
    }
}
