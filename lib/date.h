#ifndef DATE_H
#define DATE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/*
 * A day is a number: days since 0001-01-01, which was a Monday; the last one
 * is 9999-12-31. Gregorian throughout. NO_DAY is none.
 */
enum { NO_DAY = -1, LAST_DAY = 3652058, DATE_WIDTH = 10 };

/* A date as the strict TSV has it: YYYY-MM-DD, then perhaps T or a blank and
 * HH:MM[:SS[.fraction]], and after a time perhaps Z or an offset. */
struct moment {
	int32_t day;
	int32_t second;		/* of the day; -1 if the text has no time */
};

/* 0 if text is no date; else 1 and *m is set. */
int date_parse(const char *text, size_t len, struct moment *m);
/* The same, one after another: neighbours mostly have one day, which is
 * compared before it is parsed. Begins as { .day = NO_DAY }. */
struct date_ahead { int32_t day; char text[DATE_WIDTH]; };
int date_parse_next(struct date_ahead *, const char *text, size_t len,
    struct moment *m);
/* Whether the text is the day ahead again and nothing more, as mostly. */
static inline int
date_again(const struct date_ahead *ahead, const char *text, size_t len)
{
	return len == DATE_WIDTH && ahead->day != NO_DAY
	    && !memcmp(text, ahead->text, DATE_WIDTH);
}
/* What stands behind the day; 0 if it is no time and offset. */
int date_clock(const char *text, size_t len, int32_t *second);
/* The day alone, YYYY-MM-DD and nothing behind; NO_DAY if it is no date. */
int32_t date_day(const char *text, size_t len);
void date_print(char out[DATE_WIDTH], int32_t day);

struct civil { int year, month, day; };
struct civil date_civil(int32_t day);
int32_t date_number(int year, int month, int day);	/* must exist */
int date_month_length(int year, int month);

/* Months since year 0, January = 0; and the first day of such a month. */
int32_t date_month(int32_t day);
int32_t date_month_start(int32_t month);
/* N months later (earlier): the same day, or the month's last one if it has
 * no such day. Outside the years 1 to 9999: the nearest day that exists. */
int32_t date_add_months(int32_t day, int64_t months);
/* Earlier; a month's last day stays one. NO_DAY: before the year 1. */
int32_t date_back_months(int32_t day, int months);
int date_weekday(int32_t day);		/* 1 = Monday … 7 = Sunday */

#endif
