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

/* The place of the code, or a free one for it; room is a power of two. */
static struct bag_item *
place(struct bag_items *b, uint32_t code)
{
	uint32_t i = (code * UINT32_C(0x9e3779b1)) >> 16;

	for (;; i++) {
		struct bag_item *at = &b->v[i & (b->room - 1)];
		if (at->code == code || at->code == BAG_FREE)
			return at;
	}
}

static void
add(struct bag_items *b, struct bag_item item)
{
	struct bag_item *at = place(b, item.code);

	if (at->code == BAG_FREE) {
		*at = item;
		b->n++;
		return;
	}
	at->count += item.count;
	if (item.row < at->row)
		at->row = item.row;
}

static struct bag_items *
grown(struct bag_items *b)
{
	struct bag_items *more = items_new(2 * b->room);

	for (uint32_t i = 0; i < b->room; i++)
		if (b->v[i].code != BAG_FREE)
			add(more, b->v[i]);
	free(b);
	return more;
}

/* One place at least stays free, so that looking ends. */
static struct bag_items *
with_room(struct bag_items *b)
{
	return 4 * (b->n + 1) > 3 * b->room ? grown(b) : b;
}

/* Items instead of a single code. */
static struct bag_items *
widened(bag b)
{
	struct bag_items *items = items_new(4);

	if (b != 0)
		add(items, single(b));
	return items;
}

void
bag_join(bag *to, bag more)
{
	struct bag_item room;
	const struct bag_view view = bag_view(more, &room);
	struct bag_items *b;

	if (more == 0)
		return;
	if (*to == 0 && is_single(more)) {
		*to = more;
		return;
	}
	b = *to == 0 || is_single(*to) ? widened(*to) : items_of(*to);
	for (uint32_t i = 0; i < view.n; i++)
		if (view.v[i].code != BAG_FREE) {
			b = with_room(b);
			add(b, view.v[i]);
		}
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
