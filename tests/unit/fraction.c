/* fraction - differences and comparisons against the plain definition, and of
 * sums whose products would leave wide */
#include "fraction.h"
#include "tap.h"

static struct fraction
some(int part, int whole)
{
	return (struct fraction){ random_below(part) - part / 2,
		1 + random_below(whole) };
}

/* Is v the quotient n / d, rounded half away from zero to units? */
static int
rounds(wide v, wide n, wide d, wide unit)
{
	const wide twice = 2 * (v * d - n) * (n < 0 ? -1 : 1);

	return v % unit == 0 && twice <= unit * d && twice > -unit * d;
}

static void
check_random(void)
{
	int wrong = 0, uneven = 0, halves = 0;

	for (int i = 0; i < 300000; i++) {
		const int size = i % 3 ? 40 : 1 << 28;
		const struct fraction a = some(size, size), b = some(size,
		    size);
		const wide n = a.part * b.whole - b.part * a.whole;
		const wide d = a.whole * b.whole;
		const int decimals = i % (DECIMALS_MOST + 1);
		const wide unit = power_of_ten(DECIMALS_MOST - decimals);
		wrong += !rounds(fraction_less(a, b, decimals), n, d, unit);
		uneven += fraction_reaches(a, b) != (n >= 0);
		halves += decimals == DECIMALS_MOST && 2 * n % d == 0
		    && n % d != 0;
	}
	ok(wrong == 0, "differences are rounded half away from zero");
	ok(uneven == 0, "comparisons are exact");
	ok(halves > 200, "many of them lie half between");
}

static void
check_far(void)
{
	const wide most = (wide)SUM_LIMIT * UINT32_MAX * MILLION;
	const wide whole = (wide)UINT32_MAX * MILLION;
	const struct fraction a = { most, whole }, b = { most - 1, whole };
	const struct fraction c = { -most, whole }, none = { 5, 0 };

	ok(fraction_reaches(a, b) && !fraction_reaches(b, a)
	    && fraction_reaches(a, a) && fraction_reaches(b, c),
	    "a part of some 10^34 of 10^15");
	ok(fraction_less(a, b, 6) == 0 && fraction_less(a, c, 6)
	    == 2 * (wide)SUM_LIMIT && fraction_less(c, a, 0)
	    == -2 * (wide)SUM_LIMIT, "differences of such");
	ok(fraction_less(a, none, 2) == TOTAL_NONE
	    && fraction_less(none, a, 2) == TOTAL_NONE, "none");
	ok(fraction_less((struct fraction){ -1, 2 }, (struct fraction){ 0, 1 },
	    6) == -1 && fraction_less((struct fraction){ 1, 2 },
	    (struct fraction){ 0, 7 }, 6) == 1, "halves of a millionth");
	ok(fraction_less((struct fraction){ -15000, 3 },
	    (struct fraction){ 0, 1 }, 2) == -10000
	    && fraction_less((struct fraction){ -14999, 3 },
	    (struct fraction){ 0, 1 }, 2) == 0, "halves of a hundredth");
}

int
main(void)
{
	check_random();
	check_far();
	return done();
}
