#ifndef FOLD_H
#define FOLD_H

#include "order_record.h"
#include "runs.h"
#include "seldom.h"

/*
 * Folding: order lines into orders, while the input streams by, by all
 * workers into one set of dictionaries.
 */

/* Orders stand in sets: the shards of orders, then those of loose ones, and
 * those of guests' that have an id. */
enum { FOLD_LOOSE = SHARDS, FOLD_GUESTS = 2 * SHARDS, FOLD_SETS = 3 * SHARDS };

struct fold {
	/* said by the caller */
	const struct statuses *statuses;
	const struct asking *asking;
	int32_t as_of;		/* NO_DAY: not said */
	/* made here */
	struct pool slots, records;
	struct pool *names;	/* customers: outlives the fold */
	struct dict customers;
	struct dict orders, loose, guests;	/* loose: no order id */
	struct seldom seldom[FOLD_SETS];
	uint32_t nobody;	/* guests' customer, if they are asked for */
	struct runs *runs;	/* of each worker */
	int workers;
	struct line_counts counts;	/* of all, after fold_end */
};

static inline struct shard *
fold_set(const struct fold *f, size_t set)
{
	const struct dict *d = set < FOLD_LOOSE ? &f->orders
	    : set < FOLD_GUESTS ? &f->loose : &f->guests;

	return (struct shard *)(uintptr_t)&d->shard[set % SHARDS];
}
/* An order by its place. */
static inline uint32_t
fold_order(unsigned set, uint32_t number)
{
	return number << 8 | set;
}
static inline unsigned
fold_set_of(uint32_t order)
{
	return order & 0xff;
}
static inline const struct order_record *
fold_record(const struct fold *f, uint32_t order)
{
	return shard_record(fold_set(f, fold_set_of(order)), order >> 8);
}
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
/* The customers stay. */
void fold_release_orders(struct fold *);

#endif
