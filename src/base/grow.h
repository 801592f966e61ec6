/*
 * base/grow.h - arrays that grow by doubling, so that adding n items one by one moves fewer than 2 n of them.
 */
#ifndef MQ_BASE_GROW_H
#define MQ_BASE_GROW_H

#include <stddef.h>

/*
 * Whether array[n] may be written to; makes room for it if need be. `array` points to the items, which come from malloc and are the caller's to free (NULL when cap is 0);
 * there is room for `cap` (size_t) of them: for `first` when it grows at first, later for twice as many as before. False without memory, or when a size_t cannot count
 * the bytes: the array and cap are then as they were. array, n and cap are evaluated several times. Not thread-safe.
 */
#define MQ_ROOM(array, n, cap, first) ((n) < (cap) || ((array) = mq_grown((array), &(cap), sizeof *(array), (first)), (n) < (cap)))

/* What MQ_ROOM does when the array is full: p with room for twice as many items of `size` bytes, or p and *cap as they were. */
void *mq_grown(void *p, size_t *cap, size_t size, size_t first);

#endif
