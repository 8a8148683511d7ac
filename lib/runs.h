#ifndef RUNS_H
#define RUNS_H

#include "asking.h"
#include "decimal.h"
#include "dict.h"
#include "lines.h"

/*
 * Runs: what a block adds to the orders. Neighbouring lines of one order and
 * customer are summed first, so that each run is looked up once; guests'
 * lines and lines that do not count are only counted.
 */
struct run {
	struct id customer_id, order_id;
	uint64_t when;		/* earliest */
	int64_t amount;
	uint32_t row, lines, customer;
	uint8_t decimals, below_zero;
	uint8_t loose : 1, guest : 1;	/* no order id; no customer */
	uint8_t again;		/* the customer of the run ahead */
};

struct line_counts {
	uint64_t by_status, after_as_of, guests;
	int32_t last_day;	/* of a guest's line */
	uint8_t guest_decimals;
	wide magnitude;		/* no sum of amounts is larger */
	int64_t guest_slots[SLOTS_MOST];
};

/* Of customers' runs, where their standing is kept. */
struct kept { int32_t last_day; uint8_t decimals; };

struct runs {			/* of one worker; rows of its block */
	/* said by the caller */
	int32_t as_of;		/* or NO_DAY */
	const struct asking *asking;
	/* made here */
	struct lines lines;
	int64_t *row_slots;	/* of each row */
	struct run *v;
	int64_t *slots;		/* of each run */
	/* if asking->placed: of each row its run, then its order; and of each
	 * run its order, by who finds it */
	uint32_t *row_order, *order;
	uint32_t n, room;
	uint32_t *sorted;	/* by shard: from[s] … from[s + 1] */
	uint32_t from[SHARDS + 1];
	struct line_counts counts;	/* of all its blocks */
	struct kept kept;
};

static inline int64_t *
runs_slots(const struct runs *runs, uint32_t run)
{
	return runs->slots + (size_t)run * (size_t)runs->asking->slots.n;
}

void runs_begin(struct runs *, int32_t as_of, const struct asking *);
/* Decodes the block and makes its runs, of a block with a fault none. */
void runs_make(struct runs *, int worker, struct block *,
    const struct statuses *);
void runs_by_customer(struct runs *);	/* sorts */
void runs_by_order(struct runs *);	/* sorts; .loose, .guest apart */
void runs_by_guest(struct runs *);	/* sorts; guests' with an order id */
/* When each run has its order: of each row. */
void runs_place_rows(struct runs *);
void runs_release(struct runs *);

#endif
