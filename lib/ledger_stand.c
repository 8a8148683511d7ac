/* ledger_stand.c - customers in their order, whose orders are not listed */
#include <stdlib.h>

#include "ledger.h"
#include "order.h"
#include "parts.h"
#include "standing.h"

struct stand {
	const struct fold *f;
	size_t base[SHARDS + 1];	/* of a shard's customers */
	uint32_t *line, *who, *sorted;
	size_t n[SHARDS];		/* who purchased */
};

/* Those who have not purchased stand last. */
static void
list_shard(void *stand, size_t shard)
{
	struct stand *s = stand;
	const struct journal *j = &s->f->customers.shard[shard].records;
	uint32_t *line = s->line + s->base[shard];
	uint32_t *who = s->who + s->base[shard];

	for (uint32_t i = 0; i < j->n; i++) {
		const struct standing *c = journal_record(j, i);
		line[i] = c->purchases ? c->line : UINT32_MAX;
		who[i] = dict_code((unsigned)shard, i);
		s->n[shard] += c->purchases != 0;
	}
}

static void
name_rows(void *stand, struct piece p)
{
	struct stand *s = stand;

	for (size_t c = p.from; c < p.to; c++)
		s->sorted[c] = s->who[s->sorted[c]];
}

void
ledger_stand(struct orders *o, struct fold *f)
{
	struct stand s = { .f = f };

	for (int i = 0; i < SHARDS; i++)
		s.base[i + 1] = s.base[i] + f->customers.shard[i].records.n;
	s.line = mem_grow(NULL, s.base[SHARDS], sizeof *s.line);
	s.who = mem_grow(NULL, s.base[SHARDS], sizeof *s.who);
	parts_run(SHARDS, list_shard, &s);
	s.sorted = order_rows(s.line, s.base[SHARDS]);
	for (int i = 0; i < SHARDS; i++)
		o->customers += s.n[i];
	parts_rows(o->customers, name_rows, &s);
	free(s.line);
	free(s.who);
	o->standing = 1;
	o->id = s.sorted;
	o->ids = &f->customers;
	o->decimals = f->kept.decimals > f->counts.guest_decimals
	    ? f->kept.decimals : f->counts.guest_decimals;
	o->as_of = f->as_of != NO_DAY ? f->as_of
	    : f->kept.last_day > f->counts.last_day ? f->kept.last_day
	    : f->counts.last_day;
	fold_release_orders(f);
}
