/* vec.c - operations on values: rounding, limits, none, dates */
#include <stdio.h>

#include "decimal.h"
#include "vec.h"

static int n;

static void
ok(int good, const char *name)
{
	printf("%sok %d - %s\n", good ? "" : "not ", ++n, name);
}

/* What a and b give; none if there is no result. */
static int64_t
of(vec_binary *operation, int64_t a, int64_t b)
{
	int64_t c = 0;
	struct vec out = { .data = &c }, x = { .data = &a }, y = { .data = &b };

	return operation(&out, &x, &y, 1) ? c : NONE;
}

static int
is(vec_binary *operation, int64_t a, int64_t b)
{
	unsigned char c = 2;
	struct vec out = { .data = &c }, x = { .data = &a }, y = { .data = &b };

	return operation(&out, &x, &y, 1) == 1 ? c : -1;
}

static int64_t
date(const char *s)
{
	struct moment m = { NO_DAY, -1 };

	return date_parse(s, text_of(s).len, &m) ? date_value(m) : NONE;
}

static void
numbers(void)
{
	const int64_t most = SUM_LIMIT - 1;

	ok(of(vec_multiply, 1, 500000) == 1, "half is rounded up");
	ok(of(vec_multiply, -1, 500000) == -1, "away from zero");
	ok(of(vec_multiply, 1, 499999) == 0, "less is dropped");
	ok(of(vec_divide, 2 * MILLION, 3 * MILLION) == 666667, "2 / 3");
	ok(of(vec_divide, -2 * MILLION, 3 * MILLION) == -666667, "-2 / 3");
	ok(of(vec_divide, 5, 0) == NONE, "by 0 is none");
	ok(of(vec_add, most, 0) == most, "the largest number");
	ok(of(vec_add, most, 1) == NONE, "no larger one");
	ok(of(vec_subtract, -most, 1) == NONE, "nor below");
	ok(of(vec_add, most, most) == NONE, "far beyond");
	ok(of(vec_multiply, most, most) == NONE, "a far larger product");
	ok(of(vec_divide, most, 1) == NONE, "a far larger quotient");
	ok(of(vec_add, NONE, most) == NONE && of(vec_multiply, most, NONE)
	    == NONE && of(vec_divide, NONE, 0) == NONE, "none stays none");
}

static void
comparisons(void)
{
	ok(!is(vec_equal, NONE, NONE) && is(vec_equal, 0, 0), "equal");
	ok(!is(vec_less, NONE, 0) && !is(vec_less, 0, NONE)
	    && is(vec_less, -1, 0) && !is(vec_less, 0, 0), "less");
	ok(!is(vec_at_most, NONE, 0) && !is(vec_at_most, 0, NONE)
	    && !is(vec_at_most, NONE, NONE) && is(vec_at_most, 0, 0),
	    "at most");
	ok(is(vec_date_equal, date("2024-02-29"), date("2024-02-29 23:59"))
	    && !is(vec_date_equal, NONE, NONE), "dates are days");
	ok(!is(vec_date_less, date("2024-02-29"), date("2024-02-29 23:59"))
	    && !is(vec_date_less, NONE, 0) && !is(vec_date_less, 0, NONE)
	    && is(vec_date_less, date("2024-02-29 23:59"), date("2024-03-01")),
	    "an earlier day");
	ok(is(vec_date_at_most, date("2024-02-29 23:59"), date("2024-02-29"))
	    && !is(vec_date_at_most, NONE, NONE)
	    && !is(vec_date_at_most, NONE, 0), "not a later day");
}

static void
dates(void)
{
	const int64_t day = MILLION;

	ok(of(vec_add_months, date("2024-01-31"), 1) == date("2024-02-29"),
	    "a month's last day");
	ok(of(vec_subtract_months, date("2024-02-29"), 1)
	    == date("2024-01-29"), "does not stay the last");
	ok(of(vec_add_months, date("2024-01-31 10:30"), 13)
	    == date("2025-02-28 10:30"), "the time stays");
	ok(of(vec_add_days, date("2024-02-28"), 2 * day) == date("2024-03-01"),
	    "days");
	ok(of(vec_subtract_days, date("0001-01-02"), 5 * day)
	    == date("0001-01-01"), "nothing is ahead of the first day");
	ok(of(vec_add_days, date("9999-12-30"), SUM_LIMIT - 1)
	    == date("9999-12-31"), "nothing is behind the last");
	ok(of(vec_days_between, date("2024-03-01 00:00"),
	    date("2024-02-28 23:59")) == 2 * day, "days between");
	ok(of(vec_days_between, NONE, 0) == NONE
	    && of(vec_add_months, NONE, 1) == NONE, "none stays none");
}

int
main(void)
{
	numbers();
	comparisons();
	dates();
	printf("1..%d\n", n);
	return 0;
}
