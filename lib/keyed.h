#ifndef KEYED_H
#define KEYED_H

#include "common.h"
#include "orders.h"
#include "tally.h"

/*
 * What orders come to by a key. The key of a customer's order is the
 * customer, of any order its id, its medium or shop, and that of a line its
 * product or category. Guests' orders count but for customers.
 */
enum keyed_measure { KEYED_AMOUNT, KEYED_MARGIN, KEYED_QUANTITY,
	KEYED_PURCHASES };
struct keyed {
	enum role by;
	enum keyed_measure measure;
};

/* Amounts are net of refunds; purchases are those with a line of the key. */
struct items keyed_items(const struct keyed *, const struct common *,
    char **files, int n_files, struct orders **);

#endif
