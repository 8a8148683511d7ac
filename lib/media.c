/* media.c - customers by the medium that won them, with its costs */
#include <stdlib.h>

#include "base.h"
#include "media.h"
#include "members.h"
#include "order.h"
#include "period.h"

/* How many customers each label won; of none of them, whether it cost. */
static uint32_t *
count(const struct media *m, size_t labels)
{
	const struct won *w = &m->won;
	uint32_t *n = mem_new(labels, sizeof *n);

	for (size_t i = 0; i < m->costs.n; i++)
		n[labels_place(w->labels, m->costs.media[i])] = 1;
	for (size_t i = 0; i < w->key->n; i++)
		if (w->first_date->v[i] != NONE)
			n[w->key->v[i]] += 2;
	return n;
}

/* Labels as groups: those of the most customers first, of as many as they
 * are; behind them those that only cost, and the rest is left out. */
static void
number_labels(struct media *m, size_t labels)
{
	uint32_t *n = count(m, labels);
	uint64_t *pairs = mem_new(labels, sizeof *pairs);

	for (size_t i = 0; i < labels; i++) {
		m->n += n[i] > 0;
		pairs[i] = (uint64_t)(UINT32_MAX
		    - (n[i] < 2 ? n[i] : n[i] / 2 + 1)) << 32 | i;
	}
	m->place = order_pairs(pairs, labels);
	free(n);
}

static void
number_rows(struct media *m, size_t labels)
{
	const struct won *w = &m->won;
	const size_t customers = w->key->n;
	uint32_t *group = mem_new(labels, sizeof *group);

	for (uint32_t g = 0; g < labels; g++)
		group[m->place[g]] = g;
	m->group = mem_new(customers + m->costs.n, sizeof *m->group);
	for (size_t i = 0; i < customers; i++)
		m->group[i] = w->first_date->v[i] == NONE ? NO_GROUP
		    : group[w->key->v[i]];
	for (size_t i = 0; i < m->costs.n; i++)
		m->group[customers + i] = group[labels_place(w->labels,
		    m->costs.media[i])];
	free(group);
}

/* Of the rows, the months. */
static struct col *
months(const struct media *m)
{
	const size_t customers = m->won.key->n;
	struct col *won = period_numbers(BY_MONTH, m->won.first_date);
	struct col *c = col_new(WHOLE, customers + m->costs.n);

	for (size_t i = 0; i < customers; i++)
		c->v[i] = won->v[i];
	for (size_t i = 0; i < m->costs.n; i++)
		c->v[customers + i] = m->costs.month[i];
	col_free(won);
	return c;
}

/* Each group by months. */
static void
split(struct media *m)
{
	struct col *month = months(m), *key = col_new(WHOLE, month->n);

	for (size_t i = 0; i < key->n; i++)
		key->v[i] = m->group[i] == NO_GROUP ? NONE : m->group[i];
	const struct members *of = members_by(key, month, key->n);
	uint32_t *place = mem_new(of->n, sizeof *place);
	for (uint32_t g = 0; g < of->n; g++) {
		place[g] = m->place[of->key[g]];
		for (uint32_t i = of->from[g]; i < of->from[g + 1]; i++)
			m->group[of->row[i]] = g;
	}
	free(m->place);
	m->n = of->n;
	m->place = place;
	m->month = of->then;
	col_free(month);
	col_free(key);
}

struct media
media_of(struct won won, const struct media_costs *costs, struct span span,
    int by_month)
{
	const size_t labels = labels_count(won.labels);
	struct media m = { .won = won, .costs = media_costs_of(costs, span,
	    won.first_date, won.o->as_of) };

	number_labels(&m, labels);
	number_rows(&m, labels);
	if (by_month)
		split(&m);
	return m;
}

static struct col *
with_all(struct col *names, struct text all)
{
	struct col *c = col_new(TEXTS, names->n + 1);

	for (size_t i = 0; i < names->n; i++)
		c->keys[i] = names->keys[i];
	c->keys[names->n] = key_of(all);
	return c;
}

struct col *
media_names(const struct media *m)
{
	static const char all[KEY_INLINE + 1] = "(all)";

	return with_all(labels_names(m->won.labels, m->place, m->n),
	    (struct text){ all, 5 });
}

struct col *
media_months(const struct media *m)
{
	static const char none[KEY_INLINE + 1];

	return with_all(period_names(BY_MONTH, m->month, m->n),
	    (struct text){ none, 0 });
}
