#ifndef SHARD_H
#define SHARD_H

#include <pthread.h>
#include <stdint.h>

#include "key.h"
#include "pool.h"

/*
 * A shard of a dictionary: ids by hash, each with a record behind its key.
 * Whoever holds the lock may use it.
 */
/* Where a dictionary lives: what finds ids is freed before their records,
 * and long ids may outlive both. */
struct dict_pools { struct pool *slots, *records, *texts; };

enum { PAGE_BITS = 10, PAGE = 1 << PAGE_BITS };
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

/* stride: bytes of a record, its struct key at the front included.
 * shard_release frees what is in no pool. */
void shard_init(struct shard *, struct dict_pools, size_t stride);
void shard_release(struct shard *);

static inline void *
shard_record(const struct shard *s, uint32_t number)
{
	return s->pages[number >> PAGE_BITS]
	    + (number & (PAGE - 1)) * s->stride;
}

/* What is looked up: a key and its hash. */
struct id { struct key key; uint64_t hash; };

/* The number of the id's record; *is_new says whether it was made now: then
 * the caller fills what is behind the key. t is the id, k its key. */
uint32_t shard_find(struct shard *, struct key k, uint64_t hash,
    struct text t, int *is_new);
/* A record without an id, which shard_find never finds. */
uint32_t shard_append(struct shard *);

#endif
