/* decimal - exact numbers, from text and back; quotients */
#include <string.h>

#include "decimal.h"
#include "tap.h"

static const struct { const char *text; int decimals; int64_t value; }
parsed[] = {
	{ "0", 0, 0 }, { "-0", 0, 0 }, { "-0.00", 2, 0 }, { "007", 0, 7000000 },
	{ "1.5", 1, 1500000 }, { "-1.25", 2, -1250000 },
	{ "0.000001", 6, 1 }, { "-0.000001", 6, -1 },
	{ "999999999999.999999", 6, INT64_C(999999999999999999) },
	{ "-999999999999", 0, INT64_C(-999999999999000000) },
	{ "000000000001", 0, 1000000 },
	{ "", -1, 0 }, { "-", -1, 0 }, { "--1", -1, 0 }, { "+1", -1, 0 },
	{ ".", -1, 0 }, { ".5", -1, 0 }, { "5.", -1, 0 }, { "-.5", -1, 0 },
	{ "1.2.3", -1, 0 }, { "1,200", -1, 0 }, { "1e3", -1, 0 },
	{ " 1", -1, 0 }, { "1 ", -1, 0 }, { "1x", -1, 0 }, { "1.5x", -1, 0 },
	{ "NaN", -1, 0 }, { "0x1", -1, 0 }, { "1234567890123", -1, 0 },
	{ "0000000000001", -1, 0 }, { "0.1234567", -1, 0 },
	{ "1.0000000", -1, 0 }, { "1/2", -1, 0 }, { "1:2", -1, 0 },
	{ "99999999999999999999999999", -1, 0 },
	{ "1.99999999999999999999999999", -1, 0 }, { "\xef\xbc\x91", -1, 0 },
	{ "999999999999.9999999", -1, 0 },
};

static const struct { int64_t value; int decimals; const char *text; }
printed[] = {
	{ 0, 0, "0" }, { 0, 6, "0.000000" }, { 1, 6, "0.000001" },
	{ -1, 6, "-0.000001" }, { -500000, 1, "-0.5" },
	{ 2750000, 2, "2.75" }, { 2500000, 2, "2.50" },
	{ 1000000, 0, "1" }, { -12000000, 0, "-12" },
	{ SUM_LIMIT - 1, 6, "9223372036853.999999" },
	{ -(SUM_LIMIT - 1), 6, "-9223372036853.999999" },
};

/* value * times */
static const struct { int64_t value, times; int decimals; const char *text; }
totals[] = {
	{ 1, 1, 6, "0.000001" }, { -12000000, 1, 0, "-12" },
	{ SUM_LIMIT - 1, -1, 6, "-9223372036853.999999" },
	{ 1000000000000000000, 1, 2, "1000000000000.00" },
	{ -1000000000000000000, 1000000, 0, "-1000000000000000000" },
	{ 9000000000000000000, 4000000001, 3, "36000000009000000000000.000" },
	{ 1234567890123456789, 7, 6, "8641975230864.197523" },
};

static void
check_totals(void)
{
	char out[DECIMAL_WIDTH];

	for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
		const size_t n = wide_print(out, (wide)totals[i].value
		    * totals[i].times, totals[i].decimals);
		ok(n == strlen(totals[i].text)
		    && !memcmp(out, totals[i].text, n), totals[i].text);
	}
}

static void
check_texts(void)
{
	char out[DECIMAL_WIDTH];
	int wrong = 0;

	for (size_t i = 0; i < sizeof parsed / sizeof *parsed; i++) {
		int64_t v = 0;
		const int n = decimal_parse(parsed[i].text,
		    strlen(parsed[i].text), &v);
		ok(n == parsed[i].decimals && (n < 0 || v == parsed[i].value),
		    parsed[i].text);
	}
	for (size_t i = 0; i < sizeof printed / sizeof *printed; i++) {
		const size_t n = decimal_print(out, printed[i].value,
		    printed[i].decimals);
		ok(n == strlen(printed[i].text)
		    && !memcmp(out, printed[i].text, n), printed[i].text);
	}
	for (int i = 0; i < 100000; i++) {
		const int decimals = random_below(7);
		const int64_t unit = power_of_ten(6 - decimals);
		const int64_t v = (int64_t)random_bits() / 10 / unit * unit;
		int64_t back = 0;
		const size_t n = decimal_print(out, v, decimals);
		wrong += decimal_parse(out, n, &back) != decimals || back != v
		    || decimal_needed(v) > decimals;
	}
	ok(wrong == 0, "what is printed is read");
	ok(decimal_needed(0) == 0 && decimal_needed(2500000) == 1
	    && decimal_needed(-1) == 6 && decimal_needed(10000000) == 0,
	    "the decimals that a value needs");
	ok(whole_print(out, INT64_MIN) == 20
	    && !memcmp(out, "-9223372036854775808", 20)
	    && whole_print(out, INT64_MAX) == 19
	    && !memcmp(out, "9223372036854775807", 19), "whole numbers");
}

static const struct { int a, b, quotient, floor, ceiling; } divided[] = {
	{ 5, 2, 3, 2, 3 }, { -5, 2, -3, -3, -2 }, { 1, 3, 0, 0, 1 },
	{ 2, 3, 1, 0, 1 }, { -1, 3, 0, -1, 0 }, { -2, 3, -1, -1, 0 },
	{ 6, 3, 2, 2, 2 }, { -6, 3, -2, -2, -2 }, { 0, 7, 0, 0, 0 },
	{ 1, 2, 1, 0, 1 }, { -1, 2, -1, -1, 0 },
};

static void
check_quotients(void)
{
	const wide most = (wide)SUM_LIMIT << 40;
	int wrong = 0;

	for (size_t i = 0; i < sizeof divided / sizeof *divided; i++) {
		const wide a = divided[i].a, b = divided[i].b;
		wrong += wide_quotient(a, b) != divided[i].quotient
		    || wide_quotient(-a, -b) != divided[i].quotient
		    || wide_floor(a, b) != divided[i].floor
		    || wide_ceiling(a, b) != divided[i].ceiling;
	}
	ok(wrong == 0, "half is rounded away from zero");
	ok(wide_quotient(most, most) == 1 && wide_quotient(most, -1) == -most,
	    "wide quotients");
	ok(share_of(1, 3) == 333333 && share_of(2, 3) == 666667
	    && share_of(-1, 8) == -125000 && share_of(1, 2000000) == 1
	    && share_of(0, 5) == 0, "shares");
	ok(share_of(1, 0) == NONE && share_of(0, 0) == NONE
	    && mean_of(5, 0, 2) == NONE, "nothing to divide by");
	ok(share_of(most, most) == MILLION, "a share of a wide total");
	ok(mean_of(10 * MILLION, 3, 2) == 3330000
	    && mean_of(20 * MILLION, 3, 2) == 6670000
	    && mean_of(-MILLION, 8, 2) == -130000
	    && mean_of(MILLION, 3, 6) == 333333
	    && mean_of(5 * MILLION, 2, 0) == 3 * MILLION, "means");
	ok(mean_decimals(0) == 2 && mean_decimals(4) == 6
	    && mean_decimals(5) == 6 && mean_decimals(6) == 6,
	    "two decimals more, at most six");
}

int
main(void)
{
	check_texts();
	check_totals();
	check_quotients();
	return done();
}
