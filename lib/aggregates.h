#ifndef AGGREGATES_H
#define AGGREGATES_H

#include "expr.h"

/*
 * Aggregates, taken out of resolved expressions: what is left of those is
 * computed for customers, what stood in the aggregates for lines and
 * purchases. The same aggregate written twice is one.
 */
struct aggregate {
	enum aggregate_of of;
	int64_t nth;
	enum type type;
	struct expr x, p;	/* n is 0: there is none */
	const struct source *source;
	size_t from, to;	/* in it */
	/* Where it finds what an order's lines come to, see needs.h; -1: there
	 * is nothing to find, or the order itself says it. */
	int bit;		/* whether P holds in some line (of all: not) */
	int value, count;	/* slots: of X; how many lines */
	int purchases;		/* number of the scene that X is computed in */
	int replay;		/* and of the replay */
};

struct aggregates { struct aggregate *v; int n; };

/* In each expression an aggregate stays as a node that reads its number. */
void aggregates_take(struct aggregates *, struct expr *, int n);
/* The words of an aggregate, and of its X alone. */
struct text aggregate_words(const struct aggregate *);
struct text aggregate_x(const struct aggregate *);

/* The decimals that an expression's number has; of_column says those of each
 * column. Only the number of an aggregate is looked up in a. */
int aggregates_decimals(const struct aggregates *, const struct expr *,
    const int *of_column);

int aggregate_decimals(const struct aggregate *, const int *of_column);

/* Whether the expression needs what is known only when all lines were read;
 * whether both compute the same. */
int expr_is_late(const struct names *, const struct expr *);
int expr_same(const struct expr *, const struct expr *);

#endif
