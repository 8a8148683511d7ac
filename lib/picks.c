/* picks.c - purchases of customers, and what is taken from one */
#include "fold_check.h"
#include "gather.h"
#include "standing.h"

int
purchase_next(const struct orders *o, int by_day, uint32_t end,
    struct purchase *p)
{
	uint32_t i = p->to;

	while (i < end && o->v[i].refund)
		i++;
	p->from = i++;
	while (by_day && i < end && (o->v[i].refund || when_day(o->v[i].when)
	    == when_day(o->v[p->from].when)))
		i++;
	p->to = i;
	return p->from < end;
}

/* Whether P holds in a line of the order; without P it does. */
int
order_has(const struct orders *o, int bit, uint32_t order)
{
	return bit < 0 || ((uint64_t)o->slot[bit / 64][order] >> bit % 64 & 1);
}

/* The first order of the purchase that has the bit, or NO_SPOT. */
uint32_t
purchase_has(const struct orders *o, const struct purchase *p, int bit)
{
	for (uint32_t i = p->from; i < p->to; i++)
		if (!o->v[i].refund && order_has(o, bit, i))
			return i;
	return NO_SPOT;
}

static int
replaces(const struct orders *o, const struct aggregate *a, uint32_t old,
    uint32_t new)
{
	return a->of == FIRST ? o->v[new].when < o->v[old].when
	    : o->v[new].when >= o->v[old].when;
}

static struct spot
pick_standing(const struct orders *o, const struct aggregate *a, size_t who)
{
	const struct standing *s = standing_of(o, who);
	const int32_t day = a->of == FIRST ? s->first_date : s->last_date;

	return (struct spot){ .from = (uint32_t)day };
}

/* In orders that are not in time, the first and the last by their moments. */
static struct spot
pick(const struct gather *g, const struct aggregate *a, size_t who)
{
	const struct scene *s = &g->needs->purchases[a->purchases];
	struct purchase p = { 0, g->o->from[who] };
	struct spot spot = { .line = NO_SPOT };
	int64_t n = 0;

	while (purchase_next(g->o, g->by_day, g->o->from[who + 1], &p)) {
		const uint32_t line = purchase_has(g->o, &p, a->bit);
		if (line == NO_SPOT)
			continue;
		n++;
		if (a->of == NTH ? n == a->nth
		    : n == 1 || replaces(g->o, a, spot.from, p.from))
			spot = (struct spot){ p.from, p.to, line, 0 };
	}
	if (spot.line != NO_SPOT && s->excerpt >= 0)
		spot.excerpt = slot_value(g->o->slot[s->excerpt][spot.line]);
	return spot;
}

size_t
gather_picks(struct gather *g, const struct aggregate *a, size_t who, size_t n,
    struct vec *out)
{
	struct stage *s = &g->purchases[a->purchases];

	for (size_t i = 0; i < n; i++)
		g->spots[i] = g->o->standing ? pick_standing(g->o, a, who + i)
		    : pick(g, a, who + i);
	const size_t good = stage_compute(s, g->spots, n);
	if (good < n && s->too_large.s)
		fold_note_sum(&g->fault, s->too_large, "customer",
		    dict_record(g->o->ids, g->o->id[who + good]));
	else if (good < n)
		gather_note(g, s->eval, who + good);
	const struct vec *v = eval_values(s->eval, 0);
	for (size_t i = 0; i < good; i++) {
		const int none = g->spots[i].line == NO_SPOT;
		if (a->type == IS_TEXT)
			((struct text *)out->data)[i] = none
			    ? (struct text){ NULL, 0 }
			    : ((const struct text *)v->data)[i];
		else
			((int64_t *)out->data)[i] = none ? NONE
			    : ((const int64_t *)v->data)[i];
	}
	return good;
}
