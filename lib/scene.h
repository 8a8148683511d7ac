#ifndef SCENE_H
#define SCENE_H

#include "eval.h"
#include "orders.h"

/*
 * A scene: expressions computed not over a block but over purchases, or over
 * lines that were kept.
 */
struct spot {
	uint32_t from, to;	/* the purchase's orders, but for refunds; where
				 * none is listed its day */
	uint32_t line;		/* the order that has the line, NO_SPOT: none */
	uint32_t excerpt;	/* of the line */
};
#define NO_SPOT UINT32_MAX

/* Where the values of a reading come from. */
enum origin_of {
	PURCHASE_AMOUNT,	/* the sum over its orders */
	PURCHASE_SUM,		/* of a slot */
	PURCHASE_DAY,
	PURCHASE_LABEL,		/* the excerpt in a slot of its first order */
	ORDER_AMOUNT,		/* of the line's order */
	ORDER_SUM,		/* a slot of it */
	LINE_FIELD		/* a field of the line's excerpt */
};
struct origin { enum origin_of of; int slot, field, decimals; };

struct scene {
	int of_purchases;	/* their numbers have their columns' decimals */
	struct names names;
	struct origin *origins;	/* of each reading */
	struct expr *exprs;
	int n_exprs;
	/* the excerpts of the lines have fields of these columns */
	int *columns, n_columns;
	int excerpt;		/* slot of the purchases' lines; -1 */
};

/* A worker's. */
struct stage {
	const struct scene *scene;
	const struct orders *o;
	const struct labels *labels;
	struct eval *eval;
	struct vec room;
	struct text too_large;	/* the column of a sum at fault, or none */
};
struct stage stage_new(const struct scene *, const struct orders *,
    const struct labels *);
void stage_free(struct stage *);
/* Computes n spots. How many went well is returned; of the next one a sum is
 * too large, or the eval has a fault. */
size_t stage_compute(struct stage *, const struct spot *, size_t n);

#endif
