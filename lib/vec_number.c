/* vec_number.c - numbers and truths: arithmetic, comparison, logic */
#include "decimal.h"
#include "vec.h"

static int
too_large(wide v)
{
	return v >= SUM_LIMIT || v <= -SUM_LIMIT;
}

static void
keep_decimals(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	if (!out->decimals)
		return;
	for (size_t i = 0; i < n; i++)
		out->decimals[i] = a->decimals[i] > b->decimals[i]
		    ? a->decimals[i] : b->decimals[i];
}

static size_t
add(struct vec *out, const struct vec *a, const struct vec *b, size_t n,
    int sign)
{
	const int64_t *x = a->data, *y = b->data;
	int64_t *z = out->data;

	keep_decimals(out, a, b, n);
	for (size_t i = 0; i < n; i++) {
		const wide sum = x[i] + sign * (wide)y[i];
		z[i] = (int64_t)sum;
		if (x[i] == NONE || y[i] == NONE)
			z[i] = NONE;
		else if (too_large(sum))
			return i;
	}
	return n;
}

size_t
vec_add(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	return add(out, a, b, n, 1);
}

size_t
vec_subtract(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	return add(out, a, b, n, -1);
}

size_t
vec_multiply(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	int64_t *z = out->data;

	for (size_t i = 0; out->decimals && i < n; i++) {
		const int both = a->decimals[i] + b->decimals[i];
		out->decimals[i] = (unsigned char)(both < DECIMALS_MOST ? both
		    : DECIMALS_MOST);
	}
	for (size_t i = 0; i < n; i++) {
		z[i] = NONE;
		if (x[i] == NONE || y[i] == NONE)
			continue;
		const wide product = wide_quotient((wide)x[i] * y[i], MILLION);
		if (too_large(product))
			return i;
		z[i] = (int64_t)product;
	}
	return n;
}

size_t
vec_divide(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	int64_t *z = out->data;

	for (size_t i = 0; out->decimals && i < n; i++)
		out->decimals[i] = DECIMALS_MOST;
	for (size_t i = 0; i < n; i++) {
		z[i] = NONE;
		if (x[i] == NONE || y[i] == NONE || y[i] == 0)
			continue;
		const wide quotient = wide_quotient((wide)x[i] * MILLION, y[i]);
		if (too_large(quotient))
			return i;
		z[i] = (int64_t)quotient;
	}
	return n;
}

size_t
vec_negate(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;
	int64_t *z = out->data;

	for (size_t i = 0; out->decimals && i < n; i++)
		out->decimals[i] = a->decimals[i];
	for (size_t i = 0; i < n; i++)
		z[i] = x[i] == NONE ? NONE : -x[i];
	return n;
}

size_t
vec_abs(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;
	int64_t *z = out->data;

	for (size_t i = 0; out->decimals && i < n; i++)
		out->decimals[i] = a->decimals[i];
	for (size_t i = 0; i < n; i++)
		z[i] = x[i] == NONE || x[i] >= 0 ? x[i] : -x[i];
	return n;
}

/* In the comparisons NONE, the least of all numbers, needs a test on the
 * smaller side only. */
size_t
vec_equal(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] == y[i]) & (x[i] != NONE);
	return n;
}

size_t
vec_less(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] < y[i]) & (x[i] != NONE);
	return n;
}

size_t
vec_at_most(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const int64_t *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = (x[i] <= y[i]) & (x[i] != NONE);
	return n;
}

size_t
vec_is_none(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i] == NONE;
	return n;
}

size_t
vec_and(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	const unsigned char *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i] & y[i];
	return n;
}

size_t
vec_or(struct vec *out, const struct vec *a, const struct vec *b, size_t n)
{
	const unsigned char *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i] | y[i];
	return n;
}

size_t
vec_not(struct vec *out, const struct vec *a, size_t n)
{
	const unsigned char *x = a->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = !x[i];
	return n;
}
