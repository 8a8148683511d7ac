/* order - values sorted, and rows that sort and keep the order of equals */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "order.h"
#include "tap.h"

/* rows is a permutation of 0 … n-1 by ascending v, equal ones ascending */
static int
sorts(const uint32_t *rows, const int64_t *v, size_t n)
{
	unsigned char *seen = calloc(n + 1, 1);
	int right = 1;

	for (size_t i = 0; i < n; i++) {
		right &= rows[i] < n && !seen[rows[i]]++;
		right &= i == 0 || v[rows[i - 1]] < v[rows[i]]
		    || (v[rows[i - 1]] == v[rows[i]] && rows[i - 1] < rows[i]);
	}
	free(seen);
	return right;
}

static int
ascending(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int
check(size_t n, int kind)
{
	static const int64_t ends[] = { INT64_MIN, INT64_MAX, 0, -1, 1,
		INT64_C(1) << 32, -(INT64_C(1) << 32) };
	int64_t *v = calloc(n + 1, sizeof *v);
	uint32_t *small = calloc(n + 1, sizeof *small);

	for (size_t i = 0; i < n; i++) {
		v[i] = kind == 0 ? (int64_t)random_bits()
		    : kind == 1 ? random_below(5) - 2 : kind == 2
		    ? ends[random_below(7)] : (int64_t)(n - i);
		small[i] = (uint32_t)v[i];
	}
	int64_t *sorted = malloc((n + 1) * sizeof *sorted);
	memcpy(sorted, v, n * sizeof *v);
	qsort(sorted, n, sizeof *sorted, ascending);
	order_values(v, n);
	int right = n == 0 || !memcmp(sorted, v, n * sizeof *v);
	free(sorted);
	uint64_t *pairs = mem_new(n, sizeof *pairs);
	for (size_t i = 0; i < n; i++)
		pairs[i] = (uint64_t)small[i] << 32 | i;
	uint32_t *rows = order_pairs(pairs, n);
	for (size_t i = 0; i < n; i++)
		v[i] = small[i];
	right &= sorts(rows, v, n);
	free(rows);
	free(small);
	free(v);
	return right;
}

/* rows by several words against rows by all of them, as the bytes of a text */
static struct { uint64_t word[3]; } *compared;

static int
by_words(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	for (int i = 0; i < 3; i++)
		if (compared[x].word[i] != compared[y].word[i])
			return compared[x].word[i] < compared[y].word[i]
			    ? -1 : 1;
	return (x > y) - (x < y);
}

static int
check_words(size_t n, int kind)
{
	static const uint64_t masks[][3] = {
		{ UINT64_MAX, UINT64_MAX, UINT64_MAX }, { 1, 0, 1 },
		{ 0x0f0f0f0f0f0f0f0f, 0x8000000000000001, 0 },
		{ 0, 0, 0 }, { 7, 0xaaaaaaaaaaaaaaaa, 0xff00 } };
	uint64_t *word[3];
	uint32_t *right = calloc(n + 1, sizeof *right);

	compared = calloc(n + 1, sizeof *compared);
	for (int w = 0; w < 3; w++)
		word[w] = calloc(n + 1, sizeof *word[w]);
	for (size_t i = 0; i < n; i++) {
		right[i] = (uint32_t)i;
		for (int w = 0; w < 3; w++)
			compared[i].word[w] = word[w][i] = UINT64_C(1) << 62
			    | (random_bits() & masks[kind][w]);
	}
	qsort(right, n, sizeof *right, by_words);
	uint32_t *rows = order_by_words((const uint64_t *const *)word, 3, n);
	const int same = n == 0 || !memcmp(rows, right, n * sizeof *rows);
	for (int w = 0; w < 3; w++)
		free(word[w]);
	free(rows);
	free(right);
	free(compared);
	return same;
}

int
main(void)
{
	static const char *const kinds[] = { "random values", "many ties",
		"the ends of the range", "descending values" };

	for (int kind = 0; kind < 4; kind++) {
		int wrong = 0;
		for (size_t n = 0; n < 70; n++)
			wrong += !check(n, kind);
		wrong += !check(5000, kind);
		wrong += !check(70000, kind);
		ok(wrong == 0, kinds[kind]);
	}
	for (int kind = 0; kind < 5; kind++) {
		int wrong = 0;
		for (size_t n = 0; n < 70; n++)
			wrong += !check_words(n, kind);
		ok(wrong == 0 && check_words(5000, kind)
		    && check_words(70000, kind), "rows by several words");
	}
	return done();
}
