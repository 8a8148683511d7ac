/* period.c - months, weeks, all time */
#include <string.h>

#include "date.h"
#include "period.h"

enum { WEEK = 7, MONTH_WIDTH = 7 };

int32_t
period_of(enum period p, int32_t day)
{
	return p == BY_MONTH ? date_month(day) : p == BY_WEEK ? day / WEEK : 0;
}

int
period_ended(enum period p, int32_t number, int32_t day)
{
	if (p == ALL_TIME)
		return 1;
	return (p == BY_MONTH ? date_month_start(number + 1)
	    : (number + 1) * WEEK) - 1 <= day;
}

struct col *
period_numbers(enum period p, const struct col *dates)
{
	struct col *c = col_new(WHOLE, dates->n);

	for (size_t i = 0; i < c->n; i++)
		c->v[i] = dates->v[i] == NONE ? NONE
		    : period_of(p, (int32_t)dates->v[i]);
	return c;
}

struct col *
period_names(enum period p, const uint32_t *numbers, size_t n)
{
	struct col *c = col_new(TEXTS, n);

	for (size_t i = 0; i < n; i++) {
		char name[KEY_INLINE] = "all";
		const int32_t number = (int32_t)numbers[i];
		if (p != ALL_TIME)
			date_print(name, p == BY_WEEK ? number * WEEK
			    : date_month_start(number));
		if (p == BY_MONTH)
			memset(name + MONTH_WIDTH, 0, DATE_WIDTH - MONTH_WIDTH);
		c->keys[i] = key_of((struct text){ name, strlen(name) });
	}
	return c;
}
