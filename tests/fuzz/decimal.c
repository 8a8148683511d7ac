/* decimal.c - decimals: read as a plain reading of the contract reads them,
 * printed as they are read back, and understood alike where spelling is free */
#include <string.h>

#include "decimal.h"
#include "spelling.h"
#include "threshold.h"
#include "world.h"

/* -?digits (at most 12), then perhaps '.' and 1 to 6 digits; the number of
 * decimals, or -1 */
static int
plain(struct bytes t, wide *v)
{
	size_t i = t.len > 0 && *t.s == '-', whole = 0, decimals = 0;
	const int minus = i > 0;

	*v = 0;
	for (; i < t.len && t.s[i] >= '0' && t.s[i] <= '9'; i++)
		if (whole++ < 12)
			*v = *v * 10 + t.s[i] - '0';
	if (i < t.len && t.s[i] == '.') {
		for (i++; i < t.len && t.s[i] >= '0' && t.s[i] <= '9'; i++)
			if (decimals++ < 6)
				*v = *v * 10 + t.s[i] - '0';
		if (decimals < 1 || decimals > 6)
			return -1;
	}
	if (i < t.len || whole < 1 || whole > 12)
		return -1;
	for (size_t k = decimals; k < 6; k++)
		*v *= 10;
	if (minus)
		*v = -*v;
	return (int)decimals;
}

static void
check_print(int64_t value, int decimals)
{
	char s[DECIMAL_WIDTH];
	int64_t again;
	const size_t n = decimal_print(s, value, decimals);

	world_must(n < DECIMAL_WIDTH && decimal_parse(s, n, &again)
	    == decimals && again == value,
	    "a decimal that is printed is not read back");
	world_must(!(value == 0 && *s == '-'), "-0 is printed");
}

static void
check_multiple(struct text t)
{
	struct threshold at;

	if (!threshold_parse(t, &at))
		return;
	for (int64_t n = 1; n < 12; n += 3) {
		const wide most = SUM_LIMIT - 1;	/* of a purchase */
		const wide sums[] = { 0, 1, 1234567, most, most * n };
		for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
			const struct average a = { sums[i], n };
			const wide least = threshold_least(at, a);
			/* least is the first that reaches v * sum / n */
			if (at.multiple && least < SUM_LIMIT)
				world_must(least * n * MILLION
				    >= (wide)at.v * sums[i]
				    && (least - 1) * n * MILLION
				    < (wide)at.v * sums[i],
				    "not the smallest amount that reaches it");
		}
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const struct bytes t = { (const char *)data, len };
	int64_t v = 0, spelled;
	wide expected;
	const int decimals = plain(t, &expected);

	world_must(decimal_parse(t.s, t.len, &v) == decimals,
	    "a decimal or not: two answers");
	if (decimals >= 0) {
		world_must(v == expected, "another value");
		check_print(v, decimals);
		check_print(v, decimal_needed(v));
		check_print(v, DECIMALS_MOST);
	}
	check_multiple((struct text){ t.s, t.len });
	if (utf8_valid(t.s, t.len) < t.len)
		return 0;
	const int is_number = spelling_number((struct text){ t.s, t.len },
	    &spelled);
	if (is_number)
		check_print(spelled, decimal_needed(spelled));
	if (decimals >= 0)
		world_must(is_number && spelled == v,
		    "a decimal is not its own spelling");
	return 0;
}
