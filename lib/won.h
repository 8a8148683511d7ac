#ifndef WON_H
#define WON_H

#include "days.h"
#include "orders.h"

/*
 * The customers of orders in time as they were won: when, and by which label
 * of the first purchase.
 */
struct won {
	const struct orders *o;
	struct col *first_date;		/* none outside of the span */
	struct col *key;		/* places in labels; or NULL */
	const struct labels *labels;	/* sorted */
};
/* slot: where the labels' codes stand; -1: there are none, no key. */
struct won won_in(const struct orders *, struct span, int slot,
    struct labels *);

#endif
