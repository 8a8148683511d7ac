/* ledger.c - folded records to customers and their orders */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "ledger.h"
#include "moments.h"
#include "order.h"
#include "parts.h"

/* What is gathered of each record of fold->customers, by all workers. */
struct account {
	atomic_uint orders;	/* listed ones; PURCHASED if one is none */
	atomic_uint line;	/* the first kept one; see number_customers */
};
#define PURCHASED (1u << 31)

struct ledger {
	struct orders *o;
	struct fold *f;
	struct ledger_options options;
	struct account *accounts;
	size_t base[SHARDS + 1];	/* of a shard's accounts */
	struct ledger_counts *counts;
	int32_t as_of;		/* of no order that counts later */
	int32_t last[FOLD_SETS];	/* the latest days */
	uint64_t later[FOLD_SETS];	/* lines after the as-of date */
	unsigned decimals[FOLD_SETS];	/* most of the kept orders */
};

enum { AHEAD = 16 };

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

/* Whether the order is among the customer's. */
static int
listed(const struct ledger *l, const struct order_record *r)
{
	const int32_t day = when_day(r->when);

	return day <= l->as_of && day >= l->options.since
	    && !(l->options.refunds_drop && is_refund(r));
}

static void
keep_first(atomic_uint *line, uint32_t mine)
{
	uint32_t first = atomic_load_explicit(line, memory_order_relaxed);

	while (mine < first && !atomic_compare_exchange_weak_explicit(line,
	    &first, mine, memory_order_relaxed, memory_order_relaxed))
		;
}

static void
count_order(struct ledger *l, const struct order_record *r)
{
	struct account *a = &l->accounts[account_of(l, r->customer)];

	keep_first(&a->line, r->line);
	if (!listed(l, r))
		return;
	if (is_refund(r))
		atomic_fetch_add_explicit(&a->orders, 1, memory_order_relaxed);
	else if (!(atomic_fetch_add_explicit(&a->orders, 1,
	    memory_order_relaxed) & PURCHASED))
		atomic_fetch_or_explicit(&a->orders, PURCHASED,
		    memory_order_relaxed);
}

/* Accounts are fetched some records ahead: an atomic operation waits for the
 * stores before it, one miss at a time. */
static void
fetch_account(const struct ledger *l, const struct order_record *r)
{
	__builtin_prefetch(&l->accounts[account_of(l, r->customer)], 1);
}

static void
count_set(void *ledger, size_t i)
{
	struct ledger *l = ledger;
	const struct shard *s = fold_set(l->f, i);

	for (uint32_t n = 0; n < s->n; n++) {
		const struct order_record *r = shard_record(s, n);
		if (n + AHEAD < s->n)
			fetch_account(l, shard_record(s, n + AHEAD));
		if (when_day(r->when) > l->last[i])
			l->last[i] = when_day(r->when);
		if (when_day(r->when) > l->as_of) {
			l->later[i] +=
			    ((const struct counted_record *)r)->lines;
			continue;
		}
		if (r->decimals > l->decimals[i])
			l->decimals[i] = r->decimals;
		count_order(l, r);
	}
}

static void
open_accounts(struct ledger *l)
{
	const struct dict *d = &l->f->customers;

	for (int i = 0; i < SHARDS; i++)
		l->base[i + 1] = l->base[i] + d->shard[i].n;
	l->accounts = mem_grow(NULL, l->base[SHARDS], sizeof *l->accounts);
	for (size_t i = 0; i < l->base[SHARDS]; i++) {
		atomic_init(&l->accounts[i].orders, 0);
		atomic_init(&l->accounts[i].line, UINT32_MAX);
	}
}

