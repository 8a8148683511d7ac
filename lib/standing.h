#ifndef STANDING_H
#define STANDING_H

#include <stdatomic.h>

#include "fold.h"
#include "orders.h"

/*
 * What customers come to while lines are read, beside their ids: where that is
 * all that is asked for, their orders need not be listed. Each run is taken
 * for an order; where runs of one date were one order, they are taken back. It
 * holds as long as there is no refund, no order of several dates, no sum that
 * leaves int64_t, and few orders whose lines stand apart; else the orders are
 * listed after all.
 */
struct standing {
	struct key id;
	uint32_t line;		/* the first kept one */
	uint32_t purchases;
	int64_t amount;
	int32_t first_date, last_date;
};

/* It is asked for, and right so far. */
static inline int
standing_holds(const struct fold *f)
{
	return atomic_load_explicit(&f->stands, memory_order_relaxed);
}
static inline void
standing_fails(struct fold *f)
{
	atomic_store_explicit(&f->stands, 0, memory_order_relaxed);
}

/* Under the lock of the customer's shard: a run of the row's block. */
void standing_add(struct fold *, struct runs *, const struct run *,
    uint64_t row);
/* Of a customer that was not there. */
void standing_begin(struct standing *);
/* Two records are one order. */
void standing_join(struct fold *, const struct order_record *,
    const struct order_record *more);

/* Of a customer of orders that are not listed; the next ones are fetched. */
static inline const struct standing *
standing_of(const struct orders *o, size_t who)
{
	enum { AHEAD = 8 };

	if (who + AHEAD < o->customers)
		__builtin_prefetch(dict_record(o->ids, o->id[who + AHEAD]));
	return dict_record(o->ids, o->id[who]);
}

#endif
