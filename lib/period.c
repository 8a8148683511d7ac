/* period.c - months, weeks, all time */
#include <string.h>

#include "base.h"
#include "date.h"
#include "parts.h"
#include "period.h"

enum { WEEK = 7, MONTH_WIDTH = 7 };

int32_t
period_of(enum period p, int32_t day)
{
	return p == BY_MONTH ? date_month(day) : p == BY_WEEK ? day / WEEK : 0;
}

int32_t
period_start(enum period p, int32_t number)
{
	return p == BY_MONTH ? date_month_start(number)
	    : p == BY_WEEK ? number * WEEK : 0;
}

int
period_ended(enum period p, int32_t number, int32_t day)
{
	return p == ALL_TIME || period_start(p, number + 1) - 1 <= day;
}

struct periods
periods_new(enum period p, int32_t from, int32_t to)
{
	struct periods all = { from, mem_new((size_t)(to - from) + 1,
	    sizeof *all.number) };

	for (int32_t day = from; day <= to; day++)
		all.number[day - from] = period_of(p, day);
	return all;
}

struct dating { enum period period; const struct col *dates; struct col *c; };

static void
number_rows(void *dating, struct piece p)
{
	const struct dating *d = dating;

	for (size_t i = p.from; i < p.to; i++)
		d->c->v[i] = d->dates->v[i] == NONE ? NONE
		    : period_of(d->period, (int32_t)d->dates->v[i]);
}

struct col *
period_numbers(enum period p, const struct col *dates)
{
	struct dating d = { p, dates, col_new(WHOLE, dates->n) };

	parts_rows(dates->n, number_rows, &d);
	return d.c;
}

struct col *
period_names(enum period p, const uint32_t *numbers, size_t n)
{
	struct col *c = col_new(TEXTS, n);

	for (size_t i = 0; i < n; i++) {
		char name[KEY_INLINE] = "all";
		const int32_t number = (int32_t)numbers[i];
		if (p != ALL_TIME)
			date_print(name, period_start(p, number));
		if (p == BY_MONTH)
			memset(name + MONTH_WIDTH, 0, DATE_WIDTH - MONTH_WIDTH);
		c->keys[i] = key_of((struct text){ name, strlen(name) });
	}
	return c;
}
