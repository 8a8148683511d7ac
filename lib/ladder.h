#ifndef LADDER_H
#define LADDER_H

#include "members.h"
#include "orders.h"

/*
 * How far customers come, purchase by purchase: LADDER_STEPS rows for each
 * key of the members, n = 1 … of purchases reached.
 */
enum { LADDER_STEPS = 12 };
struct ladder {
	size_t n;		/* rows */
	struct col *step;	/* n */
	struct sums reached;	/* with n purchases or more */
	struct sums continued;	/* with more than n */
	struct sums lapsed;	/* with n, the last one long enough ago */
	struct sums pending;	/* the rest */
	struct sums resolved;	/* continued or lapsed */
	struct col *median_days;	/* from the n-th to the next */
};
/* Of orders in time. */
struct ladder ladder_of(const struct orders *, const struct members *,
    int lapse_days);

/* Of each group those whose days since the first purchase can be told by
 * then, and of these who purchased again within so many days. */
struct returns { struct sums mature, repeated; };
struct returns returns_within(const struct members *,
    const struct col *first_date, const struct col *second_days,
    int32_t as_of, int days);

#endif
