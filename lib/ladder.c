/* ladder.c - who came back, purchase by purchase */
#include <stdlib.h>

#include "base.h"
#include "ladder.h"
#include "order.h"
#include "parts.h"

struct climbing {
	const struct orders *o;
	const struct members *m;
	int lapse_days;
	struct ladder *l;
};

/* Days from a purchase to the next, of those who went on. */
struct waits { int64_t *v; size_t n, room; };

static void
wait_add(struct waits *w, int64_t days)
{
	if (w->n == w->room) {
		w->room = 2 * w->room + 64;
		w->v = mem_grow(w->v, w->room, sizeof *w->v);
	}
	w->v[w->n++] = days;
}

static int
by_days(const void *a, const void *b)
{
	const int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static int64_t
median(struct waits *w)
{
	enum { FEW = 256 };	/* order_values counts longer than it sorts */

	if (w->n == 0)
		return NONE;
	if (w->n < FEW)
		qsort(w->v, w->n, sizeof *w->v, by_days);
	else
		order_values(w->v, w->n);
	const wide middle = (wide)w->v[(w->n - 1) / 2] + w->v[w->n / 2];
	return mean_of(middle * MILLION, 2, 2);
}

/* One customer's purchases, on the steps of the key. */
static void
climb(const struct climbing *c, uint32_t who, size_t step, struct waits *w)
{
	const struct orders *o = c->o;
	int32_t day = NO_DAY;
	size_t n = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		if (o->v[i].refund)
			continue;
		const int32_t next = when_day(o->v[i].when);
		if (n > 0 && n <= LADDER_STEPS)
			wait_add(&w[n - 1], next - day);
		if (n < LADDER_STEPS)
			c->l->reached.v[step + n]++;
		day = next;
		n++;
	}
	if (n <= LADDER_STEPS)
		c->l->lapsed.v[step + n - 1] += o->as_of - day
		    >= c->lapse_days;
}

static void
climb_key(void *climbing, size_t g)
{
	const struct climbing *c = climbing;
	struct ladder *l = c->l;
	const size_t step = g * LADDER_STEPS;
	struct waits w[LADDER_STEPS] = { { 0 } };

	for (uint32_t i = c->m->from[g]; i < c->m->from[g + 1]; i++)
		climb(c, c->m->row[i], step, w);
	for (int n = 0; n < LADDER_STEPS; n++) {
		const size_t row = step + (size_t)n;
		l->continued.v[row] = (wide)w[n].n;
		l->resolved.v[row] = l->continued.v[row] + l->lapsed.v[row];
		l->pending.v[row] = l->reached.v[row] - l->resolved.v[row];
		l->median_days->v[row] = median(&w[n]);
		free(w[n].v);
	}
}

struct ladder
ladder_of(const struct orders *o, const struct members *m, int lapse_days)
{
	struct ladder l = { .n = m->n * LADDER_STEPS };
	struct climbing c = { o, m, lapse_days, &l };

	l.reached = group_none(l.n);
	l.continued = group_none(l.n);
	l.lapsed = group_none(l.n);
	l.pending = group_none(l.n);
	l.resolved = group_none(l.n);
	l.step = col_new(WHOLE, l.n);
	for (size_t i = 0; i < l.n; i++)
		l.step->v[i] = (int64_t)(i % LADDER_STEPS) + 1;
	l.median_days = col_new(DECIMAL, l.n);
	l.median_days->decimals = 2;
	parts_run(m->n, climb_key, &c);
	return l;
}

struct returns
returns_within(const struct members *m, const struct col *first_date,
    const struct col *second_days, int32_t as_of, int days)
{
	struct returns r = { group_none(m->n), group_none(m->n) };

	for (size_t g = 0; g < m->n; g++)
		for (uint32_t i = m->from[g]; i < m->from[g + 1]; i++) {
			const uint32_t who = m->row[i];
			if (first_date->v[who] + days > as_of)
				continue;
			r.mature.v[g]++;
			r.repeated.v[g] += second_days->v[who] != NONE
			    && second_days->v[who] <= days;
		}
	return r;
}
