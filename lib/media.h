#ifndef MEDIA_H
#define MEDIA_H

#include "media_costs.h"
#include "won.h"

/*
 * Customers by the medium that won them, and perhaps by the month too, and
 * with them what that medium cost: groups by customers of the medium, the
 * most first, then by the medium's bytes, then by month. A medium, or a month
 * of one, that cost something and won nobody is a group too.
 */
struct media {
	struct won won;
	struct media_costs costs;
	size_t n;		/* groups */
	uint32_t *place, *month;	/* of each, its label's; if by month */
	uint32_t *group;	/* of each customer, then of each cost */
};
#define NO_GROUP UINT32_MAX	/* a customer who is left out */

/* Of the costs those of the span count, see media_costs_of. */
struct media media_of(struct won, const struct media_costs *, struct span,
    int by_month);

/* Of each group; and of all together, as one more: (all) and none. */
struct col *media_names(const struct media *);
struct col *media_months(const struct media *);

#endif
