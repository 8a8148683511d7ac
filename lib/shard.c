/* shard.c - each distinct id once, found by hash */
#include <stdlib.h>

#include "base.h"
#include "shard.h"

enum { SLOTS_FIRST = 16, NUMBER_MOST = (1 << 24) - 2, CHUNK = 1 << 16 };

/* What a shard outgrows stays in the pool: as much again as it has. */
static uint32_t *
slots_new(struct pool *pool, size_t n)
{
	return pool_take(pool, n * sizeof(uint32_t));
}

void
shard_init(struct shard *s, struct dict_pools pools, size_t stride)
{
	*s = (struct shard){ .stride = stride, .pools = pools,
		.mask = SLOTS_FIRST - 1,
		.slots = slots_new(pools.slots, SLOTS_FIRST) };
	pthread_mutex_init(&s->lock, NULL);
}

void
shard_release(struct shard *s)
{
	free(s->pages);
	s->pages = NULL;
	s->n = 0;
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
	s->slots = slots_new(s->pools.slots, (size_t)s->mask + 1);
	for (uint32_t n = 0; n < s->n; n++) {
		const struct key *k = shard_record(s, n);
		const uint64_t hash = key_hash(*k);
		uint32_t i = (uint32_t)(hash >> 8) & s->mask;
		while (s->slots[i])
			i = (i + 1) & s->mask;
		s->slots[i] = slot_of(hash, n);
	}
}

/* A copy, its length ahead of it. */
static __attribute__((noinline)) const char *
keep_text(struct shard *s, struct text t)
{
	const size_t need = sizeof t.len + t.len;

	if (s->texts_left < need) {
		s->texts_left = need > CHUNK ? need : CHUNK;
		s->texts = pool_take(s->pools.texts, s->texts_left);
	}
	char *at = s->texts;
	memcpy(at, &t.len, sizeof t.len);
	memcpy(at + sizeof t.len, t.s, t.len);
	s->texts += need;
	s->texts_left -= need;
	return at;
}

uint32_t
shard_append(struct shard *s)
{
	if (s->n >= NUMBER_MOST)
		die(LIMIT, "more than a thousand million distinct ids");
	if (!(s->n & (PAGE - 1))) {
		const uint32_t page = s->n >> PAGE_BITS;
		/* the list of pages doubles whenever it is full */
		if (!(page & (page - 1)))
			s->pages = mem_grow(s->pages, page ? 2 * page : 1,
			    sizeof *s->pages);
		s->pages[page] = pool_take(s->pools.records,
		    PAGE * s->stride);
	}
	return s->n++;
}

static int
same_long(const struct key *kept, struct text t)
{
	char unused[KEY_INLINE];

	return key_is_long(*kept) && text_same(key_text(kept, unused), t);
}

uint32_t
shard_find(struct shard *s, struct key k, uint64_t hash, struct text t,
    int *is_new)
{
	if ((uint64_t)s->n * 4 >= ((uint64_t)s->mask + 1) * 3)
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
	const uint32_t number = shard_append(s);
	s->slots[i] = slot_of(hash, number);
	if (key_is_long(k))
		k.b = KEY_LONG | (uint64_t)(uintptr_t)keep_text(s, t);
	memcpy(shard_record(s, number), &k, sizeof k);
	return number;
}
