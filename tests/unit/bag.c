/* bag - few codes or many, one after the other or in bags */
#include <stdlib.h>
#include <time.h>

#include "bag.h"
#include "tap.h"

enum { CODES = 3000 };
static unsigned count[CODES], row[CODES];

static void
put(bag *b, uint32_t code, uint32_t at)
{
	bag_merge(b, bag_of(code, at));
	if (count[code]++ == 0 || at < row[code])
		row[code] = at;
}

/* Whether it has what was put into it, and nothing else. */
static int
holds(bag b, unsigned codes)
{
	struct bag_item room;
	const struct bag_view view = bag_view(b, &room);
	unsigned found = 0;

	for (uint32_t i = 0; i < view.n; i++) {
		const struct bag_item *at = &view.v[i];
		if (at->code == BAG_FREE)
			continue;
		found++;
		if (at->code >= CODES || at->count != count[at->code]
		    || at->row != row[at->code])
			return 0;
	}
	return found == codes;
}

static void
clear(void)
{
	for (int i = 0; i < CODES; i++)
		count[i] = 0;
}

/* Far more codes than these can be looked for one by one; also from one bag
 * to another. */
static void
test_many(void)
{
	enum { MANY = 400000, SECONDS = 8 };
	const clock_t start = clock();
	bag b = 0, all = 0;
	struct bag_item room;
	uint32_t n = 0;

	for (uint32_t i = 0; i < MANY; i++)
		bag_merge(&b, bag_of(i, i));
	bag_join(&all, b);
	const struct bag_view view = bag_view(all, &room);
	for (uint32_t i = 0; i < view.n; i++)
		n += view.v[i].code != BAG_FREE;
	ok(n == MANY && clock() - start < SECONDS * CLOCKS_PER_SEC,
	    "very many, in no more time each than a few");
	bag_free(all);
	bag_free(b);
}

int
main(void)
{
	bag b = 0, c = 0, all = 0;

	ok(holds(b, 0), "an empty one");
	put(&b, 7, 900);
	ok(holds(b, 1), "one code");
	put(&b, 7, 800);
	ok(holds(b, 1), "the same again, from a row ahead");
	put(&b, 0, 5);
	ok(holds(b, 2), "another");
	for (uint32_t i = 0; i < 20000; i++)
		put(&b, i < CODES - 1 ? i : (uint32_t)random_below(CODES - 1),
		    100000 - i);
	ok(holds(b, CODES - 1), "many");
	put(&c, CODES - 1, UINT32_MAX);
	put(&c, 7, 1);
	bag_join(&all, b);
	bag_join(&all, c);
	ok(holds(all, CODES), "two together");
	bag_join(&all, 0);
	ok(holds(all, CODES), "and nothing more");
	bag_merge(&b, c);
	ok(holds(b, CODES), "one into the other");
	bag_free(all);
	bag_free(b);
	clear();
	b = 0;
	bag_join(&b, bag_of(3, 4));
	count[3] = 1;
	row[3] = 4;
	ok(holds(b, 1) && bag_of(INT32_MAX, UINT32_MAX) & 1, "a single one");
	b = bag_of(3, 0);
	bag_merge(&b, bag_of(3, 0));
	ok(b == bag_of(3, 0), "the same one, not counted");
	test_many();
	return done();
}
