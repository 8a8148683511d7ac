#ifndef ASKING_H
#define ASKING_H

#include "engine.h"
#include "lines.h"
#include "slots.h"

/*
 * What a command asks of the order lines beyond customer, order, date, amount
 * and status: more columns, and what they come to for each order.
 */
struct asking {
	int32_t since;		/* orders before it are left out; NO_DAY */
	int in_time;		/* each customer's orders stand in time */
	const struct wanted *wanted;
	size_t n_wanted;	/* the i-th is the layout's WANTS + i */
	struct slots slots;
	/* By any worker: a row's values of all slots, to v[row * slots.n]; of
	 * rows that do not count nothing is read. Every value of the wanted
	 * columns is to be checked, whether the row counts or not. */
	void (*fill)(void *context, int worker, const struct lines *,
	    struct block *, int64_t *v);
	void *context;
};
#define ASKING { .since = NO_DAY }

#endif
