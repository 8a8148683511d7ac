#ifndef FOLD_H
#define FOLD_H

#include "order_record.h"
#include "runs.h"
#include "seldom.h"

/*
 * Folding: order lines into orders, by all workers. While the input streams
 * by each run is a record; those of one order become one at the end, and in
 * between where memory would grow with the lines.
 */

/* Records stand in sets: by the hash of the order's id; by their block, if
 * they have none and are loose; and guests', by the hash again. */
enum { FOLD_LOOSE = SHARDS, FOLD_GUESTS = 2 * SHARDS, FOLD_SETS = 3 * SHARDS };
struct order_set {
	struct journal records;
	struct texts texts;	/* of long ids */
	struct seldom seldom;
	uint32_t settled;	/* so many orders stand first */
	uint32_t limit;		/* with so many it is time to settle */
};

struct fold {
	/* said by the caller */
	const struct statuses *statuses;
	const struct asking *asking;
	int32_t as_of;		/* NO_DAY: not said */
	int counted;		/* records say how many lines they are */
	/* made here */
	struct pool slots, records, *names;	/* customers' outlive it */
	struct dict customers;
	_Atomic int stands;	/* see standing.h */
	struct order_set set[FOLD_SETS];
	uint32_t nobody;	/* guests' customer, if they are asked for */
	int workers;
	struct runs *runs;	/* of each worker */
	struct line_counts counts;	/* of all, after fold_end */
	struct kept kept;		/* the same */
};

/* An order by its place */
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
	return journal_record(&f->set[fold_set_of(order)].records, order >> 8);
}
/* The order that it has joined, or itself. */
static inline uint32_t
fold_joined(const struct fold *f, uint32_t order)
{
	const struct order_record *o = fold_record(f, order);

	return o->gone ? fold_order(fold_set_of(order), o->line) : order;
}
void fold_begin(struct fold *, int workers);
/* As the engine's work(); the context is the fold. */
void fold_block(void *fold, int worker, struct block *);
static inline int64_t *
fold_slots(const struct fold *f, const struct order_record *o)
{
	return (int64_t *)((char *)(uintptr_t)o + (f->counted
	    ? sizeof(struct counted_record) : sizeof(struct order_record)));
}
/* Adds up the workers' counts and frees what only folding needed. */
void fold_end(struct fold *);
void fold_release_orders(struct fold *);	/* the customers stay */

#endif
