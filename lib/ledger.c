/* ledger.c - folded records to customers and their orders */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "engine.h"
#include "ledger.h"
#include "order.h"

/* What is gathered of each record of fold->customers, by all workers. */
struct account {
	atomic_uint orders;	/* listed ones; PURCHASED if one is none */
	atomic_uint line;	/* the first kept one */
};
#define PURCHASED (1u << 31)
#define NOWHERE UINT32_MAX	/* no customer's account */

struct ledger {
	struct orders *o;
	struct fold *f;
	struct ledger_options options;
	struct account *accounts;
	size_t base[SHARDS + 1];	/* of a shard's accounts */
	atomic_uint *at;	/* of an account: where its next order goes */
	struct ledger_counts *counts;
	atomic_ullong later;	/* lines after the as-of date */
	atomic_uint decimals;
};

enum { SETS = 2 * SHARDS,	/* orders' shards, loose ones' */
	PARTS = 64, AHEAD = 16 };

static const struct shard *
set_of(const struct fold *f, size_t i)
{
	return i < SHARDS ? &f->orders.shard[i] : &f->loose.shard[i - SHARDS];
}

struct last_day { const struct fold *f; atomic_int day; };

static void
last_day_set(void *last, size_t i)
{
	struct last_day *l = last;
	const struct shard *s = set_of(l->f, i);
	int32_t day = NO_DAY;

	for (uint32_t n = 0; n < s->n; n++) {
		const struct order_record *r = shard_record(s, n);
		if (when_day(r->when) > day)
			day = when_day(r->when);
	}
	int known = atomic_load(&l->day);
	while (day > known
	    && !atomic_compare_exchange_weak(&l->day, &known, day))
		;
}

