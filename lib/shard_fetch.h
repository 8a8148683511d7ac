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

/* Where the next n records will be made, as far as their page is there. */
FETCHES void
journal_fetch_new(const struct journal *j, uint32_t n)
{
	const uint32_t left = -j->n % PAGE;
	const char *at = left ? journal_record(j, j->n) : NULL;
	const size_t bytes = (n < left ? n : left) * j->stride;

	for (size_t i = 0; i < bytes; i += 64)
		__builtin_prefetch(at + i, 1);
}

/* The number of the id that has this hash, if that can be said by its slots
 * alone; else that of the next free one. */
static inline uint32_t
shard_guess(const struct shard *s, uint64_t hash)
{
	uint32_t i = (uint32_t)(hash >> 8) & s->mask;

	for (uint32_t slot; (slot = s->slots[i]); i = (i + 1) & s->mask)
		if ((uint8_t)slot == (uint8_t)hash)
			return (slot >> 8) - 1;
	return s->records.n;
}

/* Only the record that will be compared: of a new id there is mostly none. */
FETCHES void
shard_fetch_record(const struct shard *s, uint64_t hash)
{
	const uint32_t number = shard_guess(s, hash);

	if (number < s->records.n) {
		const char *record = shard_record(s, number);
		__builtin_prefetch(record);
		__builtin_prefetch(record + s->records.stride - 1);
	}
}

/* Then the text of a long one, which may reach into a second line. */
FETCHES void
shard_fetch_text(const struct shard *s, const struct id *id)
{
	if (!key_is_long(id->key))
		return;
	const uint32_t number = shard_guess(s, id->hash);
	if (number == s->records.n)
		return;
	const char *text = key_place(shard_record(s, number));
	__builtin_prefetch(text);
	__builtin_prefetch(text + 32);
}

#endif
