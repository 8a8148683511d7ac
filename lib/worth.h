#ifndef WORTH_H
#define WORTH_H

#include "days.h"
#include "group.h"
#include "media.h"
#include "orders.h"

/*
 * What the customers of each group are worth, up to the as-of date, and
 * within so many days of their first purchases: those days included, orders
 * ahead of it not. A customer is mature for the days if they have passed.
 */
enum worth_measure { CUSTOMERS,
	REPEATED,	/* mature for f2_days, with a second purchase in them */
	FIRST_AMOUNT, NET,	/* of the first purchases; net, of all orders */
	PURCHASES, PURCHASED,	/* how many, and their amounts */
	TRIALS, UPGRADED,	/* a sample first; of those, who are buyers */
	BUYERS,		/* who purchased a main product */
	SPENT,		/* on the medium */
	MEASURES };

struct worth_asked {
	struct days days;
	int f2_days;
	int cost, products;	/* slots, or -1: see measures.h; without
				 * products all purchases are of main ones */
};
#define WORTH_ASKED { .f2_days = 180, .cost = -1, .products = -1 }

/* Of each group; and as one group more at the end, of all together. */
struct worth {
	const struct orders *orders;
	size_t n;		/* groups without that one */
	struct sums of[MEASURES];
	struct days days;
	/* of each of the days; amount and cost are those of the mature */
	struct within { struct sums mature, amount, cost; } *within;
};

/* Of orders in time. A customer's amount that is too large is refused. */
struct worth worth_of(const struct media *, const struct worth_asked *);
/* Ends the program if a group's sum is too large; all together may be more. */
void worth_check(const struct worth *);
/* days are among those asked for. */
const struct within *worth_within(const struct worth *, int days);
/* Of each group all of the days, one after another: mature and amount. */
struct within worth_across(const struct worth *);

#endif
