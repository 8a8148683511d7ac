/* labels.c - the distinct texts of a column */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "decimal.h"
#include "labels.h"
#include "parts.h"

/* What a worker met lately: neighbours share their media, and a shop has
 * fewer products than lines. */
enum { RECENT_BITS = 9, RECENT = 1 << RECENT_BITS };
struct recent {
	struct key key[RECENT];
	uint32_t code[RECENT];	/* + 1; 0: nothing yet */
};

struct sorted { const struct key *key; uint32_t number; };

struct labels {
	struct pool pool;
	struct dict dict;
	struct recent *recent[THREADS_MOST];
	/* made by labels_sort */
	size_t n;
	struct sorted *sorted;
	uint32_t *place;	/* of base[shard] + number in it */
	size_t base[SHARDS + 1];
};

struct labels *
labels_new(void)
{
	struct labels *l = mem_new(1, sizeof *l);

	pool_init(&l->pool);
	dict_init(&l->dict, (struct dict_pools){ &l->pool, &l->pool,
	    &l->pool }, sizeof(struct key));
	return l;
}

static uint32_t
keep(struct labels *l, struct key k, uint64_t hash, struct text t)
{
	const unsigned number = dict_shard(hash);
	struct shard *s = &l->dict.shard[number];
	int is_new;

	pthread_mutex_lock(&s->records.lock);
	const uint32_t code = dict_code(number, shard_find(s, k, hash, t,
	    &is_new));
	pthread_mutex_unlock(&s->records.lock);
	return code;
}

static struct text
or_none(struct text t)
{
	static const char none[KEY_INLINE + 1] = "(none)";

	return text_none(t) ? (struct text){ none, 6 } : t;
}

static struct recent *
recent_of(struct labels *l, int worker)
{
	struct recent **r = &l->recent[worker];

	return *r ? *r : (*r = mem_new(1, sizeof **r));
}

/* A long one is compared by its text: it is not remembered. */
static uint32_t
code_of(struct labels *l, struct recent *r, struct key k, struct text label)
{
	const uint64_t hash = key_hash(k);
	const size_t i = hash & (RECENT - 1);

	if (r->code[i] && r->key[i].a == k.a && r->key[i].b == k.b)
		return r->code[i] - 1;
	const uint32_t code = keep(l, k, hash, label);
	if (!key_is_long(k)) {
		r->key[i] = k;
		r->code[i] = code + 1;
	}
	return code;
}

uint32_t
labels_code(struct labels *l, int worker, struct text t)
{
	const struct text label = or_none(t);

	return code_of(l, recent_of(l, worker), key_of(label), label);
}

uint32_t
labels_add(struct labels *l, struct text t)
{
	char *padded = mem_new(t.len + KEY_INLINE, 1);

	memcpy(padded, t.s, t.len);
	const uint32_t code = labels_code(l, 0, (struct text){ padded,
	    t.len });
	free(padded);
	return code;
}

uint32_t
labels_field(struct labels *l, int worker, struct block *b, uint32_t row,
    int column)
{
	const struct text t = block_field(b, row, column);

	if (!key_valid(key_of(t), t)) {
		block_refuse_text(b, row, column);
		return 0;
	}
	return labels_code(l, worker, t);
}

/* What key_of() gives, without a branch on lengths that vary. */
static struct key
key_of_label(struct text t)
{
#define LOW(n) ((UINT64_C(1) << 8 * ((n) & 7)) - 1)
#define ALL ~UINT64_C(0)
	static const struct key bytes[KEY_INLINE + 1] = { { 0, 0 },
		{ LOW(1), 0 }, { LOW(2), 0 }, { LOW(3), 0 }, { LOW(4), 0 },
		{ LOW(5), 0 }, { LOW(6), 0 }, { LOW(7), 0 }, { ALL, 0 },
		{ ALL, LOW(1) }, { ALL, LOW(2) }, { ALL, LOW(3) },
		{ ALL, LOW(4) }, { ALL, LOW(5) }, { ALL, LOW(6) },
		{ ALL, LOW(7) }, { ALL, ALL } };
	struct key k;

	if (t.len > KEY_INLINE)
		return key_long(t);
	memcpy(&k, t.s, sizeof k);
	return (struct key){ k.a & bytes[t.len].a, k.b & bytes[t.len].b };
}

void
labels_column(struct labels *l, int worker, struct block *b, int column,
    uint32_t n, uint32_t *code)
{
	struct recent *r = recent_of(l, worker);

	for (uint32_t row = 0; row < n; row++) {
		const struct text t = block_field(b, row, column);
		const struct key k = key_of_label(t);
		code[row] = key_none(k) || !KEY_ASCII(k)
		    ? labels_field(l, worker, b, row, column)
		    : code_of(l, r, k, t);
	}
}

struct text
labels_text(const struct labels *l, uint32_t code)
{
	return key_kept(dict_record(&l->dict, code));
}

static int
by_bytes(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;

	return key_order(x->key, y->key);
}

void
labels_sort(struct labels *l)
{
	size_t n = 0;

	l->n = dict_bases(&l->dict, l->base);
	l->sorted = mem_new(l->n, sizeof *l->sorted);
	l->place = mem_new(l->n, sizeof *l->place);
	for (unsigned i = 0; i < SHARDS; i++)
		for (uint32_t k = 0; k < l->dict.shard[i].records.n; k++, n++)
			l->sorted[n] = (struct sorted){ shard_record(
			    &l->dict.shard[i], k), (uint32_t)n };
	qsort(l->sorted, n, sizeof *l->sorted, by_bytes);
	for (size_t i = 0; i < n; i++)
		l->place[l->sorted[i].number] = (uint32_t)i;
}

size_t
labels_count(const struct labels *l)
{
	return l->n;
}

uint32_t
labels_place(const struct labels *l, uint32_t code)
{
	return l->place[dict_place(l->base, code)];
}

const struct key *
labels_key(const struct labels *l, size_t place)
{
	return l->sorted[place].key;
}

struct col *
labels_names(const struct labels *l, const uint32_t *place, size_t n)
{
	struct col *c = col_new(TEXTS, n);

	for (size_t i = 0; i < n; i++)
		c->keys[i] = *labels_key(l, place[i]);
	return c;
}

int64_t
labels_find(const struct labels *l, struct text t)
{
	char room[KEY_ROOM];
	size_t from = 0, to = l->n;

	while (from < to) {
		const size_t middle = from + (to - from) / 2;
		const int order = text_order(key_text(l->sorted[middle].key,
		    room), t);
		if (order == 0)
			return (int64_t)middle;
		if (order < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return NONE;
}
