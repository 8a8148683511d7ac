#ifndef CART_FILL_H
#define CART_FILL_H

#include "cart_columns.h"

/*
 * What an order's first row alone says, for its other rows: a field that is
 * empty takes the value of the last row above that has the same key, wherever
 * it stands. Columns that the map reads for the line itself (product, price,
 * …) are never filled: a line without a code has no code, not its
 * neighbour's.
 */
struct cart_fill;

/* NULL if the map has no fill; the other functions take that. */
struct cart_fill *cart_fill_new(const struct cart_columns *);
void cart_fill_row(struct cart_fill *, struct record *);
void cart_fill_free(struct cart_fill *);

#endif
