/* scale - scores against the plain definitions */
#include <stdlib.h>
#include <string.h>

#include "order.h"
#include "scale.h"
#include "tap.h"

/* 1 + floor(bins * W / N), W of N values strictly worse */
static int
by_rank(const int64_t *v, size_t n, size_t i, int bins, int low_is_good)
{
	size_t worse = 0;

	for (size_t k = 0; k < n; k++)
		worse += low_is_good ? v[k] > v[i] : v[k] < v[i];
	return 1 + (int)((size_t)bins * worse / n);
}

/* 1 + the number of breaks that v reaches; breaks are type-7 quantiles plus
 * 1; counted from the other end for recency. Exact: all times bins. */
static int
by_quantiles(const int64_t *sorted, size_t n, int64_t v, int64_t one,
    int bins, int low_is_good)
{
	int score = 1;

	for (int i = 1; i < bins; i++) {
		const size_t h = (n - 1) * (size_t)i, at = h / (size_t)bins;
		const wide next = at + 1 < n ? sorted[at + 1] : sorted[at];
		const wide quantile = (wide)bins * sorted[at]
		    + (wide)(h % (size_t)bins) * (next - sorted[at]);
		score += (wide)bins * v >= quantile + (wide)bins * one;
	}
	return low_is_good ? bins + 1 - score : score;
}

static int
ascending(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Random values, some none; how many scores are wrong */
static int
try(size_t n, int kind, int bins, int low_is_good)
{
	struct col *c = col_new(kind == 2 ? DECIMAL : WHOLE, n);
	int64_t *v = malloc((n + 1) * sizeof *v);
	int64_t *sorted = malloc((n + 1) * sizeof *sorted);
	size_t there = 0;
	int wrong = 0;

	for (size_t i = 0; i < n; i++) {
		c->v[i] = kind == 0 ? random_below(4) : kind == 1
		    ? random_below(1000) : random_below(40) * 100000 - 500000;
		if (random_below(8) == 0)
			c->v[i] = NONE;
		else
			v[there++] = c->v[i];
	}
	memcpy(sorted, v, there * sizeof *v);
	qsort(sorted, there, sizeof *sorted, ascending);
	const struct scale rank = scale_rank(c, bins, low_is_good);
	const struct scale r = scale_r_rfm(c, bins, low_is_good);
	struct col *ranks = scale_score(&rank, c), *rs = scale_score(&r, c);
	for (size_t i = 0, k = 0; i < n; i++) {
		if (c->v[i] == NONE) {
			wrong += ranks->code[i] != 0 || rs->code[i] != 0;
			continue;
		}
		wrong += ranks->code[i] != by_rank(v, there, k, bins,
		    low_is_good);
		wrong += rs->code[i] != by_quantiles(sorted, there, v[k],
		    c->type == DECIMAL ? MILLION : 1, bins, low_is_good);
		k++;
	}
	col_free(ranks);
	col_free(rs);
	col_free(c);
	free(sorted);
	free(v);
	return wrong;
}

static void
check_cuts(void)
{
	const int64_t cuts[] = { 30, 90, 180, 365 };
	const struct scale recency = scale_cuts(cuts, 5, 1);
	const struct scale value = scale_cuts(cuts, 5, 0);
	struct col *c = col_new(WHOLE, 400);
	int wrong = 0;

	for (int i = 0; i < 400; i++)
		c->v[i] = i;
	struct col *r = scale_score(&recency, c), *m = scale_score(&value, c);
	for (int i = 0; i < 400; i++) {
		wrong += r->code[i] != (i <= 30 ? 5 : i <= 90 ? 4 : i <= 180
		    ? 3 : i <= 365 ? 2 : 1);
		wrong += m->code[i] != 1 + (i >= 30) + (i >= 90) + (i >= 180)
		    + (i >= 365);
	}
	ok(wrong == 0, "cuts");
	col_free(r);
	col_free(m);
	col_free(c);
}

int
main(void)
{
	static const char *const kinds[] = { "many ties", "few ties",
		"money, below zero too" };

	for (int kind = 0; kind < 3; kind++) {
		int wrong = 0;
		for (size_t n = 0; n < 60; n++)
			for (int bins = 2; bins <= BINS_MOST; bins++)
				wrong += try(n, kind, bins, 0)
				    + try(n, kind, bins, 1);
		ok(wrong == 0, kinds[kind]);
	}
	check_cuts();
	return done();
}
