/* vec_text.c - texts: comparison by bytes, conversion */
#include <string.h>

#include "base.h"
#include "decimal_field.h"
#include "vec.h"

size_t
vec_text_equal(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const struct text *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i].s && y[i].s && text_same(x[i], y[i]);
	return n;
}

size_t
vec_text_less(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const struct text *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i].s && y[i].s && text_order(x[i], y[i]) < 0;
	return n;
}

size_t
vec_text_at_most(struct vec *out, const struct vec *a, const struct vec *b,
    size_t n)
{
	const struct text *x = a->data, *y = b->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = x[i].s && y[i].s && text_order(x[i], y[i]) <= 0;
	return n;
}

size_t
vec_text_is_none(struct vec *out, const struct vec *a, size_t n)
{
	const struct text *x = a->data;
	unsigned char *z = out->data;

	for (size_t i = 0; i < n; i++)
		z[i] = !x[i].s;
	return n;
}

/* Room for the bytes of all texts that out will have, and 16 behind them. */
static char *
make_room(struct vec *out, size_t bytes)
{
	if (out->room < bytes + 16) {
		out->room = 2 * bytes + 16;
		out->bytes = mem_grow(out->bytes, out->room, 1);
	}
	return out->bytes;
}

void
vec_keep_texts(struct vec *v, size_t n)
{
	struct text *t = v->data;
	size_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += t[i].len;
	char *to = make_room(v, bytes);
	for (size_t i = 0; i < n; i++) {
		if (!t[i].s)
			continue;
		memcpy(to, t[i].s, t[i].len);
		t[i].s = to;
		to += t[i].len;
	}
}

size_t
vec_lower(struct vec *out, const struct vec *a, size_t n)
{
	const struct text *x = a->data;
	struct text *z = out->data;
	size_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += x[i].len;
	char *to = make_room(out, bytes);
	for (size_t i = 0; i < n; i++) {
		z[i] = (struct text){ x[i].s ? to : NULL, x[i].len };
		for (size_t k = 0; k < x[i].len; k++) {
			const char c = x[i].s[k];
			*to++ = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
		}
	}
	return n;
}

size_t
vec_length(struct vec *out, const struct vec *a, size_t n)
{
	const struct text *x = a->data;
	int64_t *z = out->data;

	for (size_t i = 0; i < n; i++) {
		z[i] = x[i].s ? (int64_t)utf8_length(x[i].s, x[i].len)
		    * MILLION : NONE;
		if (out->decimals)
			out->decimals[i] = 0;
	}
	return n;
}

size_t
vec_number_of_text(struct vec *out, const struct vec *a, size_t n)
{
	const struct text *x = a->data;
	int64_t *z = out->data;

	for (size_t i = 0; i < n; i++) {
		int decimals = 0;
		if (!x[i].s)
			z[i] = NONE;
		else if ((decimals = decimal_field(x[i].s, x[i].len, &z[i]))
		    < 0)
			return i;
		if (out->decimals)
			out->decimals[i] = (unsigned char)decimals;
	}
	return n;
}

size_t
vec_date_of_text(struct vec *out, const struct vec *a, size_t n)
{
	const struct text *x = a->data;
	int64_t *z = out->data;
	struct moment m;

	for (size_t i = 0; i < n; i++) {
		z[i] = NONE;
		if (!x[i].s)
			continue;
		if (!date_parse(x[i].s, x[i].len, &m))
			return i;
		z[i] = date_value(m);
	}
	return n;
}

size_t
vec_text_of_number(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;
	struct text *z = out->data;
	char *to = make_room(out, n * DECIMAL_WIDTH);

	for (size_t i = 0; i < n; i++) {
		z[i] = (struct text){ NULL, 0 };
		if (x[i] == NONE)
			continue;
		z[i].s = to;
		z[i].len = decimal_print(to, x[i], a->decimals[i]);
		to += z[i].len;
	}
	return n;
}

size_t
vec_text_of_date(struct vec *out, const struct vec *a, size_t n)
{
	const int64_t *x = a->data;
	struct text *z = out->data;
	char *to = make_room(out, n * DATE_WIDTH);

	for (size_t i = 0; i < n; i++) {
		z[i] = (struct text){ NULL, 0 };
		if (x[i] == NONE)
			continue;
		date_print(to, date_value_day(x[i]));
		z[i] = (struct text){ to, DATE_WIDTH };
		to += DATE_WIDTH;
	}
	return n;
}
