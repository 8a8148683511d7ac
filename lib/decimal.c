/* decimal.c - exact decimals, from text and back */
#include <string.h>

#include "base.h"
#include "decimal.h"

int64_t
power_of_ten(int n)
{
	int64_t p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

/* Digits from s on, up to one too many; how many, their value in *v. */
static size_t
digits(const char *s, size_t len, size_t most, uint64_t *v)
{
	size_t n;

	for (n = 0; n < len && s[n] >= '0' && s[n] <= '9' && n <= most; n++)
		*v = *v * 10 + (uint64_t)(s[n] - '0');
	return n;
}

int
decimal_parse(const char *s, size_t len, int64_t *value)
{
	static const uint64_t scale[] = { 1000000, 100000, 10000, 1000, 100,
		10, 1 };
	const int minus = len > 0 && *s == '-';
	uint64_t v = 0;		/* of up to 19 digits before they are refused */
	size_t fraction = 0;

	s += minus;
	len -= (size_t)minus;
	const size_t whole = digits(s, len, 12, &v);
	if (whole == 0 || whole > 12)
		return -1;
	if (whole < len) {
		if (s[whole] != '.')
			return -1;
		fraction = digits(s + whole + 1, len - whole - 1,
		    DECIMALS_MOST, &v);
		if (fraction == 0 || fraction > DECIMALS_MOST
		    || whole + 1 + fraction != len)
			return -1;
	}
	v *= scale[fraction];
	*value = minus ? -(int64_t)v : (int64_t)v;
	return (int)fraction;
}

/* The three digits of 000 to 999, side by side */
#define TENS(p) p "0" p "1" p "2" p "3" p "4" p "5" p "6" p "7" p "8" p "9"
#define HUNDREDS(p) TENS(p "0") TENS(p "1") TENS(p "2") TENS(p "3") \
	TENS(p "4") TENS(p "5") TENS(p "6") TENS(p "7") TENS(p "8") TENS(p "9")
static const char triples[] = HUNDREDS("0") HUNDREDS("1") HUNDREDS("2")
	HUNDREDS("3") HUNDREDS("4") HUNDREDS("5") HUNDREDS("6") HUNDREDS("7")
	HUNDREDS("8") HUNDREDS("9");

/* Without the first ones; a byte more is written than they have, so that the
 * length is known. */
static char *
put_triple(char *to, unsigned v, unsigned without)
{
	memcpy(to, &triples[3 * v + without], 4);
	return to + 3 - without;
}

static inline char *
put_below_1000(char *to, uint64_t v)
{
	return put_triple(to, (unsigned)v, (v < 10) + (v < 100));
}

static char *
put_thousands(char *to, uint64_t v)
{
	to = v < MILLION ? put_below_1000(to, v / 1000)
	    : put_thousands(to, v / 1000);
	return put_triple(to, (unsigned)(v % 1000), 0);
}

static inline char *
put_whole(char *to, uint64_t v)
{
	return v < 1000 ? put_below_1000(to, v) : put_thousands(to, v);
}

size_t
whole_print(char out[DECIMAL_WIDTH], int64_t value)
{
	*out = '-';
	return (size_t)(put_whole(out + (value < 0), value < 0
	    ? -(uint64_t)value : (uint64_t)value) - out);
}

size_t
decimal_print(char out[DECIMAL_WIDTH], int64_t value, int decimals)
{
	const uint64_t v = value < 0 ? -(uint64_t)value : (uint64_t)value;
	const unsigned fraction = (unsigned)(v % MILLION);

	*out = '-';
	char *to = put_whole(out + (value < 0), v / MILLION);
	if (decimals == 0)
		return (size_t)(to - out);
	*to++ = '.';
	put_triple(put_triple(to, fraction / 1000, 0), fraction % 1000, 0);
	return (size_t)(to + decimals - out);
}

/* What is below 10^12, with a 1 ahead of all its digits, stands last. */
size_t
wide_print(char out[DECIMAL_WIDTH], wide value, int decimals)
{
	const wide v = value < 0 ? -value : value;
	const int64_t part = power_of_ten(18);
	char low[DECIMAL_WIDTH];
	size_t len = 0;

	if (v < part)
		return decimal_print(out, (int64_t)value, decimals);
	if (value < 0)
		out[len++] = '-';
	len += whole_print(out + len, (int64_t)(v / part));
	const size_t n = decimal_print(low, part + (int64_t)(v % part),
	    decimals);
	memcpy(out + len, low + 1, n - 1);
	return len + n - 1;
}

int
decimal_needed(int64_t value)
{
	int n = DECIMALS_MOST;

	for (; n > 0 && value % 10 == 0; n--)
		value /= 10;
	return n;
}

wide
wide_floor(wide a, wide b)
{
	const wide q = a / b;

	return q - (a % b < 0);
}

wide
wide_ceiling(wide a, wide b)
{
	return -wide_floor(-a, b);
}

wide
wide_quotient(wide a, wide b)
{
	const wide sign = (a < 0) != (b < 0) ? -1 : 1;

	if (a < 0)
		a = -a;
	if (b < 0)
		b = -b;
	const wide q = a / b;
	return sign * (q + (a % b >= b - a % b));
}

static int64_t
fitting(wide v)
{
	if (v >= SUM_LIMIT || v <= -SUM_LIMIT)
		die(REFUSED, "a quotient is too large: sums that nearly "
		    "cancel");
	return (int64_t)v;
}

int64_t
share_of(wide part, wide whole)
{
	return whole ? fitting(wide_quotient(part * MILLION, whole)) : NONE;
}

wide
wide_mean(wide sum, wide n, int decimals)
{
	const int64_t unit = power_of_ten(DECIMALS_MOST - decimals);

	return n ? wide_quotient(sum, n * unit) * unit : TOTAL_NONE;
}

int64_t
mean_of(wide sum, wide n, int decimals)
{
	return n ? fitting(wide_mean(sum, n, decimals)) : NONE;
}

int
mean_decimals(int decimals)
{
	return decimals + 2 < DECIMALS_MOST ? decimals + 2 : DECIMALS_MOST;
}
