/* descending.c - sorting by value, then by the bytes of a key */
#include <stdlib.h>

#include "base.h"
#include "descending.h"
#include "order.h"
#include "parts.h"

/* What rows are sorted by: the value, then some bytes of the key. */
enum { VALUE, FIRST, SECOND, WORDS };

struct sorting {
	const struct col *value, *key;
	int any_other;
	size_t shared;		/* bytes that all keys begin with */
	uint64_t *word[WORDS];
};

/* Is any key not its bytes? */
static int
any_other(const struct col *key)
{
	for (size_t i = 0; i < key->n; i++)
		if (key->keys[i].b >= KEY_UUID)
			return 1;
	return 0;
}

/* Ids of a prefix and a number differ at their ends. */
static size_t
shared_bytes(const struct col *key)
{
	char room[KEY_ROOM], other[KEY_ROOM];
	const struct text first = key_text(&key->keys[0], room);
	size_t shared = first.len;

	for (size_t i = 1; i < key->n && shared > 0; i++) {
		const struct text t = key_text(&key->keys[i], other);
		size_t n = 0;
		while (n < shared && n < t.len && t.s[n] == first.s[n])
			n++;
		shared = n;
	}
	return shared;
}

/* Up to 8 bytes from there on, NUL behind the end. */
static uint64_t
word_at(struct text t, size_t from)
{
	uint64_t w = 0;

	if (from < t.len)
		memcpy(&w, t.s + from, t.len - from < sizeof w ? t.len - from
		    : sizeof w);
	return w;
}

/* The first byte of a word is its lowest one; here it is the highest. */
static void
take_rows(void *sorting, struct piece p)
{
	const struct sorting *s = sorting;

	for (size_t i = p.from; i < p.to; i++) {
		struct key k = s->key->keys[i];
		if (s->any_other) {
			char room[KEY_ROOM];
			const struct text t = key_text(&s->key->keys[i], room);
			k.a = word_at(t, s->shared);
			k.b = word_at(t, s->shared + sizeof k.a);
		}
		s->word[VALUE][i] = ~((uint64_t)s->value->v[i]
		    ^ UINT64_C(1) << 63);
		s->word[FIRST][i] = __builtin_bswap64(k.a);
		s->word[SECOND][i] = __builtin_bswap64(k.b);
	}
}

static int
same_words(const struct sorting *s, uint32_t a, uint32_t b)
{
	for (int w = 0; w < WORDS; w++)
		if (s->word[w][a] != s->word[w][b])
			return 0;
	return 1;
}

static int
by_key(const void *a, const void *b, void *keys)
{
	const struct key *k = keys;
	char room[KEY_ROOM], other[KEY_ROOM];

	return text_order(key_text(&k[*(const uint32_t *)a], room),
	    key_text(&k[*(const uint32_t *)b], other));
}

/* Where the words were not enough */
static void
sort_ties(const struct sorting *s, uint32_t *rows)
{
	const size_t n = s->value->n;
	size_t from = 0;

	for (size_t i = 1; i <= n; i++) {
		if (i < n && same_words(s, rows[from], rows[i]))
			continue;
		if (i - from > 1)
			qsort_r(rows + from, i - from, sizeof *rows, by_key,
			    s->key->keys);
		from = i;
	}
}

uint32_t *
descending_rows(const struct col *value, const struct col *key)
{
	struct sorting s = { .value = value, .key = key,
		.any_other = any_other(key) };
	const size_t n = value->n;

	if (s.any_other)
		s.shared = shared_bytes(key);
	for (int w = 0; w < WORDS; w++)
		s.word[w] = mem_grow(NULL, n, sizeof *s.word[w]);
	parts_rows(n, take_rows, &s);
	uint32_t *rows = order_by_words((const uint64_t *const *)s.word,
	    WORDS, n);
	if (s.any_other)
		sort_ties(&s, rows);
	for (int w = 0; w < WORDS; w++)
		free(s.word[w]);
	return rows;
}
