/* fraction.c - quotients of sums, compared and subtracted exactly */
#include "fraction.h"

/* As a whole number and a rest from 0 to below 1, whose part is small. */
struct parts { wide number; struct fraction rest; };

static struct parts
parts_of(struct fraction f)
{
	const wide number = wide_floor(f.part, f.whole);

	return (struct parts){ number, { f.part - number * f.whole,
		f.whole } };
}

/* The numerator of a - b, over both denominators. */
static wide
rest_less(struct fraction a, struct fraction b)
{
	return a.part * b.whole - b.part * a.whole;
}

int
fraction_reaches(struct fraction f, struct fraction least)
{
	const struct parts a = parts_of(f), b = parts_of(least);

	return a.number != b.number ? a.number > b.number
	    : rest_less(a.rest, b.rest) >= 0;
}

/* number + rest, the rest from 0 to below 1, to units. */
static wide
rounded(wide number, struct fraction rest, int64_t unit)
{
	if (number < 0)		/* half away from zero: by magnitude */
		return -rounded(rest.part ? -number - 1 : -number,
		    (struct fraction){ rest.part ? rest.whole - rest.part : 0,
			rest.whole }, unit);
	const wide over = number % unit;
	const int up = unit > 1 ? 2 * over >= unit
	    : rest.part >= rest.whole - rest.part;
	return number - over + up * unit;
}

wide
fraction_less(struct fraction f, struct fraction g, int decimals)
{
	if (!f.whole || !g.whole)
		return TOTAL_NONE;
	const struct parts a = parts_of(f), b = parts_of(g);
	const wide rest = rest_less(a.rest, b.rest);
	const wide whole = a.rest.whole * b.rest.whole;
	return rounded(a.number - b.number - (rest < 0),
	    (struct fraction){ rest < 0 ? rest + whole : rest, whole },
	    power_of_ten(DECIMALS_MOST - decimals));
}
