/* threshold.c - amounts to be reached, and multiples of an average order */
#include "threshold.h"

int
threshold_parse(struct text t, struct threshold *to)
{
	to->multiple = t.len > 1 && t.s[t.len - 1] == 'x';
	return decimal_parse(t.s, t.len - (size_t)to->multiple, &to->v) >= 0
	    && !(to->multiple && to->v < 0);
}

/* v * sum / n / d, rounded by that function; by parts, which cannot leave
 * wide. */
static wide
multiply(struct threshold t, struct average a, wide d,
    wide (*rounded)(wide, wide))
{
	const wide whole = t.v * (a.sum / a.n);
	const wide rest = whole % d * a.n + t.v * (a.sum % a.n);

	return whole / d + rounded(rest, d * a.n);
}

static int64_t
limited(wide v)
{
	return v > SUM_LIMIT ? SUM_LIMIT : (int64_t)v;
}

int64_t
threshold_least(struct threshold t, struct average a)
{
	if (!t.multiple)
		return t.v;
	return a.n ? limited(multiply(t, a, MILLION, wide_ceiling)) : 0;
}

int64_t
threshold_money(struct threshold t, struct average a, int decimals)
{
	const wide unit = power_of_ten(DECIMALS_MOST - decimals);

	if (!t.multiple)
		return t.v;
	return a.n ? limited(unit * multiply(t, a, MILLION * unit,
	    wide_quotient)) : NONE;
}
