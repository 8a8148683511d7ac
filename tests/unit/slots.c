/* slots - what lines come to does not depend on who joins whom */
#include <malloc.h>

#include "bag.h"
#include "slots.h"
#include "tap.h"

enum { SUM, LEAST, MOST, FIRST, KINDS };
static const struct slots slots = { .n = KINDS, .kind = { SLOT_SUM,
	SLOT_LEAST, SLOT_MOST, SLOT_FIRST } };

static int
same(const int64_t *a, const int64_t *b)
{
	int n = 0;

	for (int i = 0; i < KINDS; i++)
		n += a[i] == b[i];
	return n == KINDS;
}

/* Of rows first, first + step …: all joined one after another. */
static void
join(const int64_t (*row)[KINDS], int n, int first, int step, int64_t *to)
{
	slots_none(&slots, to);
	for (int i = first; i >= 0 && i < n; i += step)
		slots_merge(&slots, to, row[i]);
}

static void
check_joins(void)
{
	enum { ROWS = 1000 };
	static int64_t row[ROWS][KINDS];
	int64_t all[KINDS], back[KINDS], odd[KINDS], even[KINDS];
	const uint64_t late = UINT64_C(1) << 31;	/* the sign bit */

	for (int i = 0; i < ROWS; i++) {
		row[i][SUM] = random_below(1000) - 400;
		row[i][LEAST] = row[i][MOST] = random_below(100000) - 50000;
		row[i][FIRST] = slot_first(late - 500 + (uint64_t)i,
		    (uint32_t)(7 * i) | 1u << 31);
	}
	join(row, ROWS, 0, 1, all);
	join(row, ROWS, ROWS - 1, -1, back);
	join(row, ROWS, 1, 2, odd);
	join(row, ROWS, 0, 2, even);
	slots_merge(&slots, odd, even);
	ok(same(all, back), "in any order");
	ok(same(all, odd), "in any groups");
	ok(slot_value(all[FIRST]) == 1u << 31, "the first one's value");
	join(row, ROWS, 500, 1, back);
	ok(slot_value(back[FIRST]) == (3500u | 1u << 31),
	    "of rows beyond 2^31 too");
	slots_none(&slots, odd);
	slots_merge(&slots, odd, all);
	ok(same(all, odd), "nothing changes nothing");
	slots_none(&slots, even);
	slots_merge(&slots, all, even);
	ok(same(all, odd), "on either side");
	slots_copy(&slots, back, all);
	ok(same(all, back), "a copy");
}

static void
check_sums(void)
{
	int64_t a[KINDS] = { INT64_MAX - 1, 5, 5, 5 };
	const int64_t one[KINDS] = { 1, INT64_MIN, INT64_MAX, 6 };
	const int64_t minus[KINDS] = { -1, 6, 4, 6 };

	ok(slots_fit(&slots, a, one) && slots_merge(&slots, a, one) == 0
	    && a[SUM] == INT64_MAX, "the largest sum");
	ok(!slots_fit(&slots, a, one) && a[SUM] == INT64_MAX,
	    "one more does not fit, and was not added");
	ok(slots_merge(&slots, a, one) == 1 << SUM && a[SUM] == INT64_MIN,
	    "added, it says which sum left");
	ok(slots_merge(&slots, a, minus) == 1 << SUM && a[SUM] == INT64_MAX,
	    "and that it came back");
	ok(a[LEAST] == INT64_MIN && a[MOST] == INT64_MAX && a[FIRST] == 5,
	    "the others cannot leave");
}

static void
check_bags(void)
{
	enum { TIMES = 10000 };
	const struct slots bags = { .n = 2, .kind = { SLOT_SUM, SLOT_BAG } };
	const size_t before = mallinfo2().uordblks;

	for (int i = 0; i < TIMES; i++) {
		int64_t v[2];
		slots_none(&bags, v);
		for (uint32_t code = 0; code < 3; code++)
			slots_merge(&bags, v, (int64_t[]){ 1, bag_of(code,
			    code) });
		slots_free(&bags, v);
	}
	ok(mallinfo2().uordblks - before < TIMES, "bags can be given back");
}

int
main(void)
{
	check_joins();
	check_sums();
	check_bags();
	return done();
}
