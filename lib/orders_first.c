/* orders_first.c - what customers' first purchases were */
#include "base.h"
#include "orders.h"
#include "parts.h"

struct finding {
	const struct orders *o;
	struct col *c;
	int slot;
	const struct labels *labels;
};

/* The next purchase from i on; a customer has one at least. */
static uint32_t
purchase_from(const struct orders *o, uint32_t i, uint32_t end)
{
	while (i < end && o->v[i].refund)
		i++;
	return i;
}

static void
date_rows(void *finding, struct piece p)
{
	const struct finding *f = finding;
	const struct orders *o = f->o;

	for (size_t who = p.from; who < p.to; who++)
		f->c->v[who] = when_day(o->v[purchase_from(o, o->from[who],
		    o->from[who + 1])].when);
}

struct col *
orders_won_date(const struct orders *o)
{
	struct finding f = { .o = o, .c = col_new(DAY, o->customers) };

	parts_rows(o->customers, date_rows, &f);
	return f.c;
}

static void
second_rows(void *finding, struct piece p)
{
	const struct finding *f = finding;
	const struct orders *o = f->o;

	for (size_t who = p.from; who < p.to; who++) {
		const uint32_t end = o->from[who + 1];
		const uint32_t first = purchase_from(o, o->from[who], end);
		const uint32_t second = purchase_from(o, first + 1, end);
		f->c->v[who] = second == end ? NONE
		    : when_day(o->v[second].when) - when_day(o->v[first].when);
	}
}

struct col *
orders_second_days(const struct orders *o)
{
	struct finding f = { .o = o, .c = col_new(WHOLE, o->customers) };

	parts_rows(o->customers, second_rows, &f);
	return f.c;
}

static void
label_rows(void *finding, struct piece p)
{
	const struct finding *f = finding;
	const struct orders *o = f->o;

	for (size_t who = p.from; who < p.to; who++)
		f->c->v[who] = labels_place(f->labels, slot_value(
		    o->slot[f->slot][purchase_from(o, o->from[who],
		    o->from[who + 1])]));
}

struct col *
orders_first_label(const struct orders *o, int slot,
    const struct labels *labels)
{
	struct finding f = { .o = o, .c = col_new(WHOLE, o->customers),
		.slot = slot, .labels = labels };

	parts_rows(o->customers, label_rows, &f);
	return f.c;
}
