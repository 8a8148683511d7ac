/* media_costs.c - what media cost, from a small table */
#include <string.h>

#include "base.h"
#include "date.h"
#include "media_costs.h"
#include "small.h"

enum { MEDIA_AT, COST_AT, MONTH_AT, COLUMNS, MONTH_WIDTH = 7 };

static int32_t
month(const struct small *s, size_t row)
{
	const struct text t = small_cell(s, row, MONTH_AT);
	char date[DATE_WIDTH];
	int32_t day = NO_DAY;

	if (t.len == MONTH_WIDTH) {
		memcpy(date, t.s, MONTH_WIDTH);
		memcpy(date + MONTH_WIDTH, "-01", DATE_WIDTH - MONTH_WIDTH);
		day = date_day(date, DATE_WIDTH);
	}
	if (day == NO_DAY)
		small_refuse(s, row, MONTH_AT, "not a month (YYYY-MM)",
		    "as 2024-01");
	return date_month(day);
}

static struct media_costs *
costs_new(size_t n, int has_months)
{
	struct media_costs *c = mem_new(1, sizeof *c);

	c->has_months = has_months;
	c->media = mem_new(n, sizeof *c->media);
	c->month = mem_new(n, sizeof *c->month);
	c->cost = mem_new(n, sizeof *c->cost);
	c->decimals = mem_new(n, sizeof *c->decimals);
	return c;
}

struct media_costs *
media_costs_read(const char *file, struct labels *labels, int needs_months)
{
	static const char *const columns[] = { "media", "cost", "month" };

	if (!file)
		return costs_new(0, 0);
	const struct small *s = small_read(file, columns, COLUMNS,
	    needs_months ? COLUMNS : MONTH_AT);
	struct media_costs *c = costs_new(s->rows, s->there[MONTH_AT]);

	for (size_t i = 0; i < s->rows; i++) {
		c->media[i] = labels_add(labels, small_text(s, i, MEDIA_AT));
		c->decimals[i] = small_decimal(s, i, COST_AT, &c->cost[i]);
		if (c->has_months)
			c->month[i] = month(s, i);
	}
	c->n = s->rows;
	return c;
}

void
media_costs_check(const struct media_costs *c, struct span span, int32_t as_of)
{
	if (!c->has_months)
		return;
	if (span.from != NO_DAY
	    && span.from != date_month_start(date_month(span.from)))
		opt_misused("first-from", "no month's first day, and --costs "
		    "has months");
	if (span.to != NO_DAY && as_of != NO_DAY && span.to != as_of
	    && span.to + 1 != date_month_start(date_month(span.to) + 1))
		opt_misused("first-to", "no month's last day and not the "
		    "as-of date, and --costs has months");
}

static int64_t
earliest(const struct col *dates)
{
	int64_t first = INT64_MAX;

	for (size_t i = 0; i < dates->n; i++)
		if (dates->v[i] != NONE && dates->v[i] < first)
			first = dates->v[i];
	return first;
}

struct media_costs
media_costs_of(const struct media_costs *c, struct span span,
    const struct col *dates, int32_t as_of)
{
	struct media_costs *some = costs_new(c->n, c->has_months);
	const int64_t first = earliest(dates);

	if (first == INT64_MAX)
		return *some;
	const int32_t from = date_month(span.from == NO_DAY ? (int32_t)first
	    : span.from);
	const int32_t to = date_month(span.to == NO_DAY ? as_of : span.to);
	for (size_t i = 0; i < c->n; i++) {
		if (c->has_months && (c->month[i] < from || c->month[i] > to))
			continue;
		some->media[some->n] = c->media[i];
		some->month[some->n] = c->month[i];
		some->decimals[some->n] = c->decimals[i];
		some->cost[some->n++] = c->cost[i];
	}
	return *some;
}

int
media_costs_decimals(const struct media_costs *c)
{
	int most = 0;

	for (size_t i = 0; i < c->n; i++)
		if (c->decimals[i] > most)
			most = c->decimals[i];
	return most;
}
