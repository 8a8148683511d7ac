/* shard.c - each distinct id once, found by hash */
#include <stdlib.h>

#include "base.h"
#include "shard.h"

enum { SLOTS_FIRST = 16 };

/* What a shard outgrows stays in the pool: as much again as it has. */
static uint32_t *
slots_new(struct pool *pool, size_t n)
{
	return pool_take(pool, n * sizeof(uint32_t));
}

void
shard_init(struct shard *s, struct dict_pools pools, size_t stride)
{
	*s = (struct shard){ .pool = pools.slots, .texts.pool = pools.texts,
		.mask = SLOTS_FIRST - 1,
		.slots = slots_new(pools.slots, SLOTS_FIRST) };
	journal_init(&s->records, pools.records, stride);
}

void
shard_release(struct shard *s)
{
	journal_release(&s->records);
}

static uint32_t
slot_of(uint64_t hash, uint32_t number)
{
	return (number + 1) << 8 | (uint8_t)hash;
}

/* Fourfold: numbering all again by twos cost a twentieth of a run. Nothing
 * else than the hash is looked at: all ids here are distinct. */
static __attribute__((noinline)) void
grow(struct shard *s)
{
	s->mask = s->mask * 4 + 3;
	s->slots = slots_new(s->pool, (size_t)s->mask + 1);
	for (uint32_t n = 0; n < s->records.n; n++) {
		const struct key *k = shard_record(s, n);
		const uint64_t hash = key_hash(*k);
		uint32_t i = (uint32_t)(hash >> 8) & s->mask;
		while (s->slots[i])
			i = (i + 1) & s->mask;
		s->slots[i] = slot_of(hash, n);
	}
}

static int
same_long(const struct key *kept, struct text t)
{
	char unused[KEY_ROOM];

	return key_is_long(*kept) && text_same(key_text(kept, unused), t);
}

uint32_t
shard_find(struct shard *s, struct key k, uint64_t hash, struct text t,
    int *is_new)
{
	if ((uint64_t)s->records.n * 4 >= ((uint64_t)s->mask + 1) * 3)
		grow(s);
	uint32_t i = (uint32_t)(hash >> 8) & s->mask;

	*is_new = 0;
	for (uint32_t slot; (slot = s->slots[i]); i = (i + 1) & s->mask) {
		if ((uint8_t)slot != (uint8_t)hash)
			continue;
		const uint32_t number = (slot >> 8) - 1;
		const struct key *kept = shard_record(s, number);
		if (kept->a == k.a && (kept->b == k.b
		    || (key_is_long(k) && same_long(kept, t))))
			return number;
	}
	*is_new = 1;
	const uint32_t number = journal_append(&s->records);
	s->slots[i] = slot_of(hash, number);
	if (key_is_long(k))
		k.b = KEY_LONG | (uint64_t)(uintptr_t)texts_keep(&s->texts, t);
	memcpy(shard_record(s, number), &k, sizeof k);
	return number;
}
