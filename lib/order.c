/* order.c - sorting words by counting digits, eleven bits at a time */
#include <stdlib.h>

#include "base.h"
#include "order.h"

enum { DIGIT = 11, BUCKETS = 1 << DIGIT };

/* One digit; 0 if all words have the same one there and nothing moved. */
static int
pass(const uint64_t *from, uint64_t *to, size_t n, int shift)
{
	size_t at[BUCKETS] = { 0 };
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		at[from[i] >> shift & (BUCKETS - 1)]++;
	if (at[from[0] >> shift & (BUCKETS - 1)] == n)
		return 0;
	for (size_t b = 0; b < BUCKETS; b++) {
		const size_t count = at[b];
		at[b] = sum;
		sum += count;
	}
	for (size_t i = 0; i < n; i++)
		to[at[from[i] >> shift & (BUCKETS - 1)]++] = from[i];
	return 1;
}

/* By the bits from first on; equal ones stay as they were. The result is one
 * of the two, the other one is freed. */
static uint64_t *
sorted(uint64_t *words, size_t n, int first)
{
	uint64_t *other = mem_grow(NULL, n, sizeof *other);

	for (int shift = first; shift < 64 && n > 0; shift += DIGIT)
		if (pass(words, other, n, shift)) {
			uint64_t *t = words;
			words = other;
			other = t;
		}
	free(other);
	return words;
}

void
order_values(int64_t *v, size_t n)
{
	const uint64_t sign = UINT64_C(1) << 63;
	uint64_t *words = mem_grow(NULL, n, sizeof *words);

	for (size_t i = 0; i < n; i++)
		words[i] = (uint64_t)v[i] ^ sign;
	words = sorted(words, n, 0);
	for (size_t i = 0; i < n; i++)
		v[i] = (int64_t)(words[i] ^ sign);
	free(words);
}

uint32_t *
order_rows(const uint32_t *keys, size_t n)
{
	uint64_t *words = mem_grow(NULL, n, sizeof *words);
	uint32_t *rows = mem_grow(NULL, n, sizeof *rows);

	for (size_t i = 0; i < n; i++)
		words[i] = (uint64_t)keys[i] << 32 | i;
	words = sorted(words, n, 32);
	for (size_t i = 0; i < n; i++)
		rows[i] = (uint32_t)words[i];
	free(words);
	return rows;
}
