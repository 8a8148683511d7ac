#ifndef ASKING_H
#define ASKING_H

#include "engine.h"
#include "lines.h"
#include "slots.h"

/*
 * What a command asks of the order lines beyond customer, order, date, amount
 * and status: more columns, and what they come to for each order.
 */
struct fold;
#define NO_ORDER UINT32_MAX
struct asking {
	unsigned needs;		/* 1 << WANT_…: refused if it is absent */
	int32_t since;		/* orders before it are left out; NO_DAY */
	/* Each customer's orders stand in time, those of one moment by their
	 * ids; by_moment alone: those of one moment in any order, which is
	 * enough where only dates are looked at. */
	int in_time, by_moment;
	/* No order is looked at, only what each customer's come to by the
	 * as-of date, see orders_totals(). */
	int standing;
	const struct wanted *wanted;
	size_t n_wanted;	/* the i-th is the layout's WANTS + i */
	struct slots slots;
	/* By any worker: a row's values of all slots, to v[row * slots.n]; of
	 * rows that do not count nothing is read. Every value of the wanted
	 * columns is to be checked, whether the row counts or not. */
	void (*fill)(void *context, int worker, const struct lines *,
	    struct block *, int64_t *v);
	/* Lines without customer form orders too, for folded() alone: those
	 * of one order id one, each that has none one of its own. Lines of a
	 * table without customers are somebody's, whose id is empty. */
	int guests;
	/* By any worker, when its rows are in orders: their slots, and of each
	 * the order, see fold_order(), or NO_ORDER if it counts in none. May
	 * be NULL. */
	void (*placed)(void *orders_context, int worker, const struct lines *,
	    struct block *, const int64_t *v, const uint32_t *order);
	/* When all orders are found in order; they are gone behind it. May be
	 * NULL. */
	void (*folded)(void *orders_context, const struct fold *);
	void *context, *orders_context;	/* of fill; of the other two */
};
#define ASKING { .since = NO_DAY, .needs = 1 << WANT_CUSTOMER \
	| 1 << WANT_DATE | 1 << WANT_AMOUNT }

#endif
