#ifndef CART_LINE_H
#define CART_LINE_H

#include "cart_columns.h"
#include "decimal.h"
#include "spelling.h"

/* One row of an export, in the output's spelling. */
struct cart_line {
	struct text value[CART_COLUMNS];	/* none: len 0 */
	enum cart_kind kind;
	int sold;		/* says anything of a product or its price */
	int64_t refund;		/* of the order; 0: none */
	struct text wrong;	/* the column of a fault, and what it is */
	const char *what;
	char date[SPELLED_DATE];
	char number[CART_COLUMNS][DECIMAL_WIDTH];	/* room of the values */
};

/* The values live as long as the line and the record. */
void cart_line_read(struct cart_line *, const struct cart_columns *,
    const struct record *, struct fault *);
/* Refuses the row for its refund. */
void cart_line_refuse_refund(struct cart_line *, const struct cart_columns *,
    const struct record *, const char *what, struct fault *);
/* Sets the value of a role to a number in the shortest form. */
void cart_line_number(struct cart_line *, enum cart_role, int64_t);

#endif
