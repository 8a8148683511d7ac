#ifndef STEPS_H
#define STEPS_H

#include "eval.h"
#include "operation.h"
#include "pattern.h"

/*
 * Inside the evaluator: the nodes of all expressions in the order in which
 * they are computed, each with room for its values. Rooms whose values were
 * used up serve again.
 */

/* A node made ready. What it gives stands in out: that of a field for a
 * column, and that of its operand where nothing is to be done. */
struct step {
	const struct node *node;
	const struct expr *expr;
	struct vec *out, *a, *b;
	struct operation does;
	struct matcher *matcher;
	int uses;		/* as an operand, still to come */
	int constant;		/* computed once */
	int pooled;		/* out goes back when it is used up */
};

struct eval {
	const struct names *names;
	struct vec *readings;
	struct step *steps;	/* of all expressions */
	int n_steps;
	struct vec **results;	/* of each expression */
	struct vec **pool, **made;
	int n_pool, n_made, started;
	struct fault fault;
};

#endif
