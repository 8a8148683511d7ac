/* date.c - dates: read as a plain reading of the contract reads them, printed
 * as they are read back, and understood alike where spelling is free */
#include <string.h>

#include "date.h"
#include "spelling.h"
#include "world.h"

struct reading { const char *s, *end; };

static int
at(const struct reading *r, char c)
{
	return r->s < r->end && *r->s == c;
}

/* n digits as a number, at most most; -1 if they are not there */
static int
number(struct reading *r, int n, int most)
{
	int v = 0;

	for (; n > 0; n--, r->s++) {
		if (r->s == r->end || *r->s < '0' || *r->s > '9')
			return -1;
		v = v * 10 + *r->s - '0';
	}
	return v <= most ? v : -1;
}

static int
sign(struct reading *r, char c)
{
	const int there = at(r, c);

	r->s += there;
	return there;
}

static int
time_and_offset(struct reading *r, int *second)
{
	int hour, minute, seconds = 0;

	if (!sign(r, 'T') && !sign(r, ' '))
		return 0;
	if ((hour = number(r, 2, 23)) < 0 || !sign(r, ':')
	    || (minute = number(r, 2, 59)) < 0)
		return 0;
	if (sign(r, ':')) {
		if ((seconds = number(r, 2, 59)) < 0)
			return 0;
		if (sign(r, '.')) {
			if (number(r, 1, 9) < 0)
				return 0;
			while (number(&(struct reading){ r->s, r->end }, 1, 9)
			    >= 0)
				r->s++;
		}
	}
	*second = (hour * 60 + minute) * 60 + seconds;
	if (r->s == r->end || sign(r, 'Z'))
		return 1;
	if (!sign(r, '+') && !sign(r, '-'))
		return 0;
	hour = number(r, 2, 14);
	if (hour < 0 || !sign(r, ':'))
		return 0;
	minute = number(r, 2, 59);
	return minute >= 0 && hour * 60 + minute <= 14 * 60;
}

/* The days of the years and months ahead, one by one */
static int
plain(struct bytes t, struct moment *m)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31,
		30, 31 };
	struct reading r = { t.s, t.s + t.len };
	const int y = number(&r, 4, 9999);

	if (y < 1 || !sign(&r, '-'))
		return 0;
	const int month = number(&r, 2, 12);
	if (month < 1 || !sign(&r, '-'))
		return 0;
	const int leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
	const int day = number(&r, 2, lengths[month - 1] + (leap && month == 2));
	if (day < 1)
		return 0;
	m->day = day - 1 + (leap && month > 2);
	for (int i = 1; i < month; i++)
		m->day += lengths[i - 1];
	for (int i = 1; i < y; i++)
		m->day += 365 + (i % 4 == 0 && (i % 100 != 0 || i % 400 == 0));
	m->second = -1;
	return (r.s == r.end || time_and_offset(&r, &m->second))
	    && r.s == r.end;
}

static void
check_day(int32_t day)
{
	char s[DATE_WIDTH];

	date_print(s, day);
	world_must(date_day(s, DATE_WIDTH) == day,
	    "a date that is printed is not read back");
	const struct civil c = date_civil(day);
	world_must(date_number(c.year, c.month, c.day) == day,
	    "a day is not that of its parts");
	for (int months = -30; months <= 30; months++) {
		const int32_t to = date_add_months(day, months);
		world_must(to >= 0 && to <= LAST_DAY,
		    "months lead out of the years");
	}
	const int32_t back = date_back_months(day, 7);
	world_must(back == NO_DAY || date_month(back) == date_month(day) - 7,
	    "months before are others");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	const struct bytes t = { (const char *)data, len };
	struct moment m = { 0 }, expected, next;
	struct date_ahead ahead = { .day = NO_DAY };
	char spelled[SPELLED_DATE];
	const int is_date = plain(t, &expected);

	world_must(date_parse(t.s, t.len, &m) == is_date,
	    "a date or not: two answers");
	for (int i = 0; i < 2; i++)
		world_must(date_parse_next(&ahead, t.s, t.len, &next)
		    == is_date, "another answer in a row of dates");
	if (is_date) {
		world_must(m.day == expected.day && m.second
		    == expected.second && next.day == m.day
		    && next.second == m.second, "another day or time");
		check_day(m.day);
	}
	/* what spelling makes of it is a date, and of a date that date */
	if (utf8_valid(t.s, t.len) < t.len)
		return 0;
	const size_t n = spelling_date(spelled, (struct text){ t.s, t.len },
	    (struct text){ "", 0 });
	world_must(n == 0 || date_parse(spelled, n, &next),
	    "a spelling becomes no date");
	if (is_date && len < 60)
		world_must(n > 0 && next.day == m.day && next.second
		    == m.second, "a date is not its own spelling");
	return 0;
}
