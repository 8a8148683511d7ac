/* accounts.c - customers by number, their orders side by side */
#include <stdlib.h>

#include "accounts.h"
#include "order.h"
#include "parts.h"

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
	uint32_t *sorted = order_rows(line, n);
	for (size_t c = 0; c < n; c++)
		sorted[c] = who[sorted[c]];
	free(line);
	free(who);
	l->o->customers = n;
	return sorted;
}

static void
take_counts(void *ledger, struct piece p)
{
	const struct ledger *l = ledger;

	for (size_t c = p.from; c < p.to; c++)
		l->o->from[c + 1] = ~PURCHASED & atomic_load_explicit(
		    &account_of(l, l->o->id[c])->orders, memory_order_relaxed);
}

static void
give_places(void *ledger, struct piece p)
{
	const struct ledger *l = ledger;

	for (size_t c = p.from; c < p.to; c++)
		atomic_store_explicit(&account_of(l, l->o->id[c])->line,
		    l->o->from[c], memory_order_relaxed);
}

/* Numbers the customers, and says where their orders begin: an account then
 * holds where its next order goes. */
void
accounts_number(struct ledger *l)
{
	struct orders *o = l->o;

	o->id = sort_customers(l);
	o->from = mem_grow(NULL, o->customers + 1, sizeof *o->from);
	o->from[0] = 0;
	parts_rows(o->customers, take_counts, l);
	for (size_t c = 0; c < o->customers; c++)
		o->from[c + 1] += o->from[c];
	parts_rows(o->customers, give_places, l);
	o->n = o->from[o->customers];
}

/* Into its place among the customer's. */
static void
post_order(const struct ledger *l, const struct order_record *r, uint32_t at)
{
	const int64_t *slots = fold_slots(l->f, r);

	l->o->v[at] = (struct order){ .when = r->when,
		.refund = (unsigned)order_is_refund(r), .amount = r->amount };
	for (int i = 0; i < l->o->slots.n; i++)
		l->o->slot[i][at] = slots[i];
	if (l->record)
		l->record[at] = r;
}

/* A handful at a time, so that their places are fetched side by side. */
static void
post(struct ledger *l, const struct order_record *const *r, int n)
{
	uint32_t to[AHEAD];

	for (int i = 0; i < n; i++) {
		struct account *a = account_of(l, r[i]->customer);
		to[i] = UINT32_MAX;
		if (!(atomic_load_explicit(&a->orders, memory_order_relaxed)
		    & PURCHASED))
			continue;
		to[i] = atomic_fetch_add_explicit(&a->line, 1,
		    memory_order_relaxed);
		__builtin_prefetch(&l->o->v[to[i]], 1);
	}
	for (int i = 0; i < n; i++)
		if (to[i] != UINT32_MAX)
			post_order(l, r[i], to[i]);
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
		__builtin_prefetch(account_of(l, r[waiting]->customer), 1);
		if (++waiting == AHEAD) {
			post(l, r, waiting);
			waiting = 0;
		}
	}
	post(l, r, waiting);
}

void
accounts_post(struct ledger *l)
{
	parts_run(FOLD_SETS, post_set, l);
}
