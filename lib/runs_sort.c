/* runs_sort.c - runs by the shards they go to */
#include <string.h>

#include "runs.h"

/* Counting sort; where a run is to be left out its shard is SHARDS. */
static void
sort(struct runs *runs, unsigned (*shard)(const struct run *))
{
	uint32_t at[SHARDS + 1] = { 0 };

	memset(runs->from, 0, sizeof runs->from);
	for (uint32_t i = 0; i < runs->n; i++)
		at[shard(&runs->v[i])]++;
	for (int s = 0; s < SHARDS; s++) {
		runs->from[s + 1] = runs->from[s] + at[s];
		at[s] = runs->from[s];
	}
	at[SHARDS] = runs->from[SHARDS];
	for (uint32_t i = 0; i < runs->n; i++)
		runs->sorted[at[shard(&runs->v[i])]++] = i;
}

static unsigned
customer_shard(const struct run *r)
{
	return dict_shard(r->customer_id.hash);
}

static unsigned
order_shard(const struct run *r)
{
	return r->loose || r->guest ? SHARDS : dict_shard(r->order_id.hash);
}

static unsigned
guest_shard(const struct run *r)
{
	return r->guest && !r->loose ? dict_shard(r->order_id.hash) : SHARDS;
}

void
runs_by_customer(struct runs *runs)
{
	sort(runs, customer_shard);
}

void
runs_by_order(struct runs *runs)
{
	sort(runs, order_shard);
}

void
runs_by_guest(struct runs *runs)
{
	sort(runs, guest_shard);
}

void
runs_place_rows(struct runs *runs)
{
	for (uint32_t row = 0; row < runs->lines.n; row++)
		if (runs->row_order[row] != NO_ORDER)
			runs->row_order[row] = runs->order[
			    runs->row_order[row]];
}
