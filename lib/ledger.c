/* ledger.c - folded records to columns, by customer and day */
#include <stdlib.h>
#include <string.h>

#include "ledger.h"
#include "order.h"

/* What is gathered of each record of fold->customers. */
struct account {
	uint32_t orders : 31, purchased : 1;
	uint32_t line;		/* the first kept one */
};

struct entry {			/* an order on its way to its customer */
	uint64_t when : 63, refund : 1;
	int64_t amount;
};

struct ledger {
	struct orders *o;
	struct fold *f;
	struct ledger_options options;
	struct account *accounts;
	size_t base[SHARDS + 1];	/* of a shard's accounts */
	uint32_t *place;	/* of an account: its customer number */
	uint32_t *at;		/* of a customer: where the next order goes */
	struct entry *entries;
	struct ledger_counts *counts;
};

enum { SETS = 2 * SHARDS };	/* shards of orders, and of loose ones */

static struct shard *
set_of(struct fold *f, int i)
{
	return i < SHARDS ? &f->orders.shard[i] : &f->loose.shard[i - SHARDS];
}

int32_t
ledger_last_day(const struct fold *f)
{
	int32_t last = f->counts.last_day;

	for (int i = 0; i < SETS; i++) {
		const struct shard *s = set_of((struct fold *)f, i);
		for (uint32_t n = 0; n < s->n; n++) {
			const struct order_record *r = shard_record(s, n);
			if (when_day(r->when) > last)
				last = when_day(r->when);
		}
	}
	return last;
}

static int
is_refund(const struct order_record *r)
{
	return r->amount < 0 || (r->amount == 0 && r->below_zero);
}

static size_t
account_of(const struct ledger *l, uint32_t customer)
{
	return l->base[customer & (SHARDS - 1)] + (customer >> SHARD_BITS);
}

/* Whether the order stands in the columns. */
static int
listed(const struct ledger *l, const struct order_record *r)
{
	const int32_t day = when_day(r->when);

	return day <= l->o->as_of && day >= l->options.since
	    && !(l->options.refunds_drop && is_refund(r));
}

static void
count_order(struct ledger *l, const struct order_record *r)
{
	struct account *a = &l->accounts[account_of(l, r->customer)];

	if (when_day(r->when) > l->o->as_of) {
		l->counts->after_as_of += r->lines;
		return;
	}
	if (r->decimals > l->o->decimals)
		l->o->decimals = r->decimals;
	if (r->line < a->line)
		a->line = r->line;
	if (listed(l, r)) {
		a->orders++;
		a->purchased |= !is_refund(r);
	}
}

static void
count_orders(struct ledger *l)
{
	for (int i = 0; i < SETS; i++) {
		const struct shard *s = set_of(l->f, i);
		for (uint32_t n = 0; n < s->n; n++)
			count_order(l, shard_record(s, n));
	}
}

static void
open_accounts(struct ledger *l)
{
	const struct dict *d = &l->f->customers;

	for (int i = 0; i < SHARDS; i++)
		l->base[i + 1] = l->base[i] + d->shard[i].n;
	l->accounts = mem_new(l->base[SHARDS], sizeof *l->accounts);
	for (size_t i = 0; i < l->base[SHARDS]; i++)
		l->accounts[i].line = UINT32_MAX;
}

/* Numbers those who purchased by their first line, and says where their
 * orders begin. */
static void
number_customers(struct ledger *l)
{
	const size_t all = l->base[SHARDS];
	uint32_t *line = mem_grow(NULL, all, sizeof *line);
	uint32_t *who = mem_grow(NULL, all, sizeof *who);
	size_t n = 0;

	for (size_t i = 0; i < all; i++) {
		if (l->accounts[i].purchased) {
			line[n] = l->accounts[i].line;
			who[n++] = (uint32_t)i;
		} else
			l->counts->refunds_only += l->accounts[i].orders > 0;
	}
	uint32_t *sorted = order_small(line, n);
	free(line);
	l->o->customers = n;
	l->o->from = mem_grow(NULL, n + 1, sizeof *l->o->from);
	l->at = mem_grow(NULL, n, sizeof *l->at);
	l->place = mem_grow(NULL, all, sizeof *l->place);
	l->o->from[0] = 0;
	for (size_t c = 0; c < n; c++) {
		const uint32_t account = who[sorted[c]];
		l->place[account] = (uint32_t)c;
		l->at[c] = l->o->from[c];
		l->o->from[c + 1] = l->o->from[c]
		    + l->accounts[account].orders;
	}
	free(sorted);
	free(who);
}

