/* descending - rows by value, then by the bytes of ids of any length */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "descending.h"
#include "dict.h"
#include "tap.h"

enum { ROWS = 20000 };
static struct col *value, *key;

static int
by_definition(const void *a, const void *b)
{
	const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	char one[KEY_ROOM], other[KEY_ROOM];

	if (value->v[x] != value->v[y])
		return value->v[x] > value->v[y] ? -1 : 1;
	return text_order(key_text(&key->keys[x], one),
	    key_text(&key->keys[y], other));
}

/* Distinct ids: of a prefix and a number, some of them with an end. */
static void
make(size_t n, const char *prefix, const char *end, int values)
{
	static struct pool pool;
	static struct shard shard;

	pool_init(&pool);
	shard_init(&shard, (struct dict_pools){ &pool, &pool, &pool },
	    sizeof(struct key));
	value = col_new(DECIMAL, n);
	key = col_new(TEXTS, n);
	for (size_t i = 0; i < n; i++) {
		char room[80] = "";
		int is_new;
		const size_t len = (size_t)sprintf(room, "%s%zu%s", prefix,
		    (i * 7919 + 3) % ROWS, random_below(2) ? end : "");
		const struct text t = { room, len };
		const struct key k = key_of(t);
		key->keys[i] = *(struct key *)shard_record(&shard,
		    shard_find(&shard, k, key_hash(k), t, &is_new));
		value->v[i] = values > 0 ? random_below(values) - values / 2
		    : (int64_t)random_bits();
	}
}

static int
sorts(size_t n, const char *prefix, const char *end, int values)
{
	make(n, prefix, end, values);
	uint32_t *rows = descending_rows(value, key);
	uint32_t *right = calloc(n + 1, sizeof *right);
	for (size_t i = 0; i < n; i++)
		right[i] = (uint32_t)i;
	qsort(right, n, sizeof *right, by_definition);
	const int same = n == 0 || !memcmp(rows, right, n * sizeof *rows);
	free(rows);
	free(right);
	col_free(value);
	col_free(key);
	return same;
}

int
main(void)
{
	static const struct { const char *prefix, *end, *what; } ids[] = {
		{ "C", "", "short ids" },
		{ "", "\xe5\xae\xa2", "ids that begin with others" },
		{ "customer", "-x", "ids of 9 to 16 bytes" },
		{ "gid://shopify/Customer/", "", "long ids of one prefix" },
		{ "a", "-and-behind-it-a-long-end", "long and short ids" },
	};

	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
		int wrong = 0;
		for (int values = 0; values < 8; values++) {
			wrong += !sorts(ROWS, ids[i].prefix, ids[i].end,
			    values);
			wrong += !sorts((size_t)random_below(40),
			    ids[i].prefix, ids[i].end, values);
		}
		ok(wrong == 0, ids[i].what);
	}
	return done();
}
