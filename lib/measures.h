#ifndef MEASURES_H
#define MEASURES_H

#include "asking.h"
#include "common.h"
#include "labels.h"
#include "lookup.h"

/*
 * Measures: what a command asks of the order lines by roles, to be given to
 * orders_read as &m->asking. Each says in which slot it stands.
 */
enum { MEASURES_MOST = 8 };

struct measure {
	void (*fill)(const struct measure *, int worker,
	    const struct lines *, struct block *, int64_t *v, size_t stride);
	int column;		/* the layout's */
	struct labels *labels;
	const struct lookup *set;
};

struct measures {
	struct asking asking;
	struct roles roles;
	struct wanted wanted[MEASURES_MOST];
	struct measure v[MEASURES_MOST];
	int at[MEASURES_MOST], n;	/* at: its first slot */
};

void measures_begin(struct measures *, const struct common *);

/* A role's texts are looked at by the command itself: its column. */
int measures_text(struct measures *, enum role);
/* The label of that role of an order's first line: SLOT_FIRST of its code. */
int measures_label(struct measures *, enum role, struct labels *);
/* The sum of cost or quantity; in the next slot, its most decimals. */
int measures_sum(struct measures *, enum role);
/* The first row that has an amount, not 0, but no cost; else INT64_MAX. */
int measures_costless(struct measures *);
/* Whether one of the products is in the set; in the next slot, whether one is
 * not. No product is neither. */
int measures_products(struct measures *, const struct lookup *set);

#endif
