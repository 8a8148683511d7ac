/* spelling_date.c - dates as shops spell them */
#include <string.h>

#include "date.h"
#include "spelling.h"

enum { WRITTEN = 64 };

/* A text that is being read; at none it stays where it is. */
struct cursor { const char *s, *end; };
struct written { int year, month, day, hour, minute, second; };

static int
take(struct cursor *c, char what)
{
	const int there = c->s < c->end && *c->s == what;

	c->s += there;
	return there;
}

static size_t
digits_ahead(const struct cursor *c)
{
	size_t n = 0;

	while (c->s + n < c->end && c->s[n] >= '0' && c->s[n] <= '9')
		n++;
	return n;
}

/* At least and at most that many digits; 0 if there are not. */
static int
number(struct cursor *c, size_t least, size_t most, int *to)
{
	size_t n = digits_ahead(c);

	if (n < least)
		return 0;
	n = n < most ? n : most;
	for (*to = 0; n > 0; n--)
		*to = *to * 10 + (*c->s++ - '0');
	return 1;
}

static int
blanks(struct cursor *c)
{
	const char *from = c->s;

	while (take(c, ' '))
		;
	return c->s > from;
}

static int
read_day(struct cursor *c, struct written *w)
{
	const int together = digits_ahead(c) == 8;

	if (!number(c, 4, 4, &w->year))
		return 0;
	const char separator = c->s < c->end && *c->s == '/' ? '/' : '-';
	return (together || take(c, separator))
	    && number(c, together ? 2 : 1, 2, &w->month)
	    && (together || take(c, separator))
	    && number(c, together ? 2 : 1, 2, &w->day);
}

static int
read_time(struct cursor *c, struct written *w)
{
	if (!number(c, 1, 2, &w->hour) || !take(c, ':')
	    || !number(c, 2, 2, &w->minute))
		return 0;
	if (!take(c, ':'))
		return 1;
	if (!number(c, 2, 2, &w->second))
		return 0;
	if (!take(c, '.'))
		return 1;
	const size_t fraction = digits_ahead(c);
	c->s += fraction;
	return fraction > 0;
}

/* Z, +09:00 or +0900, up to 14 hours */
static int
read_offset(struct cursor *c)
{
	int hour, minute;

	if (c->s == c->end || take(c, 'Z'))
		return 1;
	if ((!take(c, '+') && !take(c, '-')) || !number(c, 2, 2, &hour))
		return 0;
	take(c, ':');
	return number(c, 2, 2, &minute) && minute < 60
	    && hour * 60 + minute <= 14 * 60;
}

static int
read_usual(struct cursor *c, struct written *w)
{
	if (!read_day(c, w))
		return 0;
	const int strict = take(c, 'T');
	const int apart = strict || blanks(c);
	if (strict || (apart && digits_ahead(c) > 0)) {
		if (!read_time(c, w))
			return 0;
		blanks(c);
	}
	return read_offset(c);
}

static int
read_part(struct cursor *c, char part, struct written *w)
{
	switch (part) {
	case 'Y':
		return number(c, 4, 4, &w->year);
	case 'm':
		return number(c, 1, 2, &w->month);
	case 'd':
		return number(c, 1, 2, &w->day);
	case 'H':
		return number(c, 1, 2, &w->hour);
	case 'M':
		return number(c, 1, 2, &w->minute);
	case 'S':
		return number(c, 1, 2, &w->second);
	default:
		return part == '%' && take(c, '%');
	}
}

static int
read_as(struct cursor *c, struct written *w, struct text format)
{
	char s[WRITTEN];
	const size_t len = spelling_fold(s, sizeof s, format);

	for (size_t i = 0; i < len; i++) {
		int there;
		if (s[i] == '%' && i + 1 < len)
			there = read_part(c, s[++i], w);
		else if (s[i] == ' ')
			there = blanks(c) || (i > 0 && s[i - 1] == ' ');
		else
			there = take(c, s[i]);
		if (!there)
			return 0;
	}
	return 1;
}

int
spelling_format_valid(struct text format)
{
	char s[WRITTEN];
	const size_t len = spelling_fold(s, sizeof s, format);
	const char *parts = "YmdHMS";
	int seen[6] = { 0 };

	if (len == sizeof s)
		return 0;
	for (size_t i = 0; i < len; i++) {
		if (s[i] != '%' || (i + 1 < len && s[i + 1] == '%' && ++i))
			continue;
		const char *part = i + 1 < len && s[i + 1]
		    ? strchr(parts, s[++i]) : NULL;
		if (!part || seen[part - parts]++)
			return 0;
	}
	return seen[0] && seen[1] && seen[2] && seen[3] >= seen[4]
	    && seen[4] >= seen[5];
}

static int
exists(const struct written *w)
{
	return w->year >= 1 && w->month >= 1 && w->month <= 12 && w->day >= 1
	    && w->day <= date_month_length(w->year, w->month)
	    && w->hour < 24 && w->minute < 60 && w->second < 60;
}

static char *
two(char *out, char before, int v)
{
	*out++ = before;
	*out++ = (char)('0' + v / 10);
	*out++ = (char)('0' + v % 10);
	return out;
}

size_t
spelling_date(char out[SPELLED_DATE], struct text t, struct text format)
{
	struct written w = { .hour = -1 };
	char s[WRITTEN], *p = out;
	const size_t len = spelling_fold(s, sizeof s, t);
	struct cursor c = { s, s + len };

	if (len == sizeof s
	    || !(format.len ? read_as(&c, &w, format) : read_usual(&c, &w))
	    || c.s != c.end || !exists(&w))
		return 0;
	date_print(p, date_number(w.year, w.month, w.day));
	p += DATE_WIDTH;
	if (w.hour >= 0) {
		p = two(p, ' ', w.hour);
		p = two(p, ':', w.minute);
		p = two(p, ':', w.second);
	}
	return (size_t)(p - out);
}
