#ifndef LEDGER_H
#define LEDGER_H

#include "fold.h"
#include "orders.h"

/*
 * From the folded records to the columns of struct orders: what is kept, who
 * is a customer, whose orders stand where.
 */
struct ledger_options {
	int refunds_drop, unit_day;
	int32_t since;		/* NO_DAY: all orders */
};
struct ledger_counts {		/* for --stats */
	uint64_t after_as_of, refunds_only;
};

/* Of customers whose standing holds: fills in who they are, and frees the
 * fold's orders. */
void ledger_stand(struct orders *o, struct fold *);
/* Fills o, as_of too, and frees the fold's orders. */
void ledger_fill(struct orders *o, struct fold *, struct ledger_options,
    struct ledger_counts *);

#endif
