#ifndef GATHER_H
#define GATHER_H

#include "needs.h"

/*
 * The aggregates of some customers at a time, as values that expressions of
 * customers read. Of one worker.
 */
struct gather {
	const struct needs *needs;
	const struct orders *o;
	int by_day;		/* purchases of one date are one */
	struct stage *purchases;	/* of each first, last, nth */
	struct spot *spots;
	struct fault fault;
};

struct gather gather_begin(const struct needs *, const struct orders *,
    int by_day);
void gather_end(struct gather *);

/* One aggregate of n customers from the given one on, at most EVAL_ROWS. How
 * many went well is returned; of the next one there is a fault. */
size_t gather_values(struct gather *, const struct aggregate *, size_t who,
    size_t n, struct vec *out);

/* The fault of expressions computed for a customer. */
void gather_note(struct gather *, const struct eval *, size_t who);

/* In picks.c: the same of what picks a purchase. */
size_t gather_picks(struct gather *, const struct aggregate *, size_t who,
    size_t n, struct vec *out);

/* A customer's purchases one by one: orders from … to - 1 but for refunds.
 * Begin with to where the customer's orders begin. */
struct purchase { uint32_t from, to; };
int purchase_next(const struct orders *, int by_day, uint32_t end,
    struct purchase *);
/* Whether P, of that bit, holds in a line; -1: there is no P, so it does. Of
 * a purchase its first order where it does, or NO_SPOT. */
int order_has(const struct orders *, int bit, uint32_t order);
uint32_t purchase_has(const struct orders *, const struct purchase *,
    int bit);

#endif
