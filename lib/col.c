/* col.c - columns of values */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "col.h"
#include "date.h"
#include "parts.h"

struct col *
col_new(enum col_type type, size_t n)
{
	struct col *c = mem_new(1, sizeof *c);

	c->type = type;
	c->n = n;
	if (type == SCORE || type == LABEL)
		c->code = mem_new(n, sizeof *c->code);
	else if (type == TEXTS)
		c->keys = mem_new(n, sizeof *c->keys);
	else if (type == TOTAL)
		c->total = mem_new(n, sizeof *c->total);
	else
		c->v = mem_new(n, sizeof *c->v);
	return c;
}

void
col_free(struct col *c)
{
	free(c->v);
	free(c->code);
	free(c->keys);
	free(c->total);
	free(c);
}

struct key
col_key(struct text t)
{
	struct key k = { 0, 0 };

	if (t.len <= KEY_INLINE) {
		if (t.len)
			memcpy(&k, t.s, t.len);
		return k;
	}
	char *at = mem_new(1, sizeof t.len + t.len);
	memcpy(at, &t.len, sizeof t.len);
	memcpy(at + sizeof t.len, t.s, t.len);
	k = key_long(t);
	k.b = KEY_LONG | (uint64_t)(uintptr_t)at;
	return k;
}

struct col *
col_chosen(const struct col *from, const unsigned char *chosen, size_t n)
{
	struct col *c = col_new(from->type, n);
	size_t at = 0;

	c->decimals = from->decimals;
	for (size_t i = 0; i < from->n; i++) {
		if (!chosen[i])
			continue;
		if (c->keys)
			c->keys[at++] = from->keys[i];
		else
			c->v[at++] = from->v[i];
	}
	return c;
}

struct col *
col_between(const struct col *dates, int32_t from, int32_t to)
{
	struct col *c = col_new(DAY, dates->n);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = dates->v[i] < from || (to != NO_DAY
		    && dates->v[i] > to) ? NONE : dates->v[i];
	return c;
}

struct col *
col_where(const struct col *totals, const struct col *truth)
{
	struct col *c = col_new(TOTAL, totals->n);

	c->decimals = totals->decimals;
	for (size_t i = 0; i < c->n; i++)
		c->total[i] = truth->v[i] ? totals->total[i] : TOTAL_NONE;
	return c;
}

struct col *
col_places(size_t n, size_t times)
{
	struct col *c = col_new(WHOLE, n * times);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = (int64_t)(i / times);
	return c;
}

struct col *
col_at(const struct col *values, const struct col *places)
{
	struct col *c = col_new(values->type, places->n);

	c->decimals = values->decimals;
	for (size_t i = 0; i < c->n; i++)
		if (c->keys)
			c->keys[i] = values->keys[places->v[i]];
		else
			c->v[i] = values->v[places->v[i]];
	return c;
}

struct until { const struct col *dates; int32_t day; struct col *c; };

static void
until_rows(void *until, struct piece p)
{
	const struct until *u = until;

	for (size_t i = p.from; i < p.to; i++)
		u->c->v[i] = u->dates->v[i] == NONE ? NONE
		    : u->day - u->dates->v[i];
}

struct col *
col_until(const struct col *dates, int32_t day)
{
	struct until u = { dates, day, col_new(WHOLE, dates->n) };

	parts_rows(dates->n, until_rows, &u);
	return u.c;
}

struct between { const struct col *from, *to; struct col *c; };

static void
days_rows(void *between, struct piece p)
{
	const struct between *b = between;
	const int64_t *from = b->from->v, *to = b->to->v;

	for (size_t i = p.from; i < p.to; i++)
		b->c->v[i] = from[i] == NONE || to[i] == NONE ? NONE
		    : to[i] - from[i];
}

struct col *
col_days(const struct col *from, const struct col *to)
{
	struct between b = { from, to, col_new(WHOLE, from->n) };

	parts_rows(from->n, days_rows, &b);
	return b.c;
}

struct col *
col_month_ends(int32_t day, int n)
{
	const int32_t month = n ? date_month(day) : 0;
	const int before = n < month - 11 ? n - 1 : month - 12;
	struct col *c = col_new(DAY, n ? (size_t)before + 1 : 0);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = i + 1 == c->n ? day
		    : date_month_start(month - before + (int32_t)i + 1) - 1;
	return c;
}

struct col *
col_each(const struct col *of, size_t times)
{
	struct col *places = col_places(of->n, times);
	struct col *c = col_at(of, places);

	col_free(places);
	return c;
}

struct col *
col_names(const struct text *names, size_t k, size_t n)
{
	struct col *c = col_new(LABEL, n);

	c->names = names;
	for (size_t i = 0; i < n; i++)
		c->code[i] = (uint8_t)(i % k);
	return c;
}

struct digits { const struct col *const *scores; int n; struct col *c; };

/* A row is written before it could be read: a page that is first read is one
 * of zeros, which every thread must learn to forget. */
static void
digit_rows(void *digits, struct piece p)
{
	const struct digits *d = digits;

	for (size_t i = p.from; i < p.to; i++) {
		int64_t v = 0;
		for (int k = 0; k < d->n; k++)
			v = v * 10 + d->scores[k]->code[i];
		d->c->v[i] = v;
	}
}

struct col *
col_digits(const struct col *const *scores, int n_scores)
{
	struct digits d = { scores, n_scores, col_new(WHOLE, scores[0]->n) };

	parts_rows(d.c->n, digit_rows, &d);
	return d.c;
}
