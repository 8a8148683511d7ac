#ifndef ORDER_RECORD_H
#define ORDER_RECORD_H

#include "key.h"

/*
 * An order's record grows with each of its lines, wherever they stand: sums
 * add, the earliest moment and the first line stay. Nothing here depends on
 * which worker came first but the numbers of the records.
 */
struct order_record {
	struct key id;		/* 0: the line had no order id */
	union {
		struct {
			uint64_t when : 48;	/* earliest of its lines' */
			uint64_t decimals : 8;	/* most of them */
			uint64_t below_zero : 1;	/* a line of it is */
			uint64_t joined : 1;	/* others have joined it */
			uint64_t gone : 1;	/* it has joined another */
		};
		uint64_t marks;	/* all these, to be written at once */
	};
	int64_t amount;		/* modulo 2^64; see struct spill */
	uint32_t customer;	/* code in fold->customers */
	uint32_t line;		/* the first one: rows of the input ahead; of
				 * one that is gone, the other's number */
};
/* The record where lines after the as-of date are to be counted. */
struct counted_record { struct order_record order; uint32_t lines; };
/* Its slots stand behind it, see fold_slots. */

static inline int
order_is_refund(const struct order_record *r)
{
	return r->amount < 0 || (r->amount == 0 && r->below_zero);
}

#endif
