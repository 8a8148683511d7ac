/* order.c - sorting by counting digits, eleven bits at a time */
#include <stdlib.h>

#include "base.h"
#include "order.h"

enum { DIGIT = 11, BUCKETS = 1 << DIGIT };

struct entry { uint64_t key; uint32_t row; };

/* One pass; 0 if all keys have the same digit there and nothing moved. */
static int
pass(const struct entry *from, struct entry *to, size_t n, int shift)
{
	size_t at[BUCKETS] = { 0 };
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		at[from[i].key >> shift & (BUCKETS - 1)]++;
	if (at[from[0].key >> shift & (BUCKETS - 1)] == n)
		return 0;
	for (size_t b = 0; b < BUCKETS; b++) {
		const size_t count = at[b];
		at[b] = sum;
		sum += count;
	}
	for (size_t i = 0; i < n; i++)
		to[at[from[i].key >> shift & (BUCKETS - 1)]++] = from[i];
	return 1;
}

static uint32_t *
sorted(struct entry *e, size_t n, int bits)
{
	struct entry *other = mem_grow(NULL, n, sizeof *other);
	uint32_t *rows = mem_grow(NULL, n, sizeof *rows);

	for (int shift = 0; shift < bits && n > 0; shift += DIGIT)
		if (pass(e, other, n, shift)) {
			struct entry *t = e;
			e = other;
			other = t;
		}
	for (size_t i = 0; i < n; i++)
		rows[i] = e[i].row;
	free(e);
	free(other);
	return rows;
}

uint32_t *
order_whole(const int64_t *v, size_t n)
{
	struct entry *e = mem_grow(NULL, n, sizeof *e);

	for (size_t i = 0; i < n; i++)
		e[i] = (struct entry){ (uint64_t)v[i] ^ UINT64_C(1) << 63,
			(uint32_t)i };
	return sorted(e, n, 64);
}

/* One word an entry: the key above, the row below it. */
static void
small_pass(const uint64_t *from, uint64_t *to, size_t n, int shift)
{
	size_t at[BUCKETS] = { 0 };
	size_t sum = 0;

	for (size_t i = 0; i < n; i++)
		at[from[i] >> shift & (BUCKETS - 1)]++;
	for (size_t b = 0; b < BUCKETS; b++) {
		const size_t count = at[b];
		at[b] = sum;
		sum += count;
	}
	for (size_t i = 0; i < n; i++)
		to[at[from[i] >> shift & (BUCKETS - 1)]++] = from[i];
}

uint32_t *
order_small(const uint32_t *v, size_t n)
{
	uint64_t *e = mem_grow(NULL, n, sizeof *e);
	uint64_t *other = mem_grow(NULL, n, sizeof *other);
	uint32_t *rows = mem_grow(NULL, n, sizeof *rows), most = 0;

	for (size_t i = 0; i < n; i++) {
		e[i] = (uint64_t)v[i] << 32 | i;
		most |= v[i];
	}
	for (int shift = 0; shift < 32 && most >> shift; shift += DIGIT) {
		small_pass(e, other, n, 32 + shift);
		uint64_t *t = e;
		e = other;
		other = t;
	}
	for (size_t i = 0; i < n; i++)
		rows[i] = (uint32_t)e[i];
	free(e);
	free(other);
	return rows;
}
