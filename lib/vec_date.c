/* vec_date.c - dates: comparison by day, durations, parts */
#include "decimal.h"
#include "vec.h"

size_t
vec_date_equal(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] >> DATE_SHIFT == y[i] >> DATE_SHIFT)
		    & (x[i] != NONE);
	return n;
}

size_t
vec_date_less(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] >> DATE_SHIFT < y[i] >> DATE_SHIFT)
		    & (x[i] != NONE);
	return n;
}

size_t
vec_date_at_most(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] >> DATE_SHIFT <= y[i] >> DATE_SHIFT)
		    & (x[i] != NONE);
	return n;
}

/* Another day with the same time; a day outside the years 1 to 9999 is the
 * nearest one that exists. */
static int64_t
on_day(int64_t date, int64_t day)
{
	const int64_t exists = day < 0 ? 0 : day > LAST_DAY ? LAST_DAY : day;

	return exists << DATE_SHIFT | (date & ((1 << DATE_SHIFT) - 1));
}

static size_t
shift_days(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n, int sign)
{
	const int64_t *x = a->data, *y = b->data;
	int64_t *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i] == NONE ? NONE : on_day(x[i],
		    (x[i] >> DATE_SHIFT) + sign * (y[i] / MILLION));
	return n;
}

static size_t
shift_months(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n, int sign)
{
	const int64_t *x = a->data, *y = b->data;
	int64_t *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i] == NONE ? NONE : on_day(x[i],
		    date_add_months(date_value_day(x[i]), sign * y[i]));
	return n;
}

size_t
vec_add_days(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	return shift_days(out, a, b, n, 1);
}

size_t
vec_subtract_days(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	return shift_days(out, a, b, n, -1);
}

size_t
vec_add_months(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	return shift_months(out, a, b, n, 1);
}

size_t
vec_subtract_months(struct vec *out, const struct vec *a,
    const struct vec *b, size_t n)
{
	return shift_months(out, a, b, n, -1);
}

static void
put(struct vec *out, size_t i, int64_t whole)
{
	((int64_t *)out->data)[i] = whole * MILLION;
	if (out->decimals)
		out->decimals[i] = 0;
}

static void
put_none(struct vec *out, size_t i)
{
	put(out, i, 0);
	((int64_t *)out->data)[i] = NONE;
}

size_t
vec_days_between(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;

	for (size_t i = 0; i < n; i++)
		if (x[i] == NONE || y[i] == NONE)
			put_none(out, i);
		else
			put(out, i, date_value_day(x[i])
			    - date_value_day(y[i]));
	return n;
}

static size_t
of_day(struct vec *out, const struct vec *a, size_t n, int (*of)(int32_t))
{
	const int64_t *x = a->data;

	for (size_t i = 0; i < n; i++)
		if (x[i] == NONE)
			put_none(out, i);
		else
			put(out, i, of(date_value_day(x[i])));
	return n;
}

static int
month(int32_t day)
{
	return date_civil(day).month;
}

static int
year(int32_t day)
{
	return date_civil(day).year;
}

size_t
vec_month(struct vec *out, const struct vec *a, size_t n)
{
	return of_day(out, a, n, month);
}

size_t
vec_year(struct vec *out, const struct vec *a, size_t n)
{
	return of_day(out, a, n, year);
}

size_t
vec_weekday(struct vec *out, const struct vec *a, size_t n)
{
	return of_day(out, a, n, date_weekday);
}

size_t
vec_hour(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;

	for (size_t i = 0; i < n; i++) {
		const int64_t second = (x[i] & ((1 << DATE_SHIFT) - 1)) - 1;
		if (x[i] == NONE || second < 0)
			put_none(out, i);
		else
			put(out, i, second / 3600);
	}
	return n;
}
