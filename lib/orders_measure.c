/* orders_measure.c - what customers' orders come to, a column a measure */
#include "engine.h"
#include "fold_check.h"
#include "orders.h"

static struct text
customer_text(const void *of, size_t i, char room[16])
{
	const struct orders *o = of;

	return key_text(dict_record(o->ids, o->id[i]), room);
}

struct col *
orders_customer(const struct orders *o)
{
	struct col *c = col_new(TEXTS, o->customers);

	c->text = customer_text;
	c->of = o;
	return c;
}

/* What a customer's orders up to a day come to. */
struct totals { int32_t last_day; int64_t purchases; wide net, bought; };

static struct totals
totals_of(const struct orders *o, size_t who, int32_t as_of)
{
	struct totals t = { NO_DAY, 0, 0, 0 };

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const struct order *v = &o->v[i];
		if (when_day(v->when) > as_of)	/* and so are the next ones */
			break;
		t.net += v->amount;
		if (v->refund)
			continue;
		t.bought += v->amount;
		t.last_day = when_day(v->when);
		t.purchases++;
	}
	return t;
}

enum measure { LAST_DATE, PURCHASES, NET, BOUGHT };
struct measuring {
	const struct orders *o;
	int32_t as_of;
	enum measure measure;
	struct col *c;
};

static int64_t
finished(const struct orders *o, size_t who, wide sum)
{
	if (sum >= SUM_LIMIT || sum <= -SUM_LIMIT)
		fold_refuse_sum(&o->amount_column, "customer",
		    dict_record(o->ids, o->id[who]));
	return (int64_t)sum;
}

static int64_t
value_of(const struct measuring *m, size_t who)
{
	const struct totals t = totals_of(m->o, who, m->as_of);

	if (t.purchases == 0)
		return NONE;
	switch (m->measure) {
	case LAST_DATE:
		return t.last_day;
	case PURCHASES:
		return t.purchases;
	case NET:
		return finished(m->o, who, t.net);
	default:
		return finished(m->o, who, t.bought);
	}
}

enum { PARTS = 64 };

static void
measure_part(void *measuring, size_t part)
{
	const struct measuring *m = measuring;
	const size_t end = m->c->n * (part + 1) / PARTS;

	for (size_t who = m->c->n * part / PARTS; who < end; who++)
		m->c->v[who] = value_of(m, who);
}

static struct col *
measure(const struct orders *o, int32_t as_of, enum measure measure)
{
	static const enum col_type types[] = { DAY, WHOLE, DECIMAL, DECIMAL };
	struct measuring m = { o, as_of, measure,
		col_new(types[measure], o->customers) };

	m.c->decimals = o->decimals;
	engine_parts(o->threads, PARTS, measure_part, &m);
	return m.c;
}

struct col *
orders_last_date(const struct orders *o, int32_t as_of)
{
	return measure(o, as_of, LAST_DATE);
}

struct col *
orders_purchases(const struct orders *o, int32_t as_of)
{
	return measure(o, as_of, PURCHASES);
}

struct col *
orders_amount(const struct orders *o, int32_t as_of)
{
	return measure(o, as_of, NET);
}

struct col *
orders_purchase_amount(const struct orders *o, int32_t as_of)
{
	return measure(o, as_of, BOUGHT);
}

struct average
orders_average(const struct orders *o, int32_t as_of)
{
	struct average a = { 0, 0 };

	for (size_t i = 0; i < o->n; i++)
		if (!o->v[i].refund && when_day(o->v[i].when) <= as_of) {
			a.sum += o->v[i].amount;
			a.n++;
		}
	return a;
}
