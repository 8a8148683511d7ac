#ifndef ORDER_H
#define ORDER_H

#include <stddef.h>
#include <stdint.h>

/* Sorts the values, ascending. */
void order_values(int64_t *v, size_t n);
/* The lower halves of the pairs, sorted by their upper ones, ascending; those
 * of equal ones in the order they had. free() them; the pairs are freed. */
uint32_t *order_pairs(uint64_t *pairs, size_t n);
/* The rows that sort several words of each, ascending, the first ones first;
 * rows of equal words in the order they had. free() them. Fewer than 2^32. */
uint32_t *order_by_words(const uint64_t *const *words, int n_words, size_t n);

/* Words, and room for as many: they change places. Sorts them by their bits
 * from first up to the end; equal ones stay in the order they had. */
struct words { uint64_t *v, *other; size_t n; };
void order_words(struct words *, int first, int end);

#endif
