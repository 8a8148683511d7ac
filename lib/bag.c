/* bag.c - few codes behind a word */
#include <stdlib.h>

#include "bag.h"
#include "base.h"

static struct bag_items *
items_of(bag b)
{
	return (struct bag_items *)(uintptr_t)b;
}

static int
is_single(bag b)
{
	return b & 1;
}

static struct bag_item
single(bag b)
{
	return (struct bag_item){ (uint32_t)b >> 1, 1,
		(uint32_t)((uint64_t)b >> 32) };
}

struct bag_view
bag_view(bag b, struct bag_item *room)
{
	if (b == 0)
		return (struct bag_view){ NULL, 0 };
	if (!is_single(b))
		return (struct bag_view){ items_of(b)->v, items_of(b)->room };
	*room = single(b);
	return (struct bag_view){ room, 1 };
}

static struct bag_items *
items_new(uint32_t room)
{
	struct bag_items *b = mem_grow(NULL, 1, sizeof *b
	    + room * sizeof *b->v);

	b->n = 0;
	b->room = room;
	for (uint32_t i = 0; i < room; i++)
		b->v[i].code = BAG_FREE;
	return b;
}

/* The place of the code, or a free one for it, or NULL if there is none; room
 * is a power of two. All bits that a large room takes are mixed. */
static struct bag_item *
place(struct bag_items *b, uint32_t code)
{
	const uint32_t from = (uint32_t)(code * UINT64_C(0x9e3779b97f4a7c15)
	    >> 32);

	for (uint32_t i = 0; i < b->room; i++) {
		struct bag_item *at = &b->v[(from + i) & (b->room - 1)];
		if (at->code == code || at->code == BAG_FREE)
			return at;
	}
	return NULL;
}

/* Few are looked for one by one, of more there are free places between. */
static int
is_full(const struct bag_items *b)
{
	enum { FEW = 8 };

	return b->room < FEW ? b->n == b->room : 4 * b->n >= 3 * b->room;
}

static struct bag_items *
grown(struct bag_items *b)
{
	struct bag_items *more = items_new(2 * b->room);

	for (uint32_t i = 0; i < b->room; i++)
		if (b->v[i].code != BAG_FREE)
			*place(more, b->v[i].code) = b->v[i];
	more->n = b->n;
	free(b);
	return more;
}

static struct bag_items *
add(struct bag_items *b, struct bag_item item)
{
	struct bag_item *at = place(b, item.code);

	if (at && at->code == item.code) {
		at->count += item.count;
		if (item.row < at->row)
			at->row = item.row;
		return b;
	}
	if (is_full(b))
		b = grown(b);
	*place(b, item.code) = item;
	b->n++;
	return b;
}

/* Items instead of a single code. */
static struct bag_items *
widened(bag b)
{
	return b == 0 ? items_new(1) : add(items_new(1), single(b));
}

void
bag_join(bag *to, bag more)
{
	struct bag_item room;
	const struct bag_view view = bag_view(more, &room);
	struct bag_items *b;

	if (more == 0 || (is_single(more) && *to == more))
		return;
	if (*to == 0 && is_single(more)) {
		*to = more;
		return;
	}
	b = *to == 0 || is_single(*to) ? widened(*to) : items_of(*to);
	/* items of a large room stand by their places: into a small one they
	 * would crowd */
	while (b->room < view.n)
		b = grown(b);
	for (uint32_t i = 0; i < view.n; i++)
		if (view.v[i].code != BAG_FREE)
			b = add(b, view.v[i]);
	*to = (int64_t)(uintptr_t)b;
}

void
bag_merge(bag *to, bag more)
{
	if (*to == 0) {
		*to = more;
		return;
	}
	bag_join(to, more);
	bag_free(more);
}

void
bag_free(bag b)
{
	if (!is_single(b))
		free(items_of(b));
}
