#ifndef ORDERS_H
#define ORDERS_H

#include "col.h"
#include "common.h"
#include "dict.h"

/*
 * The orders of all customers, as columns: what every analysis starts from.
 *
 * Customers are numbered from 0 by their first kept line; those who never
 * purchased are left out. Customer c's orders stand at from[c] … from[c+1]-1,
 * by day (not yet by time of day and id: nothing here depends on it).
 * Under --unit day the purchases of a date are one. Lives until orders_free.
 */
struct orders {
	size_t customers, n;
	uint32_t *from;		/* customers + 1 long */
	int32_t *day;		/* n long, as are: */
	int64_t *amount;	/* millionths */
	uint8_t *refund;	/* 1: it is no purchase */
	int decimals;		/* of the amounts of the kept lines */
	int32_t as_of;		/* NO_DAY: there was no line */
	struct text customer_column, amount_column;
	struct key *ids;	/* customers long */
	struct orders_stats *stats;
};

/* Reads the files (none: standard input) and ends the program if they are
 * refused. Orders before since (or NO_DAY) are left out altogether. */
struct orders *orders_read(const struct common *, char **files, int n_files,
    int32_t since);
/* --stats, if it was asked for: behind the output, with its rows. */
void orders_stats(const struct orders *, const struct common *, size_t rows);

/* A column per customer, as of a day: orders after it do not count, and who
 * had not purchased by then has none. The amount is net of refunds, the
 * purchase amount that of the purchases alone. */
struct col *orders_customer(const struct orders *);
struct col *orders_last_date(const struct orders *, int32_t as_of);
struct col *orders_purchases(const struct orders *, int32_t as_of);
struct col *orders_amount(const struct orders *, int32_t as_of);
struct col *orders_purchase_amount(const struct orders *, int32_t as_of);

/* Of all purchases up to a day: how many, and the sum of their amounts. */
struct average { wide sum; int64_t n; };
struct average orders_average(const struct orders *, int32_t as_of);

#endif
