/* cpm - put customers into stages, active and lapsed */
#include "group.h"
#include "pairs.h"
#include "portfolio.h"
#include "table.h"

enum { CUSTOMERS, PORTFOLIO, TRANSITIONS, MATRIX, HISTORY };
enum { MONTHS_MOST = 9999 * 12 };

static struct common common = COMMON;
static struct staging staging = STAGING;
static int portfolio_asked, transitions_asked, matrix_asked;
static int n_dates, lag = 6;

static const struct opt options[] = {
	OPT_FLAG(0, "portfolio", &portfolio_asked, "a row per segment",
	    .call = PORTFOLIO),
	OPT_FLAG(0, "transitions", &transitions_asked,
	    "how many moved on to a later stage", .call = TRANSITIONS),
	OPT_FLAG(0, "matrix", &matrix_asked,
	    "how many were in which segment, and are now", .call = MATRIX),
	OPT_INT(0, "history", &n_dates, 1, MONTHS_MOST, "N",
	    "by date: as-of, and the months' ends before it",
	    .only = CALL(CUSTOMERS) | CALL(TRANSITIONS)),
	OPT_INT(0, "lag", &lag, 1, MONTHS_MOST, "MONTHS",
	    "compare with so long before [6]",
	    .only = CALL(TRANSITIONS) | CALL(MATRIX)),
	OPTS_STAGING(staging),
	OPTS_ROLES(common),
	OPTS_AS_OF(common),
	OPTS_ORDERS(common),
	OPTS_LANG(common),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};

static const struct command command = {
	"put customers into stages, active and lapsed", "[FILE ...]", options
};

static const char made[] = "first_date last_date purchases amount "
    "tenure_days recency_days stage state segment";

static struct table *
customers(const struct orders *o)
{
	const struct portfolio p = portfolio_at(o, &staging, o->as_of);

	return table_new(o->customers, (struct field[]){
		{ o->customer_column, orders_customer(o) },
		{ TEXT("first_date"), p.first_date },
		{ TEXT("last_date"), p.of.last_date },
		{ TEXT("purchases"), p.of.purchases },
		{ TEXT("amount"), p.of.amount },
		{ TEXT("tenure_days"), p.tenure },
		{ TEXT("recency_days"), p.recency },
		{ TEXT("stage"), p.stage }, { TEXT("state"), p.state },
		{ TEXT("segment"), p.segment }, { .col = NULL } });
}

static struct table *
portfolio(const struct orders *o)
{
	const struct portfolio p = portfolio_at(o, &staging, o->as_of);
	const size_t k = SEGMENTS, n = o->customers ? k : 0;
	const int decimals = o->decimals;
	const struct sums count = group_count(p.segment, k);
	const struct sums amount = group_sum(p.segment, k, p.of.amount);
	const struct sums bought = group_sum(p.segment, k, p.of.purchases);
	const struct sums tenure = group_sum(p.segment, k, p.tenure);
	const struct sums recency = group_sum(p.segment, k, p.recency);

	return table_new(n, (struct field[]){
		{ TEXT("segment"), col_names(p.segment->names, k, n) },
		{ TEXT("customers"), group_whole(count, n) },
		{ TEXT("customer_share"), group_share(count, n) },
		{ TEXT("amount"), group_money(amount, n, o->decimals) },
		{ TEXT("amount_share"), group_share(amount, n) },
		{ TEXT("mean_amount"), group_mean(amount, count, n, decimals) },
		{ TEXT("mean_purchases"), group_mean_whole(bought, count, n) },
		{ TEXT("mean_tenure_days"),
		    group_mean_whole(tenure, count, n) },
		{ TEXT("mean_recency_days"),
		    group_mean_whole(recency, count, n) },
		{ .col = NULL } });
}

/* Those of --history, or D alone; none without customers. */
static const struct col *
dates(const struct orders *o)
{
	return col_month_ends(o->as_of, o->customers == 0 ? 0
	    : n_dates ? n_dates : 1);
}

