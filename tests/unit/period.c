/* period - every day is in one month, one week and all time */
#include <string.h>

#include "date.h"
#include "period.h"
#include "tap.h"

static int32_t
day(const char *date)
{
	return date_day(date, DATE_WIDTH);
}

/* Numbers rise by 1 where a period begins, and it ends the day before. */
static int
walks(enum period p, int (*begins)(int32_t))
{
	int32_t number = period_of(p, 0);
	int wrong = 0;

	for (int32_t d = 1; d <= LAST_DAY; d++) {
		const int next = begins(d);
		wrong += period_of(p, d) != number + next;
		wrong += period_ended(p, number, d - 1) != next;
		number += next;
	}
	return wrong == 0;
}

static int
month_begins(int32_t d)
{
	return date_civil(d).day == 1;
}

static int
week_begins(int32_t d)
{
	return date_weekday(d) == 1;
}

/* The name of the date's period. */
static int
named(enum period p, const char *date, const char *name)
{
	char room[KEY_ROOM];
	const uint32_t number = (uint32_t)period_of(p, day(date));
	const struct col *c = period_names(p, &number, 1);
	const struct text t = key_text(&c->keys[0], room);

	return t.len == strlen(name) && !memcmp(t.s, name, t.len);
}

static void
check_names(void)
{
	ok(named(BY_MONTH, "2024-02-29", "2024-02")
	    && named(BY_MONTH, "0001-01-01", "0001-01")
	    && named(BY_MONTH, "9999-12-31", "9999-12"), "months");
	ok(named(BY_WEEK, "2024-12-29", "2024-12-23")
	    && named(BY_WEEK, "2024-12-30", "2024-12-30")
	    && named(BY_WEEK, "2025-01-05", "2024-12-30")
	    && named(BY_WEEK, "2025-01-06", "2025-01-06")
	    && named(BY_WEEK, "2024-02-29", "2024-02-26")
	    && named(BY_WEEK, "0001-01-07", "0001-01-01")
	    && named(BY_WEEK, "9999-12-31", "9999-12-27"), "weeks");
	ok(named(ALL_TIME, "0001-01-01", "all")
	    && named(ALL_TIME, "9999-12-31", "all"), "all time");
}

static void
check_columns(void)
{
	struct col *dates = col_new(DAY, 3);

	dates->v[0] = day("2024-01-31");
	dates->v[1] = NONE;
	dates->v[2] = day("2024-02-01");
	const struct col *c = period_numbers(BY_MONTH, dates);
	ok(c->n == 3 && c->v[1] == NONE && c->v[2] == c->v[0] + 1,
	    "the months of dates, or none");
	c = period_numbers(ALL_TIME, dates);
	ok(c->v[0] == 0 && c->v[1] == NONE && c->v[2] == 0,
	    "none is not in all time");
	ok(period_names(BY_WEEK, NULL, 0)->n == 0, "no dates, no names");
}

int
main(void)
{
	ok(walks(BY_MONTH, month_begins), "months begin and end");
	ok(walks(BY_WEEK, week_begins), "weeks begin on Monday");
	ok(period_ended(BY_MONTH, period_of(BY_MONTH, LAST_DAY), LAST_DAY)
	    && !period_ended(BY_WEEK, period_of(BY_WEEK, LAST_DAY), LAST_DAY),
	    "of the last ones the month ends, the week does not");
	ok(period_of(ALL_TIME, 0) == 0 && period_of(ALL_TIME, LAST_DAY) == 0
	    && period_ended(ALL_TIME, 0, 0)
	    && period_ended(ALL_TIME, 0, LAST_DAY),
	    "all time is one, and has always ended");
	check_names();
	check_columns();
	return done();
}
