#ifndef DICT_H
#define DICT_H

#include <stdint.h>

#include "shard.h"

/*
 * A dictionary: each distinct id once, with a record of fixed size behind its
 * key. Split into shards by hash, each with a lock, so that all workers fill
 * one dictionary; whoever holds the lock of a shard may use its records.
 * A record is named by its number in its shard (dict_find) or, in the whole
 * dictionary, by its code (dict_code). Numbers depend on who came first; no
 * result may.
 */
enum { SHARD_BITS = 6, SHARDS = 1 << SHARD_BITS };

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

static inline unsigned
dict_shard_of(uint32_t code)
{
	return code & (SHARDS - 1);
}

static inline void *
dict_record(const struct dict *d, uint32_t code)
{
	return shard_record(&d->shard[dict_shard_of(code)],
	    code >> SHARD_BITS);
}

/* Places for all records, shard by shard; returns how many there are. */
size_t dict_bases(const struct dict *, size_t base[SHARDS + 1]);
static inline size_t
dict_place(const size_t base[SHARDS + 1], uint32_t code)
{
	return base[dict_shard_of(code)] + (code >> SHARD_BITS);
}

#endif
