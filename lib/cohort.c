/* cohort.c - what each cohort did in each period */
#include <stdlib.h>

#include "base.h"
#include "cohort.h"
#include "parts.h"

struct filling {
	const struct orders *o;
	struct cohorts *c;
	enum cohort_mode mode;
	struct periods in;	/* of the days that are in cells */
};

/* A customer's orders, into the cells of the cohort, which begins with that
 * period; who is active is marked where it begins or ends. */
static void
add_customer(const struct filling *f, uint32_t who, size_t cell, int32_t first)
{
	const struct orders *o = f->o;
	struct cohorts *c = f->c;
	size_t latest = SIZE_MAX, purchases = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const int32_t day = when_day(o->v[i].when) - f->in.from;
		const int32_t k = day < 0 ? -1 : f->in.number[day] - first;
		if (k < 0)
			continue;
		const size_t at = cell + (size_t)k;
		c->amount.v[at] += o->v[i].amount;
		if (o->v[i].refund)
			continue;
		c->purchases.v[at]++;
		c->active.v[at] += (f->mode == CLASSIC && at != latest)
		    || (f->mode == CUMULATIVE && purchases == 1);
		latest = at;
		purchases++;
	}
	if (f->mode == ROLLING)
		c->active.v[latest]++;
}

static void
add_up(const struct filling *f, size_t from, size_t to)
{
	struct cohorts *c = f->c;

	for (size_t i = from; i < to; i++)
		c->spent.v[i] = c->amount.v[i]
		    + (i > from ? c->spent.v[i - 1] : 0);
	if (f->mode == CUMULATIVE)
		for (size_t i = from + 1; i < to; i++)
			c->active.v[i] += c->active.v[i - 1];
	if (f->mode == ROLLING)
		for (size_t i = to - 1; i > from; i--)
			c->active.v[i - 1] += c->active.v[i];
}

static void
fill(void *filling, size_t g)
{
	const struct filling *f = filling;
	struct cohorts *c = f->c;
	const struct members *m = c->of;
	const int32_t first = (int32_t)m->then[g];

	for (uint32_t i = m->from[g]; i < m->from[g + 1]; i++)
		add_customer(f, m->row[i], c->at[g], first);
	add_up(f, c->at[g], c->at[g + 1]);
	for (size_t i = c->at[g]; i < c->at[g + 1]; i++) {
		c->customers.v[i] = m->from[g + 1] - m->from[g];
		c->complete->v[i] = period_ended(c->period, first
		    + (int32_t)(i - c->at[g]), f->o->as_of);
	}
}

/* The first day that is in a cell; without cohorts none is. */
static int32_t
first_day(const struct cohorts *c, int32_t as_of)
{
	int32_t first = as_of + 1;

	for (size_t g = 0; g < c->of->n; g++) {
		const int32_t day = period_start(c->period,
		    (int32_t)c->of->then[g]);
		first = day < first ? day : first;
	}
	return first;
}

struct cohorts *
cohorts_new(const struct orders *o, const struct members *m,
    enum period period, enum cohort_mode mode)
{
	struct cohorts *c = mem_new(1, sizeof *c);
	struct filling f = { .o = o, .c = c, .mode = mode };

	c->period = period;
	c->of = m;
	c->at = mem_new(m->n + 1, sizeof *c->at);
	for (size_t g = 0; g < m->n; g++)
		c->at[g + 1] = c->at[g] + (size_t)(period_of(period, o->as_of)
		    - (int32_t)m->then[g]) + 1;
	const size_t n = c->at[m->n];
	c->customers = group_none(n);
	c->active = group_none(n);
	c->purchases = group_none(n);
	c->amount = group_none(n);
	c->spent = group_none(n);
	c->complete = col_new(WHOLE, n);
	f.in = periods_new(period, first_day(c, o->as_of), o->as_of);
	parts_run(m->n, fill, &f);
	free(f.in.number);
	group_check(c->amount, n, "amount");
	return c;
}

struct col *
cohorts_of(const struct cohorts *c)
{
	struct col *of = col_new(WHOLE, c->at[c->of->n]);

	for (size_t g = 0; g < c->of->n; g++)
		for (size_t i = c->at[g]; i < c->at[g + 1]; i++)
			of->v[i] = (int64_t)g;
	return of;
}

struct col *
cohorts_k(const struct cohorts *c)
{
	struct col *k = col_new(WHOLE, c->at[c->of->n]);

	for (size_t g = 0; g < c->of->n; g++)
		for (size_t i = c->at[g]; i < c->at[g + 1]; i++)
			k->v[i] = (int64_t)(i - c->at[g]);
	return k;
}
