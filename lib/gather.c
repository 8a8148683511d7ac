/* gather.c - aggregates of customers from what their lines came to */
#include <stdlib.h>

#include "bag.h"
#include "fold_check.h"
#include "gather.h"
#include "standing.h"

struct gather
gather_begin(const struct needs *needs, const struct orders *o, int by_day)
{
	struct gather g = { .needs = needs, .o = o, .by_day = by_day,
		.purchases = mem_new((size_t)needs->n_purchases,
		    sizeof *g.purchases),
		.spots = mem_new(EVAL_ROWS, sizeof *g.spots) };

	for (int i = 0; i < needs->n_purchases; i++)
		g.purchases[i] = stage_new(&needs->purchases[i], o,
		    needs->takes.labels);
	return g;
}

void
gather_end(struct gather *g)
{
	for (int i = 0; i < g->needs->n_purchases; i++)
		stage_free(&g->purchases[i]);
	free(g->purchases);
	free(g->spots);
}

void
gather_note(struct gather *g, const struct eval *e, size_t who)
{
	char room[KEY_ROOM], quoted[QUOTE_WIDTH], *place;
	const struct text id = key_text(dict_record(g->o->ids,
	    g->o->id[who]), room);

	g->fault = *eval_fault(e);
	place = mem_format("customer %s", text_quote(quoted, id.s, id.len));
	fault_place(&g->fault, place);
	free(place);
}

static int64_t
count_purchases(const struct gather *g, int bit, size_t who)
{
	if (g->o->standing)
		return standing_of(g->o, who)->purchases;
	struct purchase p = { 0, g->o->from[who] };
	int64_t n = 0;

	while (purchase_next(g->o, g->by_day, g->o->from[who + 1], &p))
		n += purchase_has(g->o, &p, bit) != NO_SPOT;
	return n;
}

static int64_t
count_orders(const struct orders *o, int bit, size_t who)
{
	if (o->standing)
		return standing_of(o, who)->purchases;
	int64_t n = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
		n += order_has(o, bit, i);
	return n;
}

static wide
sum_of(const struct orders *o, int slot, size_t who)
{
	if (o->standing)
		return standing_of(o, who)->amount;
	wide sum = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
		sum += slot < 0 ? o->v[i].amount : o->slot[slot][i];
	return sum;
}

static int64_t
extreme(const struct orders *o, const struct aggregate *a, size_t who)
{
	const int64_t *v = o->slot[a->value];
	int64_t best = v[o->from[who]];

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
		if (a->of == MIN ? v[i] < best : v[i] > best)
			best = v[i];
	if (best == INT64_MAX || best == INT64_MIN)
		return NONE;
	return a->type != IS_DATE ? best
	    : date_value((struct moment){ (int32_t)best, -1 });
}

static int64_t
distinct(const struct orders *o, int slot, size_t who)
{
	struct bag_item room;
	bag all = 0;
	int64_t n = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++)
		bag_join(&all, o->slot[slot][i]);
	const struct bag_view view = bag_view(all, &room);
	for (uint32_t i = 0; i < view.n; i++)
		n += view.v[i].code != BAG_FREE;
	bag_free(all);
	return n;
}

static struct text
extreme_text(const struct gather *g, const struct aggregate *a, size_t who)
{
	const struct orders *o = g->o;
	const struct labels *labels = a->replay < 0 ? g->needs->takes.labels
	    : g->needs->replays[a->replay].takes.labels;
	struct text best = { NULL, 0 };
	struct bag_item room;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const struct bag_view view = bag_view(o->slot[a->value][i],
		    &room);
		for (uint32_t k = 0; k < view.n; k++) {
			if (view.v[k].code == BAG_FREE)
				continue;
			const struct text t = labels_text(labels,
			    view.v[k].code);
			const int order = best.s ? text_order(t, best) : 0;
			if (!best.s || (a->of == MIN ? order < 0 : order > 0))
				best = t;
		}
	}
	return best;
}

static int64_t
mean(const struct gather *g, const struct aggregate *a, size_t who)
{
	return mean_of(sum_of(g->o, a->value, who), sum_of(g->o, a->count,
	    who), aggregate_decimals(a, g->needs->decimals));
}

static int64_t
number_of(const struct gather *g, const struct aggregate *a, size_t who)
{
	switch (a->of) {
	case PURCHASES:
		return count_purchases(g, a->bit, who) * MILLION;
	case ORDERS:
		return count_orders(g->o, a->bit, who) * MILLION;
	case LINES:
		return (int64_t)sum_of(g->o, a->count, who) * MILLION;
	case DISTINCT:
		return distinct(g->o, a->value, who) * MILLION;
	case MEAN:
		return mean(g, a, who);
	default:
		return extreme(g->o, a, who);
	}
}

static size_t
sums(struct gather *g, const struct aggregate *a, size_t who, size_t n,
    struct vec *out)
{
	for (size_t i = 0; i < n; i++) {
		const wide sum = sum_of(g->o, a->value, who + i);
		if (sum >= SUM_LIMIT || sum <= -SUM_LIMIT) {
			fold_note_sum(&g->fault, aggregate_x(a), "customer",
			    dict_record(g->o->ids, g->o->id[who + i]));
			return i;
		}
		((int64_t *)out->data)[i] = (int64_t)sum;
	}
	return n;
}

static void
truths(const struct gather *g, const struct aggregate *a, size_t who,
    size_t n, unsigned char *out)
{
	for (size_t i = 0; i < n; i++)
		out[i] = (count_orders(g->o, a->bit, who + i) > 0)
		    == (a->of == ANY);
}

size_t
gather_values(struct gather *g, const struct aggregate *a, size_t who,
    size_t n, struct vec *out)
{
	if (a->purchases >= 0)
		return gather_picks(g, a, who, n, out);
	if (a->of == SUM)
		return sums(g, a, who, n, out);
	if (a->type == IS_TRUTH)
		truths(g, a, who, n, out->data);
	else
		for (size_t i = 0; i < n; i++)
			if (a->type == IS_TEXT)
				((struct text *)out->data)[i] = extreme_text(g,
				    a, who + i);
			else
				((int64_t *)out->data)[i] = number_of(g, a,
				    who + i);
	if (a->type == IS_TEXT)
		vec_keep_texts(out, n);
	return n;
}
