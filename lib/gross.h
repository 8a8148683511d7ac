#ifndef GROSS_H
#define GROSS_H

#include "measures.h"
#include "opt.h"
#include "orders.h"
#include "worth.h"

/*
 * Gross profit, a part of the amount or the amount less the cost, of groups
 * of customers; and that against what it cost to win a buyer, the cpo: the
 * medium's cost by its buyers. A command keeps one 'static struct gross gross
 * = GROSS;' and puts OPTS_GROSS into its table. Unless one of the two options
 * is given all of it is none.
 */
struct gross {
	const char *part;
	int by_cost;
	/* made by gross_check and gross_ask */
	int64_t margin;		/* or NONE */
	int cost, costless;	/* slots, or -1 */
};
#define GROSS { .margin = NONE, .cost = -1 }
#define OPTS_GROSS(g, ...) \
	OPT_TEXT(0, "margin", &(g).part, "PART", \
	    "gross profit is that part of the amount", __VA_ARGS__), \
	OPT_FLAG(0, "profit", &(g).by_cost, \
	    "gross profit is the amount less the cost", __VA_ARGS__)

/* What parsing could not check. */
void gross_check(struct gross *);
/* What is needed of the order lines; the slot of costs, or -1. */
int gross_ask(struct gross *, struct measures *);
/* Refuses lines with an amount, but without a cost. */
void gross_check_lines(const struct gross *, const struct orders *);
static inline int
gross_known(const struct gross *g)
{
	return g->part || g->by_cost;
}

/* Of each group: what a mature customer brought in within the days;
 * that less the cpo, whose decimals are said; and the first of 24 months of 30
 * days within which it is the cpo or more. */
struct col *gross_ltv(const struct gross *, const struct worth *, int days);
struct col *gross_less_cpo(const struct gross *, const struct worth *,
    int days, int cpo_decimals);
struct col *gross_payback(const struct gross *, const struct worth *);
struct days gross_days(void);	/* to be among the worth's, for that */

#endif
