/* rfm - score customers by recency, frequency and money */
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
static struct asking asking = ASKING;
static int32_t moves_from = NO_DAY;
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
	OPT_DATE(0, "since", &asking.since, "ignore orders before"),
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
	"score customers by recency, frequency and money", "[FILE ...]", options
};

/* Customers as of a date; none in each column for who was none yet. */
struct scores {
	struct totals of;
	struct col *recency, *r, *f, *m, *segment;
};

static struct col *
score(const struct scores *s, int axis, const struct col *values)
{
	const struct scale scale = scoring_scale(&scoring, axis, values,
	    s->of.average);

	return scale_score(&scale, values);
}

static struct scores
scores_at(const struct orders *o, int32_t date)
{
	struct scores s = { .of = orders_totals(o, date) };

	s.recency = col_until(s.of.last_date, date);
	s.r = score(&s, R, s.recency);
	s.f = score(&s, F, s.of.purchases);
	s.m = score(&s, M, s.of.amount);
	s.segment = grid_label(&grid, s.r, s.f, s.m);
	return s;
}

static struct table *
customers(const struct orders *o, const struct scores *s)
{
	const struct col *const rfm[] = { s->r, s->f, s->m };

	return table_new(o->customers, (struct field[]){
		{ o->customer_column, orders_customer(o) },
		{ TEXT("last_date"), s->of.last_date },
		{ TEXT("recency_days"), s->recency },
		{ TEXT("purchases"), s->of.purchases },
		{ TEXT("amount"), s->of.amount },
		{ TEXT("r"), s->r }, { TEXT("f"), s->f }, { TEXT("m"), s->m },
		{ TEXT("rfm"), col_digits(rfm, AXES) },
		{ TEXT("segment"), s->segment }, { .col = NULL } });
}

static struct table *
summary(const struct orders *o, const struct scores *s)
{
	const size_t k = grid.n_names;
	/* the default grid leaves nobody out, another may */
	const size_t n = o->customers == 0 ? 0 : k + (grid_file != NULL);
	const int decimals = o->decimals;
	const struct sums count = group_count(s->segment, k);
	const struct sums bought = group_sum(s->segment, k, s->of.purchases);
	const struct sums amount = group_sum(s->segment, k, s->of.amount);
	const struct sums purchased = orders_purchased(o, o->as_of,
	    s->segment, k);

	return table_new(n, (struct field[]){
		{ TEXT("segment"), pairs_names(grid.names, k, n) },
		{ TEXT("customers"), group_whole(count, n) },
		{ TEXT("customer_share"), group_share(count, n) },
		{ TEXT("purchases"), group_whole(bought, n) },
		{ TEXT("amount"), group_money(amount, n, decimals) },
		{ TEXT("amount_share"), group_share(amount, n) },
		{ TEXT("mean_amount"), group_mean(amount, count, n, decimals) },
		{ TEXT("aov"), group_mean(purchased, bought, n, decimals) },
		{ .col = NULL } });
}

static struct table *
cross(const struct orders *o, const struct scores *s)
{
	const struct cells cells = cells_of(s->r, s->f, scoring.bins);
	const struct sums count = group_count(cells.of, cells.n);
	const struct sums amount = group_sum(cells.of, cells.n, s->of.amount);
	const size_t n = o->customers == 0 ? 0 : cells.n;

	return table_new(n, (struct field[]){
		{ TEXT("r"), cells.first }, { TEXT("f"), cells.second },
		{ TEXT("customers"), group_whole(count, n) },
		{ TEXT("amount"), group_money(amount, n, o->decimals) },
		{ .col = NULL } });
}

static struct table *
moves(const struct orders *o, const struct scores *now)
{
	const struct scores then = scores_at(o, moves_from);
	const struct col *from = pairs_then(then.segment, grid.n_names,
	    then.of.purchases);
	const struct pairs p = pairs_count(from, now->segment, grid.n_names);

	if (list)
		return table_new(o->customers, (struct field[]){
			{ o->customer_column, orders_customer(o) },
			{ TEXT("from_segment"), from },
			{ TEXT("segment"), now->segment }, { .col = NULL } });
	return table_new(p.n, (struct field[]){
		{ TEXT("from_segment"), p.from }, { TEXT("to_segment"), p.to },
		{ TEXT("customers"), p.customers }, { .col = NULL } });
}

static struct table *(*const calls[])(const struct orders *,
    const struct scores *) = { [CUSTOMERS] = customers, [SUMMARY] = summary,
	[CROSS] = cross, [MOVES] = moves };

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
	common_check_file("cuts-out", cuts_out);
	scoring_check(&scoring);
	if (call == CUSTOMERS || list)
		common_check_columns(&common.roles.column[CUSTOMER], 1, list
		    ? "from_segment segment" : "last_date recency_days "
		    "purchases amount r f m rfm segment");
	check_moves(common.as_of);
	asking.standing = !(CALL(call) & COUNTS_SEGMENTS);
	grid = grid_choose(grid_file, scoring.bins, common.japanese);
	if (!grid.names && CALL(call) & COUNTS_SEGMENTS)
		opt_misused("bins", "segments of %d scores need --grid",
		    scoring.bins);
}

int
main(int argc, char **argv)
{
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	check(call);
	struct out *out = table_out(&common);
	struct out *fitted = cuts_out ? out_open(cuts_out) : NULL;
	const struct orders *o = orders_read(&common, argv, argc, &asking);
	check_moves(o->as_of);
	const struct scores s = scores_at(o, o->as_of);
	if (fitted)
		cuts_write(fitted, (const struct col *const[]){ s.recency,
		    s.of.purchases, s.of.amount },
		    (const struct col *const[]){ s.r, s.f, s.m }, scoring.bins);
	const size_t rows = table_write(calls[call](o, &s), &common, out);
	orders_stats(o, &common, rows, orders_aov_line(o, s.of.average));
	return out_done();
}
