/* keyed_customers.c - customers by what their orders come to */
#include <stdlib.h>

#include "fold_check.h"
#include "keyed_pass.h"
#include "parts.h"
#include "standing.h"

struct adding {
	const struct keyed_pass *p;
	const struct orders *o;
	struct col *c;
	size_t too_large[PIECES_MOST];	/* the first customer, or n */
};

/* Where the orders are not listed: amounts, or purchases. */
static wide
standing_worth(const struct keyed_pass *p, const struct standing *s)
{
	return p->keyed.measure == KEYED_AMOUNT ? s->amount
	    : (wide)s->purchases * MILLION;
}

static wide
worth(const struct keyed_pass *p, const struct orders *o, size_t i)
{
	return keyed_worth(p, o->v[i].amount, o->v[i].refund,
	    p->slot < 0 ? 0 : o->slot[p->slot][i]);
}

static void
add_rows(void *adding, struct piece piece)
{
	struct adding *a = adding;
	const struct orders *o = a->o;
	size_t large = o->customers;

	for (size_t who = piece.from; who < piece.to; who++) {
		wide sum = 0;
		if (o->standing)
			sum = standing_worth(a->p, standing_of(o, who));
		else for (size_t i = o->from[who]; i < o->from[who + 1]; i++)
			sum += worth(a->p, o, i);
		a->c->v[who] = (int64_t)sum;
		if ((sum >= SUM_LIMIT || sum <= -SUM_LIMIT) && who < large)
			large = who;
	}
	a->too_large[piece.number] = large;
}

struct items
keyed_customers(const struct keyed_pass *p, const struct orders *o)
{
	struct adding a = { .p = p, .o = o,
		.c = col_new(DECIMAL, o->customers) };

	for (int i = 0; i < PIECES_MOST; i++)
		a.too_large[i] = o->customers;
	parts_rows(o->customers, add_rows, &a);
	for (int i = 0; i < PIECES_MOST; i++)
		if (a.too_large[i] < o->customers)
			fold_refuse_sum(&p->value_name, "customer",
			    dict_record(o->ids, o->id[a.too_large[i]]));
	return (struct items){ orders_customer(o), a.c };
}

void
keyed_add_days(struct keyed_pass *p, const struct orders *o)
{
	struct tally_batch *sums = tally_batch_new();

	for (size_t i = 0; i < o->n; i++) {
		if (o->v[i].refund)
			continue;
		tally_add(sums, labels_text(p->labels,
		    slot_value(o->slot[p->label][i])), worth(p, o, i), 0);
		tally_post_many(&p->sums, sums, 0);
	}
	tally_post(&p->sums, sums, 0);
	tally_batch_free(sums);
}
