/* orders_measure.c - what customers' orders come to, a column a measure */
#include <string.h>

#include "fold_check.h"
#include "orders.h"
#include "parts.h"
#include "standing.h"

struct naming { const struct orders *o; struct col *c; };

static void
name_rows(void *naming, struct piece p)
{
	const struct naming *n = naming;

	for (size_t who = p.from; who < p.to; who++)
		memcpy(&n->c->keys[who], dict_record(n->o->ids,
		    n->o->id[who]), sizeof *n->c->keys);
}

struct col *
orders_customer(const struct orders *o)
{
	struct naming n = { o, col_new(TEXTS, o->customers) };

	parts_rows(o->customers, name_rows, &n);
	return n.c;
}

static void
first_rows(void *naming, struct piece p)
{
	const struct naming *n = naming;
	const struct orders *o = n->o;

	for (size_t who = p.from; who < p.to; who++) {
		int32_t first = LAST_DAY;
		if (o->standing)
			first = standing_of(o, who)->first_date;
		else for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
			if (!o->v[i].refund && when_day(o->v[i].when) < first)
				first = when_day(o->v[i].when);
		n->c->v[who] = first;
	}
}

struct col *
orders_first_date(const struct orders *o)
{
	struct naming n = { o, col_new(DAY, o->customers) };

	parts_rows(o->customers, first_rows, &n);
	return n.c;
}

struct measuring {
	const struct orders *o;
	int32_t as_of;
	struct totals t;
	struct average part[PIECES_MOST];
	size_t too_large[PIECES_MOST];	/* the first customer, or n */
};

/* Returns whether the net amount is too large. */
static int
measure(const struct measuring *m, size_t who, struct average *average)
{
	const struct order *v = &m->o->v[m->o->from[who]];
	const struct order *const end = &m->o->v[m->o->from[who + 1]];
	int64_t last = NONE, purchases = 0;
	wide net = 0, refunded = 0;

	for (; v < end; v++) {
		const int32_t day = when_day(v->when);
		if (day > m->as_of)
			continue;
		net += v->amount;
		if (v->refund) {
			refunded += v->amount;
			continue;
		}
		last = day > last ? day : last;
		purchases++;
	}
	average->sum += net - refunded;
	average->n += purchases;
	m->t.last_date->v[who] = last;
	m->t.purchases->v[who] = purchases ? purchases : NONE;
	m->t.amount->v[who] = purchases ? (int64_t)net : NONE;
	return purchases && (net >= SUM_LIMIT || net <= -SUM_LIMIT);
}

static int
take_standing(struct measuring *m, size_t who, struct average *average)
{
	const struct standing *s = standing_of(m->o, who);

	average->sum += s->amount;
	average->n += s->purchases;
	m->t.last_date->v[who] = s->last_date;
	m->t.purchases->v[who] = s->purchases;
	m->t.amount->v[who] = s->amount;
	return s->amount >= SUM_LIMIT;
}

static void
measure_rows(void *measuring, struct piece p)
{
	struct measuring *m = measuring;

	struct average average = { 0, 0 };
	size_t too_large = m->o->customers;

	for (size_t who = p.from; who < p.to; who++)
		if ((m->o->standing ? take_standing(m, who, &average)
		    : measure(m, who, &average)) && who < too_large)
			too_large = who;
	m->part[p.number] = average;
	m->too_large[p.number] = too_large;
}

struct totals
orders_totals(const struct orders *o, int32_t as_of)
{
	struct measuring m = { .o = o, .as_of = as_of };

	m.t.last_date = col_new(DAY, o->customers);
	m.t.purchases = col_new(WHOLE, o->customers);
	m.t.amount = col_new(DECIMAL, o->customers);
	m.t.amount->decimals = o->decimals;
	for (int i = 0; i < PIECES_MOST; i++)
		m.too_large[i] = o->customers;
	parts_rows(o->customers, measure_rows, &m);
	for (int i = 0; i < PIECES_MOST; i++) {
		m.t.average.sum += m.part[i].sum;
		m.t.average.n += m.part[i].n;
		if (m.too_large[i] < o->customers)
			fold_refuse_sum(&o->amount_column, "customer",
			    dict_record(o->ids, o->id[m.too_large[i]]));
	}
	return m.t;
}

void
totals_free(struct totals t)
{
	col_free(t.last_date);
	col_free(t.purchases);
	col_free(t.amount);
}

struct sums
orders_purchased(const struct orders *o, int32_t as_of,
    const struct col *label, size_t names)
{
	struct sums s = group_none(names);

	for (size_t who = 0; who < o->customers; who++)
		for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
			if (!o->v[i].refund && when_day(o->v[i].when) <= as_of)
				group_add(&s, label, who, o->v[i].amount);
	return s;
}

const char *
orders_aov_line(const struct orders *o, struct average a)
{
	const int decimals = mean_decimals(o->decimals);

	return orders_stats_line("aov", mean_of(a.sum, a.n, decimals),
	    decimals);
}
