/* threshold - multiples against the plain definition, and far ones */
#include "tap.h"
#include "threshold.h"

static const struct { const char *text; int multiple; int64_t v; } good[] = {
	{ "7x", 1, 7000000 }, { "1.5x", 1, 1500000 }, { "0x", 1, 0 },
	{ "0.000001x", 1, 1 }, { "70000", 0, 70000000000 },
	{ "-2.5", 0, -2500000 }, { "0", 0, 0 },
};
static const char *const wrong[] = { "", "x", "-1x", "7xx", "x7", "7X", "7 x",
	"1e3", ".5x", "5.x", "1,000", "1234567890123x", "0.0000001" };

static void
check_parse(void)
{
	struct threshold t;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		ok(threshold_parse(text_of(good[i].text), &t)
		    && t.multiple == good[i].multiple && t.v == good[i].v,
		    good[i].text);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ok(!threshold_parse(text_of(wrong[i]), &t), wrong[i]);
}

/* least reaches the multiple, one millionth less does not; money is half a
 * unit away at most, and the further one from zero at just that */
static void
check_random(void)
{
	int below = 0, above = 0, apart = 0;

	for (int i = 0; i < 100000; i++) {
		const struct threshold t = { 1, random_below(1 << 30) };
		const struct average a = { random_below(1 << 30) * (wide)
		    random_below(i % 1000 + 1), 1 + random_below(i % 99 + 1) };
		const wide n = (wide)a.n * MILLION, exact = t.v * a.sum;
		const int decimals = i % (DECIMALS_MOST + 1);
		const wide unit = power_of_ten(DECIMALS_MOST - decimals);
		const wide least = threshold_least(t, a);
		const wide money = threshold_money(t, a, decimals);
		if (least == SUM_LIMIT)
			continue;
		below += least * n < exact;
		above += (least - 1) * n >= exact;
		apart += money % unit != 0 || 2 * (money * n - exact) > unit * n
		    || 2 * (exact - money * n) >= unit * n;
	}
	ok(below == 0, "the least reaches the multiple");
	ok(above == 0, "nothing below it does");
	ok(apart == 0, "money is rounded half away from zero");
}

static void
check_far(void)
{
	const struct threshold most = { 1, INT64_C(999999999999999999) };
	const struct average rich = { (wide)SUM_LIMIT * UINT32_MAX - 1,
		UINT32_MAX }, none = { 0, 0 };

	ok(threshold_least(most, rich) == SUM_LIMIT
	    && threshold_money(most, rich, 6) == SUM_LIMIT, "the limit");
	ok(threshold_least((struct threshold){ 1, MILLION }, rich)
	    == SUM_LIMIT, "rounded up to the limit");
	ok(threshold_least((struct threshold){ 1, MILLION / 2 }, rich)
	    == SUM_LIMIT / 2, "a sum beyond 64 bits");
	ok(threshold_least(most, none) == 0
	    && threshold_money(most, none, 2) == NONE, "no purchase");
	ok(threshold_least((struct threshold){ 0, -5 }, none) == -5
	    && threshold_money((struct threshold){ 0, -5 }, rich, 0) == -5,
	    "a decimal is itself");
}

int
main(void)
{
	check_parse();
	check_random();
	check_far();
	return done();
}
