#ifndef WORTH_ADD_H
#define WORTH_ADD_H

#include "worth.h"

/*
 * Inside of worth: the customers of one group, one by one.
 *
 * An order that counts from the i-th of the days on, of a customer who is
 * mature for the first n of them, is added at step i and taken away at n; the
 * customer is counted at n.
 */
struct step { wide mature, amount, cost; };
struct group_worth {
	wide of[MEASURES];
	struct step *step;	/* days.n + 1 */
};

struct weighing {
	const struct orders *o;
	const struct media *media;
	const struct worth_asked *asked;
	struct worth *w;
	uint32_t *place;	/* of an age, the first days that reach it */
	size_t ages;		/* older: none of them does */
	/* Customers are weighed piece by piece, each with all groups. */
	size_t pieces;
	struct worth_piece {
		struct group_worth *group;
		struct step *steps;	/* of all its groups */
		uint32_t too_large;	/* the first such, or UINT32_MAX */
	} *piece;
};

/* Whether the customer's amount is not too large. */
int worth_add(const struct weighing *, struct group_worth *, uint32_t who);

#endif