static struct table *
history(const struct orders *o)
{
	const struct col *on = dates(o);
	const size_t k = SEGMENTS, n = on->n * k;
	struct sums count = { 0 }, amount = { 0 };

	for (size_t i = 0; i < on->n; i++) {
		const struct portfolio p = portfolio_at(o, &staging,
		    (int32_t)on->v[i]);
		group_append(&count, group_count(p.segment, k), k);
		group_append(&amount, group_sum(p.segment, k, p.of.amount), k);
		portfolio_free(p);
	}
	return table_new(n, (struct field[]){
		{ TEXT("date"), col_each(on, k) },
		{ TEXT("segment"), col_names(staging.segments, k, n) },
		{ TEXT("customers"), group_whole(count, n) },
		{ TEXT("amount"), group_money(amount, n, o->decimals) },
		{ .col = NULL } });
}

static struct moves
moves_to(const struct orders *o, int32_t date)
{
	const struct portfolio now = portfolio_at(o, &staging, date);
	const struct portfolio then = portfolio_at(o, &staging,
	    date_back_months(date, lag));
	const struct moves m = portfolio_moves(&then, &now);

	portfolio_free(then);
	portfolio_free(now);
	return m;
}

static struct table *
transitions(const struct orders *o)
{
	const struct col *on = dates(o);
	struct moves all = { .base.n = 0 };

	for (size_t i = 0; i < on->n; i++) {
		const struct moves m = moves_to(o, (int32_t)on->v[i]);
		group_append(&all.base, m.base, PRIME);
		group_append(&all.moved, m.moved, PRIME);
		group_append(&all.moved_any, m.moved_any, PRIME);
	}
	const size_t n = on->n * PRIME;
	const struct field fields[] = {
		{ TEXT("date"), col_each(on, PRIME) },
		{ TEXT("stage"), col_names(staging.stages, PRIME, n) },
		{ TEXT("base"), group_whole(all.base, n) },
		{ TEXT("moved"), group_whole(all.moved, n) },
		{ TEXT("rate"), group_rate(all.moved, all.base, n) },
		{ TEXT("moved_any"), group_whole(all.moved_any, n) },
		{ TEXT("rate_any"), group_rate(all.moved_any, all.base, n) },
		{ .col = NULL } };
	return table_new(n, n_dates ? fields : fields + 1);
}

static struct table *
matrix(const struct orders *o)
{
	const struct portfolio now = portfolio_at(o, &staging, o->as_of);
	const struct portfolio then = portfolio_at(o, &staging,
	    date_back_months(o->as_of, lag));
	const struct col *from = pairs_then(then.segment, SEGMENTS,
	    then.of.purchases);
	const struct pairs p = pairs_count(from, now.segment, SEGMENTS);

	return table_new(p.n, (struct field[]){
		{ TEXT("from"), p.from }, { TEXT("to"), p.to },
		{ TEXT("customers"), p.customers }, { .col = NULL } });
}

static struct table *(*const calls[])(const struct orders *) = {
	[CUSTOMERS] = customers, [PORTFOLIO] = portfolio,
	[TRANSITIONS] = transitions, [MATRIX] = matrix, [HISTORY] = history };

int
main(int argc, char **argv)
{
	struct asking asking = ASKING;
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	common_check(&common);
	staging_check(&staging, common.japanese);
	if (call == CUSTOMERS && n_dates)
		call = HISTORY;
	if (call == CUSTOMERS)
		common_check_columns(&common.roles.column[CUSTOMER], 1, made);
	asking.standing = call == CUSTOMERS || call == PORTFOLIO;
	struct out *out = table_out(&common);
	const struct orders *o = orders_read(&common, argv, argc, &asking);
	const size_t rows = table_write(calls[call](o), &common, out);
	orders_stats(o, &common, rows,
	    common.stats ? staging_line(&staging, o) : NULL);
	return out_done();
}
