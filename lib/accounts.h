#ifndef ACCOUNTS_H
#define ACCOUNTS_H

#include <stdatomic.h>

#include "ledger.h"
#include "numbering.h"

/* Inside the ledger: an account of each record of fold->customers, filled by
 * all workers. */
struct account {
	atomic_uint orders;	/* listed ones; PURCHASED if one is none */
	atomic_uint line;	/* the first kept one; then where orders go */
};
#define PURCHASED (1u << 31)

struct ledger {
	struct orders *o;
	struct fold *f;
	struct ledger_options options;
	struct account *accounts;
	struct numbering by;
	uint64_t refunds_only[SHARDS];
	struct ledger_counts *counts;
	uint32_t *record;	/* of each order, see fold_order; or NULL */
	int32_t as_of;		/* of no order that counts later */
	int32_t last[FOLD_SETS];	/* the latest days */
	uint64_t later[FOLD_SETS];	/* lines after the as-of date */
	unsigned decimals[FOLD_SETS];	/* most of the kept orders */
	int64_t kept[FOLD_SETS][SLOTS_MOST];	/* their slots */
};

/* Records whose accounts are fetched side by side */
enum { AHEAD = 16 };

static inline struct account *
account_of(const struct ledger *l, uint32_t customer)
{
	return &l->accounts[dict_place(l->by.base, customer)];
}

/* Whether the order is among the customer's. */
static inline int
listed(const struct ledger *l, const struct order_record *r)
{
	const int32_t day = when_day(r->when);

	return day <= l->as_of && day >= l->options.since
	    && !(l->options.refunds_drop && order_is_refund(r));
}

/* Numbers the customers by their first lines, and says where their orders
 * begin; then copies the orders there. */
void accounts_number(struct ledger *);
void accounts_post(struct ledger *);

#endif
