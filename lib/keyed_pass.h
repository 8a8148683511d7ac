#ifndef KEYED_PASS_H
#define KEYED_PASS_H

#include "keyed.h"
#include "measures.h"

/*
 * Inside keyed: sums of lines and orders by key.
 *
 * What a line adds to its key is added at once where nothing can change it
 * any more. Where it depends on the order, on its sign or that it has
 * happened, or where orders are counted and not lines, it waits: a sum by
 * order and label. An order's own key needs none of it.
 */
struct keyed_worker { struct tally_batch *sums, *waiting; };

struct keyed_pass {
	struct keyed keyed;
	int drop, unit_day;
	int32_t as_of;			/* NO_DAY: not said */
	struct measures measures;
	int slot;			/* of cost or quantity; or -1 */
	int label;			/* the slot of media, shop; or -1 */
	int column;			/* the layout's, of the lines' key */
	struct text value_name;		/* for messages */
	struct labels *labels;
	struct tally sums, waiting;
	struct keyed_worker *workers;
};

/* Is the key that of a line? */
static inline int
keyed_by_line(const struct keyed_pass *p)
{
	return p->keyed.by == PRODUCT || p->keyed.by == CATEGORY;
}

/* What an order is worth, by its amount and the slot; a purchase is 1. */
wide keyed_worth(const struct keyed_pass *, int64_t amount, int refund,
    int64_t slot);
/* As asking->folded: adds what orders say themselves, and what waited. */
void keyed_fold(void *pass, const struct fold *);
/* Where the purchases of one date are one: those of customers, when they
 * are. */
void keyed_add_days(struct keyed_pass *, const struct orders *);
/* By customer, of all their orders. */
struct items keyed_customers(const struct keyed_pass *, const struct orders *);

#endif
