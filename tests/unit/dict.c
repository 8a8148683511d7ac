/* dict - every id once, whatever its length, and found again */
#include <stdlib.h>
#include <string.h>

#include "dict.h"
#include "tap.h"

enum { IDS = 60000 };
struct record { struct key id; uint32_t number; };
static struct pool slots, records, texts;
static const struct dict_pools pools = { &slots, &records, &texts };

/* The i-th id, in a room with 16 bytes more: lengths 1 to 40, of one letter;
 * 8, 16 and 17 bytes with equal beginnings; numbers; and equal endings. */
static struct text
id(int i, char room[80])
{
	memset(room, 'x', 80);
	if (i < 40)
		return (struct text){ room, (size_t)i + 1 };
	switch (i % 6) {
	case 0:
		return (struct text){ room, (size_t)sprintf(room,
		    "%08d", i) };
	case 1:
		return (struct text){ room, (size_t)sprintf(room,
		    "equal...%08d", i) };
	case 2:
		return (struct text){ room, (size_t)sprintf(room,
		    "equal.........%02d%d", i % 90, i) };
	case 3:
		return (struct text){ room, (size_t)sprintf(room,
		    "%08d equal and longer than that", i) };
	case 4:
		return (struct text){ room, (size_t)sprintf(room,
		    "a customer of more than sixteen bytes %d", i) };
	default:
		return (struct text){ room, (size_t)sprintf(room, "%d", i) };
	}
}

static struct record *
find(struct dict *d, struct text t, int *is_new)
{
	const struct key k = key_of(t);
	const uint64_t hash = key_hash(k);
	const unsigned shard = dict_shard(hash);
	const uint32_t number = shard_find(&d->shard[shard], k, hash, t,
	    is_new);
	struct record *r = shard_record(&d->shard[shard], number);

	if (dict_record(d, dict_code(shard, number)) != r)
		*is_new = 2;
	return r;
}

static int
same_text(const struct record *r, struct text t)
{
	char room[KEY_ROOM];

	return text_same(key_text(&r->id, room), t);
}

static void
check_ids(struct dict *d)
{
	char room[80];
	int is_new, added = 0, lost = 0, changed = 0;
	uint64_t n = 0;

	for (int i = 0; i < IDS; i++) {
		struct record *r = find(d, id(i, room), &is_new);
		added += is_new == 1;
		r->number = (uint32_t)i;
	}
	for (int i = 0; i < IDS; i++) {
		const struct text t = id(i, room);
		const struct record *r = find(d, t, &is_new);
		lost += is_new || r->number != (uint32_t)i;
		changed += !same_text(r, t);
	}
	for (int i = 0; i < SHARDS; i++)
		n += d->shard[i].records.n;
	ok(added == IDS && n == IDS, "all are distinct");
	ok(lost == 0, "all are found again");
	ok(changed == 0, "all are what they were");
}

/* Of a megabyte, and another that differs at its end */
static void
check_huge(struct dict *d)
{
	const size_t len = 1 << 20;
	char *s = calloc(len + 16, 1);
	int is_new;

	memset(s, 'x', len);
	const struct record *one = find(d, (struct text){ s, len }, &is_new);
	ok(is_new == 1 && same_text(one, (struct text){ s, len }), "huge");
	s[len - 1] = 'y';
	ok(find(d, (struct text){ s, len }, &is_new) != one && is_new == 1,
	    "and another");
	s[len - 1] = 'x';
	ok(find(d, (struct text){ s, len }, &is_new) == one && !is_new,
	    "and the one again");
	free(s);
}

static void
check_keys(void)
{
	char a[40] = "sixteen bytes...+twenty", b[40];
	int wrong = 0;

	for (size_t len = 1; len <= 23; len++)
		for (size_t at = 0; at < len; at++) {
			memcpy(b, a, sizeof b);
			b[at] ^= 1;
			const struct key k = key_of((struct text){ a, len });
			const struct key c = key_of((struct text){ b, len });
			wrong += k.a == c.a && k.b == c.b;
			wrong += key_is_long(k) != (len > KEY_INLINE);
			b[at] = a[at];
			b[len] ^= 1;	/* behind the id */
			const struct key e = key_of((struct text){ b, len });
			wrong += k.a != e.a || k.b != e.b;
		}
	ok(wrong == 0, "each byte of an id matters, and none behind it");
}

int
main(void)
{
	struct dict *d = aligned_alloc(64, sizeof *d);
	int is_new;

	pool_init(&slots);
	pool_init(&records);
	pool_init(&texts);
	dict_init(d, pools, sizeof(struct record));
	check_keys();
	check_ids(d);
	check_huge(d);
	dict_release(d);
	dict_init(d, pools, sizeof(struct record));
	find(d, TEXT("again, and with more than sixteen bytes"), &is_new);
	ok(is_new == 1, "released and begun again");
	dict_release(d);
	pool_release(&slots);
	pool_release(&records);
	pool_release(&texts);
	free(d);
	return done();
}
