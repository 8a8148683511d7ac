/* tally - exact sums by key, whatever leaves 64 bits on the way */
#include <stdlib.h>
#include <string.h>

#include "parts.h"
#include "tally.h"
#include "tap.h"

enum { KEYS = 3000, ROWS = 200000, PARTS = 8 };
static struct tally tally;
static wide right[KEYS];
static struct { int key; int64_t value; } row[ROWS];

/* Every third is a long one; one is none. */
static struct text
id(int i, char room[80])
{
	memset(room, 0, 80);
	return (struct text){ room, i == 7 ? 0 : (size_t)sprintf(room,
	    i % 3 ? "id%d" : "a long one, number %d", i) };
}

/* The texts of a batch stay where they are. */
static void
add_part(void *unused, size_t part)
{
	struct tally_batch *b = tally_batch_new();
	char (*room)[80] = malloc(ROWS / PARTS * sizeof *room);
	size_t n = 0;

	(void)unused;
	for (size_t i = part; i < ROWS; i += PARTS) {
		tally_add(b, id(row[i].key, room[n++]), row[i].value,
		    (uint32_t)i);
		if (i % 2999)
			continue;
		tally_post(&tally, b, part);
		n = 0;
	}
	tally_post(&tally, b, part);
	tally_batch_free(b);
	free(room);
}

static int
number_of(const struct key *k)
{
	char room[KEY_ROOM];
	const struct text t = key_text(k, room);
	int n = 0;

	if (text_same(t, TEXT("(none)")))
		return 7;
	for (size_t i = 0; i < t.len; i++)
		if (t.s[i] >= '0' && t.s[i] <= '9')
			n = 10 * n + (t.s[i] - '0');
	return n;
}

/* So that all come back, each key ends at a small sum. */
static void
make_rows(int large)
{
	memset(right, 0, sizeof right);
	for (int i = 0; i < ROWS; i++) {
		const int k = row[i].key = random_below(KEYS);
		const int64_t v = large && right[k] > 0 ? -SUM_LIMIT / 2
		    : large ? SUM_LIMIT / 2 : random_below(1000) - 500;
		row[i].value = v + random_below(3);
		right[k] += row[i].value;
	}
}

static int
check(int large)
{
	make_rows(large);
	tally_begin(&tally);
	parts_set_threads(3);
	parts_run(PARTS, add_part, NULL);
	const struct items items = tally_items(&tally, TEXT("v"), "key");
	int same = items.key->n == KEYS && items.value->n == KEYS;
	for (size_t i = 0; same && i < KEYS; i++)
		same = right[number_of(&items.key->keys[i])]
		    == items.value->v[i];
	tally_release(&tally);
	return same;
}

static int
check_pairs(void)
{
	struct tally_batch *b = tally_batch_new();
	int wrong = 0;

	tally_begin(&tally);
	for (uint32_t i = 0; i < 10000; i++)
		tally_add_pair(b, (struct key){ i % 100, i % 7 },
		    (wide)SUM_LIMIT * 2, i);
	tally_post(&tally, b, 0);
	for (int s = 0; s < SHARDS; s++)
		for (uint32_t n = 0; n < tally.keys.shard[s].records.n; n++) {
			const struct tally_record *r = shard_record(
			    &tally.keys.shard[s], n);
			wide sum = 0;
			for (uint32_t i = 0; i < 10000; i++)
				if (i % 100 == r->key.a && i % 7 == r->key.b)
					sum += (wide)SUM_LIMIT * 2;
			wrong += tally_sum(r) != sum;
			wrong += r->line % 100 != r->key.a || r->line >= 700;
		}
	tally_batch_free(b);
	tally_release(&tally);
	return wrong == 0;
}

int
main(void)
{
	ok(check(0), "sums of small numbers");
	ok(check(1), "sums that leave 64 bits and come back");
	ok(check_pairs(), "pairs, and their first lines");
	return done();
}
