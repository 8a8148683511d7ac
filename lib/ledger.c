/* ledger.c - folded records to customers and their orders */
#include <stdlib.h>
#include <string.h>

#include "accounts.h"
#include "moments.h"
#include "parts.h"

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
	struct account *a = account_of(l, r->customer);

	if (r->customer == l->f->nobody)
		return;
	keep_first(&a->line, r->line);
	if (!listed(l, r))
		return;
	if (order_is_refund(r))
		atomic_fetch_add_explicit(&a->orders, 1, memory_order_relaxed);
	else if (!(atomic_fetch_add_explicit(&a->orders, 1,
	    memory_order_relaxed) & PURCHASED))
		atomic_fetch_or_explicit(&a->orders, PURCHASED,
		    memory_order_relaxed);
}

/* Accounts are fetched some records ahead: an atomic operation waits for the
 * stores before it, one miss at a time. */
static void
count_set(void *ledger, size_t i)
{
	struct ledger *l = ledger;
	const struct journal *j = &l->f->set[i].records;

	slots_none(&l->o->slots, l->kept[i]);
	for (uint32_t n = 0; n < j->n; n++) {
		const struct order_record *r = journal_record(j, n);
		if (n + AHEAD < j->n) {
			const struct order_record *later = journal_record(j,
			    n + AHEAD);
			__builtin_prefetch(account_of(l, later->customer), 1);
		}
		if (r->gone)
			continue;
		if (when_day(r->when) > l->last[i])
			l->last[i] = when_day(r->when);
		if (when_day(r->when) > l->as_of) {
			if (l->f->counted)
				l->later[i] += ((const struct counted_record *)
				    r)->lines;
			continue;
		}
		if (r->decimals > l->decimals[i])
			l->decimals[i] = r->decimals;
		if (l->o->slots.n)
			slots_extend(&l->o->slots, l->kept[i],
			    fold_slots(l->f, r));
		count_order(l, r);
	}
}

static void
open_accounts(struct ledger *l)
{
	const size_t n = numbering_begin(&l->by, &l->f->customers);

	l->accounts = mem_grow(NULL, n, sizeof *l->accounts);
	for (size_t i = 0; i < n; i++) {
		atomic_init(&l->accounts[i].orders, 0);
		atomic_init(&l->accounts[i].line, UINT32_MAX);
	}
}

static void
open_orders(struct ledger *l)
{
	struct orders *o = l->o;

	o->v = mem_grow(NULL, o->n, sizeof *o->v);
	for (int i = 0; i < o->slots.n; i++)
		o->slot[i] = mem_grow(NULL, o->n, sizeof *o->slot[i]);
	if (l->f->asking->in_time)
		l->record = mem_grow(NULL, o->n, sizeof *l->record);
}

void
ledger_fill(struct orders *o, struct fold *f, struct ledger_options options,
    struct ledger_counts *counts)
{
	struct ledger l = { .o = o, .f = f, .options = options,
		.counts = counts,
		.as_of = f->as_of == NO_DAY ? LAST_DAY : f->as_of };

	o->slots = f->asking->slots;
	slots_copy(&o->slots, o->kept, f->counts.guest_slots);
	open_accounts(&l);
	memset(l.last, 0xff, sizeof l.last);	/* NO_DAY */
	parts_run(FOLD_SETS, count_set, &l);
	o->decimals = f->counts.guest_decimals;
	o->as_of = f->as_of == NO_DAY ? f->counts.last_day : f->as_of;
	for (int i = 0; i < FOLD_SETS; i++) {
		counts->after_as_of += l.later[i];
		slots_extend(&o->slots, o->kept, l.kept[i]);
		if ((int)l.decimals[i] > o->decimals)
			o->decimals = (int)l.decimals[i];
		if (f->as_of == NO_DAY && l.last[i] > o->as_of)
			o->as_of = l.last[i];
	}
	accounts_number(&l);
	o->ids = &f->customers;
	open_orders(&l);
	accounts_post(&l);
	free(l.accounts);
	if (f->asking->in_time || f->asking->by_moment || options.unit_day)
		moments_sort(o, f, l.record);
	free(l.record);
	fold_release_orders(f);
	if (options.unit_day)
		moments_merge_days(o);
}
