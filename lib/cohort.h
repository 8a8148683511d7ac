#ifndef COHORT_H
#define COHORT_H

#include "members.h"
#include "orders.h"
#include "period.h"

/*
 * Cohorts: the customers whose first purchases fell into one period, and what
 * they did in it and in each period since, up to the as-of date's.
 *
 * Cohort g has the cells at[g] … at[g + 1] - 1, the first one k = 0. Orders
 * ahead of the cohort's period (refunds can be) are in no cell.
 */
enum cohort_mode {	/* who is active in a period: who purchased */
	CLASSIC,	/* in it */
	ROLLING,	/* in it or later */
	CUMULATIVE	/* a second time by its end */
};

struct cohorts {
	enum period period;
	const struct members *of;	/* key: any label; then: the period */
	size_t *at;			/* of->n + 1 long */
	/* of each cell; spent is the amount so far */
	struct sums customers, active, purchases, amount, spent;
	struct col *complete;		/* 1 if it has ended, else 0 */
};

/* Of orders in time. */
struct cohorts *cohorts_new(const struct orders *, const struct members *,
    enum period, enum cohort_mode);
/* Of each cell its cohort's place, and its k. */
struct col *cohorts_of(const struct cohorts *);
struct col *cohorts_k(const struct cohorts *);

/*
 * The same as a column a period: rows are cohorts and, with total, behind
 * those of a key, the key as a whole: its complete cells of the column.
 */
enum cohort_measure { ACTIVE, RATE, SPENT_IN, SPENT_SO_FAR };
struct wide_cohorts {
	const struct cohorts *c;
	size_t n;		/* rows */
	struct cohort_row { size_t from, to; int total; } *row;
	size_t periods;		/* columns 0 … periods - 1 */
};
struct wide_cohorts wide_new(const struct cohorts *, int total);
/* Of each row the place of its first cohort; its name, or 'all'; its size. */
struct col *wide_of(const struct wide_cohorts *);
struct col *wide_names(const struct wide_cohorts *);
struct col *wide_customers(const struct wide_cohorts *);
/* None where nothing is complete. */
struct col *wide_column(const struct wide_cohorts *, size_t k,
    enum cohort_measure, int decimals);

#endif
