/* sample_return.c - orders waiting to be sent back */
#include <stdlib.h>

#include "base.h"
#include "sample_return.h"

uint32_t
return_keep(struct returns *r, const struct sample_order *o)
{
	if (r->free_n == 0 && r->n == r->room) {
		r->room += r->room / 8 + 64;
		r->order = mem_grow(r->order, r->room, sizeof *r->order);
		r->free = mem_grow(r->free, r->room, sizeof *r->free);
	}
	const uint32_t i = r->free_n ? r->free[--r->free_n] : r->n++;
	r->order[i] = *o;
	return i;
}

void
return_take(struct returns *r, uint32_t i, struct sample_order *o)
{
	struct sample_line *const line = o->line;

	*o = r->order[i];
	o->line = line;
	r->free[r->free_n++] = i;
}

void
return_free(struct returns *r)
{
	free(r->order);
	free(r->free);
}
