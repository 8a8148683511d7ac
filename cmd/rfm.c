/* rfm - score customers by recency, frequency and money */
#include <stdlib.h>
#include <string.h>

#include "grid.h"
#include "group.h"
#include "pairs.h"
#include "scoring.h"
#include "table.h"

enum { CUSTOMERS, SUMMARY, CROSS, MOVES };
#define COUNTS_SEGMENTS (CALL(SUMMARY) | CALL(MOVES))
#define NAMES_SEGMENTS (CALL(CUSTOMERS) | COUNTS_SEGMENTS)

static struct common common = COMMON;
static struct scoring scoring = SCORING;
static int summary_asked, cross_asked, list;
static int32_t since = NO_DAY, moves_from = NO_DAY;
static const char *cuts_out, *grid_file;
static struct grid grid;

static const struct opt options[] = {
	OPT_FLAG(0, "summary", &summary_asked, "a row per segment",
	    .call = SUMMARY),
	OPT_FLAG(0, "cross", &cross_asked, "customers by r and f",
	    .call = CROSS),
	OPT_DATE(0, "moves-from", &moves_from,
	    "who was in which segment then, and is now", .call = MOVES),
	OPT_FLAG(0, "list", &list, "the moves customer by customer",
	    .only = CALL(MOVES)),
	OPT_DATE(0, "since", &since, "ignore orders before"),
	OPTS_SCORING(scoring),
	OPT_TEXT(0, "cuts-out", &cuts_out, "FILE",
	    "write the worst value of each score"),
	OPT_TEXT(0, "grid", &grid_file, "FILE|r-rfm",
	    "segments by r, f and m", .only = NAMES_SEGMENTS),
	OPTS_ROLES(common),
	OPTS_AS_OF(common),
	OPTS_ORDERS(common),
	OPTS_LANG(common, .only = NAMES_SEGMENTS),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};

static const struct command command = {
	"score customers by recency, frequency and money", "[FILE ...]",
	options
};

/* Customers as of a date; none in each column for who was none yet. */
struct scores {
	struct col *last_date, *recency, *purchases, *amount;
	struct col *r, *f, *m, *segment;
};

static struct col *
score(const struct orders *o, int32_t date, int axis, const struct col *values)
{
	const struct scale scale = scoring_scale(&scoring, axis, values,
	    orders_average(o, date));

	return scale_score(&scale, values);
}

static struct scores
scores_at(const struct orders *o, int32_t date)
{
	struct scores s;

	s.last_date = orders_last_date(o, date);
	s.recency = col_until(s.last_date, date);
	s.purchases = orders_purchases(o, date);
	s.amount = orders_amount(o, date);
	s.r = score(o, date, R, s.recency);
	s.f = score(o, date, F, s.purchases);
	s.m = score(o, date, M, s.amount);
	s.segment = grid_label(&grid, s.r, s.f, s.m);
	return s;
}

static struct table *
customers(const struct orders *o, const struct scores *s)
{
	const struct col *const rfm[] = { s->r, s->f, s->m };
	struct table *t = table_new(o->customers);

	table_add(t, o->customer_column, orders_customer(o));
	table_add(t, TEXT("last_date"), s->last_date);
	table_add(t, TEXT("recency_days"), s->recency);
	table_add(t, TEXT("purchases"), s->purchases);
	table_add(t, TEXT("amount"), s->amount);
	table_add(t, TEXT("r"), s->r);
	table_add(t, TEXT("f"), s->f);
	table_add(t, TEXT("m"), s->m);
	table_add(t, TEXT("rfm"), col_digits(rfm, AXES));
	table_add(t, TEXT("segment"), s->segment);
	return t;
}

