/* ranking_concentration.c - how unequal values are */
#include "ranking.h"

/* part / whole, from 0 to 1, digit by digit: part * MILLION may not fit. */
static int64_t
fraction(wide part, wide whole)
{
	int64_t f = 0;

	for (int i = 0; i < DECIMALS_MOST; i++) {
		f = f * 10 + (int64_t)(part * 10 / whole);
		part = part * 10 % whole;
	}
	return f + (part >= whole - part);
}

/* Of n values and their sum: the i-th from the smallest counts 2i - n - 1
 * times, which is the definition made one sum. 1,073,741,824 keys, all that a
 * dictionary has, stay below 2^127 even ten times over. */
static int64_t
gini(const int64_t *descending, wide n, wide total)
{
	wide sum = 0;

	for (wide i = 0; i < n; i++)
		sum += (n - 1 - 2 * i) * descending[i];
	return fraction(sum, n * total);
}

static wide
sum_of(const int64_t *v, size_t n)
{
	wide sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += v[i];
	return sum;
}

static int64_t
items_for_80(const int64_t *v, wide total)
{
	int64_t items = 0;

	for (wide sum = 0; sum * 100 < total * 80; items++)
		sum += v[items];
	return items;
}

struct concentration
ranking_concentration(const struct ranking *r)
{
	const size_t rows = r->n > 0;
	const int64_t *v = r->value->v;
	struct concentration c = { col_new(WHOLE, rows), col_new(TOTAL, rows),
		col_new(DECIMAL, rows), col_new(DECIMAL, rows),
		col_new(WHOLE, rows) };
	size_t n = r->n;

	while (n > 0 && v[n - 1] < 0)
		n--;
	c.total->decimals = r->value->decimals;
	c.gini->decimals = c.top20_share->decimals = DECIMALS_MOST;
	for (size_t i = 0; i < rows; i++) {
		const wide total = r->total;
		c.items->v[i] = (int64_t)n;
		c.total->total[i] = total;
		c.gini->v[i] = total ? gini(v, (wide)n, total) : NONE;
		c.top20_share->v[i] = share_of(sum_of(v, (n + 4) / 5), total);
		c.items_for_80->v[i] = total ? items_for_80(v, total) : NONE;
	}
	return c;
}
