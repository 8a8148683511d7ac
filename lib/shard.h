#ifndef SHARD_H
#define SHARD_H

#include <stdint.h>

#include "key.h"
#include "journal.h"

/*
 * A shard of a dictionary: ids by hash, each with a record behind its key.
 * Whoever holds the lock may use it.
 */
/* Where a dictionary lives: what finds ids is freed before their records,
 * and long ids may outlive both. */
struct dict_pools { struct pool *slots, *records, *texts; };

struct shard {
	struct journal records;	/* its lock is the shard's */
	uint32_t *slots;	/* number + 1 and eight bits of the hash */
	uint32_t mask;
	struct pool *pool;	/* of the slots */
	struct texts texts;	/* of long ids */
} __attribute__((aligned(64)));

/* stride: bytes of a record, its struct key at the front included.
 * shard_release frees what is in no pool. */
void shard_init(struct shard *, struct dict_pools, size_t stride);
void shard_release(struct shard *);

static inline void *
shard_record(const struct shard *s, uint32_t number)
{
	return journal_record(&s->records, number);
}

/* What is looked up: a key and its hash. */
struct id { struct key key; uint64_t hash; };

/* The number of the id's record; *is_new says whether it was made now: then
 * the caller fills what is behind the key. t is the id, k its key. */
uint32_t shard_find(struct shard *, struct key k, uint64_t hash,
    struct text t, int *is_new);

#endif
