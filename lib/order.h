#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>
#include <stdint.h>

/* Permutations that sort: rows by value ascending, rows of equal value in
 * the order they had. free() them. Fewer than 2^32 rows. */
uint32_t *order_whole(const int64_t *v, size_t n);
uint32_t *order_small(const uint32_t *v, size_t n);

#endif
