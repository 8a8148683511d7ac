/* pairs.c - moves from label to label */
#include <stdlib.h>

#include "base.h"
#include "pairs.h"

/* k names, then none, then (none) */
static struct text *
more_names(const struct text *names, size_t k)
{
	struct text *all = mem_new(k + 2, sizeof *all);

	for (size_t i = 0; i < k; i++)
		all[i] = names[i];
	all[k] = TEXT("none");
	all[k + 1] = TEXT("(none)");
	return all;
}

struct col *
pairs_then(const struct col *label, size_t k, const struct col *value)
{
	struct col *c = col_new(LABEL, label->n);

	c->names = more_names(label->names, k);
	for (size_t i = 0; i < c->n; i++)
		c->code[i] = value->v[i] == NONE ? (uint8_t)k : label->code[i];
	return c;
}

struct col *
pairs_names(const struct text *names, size_t k, size_t n)
{
	struct col *c = col_new(LABEL, n);
	struct text *all = more_names(names, k);

	all[k] = all[k + 1];
	c->names = all;
	for (size_t i = 0; i < n; i++)
		c->code[i] = (uint8_t)i;
	return c;
}

/* The place of a label among the rows: none, the names, (none) */
static size_t
place(uint8_t code, size_t k)
{
	return code == NO_LABEL ? k + 1 : code == k ? 0 : (size_t)code + 1;
}

static uint8_t
code(size_t place, size_t k)
{
	return (uint8_t)(place == k + 1 ? k + 1 : place == 0 ? k : place - 1);
}

struct pairs
pairs_count(const struct col *from, const struct col *to, size_t k)
{
	const size_t side = k + 2;
	int64_t *count = mem_new(side * side, sizeof *count);
	struct pairs p = { 0, col_new(LABEL, side * side),
		col_new(LABEL, side * side), col_new(WHOLE, side * side) };

	for (size_t i = 0; i < from->n; i++)
		count[place(from->code[i], k) * side + place(to->code[i], k)]++;
	for (size_t i = 0; i < side * side; i++) {
		if (!count[i])
			continue;
		p.from->code[p.n] = code(i / side, k);
		p.to->code[p.n] = code(i % side, k);
		p.customers->v[p.n++] = count[i];
	}
	p.from->names = p.to->names = more_names(from->names, k);
	free(count);
	return p;
}

struct cells
cells_of(const struct col *first, const struct col *second, int bins)
{
	const size_t n = (size_t)bins * (size_t)bins;
	struct cells c = { n, col_new(LABEL, first->n), col_new(SCORE, n),
		col_new(SCORE, n) };

	for (size_t i = 0; i < n; i++) {
		c.first->code[i] = (uint8_t)(bins - (int)i / bins);
		c.second->code[i] = (uint8_t)(bins - (int)i % bins);
	}
	for (size_t row = 0; row < first->n; row++)
		c.of->code[row] = (uint8_t)((bins - first->code[row]) * bins
		    + bins - second->code[row]);
	return c;
}
