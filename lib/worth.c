/* worth.c - what customers come to within days of their first purchases */
#include <stdlib.h>

#include "base.h"
#include "fold_check.h"
#include "parts.h"
#include "worth_add.h"

static uint32_t *
places(const struct days *d, size_t ages)
{
	uint32_t *place = mem_new(ages, sizeof *place);
	uint32_t i = 0;

	for (size_t age = 0; age < ages; age++) {
		while ((size_t)d->v[i] < age)
			i++;
		place[age] = i;
	}
	return place;
}

static void
weigh(void *weighing, size_t i)
{
	const struct weighing *w = weighing;
	struct worth_piece *p = &w->piece[i];
	const size_t customers = w->o->customers, steps = w->asked->days.n + 1;
	const uint32_t from = (uint32_t)(customers * i / w->pieces);
	const uint32_t to = (uint32_t)(customers * (i + 1) / w->pieces);

	p->too_large = UINT32_MAX;
	p->group = mem_new(w->w->n, sizeof *p->group);
	p->steps = mem_new(w->w->n * steps, sizeof *p->steps);
	for (size_t g = 0; g < w->w->n; g++)
		p->group[g].step = p->steps + g * steps;
	for (uint32_t who = from; who < to; who++) {
		const uint32_t g = w->media->group[who];
		if (g != NO_GROUP && !worth_add(w, &p->group[g], who)
		    && p->too_large == UINT32_MAX)
			p->too_large = who;
	}
}

static void
refuse_too_large(const struct weighing *w)
{
	const struct orders *o = w->o;

	for (size_t i = 0; i < w->pieces; i++)
		if (w->piece[i].too_large != UINT32_MAX)
			fold_refuse_sum(&o->amount_column, "customer",
			    dict_record(o->ids,
			    o->id[w->piece[i].too_large]));
}

/* The steps of all pieces, as what stands behind each of them. */
static void
put_within(const struct weighing *w, size_t g)
{
	const size_t n = w->asked->days.n;
	struct step sum = { 0, 0, 0 };

	for (size_t i = 0; i < n; i++) {
		struct within *in = &w->w->within[i];
		for (size_t p = 0; p < w->pieces; p++) {
			const struct step *step = w->piece[p].group[g].step;
			sum.amount += step[i].amount;
			sum.cost += step[i].cost;
		}
		in->amount.v[g] = sum.amount;
		in->cost.v[g] = sum.cost;
	}
	for (size_t i = n; i-- > 0;) {
		for (size_t p = 0; p < w->pieces; p++)
			sum.mature += w->piece[p].group[g].step[i + 1].mature;
		w->w->within[i].mature.v[g] = sum.mature;
	}
}

static void
put_rows(void *weighing, struct piece groups)
{
	const struct weighing *w = weighing;

	for (size_t g = groups.from; g < groups.to; g++) {
		for (size_t p = 0; p < w->pieces; p++)
			for (int i = 0; i < MEASURES; i++)
				w->w->of[i].v[g] += w->piece[p].group[g].of[i];
		put_within(w, g);
	}
}

static void
put_costs(const struct weighing *w)
{
	const struct media_costs *costs = &w->media->costs;

	for (size_t i = 0; i < costs->n; i++)
		w->w->of[SPENT].v[w->media->group[w->o->customers + i]]
		    += costs->cost[i];
}

/* The group of all, behind the others. */
static void
add_all(struct sums *s)
{
	for (size_t g = 0; g + 1 < s->n; g++)
		s->v[s->n - 1] += s->v[g];
}

static struct worth
worth_new(const struct orders *o, size_t n, struct days days)
{
	struct worth w = { .orders = o, .n = n, .days = days,
		.within = mem_new(days.n, sizeof *w.within) };

	for (int i = 0; i < MEASURES; i++)
		w.of[i] = group_none(n);
	for (size_t i = 0; i < days.n; i++)
		w.within[i] = (struct within){ group_none(n), group_none(n),
			group_none(n) };
	return w;
}

/* So many pieces that what they hold is no more than customers are. */
static size_t
pieces(const struct orders *o, size_t groups)
{
	enum { FEW = 1 << 14 };
	const size_t n = o->customers / (groups + 1);

	return o->customers < FEW || n < 1 ? 1
	    : n < PIECES_MOST ? n : PIECES_MOST;
}

static void
weigh_all(struct weighing *w)
{
	w->piece = mem_new(w->pieces, sizeof *w->piece);
	parts_run(w->pieces, weigh, w);
	refuse_too_large(w);
	parts_rows(w->w->n, put_rows, w);
	put_costs(w);
	for (size_t i = 0; i < w->pieces; i++) {
		free(w->piece[i].group);
		free(w->piece[i].steps);
	}
	free(w->piece);
}

struct worth
worth_of(const struct media *media, const struct worth_asked *asked)
{
	const struct orders *o = media->won.o;
	const struct days d = asked->days;
	struct worth w = worth_new(o, media->n, d);
	const int32_t oldest = o->as_of < d.v[d.n - 1] ? o->as_of + 1
	    : d.v[d.n - 1];
	struct weighing all = { .o = o, .media = media, .asked = asked,
		.w = &w, .ages = (size_t)oldest + 1,
		.pieces = pieces(o, w.n) };

	all.place = places(&d, all.ages);
	weigh_all(&all);
	free(all.place);
	for (int i = 0; i < MEASURES; i++)
		add_all(&w.of[i]);
	for (size_t i = 0; i < d.n; i++) {
		add_all(&w.within[i].mature);
		add_all(&w.within[i].amount);
		add_all(&w.within[i].cost);
	}
	return w;
}

void
worth_check(const struct worth *w)
{
	group_check(w->of[FIRST_AMOUNT], w->n, "amount");
	group_check(w->of[NET], w->n, "amount");
	group_check(w->of[SPENT], w->n, "cost");
}

const struct within *
worth_within(const struct worth *w, int days)
{
	size_t i = 0;

	while (w->days.v[i] != days)
		i++;
	return &w->within[i];
}

struct within
worth_across(const struct worth *w)
{
	const size_t days = w->days.n, n = (w->n + 1) * days;
	struct within all = { group_none(n), group_none(n), { .n = 0 } };

	for (size_t g = 0; g <= w->n; g++)
		for (size_t i = 0; i < days; i++) {
			const struct within *in = &w->within[i];
			all.mature.v[g * days + i] = in->mature.v[g];
			all.amount.v[g * days + i] = in->amount.v[g];
		}
	return all;
}