static struct table *
summary(const struct orders *o, const struct scores *s)
{
	const size_t k = grid.n_names;
	/* the default grid leaves nobody out, another may */
	const size_t rows = o->customers == 0 ? 0 : k + (grid_file != NULL);
	const struct sums count = group_count(s->segment, k);
	const struct sums purchases = group_sum(s->segment, k, s->purchases);
	const struct sums amount = group_sum(s->segment, k, s->amount);
	const struct sums purchased = group_sum(s->segment, k,
	    orders_purchase_amount(o, o->as_of));
	struct table *t = table_new(rows);

	table_add(t, TEXT("segment"), pairs_names(grid.names,
	    k, rows));
	table_add(t, TEXT("customers"), group_col(count, rows, IS_WHOLE,
	    TEXT("customers")));
	table_add(t, TEXT("customer_share"), group_share(count, rows));
	table_add(t, TEXT("purchases"), group_col(purchases, rows, IS_WHOLE,
	    TEXT("purchases")));
	table_add(t, TEXT("amount"), group_col(amount, rows, o->decimals,
	    TEXT("amount")));
	table_add(t, TEXT("amount_share"), group_share(amount, rows));
	table_add(t, TEXT("mean_amount"), group_mean(amount, count, rows,
	    o->decimals));
	table_add(t, TEXT("aov"), group_mean(purchased, purchases, rows,
	    o->decimals));
	return t;
}

static struct table *
cross(const struct orders *o, const struct scores *s)
{
	const size_t n = (size_t)scoring.bins, cells = n * n;
	const size_t rows = o->customers == 0 ? 0 : cells;
	struct col *r = col_new(SCORE, cells), *f = col_new(SCORE, cells);
	struct col *cell = col_new(LABEL, o->customers);
	struct table *t = table_new(rows);

	for (size_t i = 0; i < cells; i++) {
		r->code[i] = (uint8_t)(n - i / n);
		f->code[i] = (uint8_t)(n - i % n);
	}
	for (size_t who = 0; who < o->customers; who++)
		cell->code[who] = (uint8_t)((n - s->r->code[who]) * n
		    + n - s->f->code[who]);
	table_add(t, TEXT("r"), r);
	table_add(t, TEXT("f"), f);
	table_add(t, TEXT("customers"), group_col(group_count(cell, cells),
	    rows, IS_WHOLE, TEXT("customers")));
	table_add(t, TEXT("amount"), group_col(group_sum(cell, cells,
	    s->amount), rows, o->decimals, TEXT("amount")));
	return t;
}

static struct table *
moves(const struct orders *o, const struct scores *now)
{
	const struct scores then = scores_at(o, moves_from);
	const struct col *from = pairs_then(then.segment, grid.n_names,
	    then.purchases);
	const struct pairs p = pairs_count(from, now->segment, grid.n_names);
	struct table *t = table_new(list ? o->customers : p.n);

	if (list)
		table_add(t, o->customer_column, orders_customer(o));
	table_add(t, TEXT("from_segment"), list ? from : p.from);
	table_add(t, list ? TEXT("segment") : TEXT("to_segment"),
	    list ? now->segment : p.to);
	if (!list)
		table_add(t, TEXT("customers"), p.customers);
	return t;
}

/* Once before any input is read, and again when D comes from it. */
static void
check_moves(int32_t as_of)
{
	if (as_of != NO_DAY && moves_from > as_of)
		opt_misused("moves-from", "later than the as-of date");
}

static void
check(int call)
{
	common_check(&common);
	scoring_check(&scoring);
	check_moves(common.as_of);
	if (grid_file)
		grid = strcmp(grid_file, "r-rfm") ? grid_read(grid_file)
		    : grid_r_rfm();
	else if (scoring.bins == 5)
		grid = grid_default(common.japanese);
	else if (CALL(call) & COUNTS_SEGMENTS)
		opt_misused("bins", "segments of %d scores need --grid",
		    scoring.bins);
}

static struct table *
result(int call, const struct orders *o, const struct scores *s)
{
	switch (call) {
	case SUMMARY:
		return summary(o, s);
	case CROSS:
		return cross(o, s);
	case MOVES:
		return moves(o, s);
	default:
		return customers(o, s);
	}
}

int
main(int argc, char **argv)
{
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	check(call);
	struct out *out = table_out(&common);
	struct out *fitted = cuts_out ? out_open(cuts_out) : NULL;
	const struct orders *o = orders_read(&common, argv, argc, since);
	check_moves(o->as_of);
	const struct scores s = scores_at(o, o->as_of);
	if (fitted)
		cuts_write(fitted, (const struct col *const[]){ s.recency,
		    s.purchases, s.amount }, (const struct col *const[]){ s.r,
		    s.f, s.m }, scoring.bins);
	const size_t rows = table_write(result(call, o, &s), &common, out);
	if (fitted)
		out_close(fitted);
	orders_stats(o, &common, rows);
	return DONE;
}
