#ifndef DICT_H
#define DICT_H

#include <pthread.h>
#include <stdint.h>

#include "key.h"
#include "pool.h"

/*
 * A dictionary: each distinct id once, with a record of fixed size behind its
 * key. Split into shards by hash, each with a lock, so that all workers fill
 * one dictionary; whoever holds the lock of a shard may use its records.
 * A record is named by its number in its shard (dict_find) or, in the whole
 * dictionary, by its code (dict_code). Numbers depend on who came first; no
 * result may.
 */
enum { SHARD_BITS = 6, SHARDS = 1 << SHARD_BITS, PAGE_BITS = 10,
	PAGE = 1 << PAGE_BITS };

/* Where a dictionary lives: what finds ids is freed before their records,
 * and long ids may outlive both. */
struct dict_pools { struct pool *slots, *records, *texts; };

struct shard {
	pthread_mutex_t lock;
	uint32_t *slots;	/* number + 1 and eight bits of the hash */
	uint32_t mask, n;
	size_t stride;
	char **pages;		/* PAGE records each */
	char *texts;		/* of long ids */
	size_t texts_left;
	struct dict_pools pools;
} __attribute__((aligned(64)));

struct dict { struct shard shard[SHARDS]; };

/* stride: bytes of a record, its struct key at the front included.
 * dict_release frees what is in no pool. */
void dict_init(struct dict *, struct dict_pools, size_t stride);
void dict_release(struct dict *);

static inline unsigned
dict_shard(uint64_t hash)
{
	return (unsigned)(hash >> (64 - SHARD_BITS));
}

static inline uint32_t
dict_code(unsigned shard, uint32_t number)
{
	return number << SHARD_BITS | shard;
}

static inline void *
shard_record(const struct shard *s, uint32_t number)
{
	return s->pages[number >> PAGE_BITS]
	    + (number & (PAGE - 1)) * s->stride;
}

static inline void *
dict_record(const struct dict *d, uint32_t code)
{
	return shard_record(&d->shard[code & (SHARDS - 1)],
	    code >> SHARD_BITS);
}

/* The number of the id's record; *is_new says whether it was made now: then
 * the caller fills what is behind the key. t is the id, k its key. */
uint32_t shard_find(struct shard *, struct key k, uint64_t hash,
    struct text t, int *is_new);
/* A record without an id, which dict_find never finds. */
uint32_t shard_append(struct shard *);

/* Fetch into the cache what shard_find will need: first all slots, then all
 * records. */
static inline void
shard_fetch_slot(const struct shard *s, uint64_t hash)
{
	__builtin_prefetch(&s->slots[(hash >> 8) & s->mask]);
}

static inline void
shard_fetch_record(const struct shard *s, uint64_t hash)
{
	const uint32_t slot = s->slots[(hash >> 8) & s->mask];

	if (slot)
		__builtin_prefetch(shard_record(s, (slot >> 8) - 1), 1);
}

/* The id of a kept key; room has 16 bytes and is used for short ids. */
struct text key_text(const struct key *k, char room[KEY_INLINE]);

#endif
