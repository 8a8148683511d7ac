/* sample_shop.c - the figures of the simulated shop */
#include "base.h"
#include "sample_chance.h"
#include "sample_shop.h"

const struct medium sample_media[MEDIA] = {
	{ "google-ads", 170, 5, 25, 34 },
	{ "yahoo-ads", 110, 5, 26, 32 },
	{ "instagram", 95, -15, 36, 26 },
	{ "facebook", 60, 0, 36, 30 },
	{ "criteo", 40, -30, 22, 22 },
	{ "tiktok", 40, -50, 46, 14 },
	{ "youtube", 45, 0, 32, 32 },
	{ "x", 30, -25, 30, 20 },
	{ "affiliate-a", 60, -60, 62, 11 },
	{ "affiliate-b", 45, -40, 56, 16 },
	{ "flyer", 40, 25, 40, 44 },
	{ "tv", 45, 30, 46, 48 },
	{ "radio", 15, 30, 40, 46 },
	{ "newspaper", 30, 45, 42, 56 },
	{ "magazine", 20, 20, 30, 40 },
	{ "catalog", 15, 45, 15, 52 },
	{ "referral", 28, 60, 14, 58 },
	{ "organic", 45, 35, 12, 50 },
	{ "line", 105, 15, 32, 40 },
	{ "mail", 12, 35, 10, 48 },
};

const char *const sample_shops[SHOPS] =
	{ "main", "rakuten", "yahoo", "amazon", "store" };
const uint32_t sample_shop_weights[SHOPS] = { 50, 20, 12, 12, 6 };

static const struct { const char *name, *id; int32_t price[ITEMS]; }
categories[CATEGORIES] = {
	{ "tea", "TEA", { 980, 1280, 1480, 880, 1980, 1180 } },
	{ "supplement", "SUP", { 2980, 3480, 2480, 3980, 1980, 4280 } },
	{ "skincare", "SKN", { 3980, 5480, 2980, 4480, 6980, 1980 } },
	{ "sweets", "SWT", { 1480, 1980, 1280, 2480, 980, 1680 } },
	{ "food", "FOD", { 1280, 2480, 1680, 980, 2980, 1980 } },
	{ "gift", "GFT", { 2980, 3980, 4980, 2480, 5980, 1980 } },
	{ "kitchen", "KIT", { 2480, 3980, 1480, 5980, 8980, 1980 } },
	{ "pet", "PET", { 1680, 980, 2980, 1280, 2180, 3480 } },
};
/* in percent of the item's price */
static const int32_t size_price[SIZES] =
	{ 100, 60, 180, 40, 280, 85, 540, 125 };
static const int32_t trial_price[COURSES] = { 980, 500, 0 };
static const int32_t course_price[COURSES] = { 3980, 2980, 4980 };

static void
set_id(struct goods *g, const char *prefix, uint32_t number, int width)
{
	char *p = g->id;

	for (; *prefix; prefix++)
		*p++ = *prefix;
	for (int i = width; i-- > 0; number /= 10)
		p[i] = (char)('0' + number % 10);
	g->id_len = (size_t)(p - g->id) + (size_t)width;
}

/* Prices that end as shops' prices do: 80, and 800 from 10,000 yen on */
static int32_t
tag(int32_t yen)
{
	const int32_t step = yen < 10000 ? 100 : 1000;

	return (yen + step / 2) / step * step - step / 5;
}

/* Best sellers of all categories come first, in an order that the key
 * decides; the steps have no divisor in common with the 48 variants. */
static void
make_plain(struct goods *g, uint32_t at, uint64_t key)
{
	static const uint32_t steps[] = { 5, 7, 11, 13, 17, 19, 23, 25 };
	const uint32_t c = at % CATEGORIES;
	const uint64_t r = chance_of(key, c);
	const uint32_t variant = (at / CATEGORIES * steps[r % 8]
	    + chance_below(r, ITEMS * SIZES)) % (ITEMS * SIZES);
	const uint32_t item = variant % ITEMS, size = variant / ITEMS;

	g->category = categories[c].name;
	g->item = (int)(c * ITEMS + item);
	g->size = (int)size;
	g->price = tag(categories[c].price[item] * size_price[size] / 100);
	g->cost = g->price * (int32_t)(30 + (r >> 8) % 25 + variant % 10) / 100;
	set_id(g, categories[c].id, item * SIZES + size + 1, 3);
}

static void
make_bench(struct goods *g, uint32_t at, uint64_t key)
{
	const uint64_t r = chance_of(key, at);
	/* 300 to 13,000 yen, most of them cheap */
	const uint32_t a = chance_below(r, 113), b = (uint32_t)r % 113;

	g->price = tag(400 + (int32_t)(a * b));
	g->cost = g->price * (int32_t)(35 + (r >> 8) % 30) / 100;
	/* best sellers are spread over the numbers */
	set_id(g, "P", at * 769 % BENCH_GOODS + 1, 5);
}

static void
make_courses(struct catalogue *c)
{
	for (uint32_t i = 0; i < COURSES; i++) {
		struct goods *trial = &c->goods[c->n + i];
		struct goods *course = trial + COURSES;
		set_id(trial, "TRIAL-", i + 1, 2);
		set_id(course, "SUB-", i + 1, 2);
		trial->category = "trial";
		course->category = "subscription";
		trial->item = course->item = -1;
		trial->size = (int)i;
		course->size = (int)(i + COURSES);
		trial->price = trial_price[i];
		course->price = course_price[i];
		trial->cost = 420;
		course->cost = course_price[i] * 28 / 100;
	}
}

void
catalogue_fill(struct catalogue *c, uint64_t key, int plain)
{
	uint32_t weights[BENCH_GOODS];

	c->n = plain ? CATEGORIES * ITEMS * SIZES : BENCH_GOODS;
	c->goods = mem_new(c->n + 2 * COURSES, sizeof *c->goods);
	c->slots = mem_new(GOODS_SLOTS, sizeof *c->slots);
	for (uint32_t i = 0; i < c->n; i++) {
		/* Zipf, in the small catalogue less steep at its head */
		weights[i] = UINT32_C(1000000) / (i + (plain ? 4 : 1));
		(plain ? make_plain : make_bench)(&c->goods[i], i, key);
	}
	chance_share(c->slots, GOODS_SLOTS, weights, c->n);
	if (plain)
		make_courses(c);
}
