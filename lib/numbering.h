#ifndef NUMBERING_H
#define NUMBERING_H

#include "orders.h"

/*
 * Inside the ledger: customers get their numbers, by their first lines. For
 * every record of the dictionary, each shard's side by side, numbering_put
 * says what its first line is, if the customer purchased; how many did is
 * noted by shard. Then the end fills in who they are.
 */
struct numbering {
	size_t base[SHARDS + 1];	/* of a shard's records */
	uint64_t *pairs;		/* first lines and codes */
	size_t purchased[SHARDS];
};

/* Returns how many records there are. */
size_t numbering_begin(struct numbering *, const struct dict *customers);
void numbering_end(struct numbering *, struct orders *);

static inline void
numbering_put(struct numbering *n, unsigned shard, uint32_t number,
    uint32_t line, int purchased)
{
	/* the others stand last */
	n->pairs[n->base[shard] + number]
	    = (uint64_t)(purchased ? line : UINT32_MAX) << 32
	    | dict_code(shard, number);
}

#endif
