/* tally.c - sums by key, by many threads */
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "fold_check.h"
#include "shard_fetch.h"
#include "tally.h"

/* What a batch adds to a key. */
struct entry {
	struct key key;
	wide value;
	uint64_t hash;
	const char *s;		/* of a long key */
	uint32_t len, line;
};

/* What has the key of an entry shortly ahead joins it: a few keys, or many
 * lines of one, cost no more than a look. */
enum { RECENT = 1024 };
struct tally_batch {
	struct entry *v;
	uint32_t n, room;
	uint32_t recent[RECENT];
	uint32_t *sorted;	/* by shard: from[s] … from[s + 1] */
	uint32_t from[SHARDS + 1];
};

void
tally_begin(struct tally *t)
{
	pool_init(&t->slots);
	pool_init(&t->records);
	dict_init(&t->keys, (struct dict_pools){ &t->slots, &t->records,
	    &t->records }, sizeof(struct tally_record));
}

void
tally_release(struct tally *t)
{
	dict_release(&t->keys);
	pool_release(&t->slots);
	pool_release(&t->records);
}

struct tally_batch *
tally_batch_new(void)
{
	return mem_new(1, sizeof(struct tally_batch));
}

void
tally_batch_free(struct tally_batch *b)
{
	if (!b)
		return;
	free(b->v);
	free(b->sorted);
	free(b);
}

static int
same_key(const struct entry *e, struct key k, struct text t)
{
	return e->key.a == k.a && e->key.b == k.b && (!key_is_long(k)
	    || text_same((struct text){ e->s, e->len }, t));
}

static void
append(struct tally_batch *b, struct entry e)
{
	if (b->n == b->room) {
		b->room = b->room ? 2 * b->room : RECENT;
		b->v = mem_grow(b->v, b->room, sizeof *b->v);
		b->sorted = mem_grow(b->sorted, b->room, sizeof *b->sorted);
	}
	b->recent[e.hash % RECENT] = b->n;
	b->v[b->n++] = e;
}

/* t is the text of a long key. */
static void
add(struct tally_batch *b, struct key k, uint64_t hash, struct text t,
    wide value, uint32_t line)
{
	const uint32_t recent = b->recent[hash % RECENT];

	if (recent < b->n && same_key(&b->v[recent], k, t)) {
		b->v[recent].value += value;
		if (line < b->v[recent].line)
			b->v[recent].line = line;
	} else
		append(b, (struct entry){ k, value, hash, t.s,
		    (uint32_t)t.len, line });
}

void
tally_add(struct tally_batch *b, struct text t, wide value, uint32_t line)
{
	static const char none[KEY_INLINE] = "(none)";

	if (text_none(t))
		t = (struct text){ none, strlen(none) };
	const struct key k = key_of(t);
	add(b, k, key_hash(k), t, value, line);
}

void
tally_add_id(struct tally_batch *b, const struct key *id, wide value,
    uint32_t line)
{
	struct text t = { "", 0 };
	struct key k = *id;

	if (key_none(k)) {
		tally_add(b, t, value, line);
		return;
	}
	if (key_is_long(k)) {
		t = key_kept(id);
		k.b = KEY_LONG;
	}
	add(b, k, key_hash(k), t, value, line);
}

void
tally_add_pair(struct tally_batch *b, struct key pair, wide value,
    uint32_t line)
{
	const uint64_t shard = pair.a % SHARDS, mask = UINT64_MAX >> SHARD_BITS;

	add(b, pair, (key_hash(pair) & mask) | shard << (64 - SHARD_BITS),
	    (struct text){ NULL, 0 }, value, line);
}

/* Counting sort. */
static void
sort(struct tally_batch *b)
{
	uint32_t at[SHARDS] = { 0 };

	for (uint32_t i = 0; i < b->n; i++)
		at[dict_shard(b->v[i].hash)]++;
	for (int s = 0; s < SHARDS; s++) {
		b->from[s + 1] = b->from[s] + at[s];
		at[s] = b->from[s];
	}
	for (uint32_t i = 0; i < b->n; i++)
		b->sorted[at[dict_shard(b->v[i].hash)]++] = i;
}

static void
post(struct shard *s, const struct entry *e)
{
	int is_new;
	struct tally_record *r = shard_record(s, shard_find(s, e->key, e->hash,
	    (struct text){ e->s, e->len }, &is_new));
	const wide sum = (is_new ? 0 : tally_sum(r)) + e->value;

	r->line = is_new || e->line < r->line ? e->line : r->line;
	r->sum = (int64_t)sum;
	r->carry = (int32_t)((sum - r->sum) >> 64);
}

static void
post_shard(struct shard *s, const struct tally_batch *b, unsigned number)
{
	const uint32_t from = b->from[number], to = b->from[number + 1];

	pthread_mutex_lock(&s->records.lock);
	for (uint32_t i = from; i < to; i++)
		shard_fetch_slot(s, b->v[b->sorted[i]].hash);
	for (uint32_t i = from; i < to; i++)
		shard_fetch_record(s, b->v[b->sorted[i]].hash);
	for (uint32_t i = from; i < to; i++)
		post(s, &b->v[b->sorted[i]]);
	pthread_mutex_unlock(&s->records.lock);
}

void
tally_post(struct tally *t, struct tally_batch *b, size_t number)
{
	const size_t apart = 37;

	sort(b);
	for (size_t i = 0; i < SHARDS; i++) {
		const unsigned s = (unsigned)((number * apart + i) % SHARDS);
		if (b->from[s] < b->from[s + 1])
			post_shard(&t->keys.shard[s], b, s);
	}
	b->n = 0;
}

void
tally_drop(struct tally_batch *b)
{
	b->n = 0;
}

void
tally_post_many(struct tally *t, struct tally_batch *b, size_t number)
{
	enum { MANY = 1 << 14 };

	if (b->n >= MANY)
		tally_post(t, b, number);
}

static int
stands_first(const struct tally_record *r, const struct tally_record *other)
{
	return r->line != other->line ? r->line < other->line
	    : key_order(&r->key, &other->key) < 0;
}

struct items
tally_items(const struct tally *t, struct text column, const char *of)
{
	const struct tally_record *large = NULL;
	size_t n = 0;

	for (int i = 0; i < SHARDS; i++)
		n += t->keys.shard[i].records.n;
	const struct items items = { col_new(TEXTS, n), col_new(DECIMAL, n) };
	n = 0;
	for (int i = 0; i < SHARDS; i++)
		for (uint32_t k = 0; k < t->keys.shard[i].records.n; k++, n++) {
			const struct tally_record *r = shard_record(
			    &t->keys.shard[i], k);
			const wide sum = tally_sum(r);
			if ((sum >= SUM_LIMIT || sum <= -SUM_LIMIT)
			    && (!large || stands_first(r, large)))
				large = r;
			items.key->keys[n] = r->key;
			items.value->v[n] = r->sum;
		}
	if (large)
		fold_refuse_sum(&column, of, &large->key);
	return items;
}
