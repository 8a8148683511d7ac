/* date.c - days as numbers, from text and back */
#include <string.h>

#include "date.h"

static const int month_length[] =
	{ 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
static const int days_ahead[] =
	{ 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };

static int
leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
date_month_length(int year, int month)
{
	return month_length[month - 1] + (month == 2 && leap(year));
}

int32_t
date_number(int year, int month, int day)
{
	const int y = year - 1;

	return y * 365 + y / 4 - y / 100 + y / 400 + days_ahead[month - 1]
	    + (month > 2 && leap(year)) + day - 1;
}

/* Years from March end with their leap day, and so do four of them, their
 * centuries and four centuries; five months from March have 153 days (after
 * E. G. Richards, and H. Hinnant, "chrono-compatible low-level date
 * algorithms", 2013). */
struct civil
date_civil(int32_t n)
{
	enum { AHEAD = 306, YEAR = 365, FOUR = 4 * YEAR + 1,
		CENTURY = 25 * FOUR - 1, ERA = 4 * CENTURY + 1 };
	const unsigned day = (unsigned)n + AHEAD, era = day / ERA;
	const unsigned of_era = day % ERA;
	const unsigned year = (of_era - of_era / (FOUR - 1)
	    + of_era / CENTURY - of_era / (ERA - 1)) / YEAR;
	const unsigned of_year = of_era - (YEAR * year + year / 4
	    - year / 100);
	const unsigned month = (5 * of_year + 2) / 153;

	return (struct civil){
		.year = (int)(era * 400 + year + (month > 9)),
		.month = (int)(month > 9 ? month - 9 : month + 3),
		.day = (int)(of_year - (153 * month + 2) / 5) + 1 };
}

static int
digits(const char *s, int n)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		const unsigned d = (unsigned char)s[i] - (unsigned)'0';
		if (d > 9)
			return -1;
		v = v * 10 + (int)d;
	}
	return v;
}

int32_t
date_day(const char *s, size_t len)
{
	if (len != DATE_WIDTH || s[4] != '-' || s[7] != '-')
		return NO_DAY;
	const int year = digits(s, 4);
	const int month = digits(s + 5, 2);
	const int day = digits(s + 8, 2);
	if (year < 1 || month < 1 || month > 12 || day < 1
	    || day > date_month_length(year, month))
		return NO_DAY;
	return date_number(year, month, day);
}

/* HH:MM, hours up to most; minutes of the day, or -1 */
static int
clock_minutes(const char *s, size_t len, int most)
{
	if (len < 5 || s[2] != ':')
		return -1;
	const int hour = digits(s, 2);
	const int minute = digits(s + 3, 2);
	if (hour < 0 || hour > most || minute < 0 || minute > 59)
		return -1;
	return hour * 60 + minute;
}

static int
offset_valid(const char *s, size_t len)
{
	if (len == 0 || (len == 1 && *s == 'Z'))
		return 1;
	if (len != 6 || (*s != '+' && *s != '-'))
		return 0;
	const int minutes = clock_minutes(s + 1, 5, 14);
	return minutes >= 0 && minutes <= 14 * 60;
}

/* The length of :SS[.fraction] at s, its seconds in *second; 0 if there is
 * none, -1 if it is wrong. */
static int
seconds_length(const char *s, size_t len, int *second)
{
	*second = 0;
	if (len == 0 || *s != ':')
		return 0;
	if (len < 3 || (*second = digits(s + 1, 2)) < 0 || *second > 59)
		return -1;
	size_t n = 3;
	if (n < len && s[n] == '.') {
		for (n++; n < len && s[n] >= '0' && s[n] <= '9'; n++)
			;
		if (s[n - 1] == '.')
			return -1;
	}
	return (int)n;
}

int
date_clock(const char *s, size_t len, int32_t *second)
{
	int seconds;

	*second = -1;
	if (len == 0)
		return 1;
	if (*s != 'T' && *s != ' ')
		return 0;
	const int minutes = clock_minutes(s + 1, len - 1, 23);
	if (minutes < 0)
		return 0;
	const int n = seconds_length(s + 6, len - 6, &seconds);
	if (n < 0)
		return 0;
	*second = minutes * 60 + seconds;
	return offset_valid(s + 6 + n, len - 6 - (size_t)n);
}

int
date_parse(const char *s, size_t len, struct moment *m)
{
	return len >= DATE_WIDTH
	    && (m->day = date_day(s, DATE_WIDTH)) != NO_DAY
	    && date_clock(s + DATE_WIDTH, len - DATE_WIDTH, &m->second);
}

int
date_parse_next(struct date_ahead *ahead, const char *s, size_t len,
    struct moment *m)
{
	if (len < DATE_WIDTH)
		return 0;
	if (ahead->day == NO_DAY || memcmp(s, ahead->text, DATE_WIDTH)) {
		ahead->day = date_day(s, DATE_WIDTH);
		memcpy(ahead->text, s, DATE_WIDTH);
	}
	*m = (struct moment){ ahead->day, -1 };
	return m->day != NO_DAY && (len == DATE_WIDTH
	    || date_clock(s + DATE_WIDTH, len - DATE_WIDTH, &m->second));
}

void
date_print(char out[DATE_WIDTH], int32_t day)
{
	const struct civil c = date_civil(day);
	const int v[] = { c.year / 100, c.year % 100, c.month, c.day };
	static const int at[] = { 0, 2, 5, 8 };

	for (int i = 0; i < 4; i++) {
		out[at[i]] = (char)('0' + v[i] / 10);
		out[at[i] + 1] = (char)('0' + v[i] % 10);
	}
	out[4] = out[7] = '-';
}

int32_t
date_month(int32_t day)
{
	const struct civil c = date_civil(day);

	return c.year * 12 + c.month - 1;
}

int32_t
date_month_start(int32_t month)
{
	return date_number(month / 12, month % 12 + 1, 1);
}

int32_t
date_add_months(int32_t day, int64_t months)
{
	const struct civil c = date_civil(day);
	const int64_t to = (int64_t)c.year * 12 + c.month - 1 + months;

	if (to < 12)
		return 0;
	if (to > 9999 * 12 + 11)
		return LAST_DAY;
	const int year = (int)(to / 12), month = (int)(to % 12) + 1;
	const int last = date_month_length(year, month);
	return date_number(year, month, c.day < last ? c.day : last);
}

int32_t
date_back_months(int32_t day, int months)
{
	const struct civil c = date_civil(day);

	if (date_month(day) - months < 12)
		return NO_DAY;
	const int32_t to = date_add_months(day, -(int64_t)months);
	if (c.day < date_month_length(c.year, c.month))
		return to;
	const struct civil t = date_civil(to);
	return date_number(t.year, t.month, date_month_length(t.year, t.month));
}

int
date_weekday(int32_t day)
{
	return day % 7 + 1;
}
