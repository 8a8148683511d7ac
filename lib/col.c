/* col.c - columns of values */
#include <stdlib.h>

#include "base.h"
#include "col.h"

struct col *
col_new(enum col_type type, size_t n)
{
	struct col *c = mem_new(1, sizeof *c);

	c->type = type;
	c->n = n;
	if (type == SCORE || type == LABEL)
		c->code = mem_new(n, sizeof *c->code);
	else if (type == TEXTS)
		c->keys = mem_new(n, sizeof *c->keys);
	else
		c->v = mem_new(n, sizeof *c->v);
	return c;
}

void
col_free(struct col *c)
{
	if (!c)
		return;
	free(c->v);
	free(c->code);
	free(c->keys);
	free(c);
}

struct col *
col_until(const struct col *dates, int32_t day)
{
	struct col *c = col_new(WHOLE, dates->n);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = dates->v[i] == NONE ? NONE : day - dates->v[i];
	return c;
}

struct col *
col_digits(const struct col *const *scores, int n_scores)
{
	struct col *c = col_new(WHOLE, scores[0]->n);

	for (size_t i = 0; i < c->n; i++)
		for (int k = 0; k < n_scores; k++)
			c->v[i] = c->v[i] * 10 + scores[k]->code[i];
	return c;
}
