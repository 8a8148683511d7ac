#ifndef NAMES_H
#define NAMES_H

#include "common.h"
#include "vec.h"

/*
 * What expressions name: columns, and the ways to read them. The values of
 * one column are read once for each type that is asked of them.
 */
struct column {
	struct text name;
	enum type type;
	enum role sum_of;	/* order_amount, order_quantity; else ROLES */
};
struct reading { int column; enum type type; };

struct names {
	const struct roles *roles;
	int32_t as_of;		/* of customers: NO_DAY until it is known */
	int of_customers;	/* there are aggregates */
	int at;			/* in the layout, of the first column */
	struct column *columns;
	int n_columns;
	struct reading *readings;
	int n_readings;
	int wants_decimals;	/* some number is made a text */
};

/* The place of a reading, which is added if it is new. */
int names_read(struct names *, int column, enum type);

/* What is to be read of a table: first the columns, in their order here, then
 * those that only --roles named. free() it. */
struct wanted *names_wanted(const struct names *, size_t *n);

#endif
