#ifndef ORDERS_H
#define ORDERS_H

#include "asking.h"
#include "common.h"
#include "dict.h"
#include "group.h"
#include "labels.h"

/*
 * The orders of all customers: what every analysis starts from.
 *
 * Those who purchased are numbered from 0 by their first kept line. Customer
 * c's orders are v[from[c]] … v[from[c+1]-1], in time if that was asked for,
 * else in no order. Under --unit day the purchases of a date are one.
 * Lives until exit.
 */
struct order {
	uint64_t when : 63;	/* see lines.h */
	uint64_t refund : 1;	/* it is no purchase */
	int64_t amount;		/* millionths */
};
struct orders {
	size_t customers, n;
	uint32_t *from;		/* customers + 1 long */
	struct order *v;	/* n long */
	struct slots slots;	/* what was asked for, and of each order */
	int64_t *slot[SLOTS_MOST];	/* n long, each */
	int decimals;		/* of the amounts of the kept lines */
	int64_t kept[SLOTS_MOST];	/* what LEAST and MOST slots come to,
				 * over all kept lines, guests' too */
	int32_t as_of;		/* NO_DAY: there was no line */
	int standing;		/* no order is listed, see standing.h */
	struct text customer_column, amount_column;
	const struct dict *ids;
	uint32_t *id;		/* of each customer, in ids */
	struct orders_stats *stats;
};

/* Reads the files (none: standard input) and ends the program if they are
 * refused. */
struct orders *orders_read(const struct common *, char **files, int n,
    const struct asking *);
/* 'FILE:LINE' of a row of the whole input; free() it. */
char *orders_place(const struct orders *, uint64_t row);
/* --stats, if it was asked for: behind the output, with its rows, and with
 * more lines of the command's own, or NULL. */
void orders_stats(const struct orders *, const struct common *, size_t rows,
    const char *more);
/* Such a line of money, or none */
const char *orders_stats_line(const char *name, int64_t money, int decimals);
struct col *orders_customer(const struct orders *);
/* The dates of their first purchases. */
struct col *orders_first_date(const struct orders *);

/* Of orders in time: the dates of the first purchases; the days to the second,
 * or none; and the places of the first ones' labels, see measures.h. */
struct col *orders_won_date(const struct orders *);
struct col *orders_second_days(const struct orders *);
struct col *orders_first_label(const struct orders *, int slot,
    const struct labels *);

/* What the customers' orders come to by a day: orders after it do not count,
 * and who had not purchased by then has none in each column. The amount is
 * net of refunds. */
struct totals {
	struct col *last_date, *purchases, *amount;
	/* of all purchases of these customers: aov is sum / n */
	struct average { wide sum; int64_t n; } average;
};
struct totals orders_totals(const struct orders *, int32_t as_of);
/* A line of --stats: what multiples (7x) are of. */
const char *orders_aov_line(const struct orders *, struct average);
void totals_free(struct totals);
/* The amounts of the purchases alone, summed by the customers' label. */
struct sums orders_purchased(const struct orders *, int32_t as_of,
    const struct col *label, size_t names);

#endif
