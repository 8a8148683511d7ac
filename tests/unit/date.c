/* date - days and texts, against a calendar that is walked day by day */
#include <string.h>

#include "date.h"
#include "tap.h"

static int
month_length(int year, int month)
{
	if (month == 2)
		return year % 400 == 0 || (year % 4 == 0 && year % 100)
		    ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static int
agrees(int32_t day, struct civil c)
{
	const struct civil got = date_civil(day);
	char text[40], printed[DATE_WIDTH];
	struct moment m;

	snprintf(text, sizeof text, "%04d-%02d-%02d", c.year, c.month,
	    c.day);
	date_print(printed, day);
	return got.year == c.year && got.month == c.month && got.day == c.day
	    && date_number(c.year, c.month, c.day) == day
	    && !memcmp(text, printed, DATE_WIDTH)
	    && date_day(text, DATE_WIDTH) == day
	    && date_parse(text, DATE_WIDTH, &m) && m.day == day
	    && m.second == -1 && date_weekday(day) == day % 7 + 1
	    && date_month(day) == c.year * 12 + c.month - 1;
}

static void
check_calendar(void)
{
	struct civil c = { 1, 1, 1 };
	int wrong = 0, starts = 0;
	int32_t day = 0;

	for (; c.year < 10000; day++) {
		wrong += !agrees(day, c);
		if (c.day == 1)
			starts += date_month_start(date_month(day)) != day
			    || date_month_length(c.year, c.month)
			    != month_length(c.year, c.month);
		if (++c.day > month_length(c.year, c.month)) {
			c.day = 1;
			c.month++;
		}
		if (c.month > 12) {
			c.month = 1;
			c.year++;
		}
	}
	ok(wrong == 0, "all days of 9999 years, there and back");
	ok(starts == 0, "all months begin and end");
	ok(day - 1 == LAST_DAY, "the last day is 9999-12-31");
	ok(date_number(401, 1, 1) == 146097, "400 years have 146097 days");
	ok(date_weekday(date_number(2000, 2, 29)) == 2, "a Tuesday");
	ok(date_weekday(date_number(1970, 1, 1)) == 4, "a Thursday");
}

/* second: of the day, -1 none, -2 no date */
static const struct { const char *text; int32_t second; } times[] = {
	{ "2024-02-29", -1 },
	{ "2024-02-29T00:00", 0 },
	{ "2024-02-29 23:59", 86340 },
	{ "2024-02-29T23:59:59", 86399 },
	{ "2024-02-29T01:02:03.0000000000000000000000004", 3723 },
	{ "2024-02-29T10:00Z", 36000 },
	{ "2024-02-29 10:00:00Z", 36000 },
	{ "2024-02-29T10:00:00.5+09:00", 36000 },
	{ "2024-02-29T10:00+14:00", 36000 },
	{ "2024-02-29T10:00-14:00", 36000 },
	{ "2024-02-29T10:00-00:00", 36000 },
	{ "", -2 }, { "2", -2 }, { "2024-02-2", -2 }, { "2024-02-30", -2 },
	{ "2023-02-29", -2 }, { "1900-02-29", -2 }, { "0000-01-01", -2 },
	{ "2024-00-01", -2 }, { "2024-13-01", -2 }, { "2024-01-00", -2 },
	{ "2024-01-32", -2 }, { "2024-04-31", -2 }, { "2024/01/01", -2 },
	{ "2024-01/01", -2 }, { "+024-01-01", -2 }, { "2024-0x-01", -2 },
	{ "2024-01-1x", -2 }, { "10000-01-01", -2 }, { "2024-02-29 ", -2 },
	{ "2024-02-29T", -2 }, { "2024-02-29T1", -2 },
	{ "2024-02-29T10", -2 }, { "2024-02-29T10:", -2 },
	{ "2024-02-29T10:0", -2 }, { "2024-02-29t10:00", -2 },
	{ "2024-02-29T24:00", -2 }, { "2024-02-29T23:60", -2 },
	{ "2024-02-29T23:59:60", -2 }, { "2024-02-29T10:00:", -2 },
	{ "2024-02-29T10:00:0", -2 }, { "2024-02-29T10:00:00.", -2 },
	{ "2024-02-29T10:00:00.Z", -2 }, { "2024-02-29T10:00.5", -2 },
	{ "2024-02-29T10-00", -2 }, { "2024-02-29Z", -2 },
	{ "2024-02-29+09:00", -2 }, { "2024-02-29T10:00z", -2 },
	{ "2024-02-29T10:00ZZ", -2 }, { "2024-02-29T10:00+", -2 },
	{ "2024-02-29T10:00+09", -2 }, { "2024-02-29T10:00+0900", -2 },
	{ "2024-02-29T10:00+14:01", -2 }, { "2024-02-29T10:00-14:01", -2 },
	{ "2024-02-29T10:00+15:00", -2 }, { "2024-02-29T10:00+09:60", -2 },
	{ "2024-02-29T10:00 +09:00", -2 }, { "2024-02-29T10:00+09:000", -2 },
};

static void
check_times(void)
{
	for (size_t i = 0; i < sizeof times / sizeof *times; i++) {
		const size_t len = strlen(times[i].text);
		struct moment m = { 0, 0 };
		const int is_date = date_parse(times[i].text, len, &m);

		ok(is_date == (times[i].second != -2) && (!is_date
		    || (m.day == date_number(2024, 2, 29)
		    && m.second == times[i].second)), times[i].text);
	}
	ok(date_day("2024-02-29T10:00", 16) == NO_DAY, "a day has no time");
}

static const struct { const char *from; int months; const char *to; }
added[] = {
	{ "2024-01-31", 1, "2024-02-29" }, { "2024-02-29", 12, "2025-02-28" },
	{ "2024-02-29", 1, "2024-03-29" }, { "2024-12-01", 1, "2025-01-01" },
	{ "2024-03-31", -1, "2024-02-29" }, { "2024-01-01", -1, "2023-12-01" },
	{ "0001-01-15", -1, "0001-01-01" }, { "9999-12-15", 1, "9999-12-31" },
	{ "2024-05-05", 0, "2024-05-05" }, { "0001-12-31", 1, "0002-01-31" },
}, back[] = {
	{ "2024-03-31", 1, "2024-02-29" }, { "2024-02-29", 1, "2024-01-31" },
	{ "2023-02-28", 12, "2022-02-28" }, { "2025-02-28", 12, "2024-02-29" },
	{ "2024-02-28", 1, "2024-01-28" }, { "2024-04-30", 1, "2024-03-31" },
	{ "2024-04-29", 2, "2024-02-29" }, { "2024-12-31", 6, "2024-06-30" },
	{ "0001-07-31", 6, "0001-01-31" }, { "0001-06-30", 6, "no day" },
	{ "9999-12-31", INT32_MAX, "no day" },
};

static void
check_months(void)
{
	for (size_t i = 0; i < sizeof added / sizeof *added; i++)
		ok(date_add_months(date_day(added[i].from, 10),
		    added[i].months) == date_day(added[i].to, 10),
		    added[i].from);
	for (size_t i = 0; i < sizeof back / sizeof *back; i++)
		ok(date_back_months(date_day(back[i].from, 10), back[i].months)
		    == date_day(back[i].to, 10), back[i].from);
	ok(date_add_months(0, INT32_MIN) == 0
	    && date_add_months(0, INT32_MAX) == LAST_DAY, "far away");
}

int
main(void)
{
	check_calendar();
	check_times();
	check_months();
	return done();
}
