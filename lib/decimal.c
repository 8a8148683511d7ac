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

/* Two digits at a time, from the end */
static char *
print_before(char *end, uint64_t v)
{
	static const char pairs[] =
	    "00010203040506070809101112131415161718192021222324"
	    "25262728293031323334353637383940414243444546474849"
	    "50515253545556575859606162636465666768697071727374"
	    "75767778798081828384858687888990919293949596979899";

	for (; v >= 100; v /= 100) {
		end -= 2;
		memcpy(end, &pairs[v % 100 * 2], 2);
	}
	if (v >= 10) {
		end -= 2;
		memcpy(end, &pairs[v * 2], 2);
	} else
		*--end = (char)('0' + v);
	return end;
}

size_t
whole_print(char out[DECIMAL_WIDTH], int64_t value)
{
	enum { DIGITS = 24 };
	char back[2 * DIGITS], *const end = back + DIGITS;
	const uint64_t v = value < 0 ? -(uint64_t)value : (uint64_t)value;
	char *s = print_before(end, v);

	if (value < 0)
		*--s = '-';
	/* more than there is, but of a length that is known */
	memcpy(out, s, DIGITS);
	return (size_t)(end - s);
}

size_t
decimal_print(char out[DECIMAL_WIDTH], int64_t value, int decimals)
{
	const uint64_t v = value < 0 ? -(uint64_t)value : (uint64_t)value;
	size_t len = 0;

	if (value < 0)
		out[len++] = '-';
	len += whole_print(out + len, (int64_t)(v / MILLION));
	if (decimals == 0)
		return len;
	uint64_t fraction = v % MILLION;
	out[len++] = '.';
	for (uint64_t place = MILLION / 10; decimals-- > 0; place /= 10) {
		out[len++] = (char)('0' + fraction / place);
		fraction %= place;
	}
	return len;
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
