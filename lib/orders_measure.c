/* orders_measure.c - what customers' orders come to, a column a measure */
#include <string.h>

#include "fold_check.h"
#include "orders.h"
#include "parts.h"

enum { PARTS = 64 };

struct naming { const struct orders *o; struct col *c; };

static void
name_part(void *naming, size_t part)
{
	const struct naming *n = naming;
	const size_t end = n->c->n * (part + 1) / PARTS;

	for (size_t who = n->c->n * part / PARTS; who < end; who++)
		memcpy(&n->c->keys[who], dict_record(n->o->ids,
		    n->o->id[who]), sizeof *n->c->keys);
}

struct col *
orders_customer(const struct orders *o)
{
	struct naming n = { o, col_new(TEXTS, o->customers) };

	parts_run(o->threads, PARTS, name_part, &n);
	return n.c;
}

struct measuring {
	const struct orders *o;
	int32_t as_of;
	struct totals t;
	struct average part[PARTS];
};

static int64_t
finished(const struct orders *o, size_t who, wide sum)
{
	if (sum >= SUM_LIMIT || sum <= -SUM_LIMIT)
		fold_refuse_sum(&o->amount_column, "customer",
		    dict_record(o->ids, o->id[who]));
	return (int64_t)sum;
}

/* Orders stand by moment: those after as_of are at the end. */
static void
measure(struct measuring *m, size_t who, struct average *average)
{
	const struct orders *o = m->o;
	int64_t last = NONE, purchases = 0;
	wide net = 0, purchased = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const struct order *v = &o->v[i];
		if (when_day(v->when) > m->as_of)
			break;
		net += v->amount;
		if (v->refund)
			continue;
		purchased += v->amount;
		last = when_day(v->when);
		purchases++;
	}
	average->sum += purchased;
	average->n += purchases;
	m->t.last_date->v[who] = last;
	m->t.purchases->v[who] = purchases ? purchases : NONE;
	m->t.amount->v[who] = purchases ? finished(o, who, net) : NONE;
}

static void
measure_part(void *measuring, size_t part)
{
	struct measuring *m = measuring;
	const size_t end = m->o->customers * (part + 1) / PARTS;
	struct average average = { 0, 0 };

	for (size_t who = m->o->customers * part / PARTS; who < end; who++)
		measure(m, who, &average);
	m->part[part] = average;
}

struct totals
orders_totals(const struct orders *o, int32_t as_of)
{
	struct measuring m = { .o = o, .as_of = as_of };

	m.t.last_date = col_new(DAY, o->customers);
	m.t.purchases = col_new(WHOLE, o->customers);
	m.t.amount = col_new(DECIMAL, o->customers);
	m.t.amount->decimals = o->decimals;
	parts_run(o->threads, PARTS, measure_part, &m);
	for (int i = 0; i < PARTS; i++) {
		m.t.average.sum += m.part[i].sum;
		m.t.average.n += m.part[i].n;
	}
	return m.t;
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
