/* gross.c - gross profit of customers, and what a buyer may cost */
#include <string.h>

#include "fraction.h"
#include "gross.h"

enum { MONTH_DAYS = 30, MONTHS = 24 };

void
gross_check(struct gross *g)
{
	if (!g->part)
		return;
	if (g->by_cost)
		opt_misused("margin", "excludes --profit");
	if (decimal_parse(g->part, strlen(g->part), &g->margin) < 0
	    || g->margin < 0 || g->margin > MILLION)
		opt_misused("margin", "%s is not a decimal from 0 to 1",
		    text_quoted(text_of(g->part)));
}

int
gross_ask(struct gross *g, struct measures *m)
{
	if (g->by_cost) {
		g->cost = measures_sum(m, COST);
		g->costless = measures_costless(m);
	}
	return g->cost;
}

void
gross_check_lines(const struct gross *g, const struct orders *o)
{
	if (!g->by_cost || o->kept[g->costless] == INT64_MAX)
		return;
	const struct text column = o->slots.column[g->costless];
	die_hint(REFUSED, "--margin takes a part of the amount instead",
	    "%s: %.*s: no cost of an amount that is not 0",
	    orders_place(o, (uint64_t)o->kept[g->costless]),
	    (int)column.len, column.s);
}

static struct fraction
ltv(const struct gross *g, const struct within *in, size_t group)
{
	const wide amount = in->amount.v[group];
	const wide mature = in->mature.v[group];

	if (g->by_cost)
		return (struct fraction){ amount - in->cost.v[group], mature };
	return (struct fraction){ amount * g->margin, mature * MILLION };
}

static struct fraction
cpo(const struct worth *w, size_t group)
{
	return (struct fraction){ w->of[SPENT].v[group],
		w->of[BUYERS].v[group] };
}

/* Of a mean: with costs, the more precise of amount and cost counts. */
static int
decimals(const struct gross *g, const struct orders *o)
{
	const int64_t costs = g->by_cost ? o->kept[g->cost + 1] : 0;

	return mean_decimals(costs > o->decimals ? (int)costs : o->decimals);
}

static struct col *
money_new(const struct worth *w, int decimals)
{
	struct col *c = col_new(TOTAL, w->n + 1);

	c->decimals = decimals;
	for (size_t i = 0; i < c->n; i++)
		c->total[i] = TOTAL_NONE;
	return c;
}

struct col *
gross_ltv(const struct gross *g, const struct worth *w, int days)
{
	const struct within *in = worth_within(w, days);
	struct col *c = money_new(w, decimals(g, w->orders));

	for (size_t i = 0; gross_known(g) && i < c->n; i++) {
		const struct fraction f = ltv(g, in, i);
		c->total[i] = wide_mean(f.part, f.whole, c->decimals);
	}
	return c;
}

struct col *
gross_less_cpo(const struct gross *g, const struct worth *w, int days,
    int cpo_decimals)
{
	const struct within *in = worth_within(w, days);
	const int d = decimals(g, w->orders);
	struct col *c = money_new(w, d > cpo_decimals ? d : cpo_decimals);

	for (size_t i = 0; gross_known(g) && i < c->n; i++)
		c->total[i] = fraction_less(ltv(g, in, i), cpo(w, i),
		    c->decimals);
	return c;
}

static int
paid_back(struct fraction ltv, struct fraction cpo)
{
	return ltv.whole && cpo.whole && fraction_reaches(ltv, cpo);
}

struct col *
gross_payback(const struct gross *g, const struct worth *w)
{
	struct col *c = col_new(WHOLE, w->n + 1);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = NONE;
	for (int k = MONTHS; gross_known(g) && k > 0; k--) {
		const struct within *in = worth_within(w, k * MONTH_DAYS);
		for (size_t i = 0; i < c->n; i++)
			if (paid_back(ltv(g, in, i), cpo(w, i)))
				c->v[i] = k;
	}
	return c;
}

struct days
gross_days(void)
{
	return days_every(MONTH_DAYS, MONTHS * MONTH_DAYS);
}
