/* dict.c - a dictionary is its shards */
#include "dict.h"

void
dict_init(struct dict *d, struct dict_pools pools, size_t stride)
{
	for (int i = 0; i < SHARDS; i++)
		shard_init(&d->shard[i], pools, stride);
}

void
dict_release(struct dict *d)
{
	for (int i = 0; i < SHARDS; i++)
		shard_release(&d->shard[i]);
}
