/* days.c - lists of days, spans of dates */
#include <stdlib.h>

#include "base.h"
#include "date.h"
#include "days.h"
#include "text.h"

enum { DIGITS_MOST = 9 };

static int
day_count(const char *option, struct text t)
{
	int v = 0;

	for (size_t i = 0; i < t.len; i++) {
		if (t.s[i] < '0' || t.s[i] > '9' || t.len > DIGITS_MOST)
			break;
		v = v * 10 + (t.s[i] - '0');
		if (i + 1 == t.len)
			return v;
	}
	opt_misused(option, "%s is no number of days", text_quoted(t));
}

struct days
days_parse(const char *option, const char *list)
{
	struct days d;
	struct text *parts = text_split(text_of(list), ',', &d.n);

	d.v = mem_new(d.n, sizeof *d.v);
	for (size_t i = 0; i < d.n; i++) {
		d.v[i] = day_count(option, parts[i]);
		if (i > 0 && d.v[i] <= d.v[i - 1])
			opt_misused(option, "%d stands behind %d: days must "
			    "ascend", d.v[i], d.v[i - 1]);
	}
	free(parts);
	return d;
}

struct days
days_every(int step, int last)
{
	struct days d = { (size_t)(last / step), NULL };

	d.v = mem_new(d.n, sizeof *d.v);
	for (size_t i = 0; i < d.n; i++)
		d.v[i] = ((int)i + 1) * step;
	return d;
}

struct days
days_both(struct days a, struct days b)
{
	struct days d = { 0, mem_new(a.n + b.n, sizeof *d.v) };
	size_t i = 0, k = 0;

	while (i < a.n || k < b.n) {
		const int day = k == b.n || (i < a.n && a.v[i] < b.v[k])
		    ? a.v[i] : b.v[k];
		i += i < a.n && a.v[i] == day;
		k += k < b.n && b.v[k] == day;
		d.v[d.n++] = day;
	}
	return d;
}

struct col *
days_col(struct days d, size_t n)
{
	struct col *c = col_new(WHOLE, n);

	for (size_t i = 0; i < n; i++)
		c->v[i] = d.v[i % d.n];
	return c;
}

void
span_check(struct span s)
{
	if (s.to != NO_DAY && s.from > s.to)
		opt_misused("first-from", "is later than --first-to");
}