/* The codes of those who purchased, by their first line. */
static uint32_t *
sort_customers(struct ledger *l)
{
	uint32_t *line = mem_grow(NULL, l->base[SHARDS], sizeof *line);
	uint32_t *who = mem_grow(NULL, l->base[SHARDS], sizeof *who);
	size_t n = 0;

	for (unsigned shard = 0; shard < SHARDS; shard++)
		for (size_t i = l->base[shard]; i < l->base[shard + 1]; i++) {
			const struct account *a = &l->accounts[i];
			const unsigned orders = atomic_load(&a->orders);
			l->counts->refunds_only += orders
			    && !(orders & PURCHASED);
			if (!(orders & PURCHASED))
				continue;
			line[n] = atomic_load(&a->line);
			who[n++] = dict_code(shard,
			    (uint32_t)(i - l->base[shard]));
		}
	uint32_t *sorted = order_small(line, n);
	for (size_t c = 0; c < n; c++)
		sorted[c] = who[sorted[c]];
	free(line);
	free(who);
	l->o->customers = n;
	return sorted;
}

/* Numbers the customers, and says where their orders begin: an account then
 * holds where its next order goes. */
static void
number_customers(struct ledger *l)
{
	struct orders *o = l->o;
	uint32_t from = 0;

	o->id = sort_customers(l);
	o->from = mem_grow(NULL, o->customers + 1, sizeof *o->from);
	for (size_t c = 0; c < o->customers; c++) {
		struct account *a = &l->accounts[account_of(l, o->id[c])];
		o->from[c] = from;
		from += atomic_load_explicit(&a->orders, memory_order_relaxed)
		    & ~PURCHASED;
		atomic_store_explicit(&a->line, o->from[c],
		    memory_order_relaxed);
	}
	o->from[o->customers] = o->n = from;
}

/* A handful at a time, so that their places are fetched side by side. */
static void
post(struct ledger *l, const struct order_record *const *r, int n)
{
	struct order *to[AHEAD];

	for (int i = 0; i < n; i++) {
		struct account *a =
		    &l->accounts[account_of(l, r[i]->customer)];
		to[i] = NULL;
		if (!(atomic_load_explicit(&a->orders, memory_order_relaxed)
		    & PURCHASED))
			continue;
		to[i] = &l->o->v[atomic_fetch_add_explicit(&a->line, 1,
		    memory_order_relaxed)];
		__builtin_prefetch(to[i], 1);
	}
	for (int i = 0; i < n; i++)
		if (to[i])
			*to[i] = (struct order){ .when = r[i]->when,
				.refund = (unsigned)is_refund(r[i]),
				.amount = r[i]->amount };
}

static void
post_set(void *ledger, size_t i)
{
	struct ledger *l = ledger;
	const struct shard *s = fold_set(l->f, i);
	const struct order_record *r[AHEAD];
	int waiting = 0;

	for (uint32_t n = 0; n < s->n; n++) {
		r[waiting] = shard_record(s, n);
		if (!listed(l, r[waiting]))
			continue;
		fetch_account(l, r[waiting]);
		if (++waiting == AHEAD) {
			post(l, r, waiting);
			waiting = 0;
		}
	}
	post(l, r, waiting);
}

void
ledger_fill(struct orders *o, struct fold *f, struct ledger_options options,
    struct ledger_counts *counts)
{
	struct ledger l = { .o = o, .f = f, .options = options,
		.counts = counts,
		.as_of = f->as_of == NO_DAY ? LAST_DAY : f->as_of };

	open_accounts(&l);
	memset(l.last, 0xff, sizeof l.last);	/* NO_DAY */
	parts_run(o->threads, FOLD_SETS, count_set, &l);
	o->decimals = f->counts.guest_decimals;
	o->as_of = f->as_of == NO_DAY ? f->counts.last_day : f->as_of;
	for (int i = 0; i < FOLD_SETS; i++) {
		counts->after_as_of += l.later[i];
		if ((int)l.decimals[i] > o->decimals)
			o->decimals = (int)l.decimals[i];
		if (f->as_of == NO_DAY && l.last[i] > o->as_of)
			o->as_of = l.last[i];
	}
	number_customers(&l);
	o->ids = &f->customers;
	o->v = mem_grow(NULL, o->n, sizeof *o->v);
	parts_run(o->threads, FOLD_SETS, post_set, &l);
	fold_release_orders(f);
	free(l.accounts);
	moments_sort(o);
	if (options.unit_day)
		moments_merge_days(o);
}
