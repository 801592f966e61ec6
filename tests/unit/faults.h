/*
 * faults.h - what happens when there is no memory. Tests named test_*_faults.c are linked so that each allocation of the library's own code can be
 * made to fail; other libraries keep their memory.
 */
#ifndef FAULTS_H
#define FAULTS_H

#include "unit.h"

/* A piece of work, complete in itself: makes what it needs, releases it, and returns the first status that is not MQ_OK. */
typedef struct faults_case {
    const char *name;
    mq_status (*body)(void);
} faults_case;

/*
 * For UNIT_ROWS: runs the body of a faults_case with the first allocation failing, then the second, and so on until none is left to fail;
 * and again with all allocations from the n-th on. Each run must end with MQ_OK or MQ_ENOMEM; AddressSanitizer watches for what was left behind.
 */
void faults_each(void **row);

#endif
