/* dict.c - a dictionary is its shards */
#include "dict.h"

void
dict_init(struct dict *d, struct dict_pools pools, size_t stride)
{
	for (int i = 0; i < SHARDS; i++)
		shard_init(&d->shard[i], pools, stride);
}

size_t
dict_bases(const struct dict *d, size_t base[SHARDS + 1])
{
	base[0] = 0;
	for (int i = 0; i < SHARDS; i++)
		base[i + 1] = base[i] + d->shard[i].records.n;
	return base[SHARDS];
}

void
dict_release(struct dict *d)
{
	for (int i = 0; i < SHARDS; i++)
		shard_release(&d->shard[i]);
}
