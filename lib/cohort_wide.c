/* cohort_wide.c - cohorts with a column a period */
#include "base.h"
#include "cohort.h"

struct wide_cohorts
wide_new(const struct cohorts *c, int total)
{
	const struct members *m = c->of;
	struct wide_cohorts w = { .c = c };
	size_t first = 0;	/* of the key */

	w.row = mem_new(2 * m->n, sizeof *w.row);
	for (size_t g = 0; g < m->n; g++) {
		const size_t periods = c->at[g + 1] - c->at[g];
		w.periods = periods > w.periods ? periods : w.periods;
		w.row[w.n++] = (struct cohort_row){ g, g + 1, 0 };
		if (g + 1 < m->n && m->key[g + 1] == m->key[g])
			continue;
		if (total)
			w.row[w.n++] = (struct cohort_row){ first, g + 1, 1 };
		first = g + 1;
	}
	return w;
}

struct col *
wide_of(const struct wide_cohorts *w)
{
	struct col *c = col_new(WHOLE, w->n);

	for (size_t i = 0; i < w->n; i++)
		c->v[i] = (int64_t)w->row[i].from;
	return c;
}

struct col *
wide_names(const struct wide_cohorts *w)
{
	static const char all[KEY_INLINE] = "all";
	const struct members *m = w->c->of;
	const struct col *names = period_names(w->c->period, m->then, m->n);
	struct col *c = col_at(names, wide_of(w));

	for (size_t i = 0; i < w->n; i++)
		if (w->row[i].total)
			c->keys[i] = key_of((struct text){ all, 3 });
	return c;
}

struct col *
wide_customers(const struct wide_cohorts *w)
{
	const struct members *m = w->c->of;
	struct col *c = col_new(WHOLE, w->n);

	for (size_t i = 0; i < w->n; i++)
		c->v[i] = m->from[w->row[i].to] - m->from[w->row[i].from];
	return c;
}

/* What complete cells come to. */
struct complete { wide cells, active, amount, spent, customers; };

static struct complete
complete_of(const struct cohorts *c, struct cohort_row row, size_t k)
{
	struct complete s = { 0 };

	for (size_t g = row.from; g < row.to; g++) {
		const size_t at = c->at[g] + k;
		if (at >= c->at[g + 1] || !c->complete->v[at])
			continue;
		s.cells++;
		s.active += c->active.v[at];
		s.amount += c->amount.v[at];
		s.spent += c->spent.v[at];
		s.customers += c->customers.v[at];
	}
	return s;
}

static wide
measure_of(struct complete s, enum cohort_measure m, int decimals)
{
	switch (s.cells ? m : (enum cohort_measure)-1) {
	case ACTIVE:
		return s.active * MILLION;
	case RATE:
		return share_of(s.active, s.customers);
	case SPENT_IN:
		return s.amount;
	case SPENT_SO_FAR:
		return wide_mean(s.spent, s.customers, decimals);
	default:
		return TOTAL_NONE;
	}
}

struct col *
wide_column(const struct wide_cohorts *w, size_t k, enum cohort_measure m,
    int decimals)
{
	struct col *c = col_new(TOTAL, w->n);

	c->decimals = m == ACTIVE ? 0 : m == RATE ? DECIMALS_MOST
	    : m == SPENT_IN ? decimals : mean_decimals(decimals);
	for (size_t i = 0; i < w->n; i++)
		c->total[i] = measure_of(complete_of(w->c, w->row[i], k), m,
		    c->decimals);
	return c;
}
