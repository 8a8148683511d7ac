#ifndef CART_TABLE_H
#define CART_TABLE_H

#include <stdint.h>

#include "cart_columns.h"
#include "cart_line.h"
#include "out.h"

/* Order lines as the strict TSV: the columns that the map has a source for,
 * then those it keeps. */
struct cart_table {
	struct out *out;
	const struct cart_columns *columns;
	const char *null;
	int marks;	/* lines that are no goods are marked as a product */
};

char *cart_table_header(const struct cart_table *);	/* free() it */
/* number: of the line in its order */
void cart_table_write(const struct cart_table *, const struct cart_line *,
    uint64_t number, const struct record *);

#endif
