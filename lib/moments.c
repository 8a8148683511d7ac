/* moments.c - each customer's orders in time */
#include <stdlib.h>
#include <string.h>

#include "fold_check.h"
#include "moments.h"
#include "parts.h"

static int
moment_order(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	return (x->when > y->when) - (x->when < y->when);
}

/* Mostly one to three orders, seldom dozens: Shell's sort. */
static void
sort_orders(struct order *v, size_t n)
{
	static const size_t gaps[] = { 57, 23, 10, 4, 1 };

	if (n > 256) {
		qsort(v, n, sizeof *v, moment_order);
		return;
	}
	for (size_t g = n > 4 ? 0 : 4; g < 5; g++)
		for (size_t i = gaps[g]; i < n; i++) {
			const struct order moved = v[i];
			size_t k = i;
			for (; k >= gaps[g] && v[k - gaps[g]].when
			    > moved.when; k -= gaps[g])
				v[k] = v[k - gaps[g]];
			v[k] = moved;
		}
}

static void
sort_rows(void *orders, struct piece p)
{
	const struct orders *o = orders;

	for (size_t c = p.from; c < p.to; c++)
		sort_orders(o->v + o->from[c], o->from[c + 1] - o->from[c]);
}

/* The purchases of one date become the first of them. The number of orders
 * that remain. */
static size_t
merge_days(const struct orders *o, size_t who, struct order *v, size_t n)
{
	size_t kept = 0, purchase = n;	/* the latest one kept */

	for (size_t i = 0; i < n; i++) {
		if (!v[i].refund && purchase < n
		    && when_day(v[purchase].when) == when_day(v[i].when)) {
			if (__builtin_add_overflow(v[purchase].amount,
			    v[i].amount, &v[purchase].amount))
				fold_refuse_sum(&o->amount_column, "customer",
				    dict_record(o->ids, o->id[who]));
			continue;
		}
		if (!v[i].refund)
			purchase = kept;
		v[kept++] = v[i];
	}
	return kept;
}

void
moments_sort(struct orders *o)
{
	parts_rows(o->customers, sort_rows, o);
}

void
moments_merge_days(struct orders *o)
{
	uint32_t from = 0;

	moments_sort(o);
	o->n = 0;
	for (size_t c = 0; c < o->customers; c++) {
		struct order *v = o->v + from;
		const size_t n = merge_days(o, c, v,
		    o->from[c + 1] - from);
		from = o->from[c + 1];
		memmove(o->v + o->n, v, n * sizeof *v);
		o->from[c] = (uint32_t)o->n;
		o->n += n;
	}
	o->from[o->customers] = (uint32_t)o->n;
}
