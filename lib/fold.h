#ifndef FOLD_H
#define FOLD_H

#include "runs.h"
#include "seldom.h"

/*
 * Folding: order lines into orders, while the input streams by, by all
 * workers into one set of dictionaries.
 *
 * An order's record grows with each of its lines, wherever they stand:
 * sums add, the earliest moment and the first line stay. Nothing here
 * depends on which worker came first but the numbers of the records.
 */
struct order_record {
	struct key id;		/* 0: the line had no order id */
	uint64_t when : 48;	/* earliest of its lines', see lines.h */
	uint64_t decimals : 8, below_zero : 8;	/* most; a line of it is */
	int64_t amount;		/* modulo 2^64; see struct spill */
	uint32_t customer;	/* code in fold->customers */
	uint32_t line;		/* the first one: rows of the input ahead */
};
/* The record where an as-of date was said. */
struct counted_record { struct order_record order; uint32_t lines; };
/* Its slots stand behind it, see fold_slots. */

struct fold {
	/* said by the caller */
	const struct statuses *statuses;
	const struct asking *asking;
	int32_t as_of;		/* NO_DAY: not said */
	/* made here */
	struct pool slots, records;
	struct pool *names;	/* customers: outlives the fold */
	struct dict customers, orders, loose;	/* loose: no order id */
	struct seldom seldom[SHARDS];	/* of orders */
	struct runs *runs;	/* of each worker */
	int workers;
	struct line_counts counts;	/* of all, after fold_end */
};

void fold_begin(struct fold *, int workers);
/* As the engine's work(); the context is the fold. */
void fold_block(void *fold, int worker, struct block *);
static inline int64_t *
fold_slots(const struct fold *f, const struct order_record *o)
{
	return (int64_t *)((char *)(uintptr_t)o + (f->as_of == NO_DAY
	    ? sizeof(struct order_record) : sizeof(struct counted_record)));
}
/* Adds up the workers' counts and frees what only folding needed. */
void fold_end(struct fold *);
/* Orders stand in sets: the shards of orders, then those of loose ones. */
enum { FOLD_SETS = 2 * SHARDS };
static inline const struct shard *
fold_set(const struct fold *f, size_t i)
{
	return i < SHARDS ? &f->orders.shard[i] : &f->loose.shard[i - SHARDS];
}
/* The customers stay. */
void fold_release_orders(struct fold *);

#endif
