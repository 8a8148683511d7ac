#ifndef SHARD_FETCH_H
#define SHARD_FETCH_H

#include "shard.h"

/*
 * Fetch into the cache what shard_find will need: first all slots, then all
 * records. Always inline: a compiler takes a function that only fetches for
 * one that does nothing, and leaves it out.
 */
#define FETCHES static inline __attribute__((always_inline))

FETCHES void
shard_fetch_slot(const struct shard *s, uint64_t hash)
{
	__builtin_prefetch(&s->slots[(hash >> 8) & s->mask]);
}

/* Where the ahead-th record from now on will be made, if its page is there. */
FETCHES void
shard_fetch_new(const struct shard *s, uint32_t ahead)
{
	const uint32_t number = s->n + ahead;

	if (s->n % PAGE && number >> PAGE_BITS == s->n >> PAGE_BITS)
		__builtin_prefetch(shard_record(s, number), 1);
}

/* Only the record that will be compared: of a new id there is mostly none. */
FETCHES void
shard_fetch_record(const struct shard *s, uint64_t hash)
{
	uint32_t i = (uint32_t)(hash >> 8) & s->mask;

	for (uint32_t slot; (slot = s->slots[i]); i = (i + 1) & s->mask)
		if ((uint8_t)slot == (uint8_t)hash) {
			__builtin_prefetch(shard_record(s, (slot >> 8) - 1));
			return;
		}
}

#endif
