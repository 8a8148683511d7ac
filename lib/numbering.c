/* numbering.c - customers by their first lines */
#include "base.h"
#include "numbering.h"
#include "order.h"

size_t
numbering_begin(struct numbering *n, const struct dict *customers)
{
	*n = (struct numbering){ .pairs = NULL };
	const size_t all = dict_bases(customers, n->base);

	n->pairs = mem_grow(NULL, all, sizeof *n->pairs);
	return all;
}

void
numbering_end(struct numbering *n, struct orders *o)
{
	for (int i = 0; i < SHARDS; i++)
		o->customers += n->purchased[i];
	o->id = order_pairs(n->pairs, n->base[SHARDS]);
}
