/* seldom.c - what seldom happens to an order */
#include <stdlib.h>

#include "base.h"
#include "seldom.h"

static int
clash_order(const void *a, const void *b)
{
	const struct clash *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	if (x->customer != y->customer)
		return x->customer < y->customer ? -1 : 1;
	return (x->line > y->line) - (x->line < y->line);
}

/* Of an order and a customer only the first line matters: the list stays as
 * short as there are such pairs. */
void
seldom_sort(struct seldom *s)
{
	size_t n = 0;

	if (s->clashes == 0)
		return;
	qsort(s->clash, s->clashes, sizeof *s->clash, clash_order);
	for (size_t i = 0; i < s->clashes; i++)
		if (n == 0 || s->clash[n - 1].number != s->clash[i].number
		    || s->clash[n - 1].customer != s->clash[i].customer)
			s->clash[n++] = s->clash[i];
	s->clashes = n;
}

void
seldom_clash(struct seldom *s, struct clash clash)
{
	if (s->clashes == s->clash_room) {
		seldom_sort(s);
		s->clash_room = 2 * s->clashes + 16;
		s->clash = mem_grow(s->clash, s->clash_room, sizeof clash);
	}
	s->clash[s->clashes++] = clash;
}

static struct spill *
find(const struct seldom *s, uint32_t number, int slot)
{
	for (size_t i = 0; i < s->spills; i++)
		if (s->spill[i].number == number && s->spill[i].slot == slot)
			return &s->spill[i];
	return NULL;
}

void
seldom_spill(struct seldom *s, struct spill more)
{
	struct spill *spill = find(s, more.number, more.slot);

	if (spill) {
		spill->carry += more.carry;
		return;
	}
	s->spill = mem_grow(s->spill, s->spills + 1, sizeof *s->spill);
	s->spill[s->spills++] = more;
}

int
seldom_carried(const struct seldom *s, uint32_t number, int slot)
{
	const struct spill *spill = find(s, number, slot);

	return spill ? spill->carry : 0;
}

void
seldom_release(struct seldom *s)
{
	free(s->spill);
	free(s->clash);
}
