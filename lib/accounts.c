/* accounts.c - customers by number, their orders side by side */
#include "accounts.h"
#include "parts.h"
#include "shard_fetch.h"

static void
put_shard(void *ledger, size_t shard)
{
	struct ledger *l = ledger;
	const struct account *a = &l->accounts[l->by.base[shard]];
	const size_t n = l->by.base[shard + 1] - l->by.base[shard];
	size_t purchased = 0, refunds_only = 0;

	for (uint32_t i = 0; i < n; i++) {
		const unsigned orders = atomic_load_explicit(&a[i].orders,
		    memory_order_relaxed);
		purchased += (orders & PURCHASED) != 0;
		refunds_only += orders && !(orders & PURCHASED);
		numbering_put(&l->by, (unsigned)shard, i,
		    atomic_load_explicit(&a[i].line, memory_order_relaxed),
		    (orders & PURCHASED) != 0);
	}
	l->by.purchased[shard] = purchased;
	l->refunds_only[shard] = refunds_only;
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

	parts_run(SHARDS, put_shard, l);
	numbering_end(&l->by, o);
	for (int i = 0; i < SHARDS; i++)
		l->counts->refunds_only += l->refunds_only[i];
	o->from = mem_grow(NULL, o->customers + 1, sizeof *o->from);
	o->from[0] = 0;
	parts_rows(o->customers, take_counts, l);
	for (size_t c = 0; c < o->customers; c++)
		o->from[c + 1] += o->from[c];
	parts_rows(o->customers, give_places, l);
	o->n = o->from[o->customers];
}

/* Records on their way, and where each goes. */
struct waiting {
	const struct order_record *r;
	uint32_t order, to;	/* see fold_order; UINT32_MAX: nowhere */
};

FETCHES void
fetch_place(const struct orders *o, uint32_t at)
{
	__builtin_prefetch(&o->v[at], 1);
	for (int i = 0; i < o->slots.n; i++)
		__builtin_prefetch(&o->slot[i][at], 1);
}

/* Into its place among the customer's. */
static void
post_order(const struct ledger *l, const struct waiting *w)
{
	const struct order_record *r = w->r;
	const int64_t *slots = fold_slots(l->f, r);

	l->o->v[w->to] = (struct order){ .when = r->when,
		.refund = (unsigned)order_is_refund(r), .amount = r->amount };
	for (int i = 0; i < l->o->slots.n; i++)
		l->o->slot[i][w->to] = slots[i];
	if (l->record)
		l->record[w->to] = w->order;
}

/* A handful at a time, so that their places are fetched side by side. */
static void
post(struct ledger *l, struct waiting *w, int n)
{
	for (int i = 0; i < n; i++) {
		struct account *a = account_of(l, w[i].r->customer);
		w[i].to = UINT32_MAX;
		if (!(atomic_load_explicit(&a->orders, memory_order_relaxed)
		    & PURCHASED))
			continue;
		w[i].to = atomic_fetch_add_explicit(&a->line, 1,
		    memory_order_relaxed);
		fetch_place(l->o, w[i].to);
		if (l->record)
			__builtin_prefetch(&l->record[w[i].to], 1);
	}
	for (int i = 0; i < n; i++)
		if (w[i].to != UINT32_MAX)
			post_order(l, &w[i]);
}

static void
post_set(void *ledger, size_t i)
{
	struct ledger *l = ledger;
	const struct journal *j = &l->f->set[i].records;
	struct waiting w[AHEAD];
	int waiting = 0;

	for (uint32_t n = 0; n < j->n; n++) {
		w[waiting].r = journal_record(j, n);
		w[waiting].order = fold_order((unsigned)i, n);
		if (w[waiting].r->gone || !listed(l, w[waiting].r))
			continue;
		__builtin_prefetch(account_of(l, w[waiting].r->customer), 1);
		if (++waiting == AHEAD) {
			post(l, w, waiting);
			waiting = 0;
		}
	}
	post(l, w, waiting);
}

void
accounts_post(struct ledger *l)
{
	parts_run(FOLD_SETS, post_set, l);
}
