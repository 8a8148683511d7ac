/* ledger_stand.c - customers in their order, whose orders are not listed */
#include "ledger.h"
#include "order.h"
#include "parts.h"
#include "standing.h"

struct stand {
	const struct fold *f;
	size_t base[SHARDS + 1];	/* of a shard's customers */
	uint64_t *pairs;		/* first lines and codes */
	size_t n[SHARDS];		/* who purchased */
};

/* Those who have not purchased stand last. */
static void
list_shard(void *stand, size_t shard)
{
	struct stand *s = stand;
	const struct journal *j = &s->f->customers.shard[shard].records;
	uint64_t *pairs = s->pairs + s->base[shard];

	for (uint32_t i = 0; i < j->n; i++) {
		const struct standing *c = journal_record(j, i);
		const uint32_t line = c->purchases ? c->line : UINT32_MAX;
		pairs[i] = (uint64_t)line << 32
		    | dict_code((unsigned)shard, i);
		s->n[shard] += c->purchases != 0;
	}
}

void
ledger_stand(struct orders *o, struct fold *f)
{
	struct stand s = { .f = f };
	const size_t n = dict_bases(&f->customers, s.base);

	fold_release_orders(f);
	s.pairs = mem_grow(NULL, n, sizeof *s.pairs);
	parts_run(SHARDS, list_shard, &s);
	o->id = order_pairs(s.pairs, n);
	for (int i = 0; i < SHARDS; i++)
		o->customers += s.n[i];
	o->standing = 1;
	o->ids = &f->customers;
	o->decimals = f->kept.decimals > f->counts.guest_decimals
	    ? f->kept.decimals : f->counts.guest_decimals;
	o->as_of = f->as_of != NO_DAY ? f->as_of
	    : f->kept.last_day > f->counts.last_day ? f->kept.last_day
	    : f->counts.last_day;
}
