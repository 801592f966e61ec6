/* mine/scan.h - the one loop that sees every byte. */
#ifndef MQ_MINE_SCAN_H
#define MQ_MINE_SCAN_H

#include <stddef.h>

/* Offset of the first A–Z or a–z in p[from..n), n when there is none. */
size_t mq_scan_latin(const char *p, size_t from, size_t n);

#endif
