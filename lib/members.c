/* members.c - the rows of each group */
#include <stdlib.h>

#include "base.h"
#include "members.h"
#include "order.h"

static uint32_t
value(const struct col *c, uint32_t row)
{
	return c ? (uint32_t)c->v[row] : 0;
}

/* Those that are in a group. */
static size_t
grouped(const struct col *key, const struct col *then, size_t rows,
    uint32_t *row)
{
	size_t n = 0;

	for (size_t i = 0; i < rows; i++)
		if (!(key && key->v[i] == NONE) && !(then
		    && then->v[i] == NONE))
			row[n++] = (uint32_t)i;
	return n;
}

/* Rows of equal values stay as they were. */
static uint32_t *
sorted_by(const struct col *key, const struct col *then, const uint32_t *row,
    size_t n)
{
	uint64_t *words = mem_new(n, sizeof *words);

	for (size_t i = 0; i < n; i++)
		words[i] = (uint64_t)value(key, row[i]) << 32
		    | value(then, row[i]);
	uint32_t *rows = order_by_words((const uint64_t *const[]){ words }, 1,
	    n);
	for (size_t i = 0; i < n; i++)
		rows[i] = row[rows[i]];
	free(words);
	return rows;
}

struct col *
members_count(const struct members *m)
{
	struct col *c = col_new(WHOLE, m->n);

	for (size_t g = 0; g < m->n; g++)
		c->v[g] = m->from[g + 1] - m->from[g];
	return c;
}

struct members *
members_by(const struct col *key, const struct col *then, size_t rows)
{
	struct members *m = mem_new(1, sizeof *m);

	uint32_t *unsorted = mem_new(rows, sizeof *unsorted);
	const size_t n = grouped(key, then, rows, unsorted);
	m->row = sorted_by(key, then, unsorted, n);
	free(unsorted);
	m->key = mem_new(n, sizeof *m->key);
	m->then = mem_new(n, sizeof *m->then);
	m->from = mem_new(n + 1, sizeof *m->from);
	for (size_t i = 0; i < n; i++) {
		const uint32_t k = value(key, m->row[i]);
		const uint32_t t = value(then, m->row[i]);
		if (i > 0 && m->key[m->n - 1] == k && m->then[m->n - 1] == t)
			continue;
		m->key[m->n] = k;
		m->then[m->n] = t;
		m->from[m->n++] = (uint32_t)i;
	}
	m->from[m->n] = (uint32_t)n;
	return m;
}
