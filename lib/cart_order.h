#ifndef CART_ORDER_H
#define CART_ORDER_H

#include "cart_dict.h"
#include "cart_line.h"

/* What is known of an order, from its rows so far. */
struct cart_order {
	struct key key;
	uint64_t lines;		/* printed */
	int64_t refund;		/* 0: none yet */
};

/* The order of a line; of a line without one, which is an order of its own,
 * or with a fault: NULL. Refuses a line with another refund. */
struct cart_order *cart_order_of(struct cart_dict *, struct cart_line *,
    const struct cart_columns *, const struct record *, struct fault *);

#endif
