/* ledger_stand.c - customers in their order, whose orders are not listed */
#include "ledger.h"
#include "numbering.h"
#include "parts.h"
#include "standing.h"

struct stand { const struct fold *f; struct numbering by; };

static void
put_shard(void *stand, size_t shard)
{
	struct stand *s = stand;
	const struct journal *j = &s->f->customers.shard[shard].records;
	size_t purchased = 0;

	for (uint32_t i = 0; i < j->n; i++) {
		const struct standing *c = journal_record(j, i);
		numbering_put(&s->by, (unsigned)shard, i, c->line,
		    c->purchases != 0);
		purchased += c->purchases != 0;
	}
	s->by.purchased[shard] = purchased;
}

void
ledger_stand(struct orders *o, struct fold *f)
{
	struct stand s = { .f = f };

	fold_release_orders(f);
	numbering_begin(&s.by, &f->customers);
	parts_run(SHARDS, put_shard, &s);
	numbering_end(&s.by, o);
	o->standing = 1;
	o->ids = &f->customers;
	o->decimals = f->kept.decimals > f->counts.guest_decimals
	    ? f->kept.decimals : f->counts.guest_decimals;
	o->as_of = f->as_of != NO_DAY ? f->as_of
	    : f->kept.last_day > f->counts.last_day ? f->kept.last_day
	    : f->counts.last_day;
}