/* Where a customer's id is kept. */
static void
name_customers(struct ledger *l)
{
	const struct dict *d = &l->f->customers;

	l->o->ids = mem_grow(NULL, l->o->customers, sizeof *l->o->ids);
	for (int i = 0; i < SHARDS; i++)
		for (uint32_t n = 0; n < d->shard[i].n; n++) {
			const size_t a = l->base[i] + n;
			if (l->accounts[a].purchased)
				memcpy(&l->o->ids[l->place[a]], shard_record(
				    &d->shard[i], n), sizeof *l->o->ids);
		}
}

static void
post(struct ledger *l, const struct order_record *r)
{
	const size_t a = account_of(l, r->customer);

	if (!l->accounts[a].purchased || !listed(l, r))
		return;
	l->entries[l->at[l->place[a]]++] = (struct entry){ .when = r->when,
		.refund = is_refund(r), .amount = r->amount };
}

static void
post_orders(struct ledger *l)
{
	l->entries = mem_grow(NULL, l->o->from[l->o->customers],
	    sizeof *l->entries);
	for (int i = 0; i < SETS; i++) {
		const struct shard *s = set_of(l->f, i);
		for (uint32_t n = 0; n < s->n; n++)
			post(l, shard_record(s, n));
	}
}

static int
entry_order(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->when > y->when) - (x->when < y->when);
}

/* Mostly one to three, nearly in order */
static void
sort_entries(struct entry *e, size_t n)
{
	if (n > 32) {
		qsort(e, n, sizeof *e, entry_order);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		const struct entry moved = e[i];
		size_t k = i;
		for (; k > 0 && e[k - 1].when > moved.when; k--)
			e[k] = e[k - 1];
		e[k] = moved;
	}
}

/* Under --unit day: e's purchases of one date become the first of them. The
 * number of entries that remain. */
static size_t
merge_days(struct entry *e, size_t n)
{
	size_t kept = 0, purchase = n;	/* the latest one kept */

	for (size_t i = 0; i < n; i++) {
		if (!e[i].refund && purchase < n
		    && when_day(e[purchase].when) == when_day(e[i].when)) {
			if (__builtin_add_overflow(e[purchase].amount,
			    e[i].amount, &e[purchase].amount))
				die(REFUSED, "amount: sum too large");
			continue;
		}
		if (!e[i].refund)
			purchase = kept;
		e[kept++] = e[i];
	}
	return kept;
}

static void
make_columns(struct ledger *l)
{
	struct orders *o = l->o;
	uint32_t from = 0;

	const size_t n = o->from[o->customers];
	o->day = mem_grow(NULL, n, sizeof *o->day);
	o->amount = mem_grow(NULL, n, sizeof *o->amount);
	o->refund = mem_grow(NULL, n, sizeof *o->refund);
	o->n = 0;
	for (size_t c = 0; c < o->customers; c++) {
		struct entry *e = l->entries + from;
		size_t count = o->from[c + 1] - from;
		from = o->from[c + 1];
		sort_entries(e, count);
		if (l->options.unit_day)
			count = merge_days(e, count);
		o->from[c] = (uint32_t)o->n;
		for (size_t i = 0; i < count; i++, o->n++) {
			o->day[o->n] = when_day(e[i].when);
			o->amount[o->n] = e[i].amount;
			o->refund[o->n] = e[i].refund;
		}
	}
	o->from[o->customers] = (uint32_t)o->n;
}

void
ledger_fill(struct orders *o, struct fold *f, struct ledger_options options,
    struct ledger_counts *counts)
{
	struct ledger l = { .o = o, .f = f, .options = options,
		.counts = counts };

	o->decimals = f->counts.guest_decimals;
	open_accounts(&l);
	count_orders(&l);
	number_customers(&l);
	name_customers(&l);
	post_orders(&l);
	fold_release(f);
	free(l.accounts);
	free(l.place);
	free(l.at);
	make_columns(&l);
	free(l.entries);
}