int32_t
ledger_last_day(const struct fold *f)
{
	struct last_day l = { .f = f };

	atomic_init(&l.day, f->counts.last_day);
	engine_parts(f->workers, SETS, last_day_set, &l);
	return atomic_load(&l.day);
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

/* Whether the order is among the customer's. */
static int
listed(const struct ledger *l, const struct order_record *r)
{
	const int32_t day = when_day(r->when);

	return day <= l->o->as_of && day >= l->options.since
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
fetch_account(const struct ledger *l, const struct shard *s, uint32_t n)
{
	if (n < s->n)
		__builtin_prefetch(&l->accounts[account_of(l, ((struct
		    order_record *)shard_record(s, n))->customer)], 1);
}

static void
count_set(void *ledger, size_t i)
{
	struct ledger *l = ledger;
	const struct shard *s = set_of(l->f, i);
	unsigned decimals = 0;
	uint64_t later = 0;

	for (uint32_t n = 0; n < s->n; n++) {
		const struct order_record *r = shard_record(s, n);
		fetch_account(l, s, n + AHEAD);
		if (when_day(r->when) > l->o->as_of) {
			later += r->lines;
			continue;
		}
		if (r->decimals > decimals)
			decimals = r->decimals;
		count_order(l, r);
	}
	atomic_fetch_add(&l->later, later);
	/* most by bits: bit d stands for d decimals */
	atomic_fetch_or(&l->decimals, 1u << decimals);
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

static uint32_t
code_of(const struct ledger *l, size_t shard, size_t account)
{
	return dict_code((unsigned)shard,
	    (uint32_t)(account - l->base[shard]));
}

/* The codes of those who purchased, by their first line. */
static uint32_t *
sort_customers(struct ledger *l)
{
	const size_t all = l->base[SHARDS];
	uint32_t *line = mem_grow(NULL, all, sizeof *line);
	uint32_t *who = mem_grow(NULL, all, sizeof *who);
	size_t n = 0, shard = 0;

	for (size_t i = 0; i < all; i++) {
		const struct account *a = &l->accounts[i];
		const unsigned orders = atomic_load(&a->orders);
		while (i >= l->base[shard + 1])
			shard++;
		l->counts->refunds_only += orders && !(orders & PURCHASED);
		if (orders & PURCHASED) {
			line[n] = atomic_load(&a->line);
			who[n++] = code_of(l, shard, i);
		}
	}
	uint32_t *sorted = order_small(line, n);
	for (size_t c = 0; c < n; c++)
		sorted[c] = who[sorted[c]];
	free(line);
	free(who);
	l->o->customers = n;
	return sorted;
}

/* Numbers the customers, and says where their orders begin. */
static void
number_customers(struct ledger *l)
{
	struct orders *o = l->o;
	uint32_t from = 0;

	o->id = sort_customers(l);
	o->from = mem_grow(NULL, o->customers + 1, sizeof *o->from);
	l->at = mem_grow(NULL, l->base[SHARDS], sizeof *l->at);
	for (size_t a = 0; a < l->base[SHARDS]; a++)
		atomic_init(&l->at[a], NOWHERE);
	for (size_t c = 0; c < o->customers; c++) {
		const size_t account = account_of(l, o->id[c]);
		o->from[c] = from;
		atomic_init(&l->at[account], from);
		from += atomic_load(&l->accounts[account].orders)
		    & ~PURCHASED;
	}
	o->from[o->customers] = o->n = from;
	free(l->accounts);
}

/* A handful at a time, so that their places are fetched side by side. */
static void
post(struct ledger *l, const struct order_record *const *r, int n)
{
	struct order *to[AHEAD];

	for (int i = 0; i < n; i++) {
		atomic_uint *at = &l->at[account_of(l, r[i]->customer)];
		to[i] = NULL;
		if (atomic_load_explicit(at, memory_order_relaxed) == NOWHERE)
			continue;
		to[i] = &l->o->v[atomic_fetch_add_explicit(at, 1,
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
	const struct shard *s = set_of(l->f, i);
	const struct order_record *r[AHEAD];
	int waiting = 0;

	for (uint32_t n = 0; n < s->n; n++) {
		r[waiting] = shard_record(s, n);
		if (!listed(l, r[waiting]))
			continue;
		__builtin_prefetch(&l->at[account_of(l,
		    r[waiting]->customer)], 1);
		if (++waiting == AHEAD) {
			post(l, r, waiting);
			waiting = 0;
		}
	}
	post(l, r, waiting);
}

static int
moment_order(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	return (x->when > y->when) - (x->when < y->when);
}

/* Mostly one to three, nearly in order */
static void
sort_orders(struct order *v, size_t n)
{
	if (n > 32) {
		qsort(v, n, sizeof *v, moment_order);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		const struct order moved = v[i];
		size_t k = i;
		for (; k > 0 && v[k - 1].when > moved.when; k--)
			v[k] = v[k - 1];
		v[k] = moved;
	}
}

static void
sort_part(void *ledger, size_t part)
{
	const struct orders *o = ((struct ledger *)ledger)->o;
	const size_t end = o->customers * (part + 1) / PARTS;

	for (size_t c = o->customers * part / PARTS; c < end; c++)
		sort_orders(o->v + o->from[c], o->from[c + 1] - o->from[c]);
}

/* The purchases of one date become the first of them. The number of orders
 * that remain. */
static size_t
merge_days(struct order *v, size_t n)
{
	size_t kept = 0, purchase = n;	/* the latest one kept */

	for (size_t i = 0; i < n; i++) {
		if (!v[i].refund && purchase < n
		    && when_day(v[purchase].when) == when_day(v[i].when)) {
			if (__builtin_add_overflow(v[purchase].amount,
			    v[i].amount, &v[purchase].amount))
				die(REFUSED, "amount: sum too large");
			continue;
		}
		if (!v[i].refund)
			purchase = kept;
		v[kept++] = v[i];
	}
	return kept;
}

static void
merge_orders(struct orders *o)
{
	uint32_t from = 0;

	o->n = 0;
	for (size_t c = 0; c < o->customers; c++) {
		struct order *v = o->v + from;
		const size_t n = merge_days(v, o->from[c + 1] - from);
		from = o->from[c + 1];
		memmove(o->v + o->n, v, n * sizeof *v);
		o->from[c] = (uint32_t)o->n;
		o->n += n;
	}
	o->from[o->customers] = (uint32_t)o->n;
}

static int
most_decimals(const struct ledger *l)
{
	const int of_orders = 31 - __builtin_clz(atomic_load(&l->decimals));

	return of_orders > l->f->counts.guest_decimals ? of_orders
	    : l->f->counts.guest_decimals;
}

void
ledger_fill(struct orders *o, struct fold *f, struct ledger_options options,
    struct ledger_counts *counts)
{
	struct ledger l = { .o = o, .f = f, .options = options,
		.counts = counts };

	open_accounts(&l);
	engine_parts(o->threads, SETS, count_set, &l);
	o->decimals = most_decimals(&l);
	counts->after_as_of = atomic_load(&l.later);
	number_customers(&l);
	o->ids = &f->customers;
	o->v = mem_grow(NULL, o->n, sizeof *o->v);
	engine_parts(o->threads, SETS, post_set, &l);
	fold_release_orders(f);
	free(l.at);
	engine_parts(o->threads, PARTS, sort_part, &l);
	if (options.unit_day)
		merge_orders(o);
}
