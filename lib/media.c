/* media.c - customers by the medium that won them, with its costs */
#include <stdlib.h>

#include "base.h"
#include "media.h"
#include "members.h"
#include "order.h"
#include "period.h"

/* The labels, those of the most customers first; else as they are. */
static uint32_t *
by_customers(const struct won *w, size_t labels)
{
	uint32_t *fewer = mem_new(labels, sizeof *fewer);

	for (size_t i = 0; i < labels; i++)
		fewer[i] = UINT32_MAX;
	for (size_t i = 0; i < w->key->n; i++)
		if (w->first_date->v[i] != NONE)
			fewer[w->key->v[i]]--;
	uint32_t *sorted = order_rows(fewer, labels);
	free(fewer);
	return sorted;
}

/* A customer's, then a cost's, each the place of its medium in that order. */
static struct col *
ranks(const struct won *w, const struct media_costs *costs,
    const uint32_t *sorted, size_t labels)
{
	const size_t customers = w->key->n;
	uint32_t *rank = mem_new(labels, sizeof *rank);
	struct col *c = col_new(WHOLE, customers + costs->n);

	for (size_t i = 0; i < labels; i++)
		rank[sorted[i]] = (uint32_t)i;
	for (size_t i = 0; i < customers; i++)
		c->v[i] = w->first_date->v[i] == NONE ? NONE
		    : rank[w->key->v[i]];
	for (size_t i = 0; i < costs->n; i++)
		c->v[customers + i] = rank[labels_place(w->labels,
		    costs->media[i])];
	free(rank);
	return c;
}

static struct col *
months(const struct won *w, const struct media_costs *costs)
{
	const size_t customers = w->key->n;
	struct col *won = period_numbers(BY_MONTH, w->first_date);
	struct col *c = col_new(WHOLE, customers + costs->n);

	for (size_t i = 0; i < customers; i++)
		c->v[i] = won->v[i];
	for (size_t i = 0; i < costs->n; i++)
		c->v[customers + i] = costs->month[i];
	col_free(won);
	return c;
}

static uint32_t *
groups(const struct members *m, size_t rows)
{
	uint32_t *group = mem_new(rows, sizeof *group);

	for (size_t i = 0; i < rows; i++)
		group[i] = NO_GROUP;
	for (uint32_t g = 0; g < m->n; g++)
		for (uint32_t i = m->from[g]; i < m->from[g + 1]; i++)
			group[m->row[i]] = g;
	return group;
}

struct media
media_of(struct won won, const struct media_costs *costs, struct span span,
    int by_month)
{
	const size_t labels = labels_count(won.labels);
	struct media m = { .won = won, .costs = media_costs_of(costs, span,
	    won.first_date, won.o->as_of) };
	uint32_t *sorted = by_customers(&won, labels);
	struct col *rank = ranks(&won, &m.costs, sorted, labels);
	struct col *month = by_month ? months(&won, &m.costs) : NULL;
	const struct members *of = members_by(rank, month, rank->n);

	m.n = of->n;
	m.month = of->then;
	m.place = mem_new(m.n, sizeof *m.place);
	for (size_t g = 0; g < m.n; g++)
		m.place[g] = sorted[of->key[g]];
	m.group = groups(of, rank->n);
	col_free(rank);
	col_free(month);
	free(sorted);
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
