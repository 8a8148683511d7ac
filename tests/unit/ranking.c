/* ranking - ties, classes and concentration against the plain definitions */
#include <stdio.h>
#include <stdlib.h>

#include "ranking.h"
#include "tap.h"

static struct ranking
ranking_of(const int64_t *values, size_t n)
{
	struct col *key = col_new(TEXTS, n), *value = col_new(DECIMAL, n);

	for (size_t i = 0; i < n; i++) {
		char id[40] = "";
		const size_t len = (size_t)sprintf(id, "%zu", i);
		key->keys[i] = key_of((struct text){ id, len });
		value->v[i] = values[i];
	}
	return ranking_new(key, value);
}

/* What stands ahead of the value, and up to its end. */
static wide
sum_above(const int64_t *values, size_t n, int64_t least)
{
	wide sum = 0;

	for (size_t i = 0; i < n; i++)
		if (values[i] > 0 && values[i] >= least)
			sum += values[i];
	return sum;
}

static int
check_ties(const int64_t *values, size_t n)
{
	static const char list[] = "33.333333,50,70,90";
	const struct ranking r = ranking_of(values, n);
	const struct classes c = classes_parse(list);
	const struct col *label = ranking_class(&r, &c);
	const wide total = sum_above(values, n, 1);
	int right = r.total == total;

	for (size_t i = 0; i < n; i++) {
		const int64_t v = r.value->v[i];
		const wide ahead = sum_above(values, n, v + 1);
		int64_t rank = 1, passed = 0;
		for (size_t k = 0; k < n; k++)
			rank += values[k] > v;
		for (int k = 0; k < c.n; k++)
			passed += ahead * 100000000 >= c.percent[k] * total;
		right &= r.rank->v[i] == rank;
		right &= r.cum->total[i] == (v > 0 ? sum_above(values, n, v)
		    : TOTAL_NONE);
		right &= label->code[i] == (v > 0 ? passed : v ? 6 : 5);
	}
	return right;
}

static int64_t
gini(const int64_t *values, size_t n)
{
	const struct ranking r = ranking_of(values, n);

	return ranking_concentration(&r).gini->v[0];
}

/* x, 2x, 3x, … have (n - 1) / 3n; one alone has (n - 1) / n. */
static void
check_gini(void)
{
	enum { MANY = 1 << 23 };	/* 10^6 times the quotient's parts do
					 * not fit 128 bits */
	int64_t *v = malloc(MANY * sizeof *v);
	struct col value = { .type = DECIMAL, .n = MANY, .v = v };
	struct ranking r = { .n = MANY, .value = &value, .total = 0 };
	int wrong = 0;

	for (int n = 1; n < 200; n++) {
		for (int i = 0; i < n; i++)
			v[i] = (i + 1) * (SUM_LIMIT / 200);
		wrong += gini(v, (size_t)n) != share_of(n - 1, 3 * n);
		for (int i = 0; i < n; i++)
			v[i] = i ? 0 : 1;
		wrong += gini(v, (size_t)n) != share_of(n - 1, n);
		for (int i = 0; i < n; i++)
			v[i] = SUM_LIMIT - 1;
		wrong += gini(v, (size_t)n) != 0;
	}
	ok(wrong == 0, "gini of a few values");
	for (int64_t i = 0; i < MANY; i++) {
		v[i] = (MANY - i) * (SUM_LIMIT / MANY);
		r.total += v[i];
	}
	const struct concentration c = ranking_concentration(&r);
	ok(c.gini->v[0] == share_of(MANY - 1, 3 * (wide)MANY),
	    "gini of millions of large values");
	free(v);
}

int
main(void)
{
	int wrong = 0;

	for (int i = 0; i < 2000; i++) {
		int64_t v[40];
		const size_t n = (size_t)random_below(40);
		const int most = random_below(20) + 2;
		for (size_t k = 0; k < n; k++)
			v[k] = (random_below(most) - most / 4)
			    * (i % 2 ? INT64_C(1) : SUM_LIMIT / 20);
		wrong += !check_ties(v, n);
	}
	ok(wrong == 0, "ranks, cumulated values and classes");
	check_gini();
	return done();
}
