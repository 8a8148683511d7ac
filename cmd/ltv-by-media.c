/* ltv-by-media - say what customers are worth, by the medium that won them */
#include "gross.h"
#include "measures.h"
#include "table.h"

enum { BY_MEDIA, BY_MONTH_TOO, CURVE };
#define ROWS (CALL(BY_MEDIA) | CALL(BY_MONTH_TOO))

static struct common common = COMMON;
static struct span span = SPAN;
static struct gross gross = GROSS;
static struct worth_asked asked = WORTH_ASKED;
static const char *horizons_list = "30,60,90,180,365", *costs_file, *samples;
static int month_asked, curve_asked, total;

static const struct opt options[] = {
	OPT_CHOICE(0, "period", &month_asked, "month",
	    "by the month of the first purchase too", .call = BY_MONTH_TOO),
	OPT_FLAG(0, "curve", &curve_asked,
	    "by days since the first purchase, 30 to 720", .call = CURVE),
	OPT_TEXT(0, "horizons", &horizons_list, "LIST",
	    "amounts within days [30,60,90,180,365]", .only = ROWS),
	OPT_INT(0, "f2-days", &asked.f2_days, 0, INT32_MAX, "DAYS",
	    "second purchases within days [180]", .only = ROWS),
	OPTS_SPAN(span),
	OPTS_GROSS(gross, .only = ROWS),
	OPT_TEXT(0, "trial", &samples, "LIST|@FILE",
	    "products that are samples", .only = ROWS),
	OPT_TEXT(0, "costs", &costs_file, "FILE",
	    "what the media cost, perhaps by month", .only = ROWS),
	OPT_FLAG(0, "total", &total, "a last row of all customers"),
	OPTS_ROLES(common),
	OPTS_AS_OF(common),
	OPTS_ORDERS(common),
	OPTS_LANG(common),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};

static const struct command command = {
	"say what customers are worth, by the medium that won them",
	"[FILE ...]", options
};

/* What the options come to, and then the orders */
static int call, last;		/* the largest horizon */
static struct days horizons;
static struct labels *labels;
static struct media_costs *costs;
static struct media media;
static struct worth worth;
static size_t n, n_rows;	/* groups and all; those printed */

static void
check(void)
{
	common_check(&common);
	span_check(span);
	gross_check(&gross);
	horizons = call == CURVE ? days_every(30, 720)
	    : days_parse("horizons", horizons_list);
	last = horizons.v[horizons.n - 1];
	asked.days = days_both(horizons, (struct days){ 1, &asked.f2_days });
	if (costs_file)
		asked.days = days_both(asked.days, gross_days());
	labels = labels_new();
	costs = media_costs_read(costs_file, labels, call == BY_MONTH_TOO);
	media_costs_check(costs, span, common.as_of);
}

/* What is needed of the order lines; the medium's slot. */
static int
ask(struct measures *m)
{
	measures_begin(m, &common);
	m->asking.in_time = 1;
	asked.cost = gross_ask(&gross, m);
	if (samples)
		asked.products = measures_products(m,
		    lookup_option("trial", samples));
	return measures_label(m, MEDIA, labels);
}

static void
weigh(const struct orders *o, int slot)
{
	media_costs_check(costs, span, o->as_of);
	gross_check_lines(&gross, o);
	media = media_of(won_in(o, span, slot, labels), costs, span,
	    call == BY_MONTH_TOO);
	worth = worth_of(&media, &asked);
	n = worth.n + 1;
	n_rows = total && worth.n ? n : worth.n;
}

static void
add_customers(struct table *t, int d)
{
	const struct sums *of = worth.of;
	const struct within *f2 = worth_within(&worth, asked.f2_days);

	table_add(t, (struct field[]){
		{ TEXT("customers"), group_whole(of[CUSTOMERS], n) },
		{ TEXT("f2_mature"), group_whole(f2->mature, n) },
		{ TEXT("f2_rate"), group_rate(of[REPEATED], f2->mature, n) },
		{ TEXT("first_amount"), group_total(of[FIRST_AMOUNT], n, d) },
		{ TEXT("amount"), group_total(of[NET], n, d) },
		{ TEXT("aov"), group_mean(of[PURCHASED], of[PURCHASES], n, d) },
		{ .col = NULL } });
	for (size_t i = 0; i < horizons.n; i++) {
		const int days = horizons.v[i];
		const struct within *h = worth_within(&worth, days);
		table_add(t, (struct field[]){
			field_of("mature_%d", days, group_whole(h->mature, n)),
			field_of("ltv_%d", days, group_mean(h->amount,
			    h->mature, n, d)), { .col = NULL } });
	}
}

static void
add_trial(struct table *t)
{
	const struct sums all = worth.of[TRIALS], up = worth.of[UPGRADED];

	table_add(t, (struct field[]){
		{ TEXT("trial_customers"), group_whole(all, n) },
		{ TEXT("upgraded"), group_whole(up, n) },
		{ TEXT("upgrade_rate"), group_rate(up, all, n) },
		{ .col = NULL } });
}

static void
add_costs(struct table *t)
{
	const struct sums *of = worth.of;
	const int d = media_costs_decimals(&media.costs);

	table_add(t, (struct field[]){
		{ TEXT("cost"), group_total(of[SPENT], n, d) },
		{ TEXT("cpa"), group_mean(of[SPENT], of[CUSTOMERS], n, d) },
		{ TEXT("cpo"), group_mean(of[SPENT], of[BUYERS], n, d) },
		{ TEXT("roas"), group_rate(of[NET], of[SPENT], n) },
		{ TEXT("limit_cpo"), gross_ltv(&gross, &worth, last) },
		{ TEXT("cpo_margin"), gross_less_cpo(&gross, &worth, last,
		    mean_decimals(d)) },
		{ TEXT("payback_months"), gross_payback(&gross, &worth) },
		{ .col = NULL } });
}

static struct table *
rows(const struct orders *o)
{
	struct table *t = table_new(n_rows, (struct field[]){
		{ TEXT("media"), media_names(&media) },
		{ TEXT("month"), call == BY_MONTH_TOO ? media_months(&media)
		    : NULL }, { .col = NULL } });

	worth_check(&worth);
	add_customers(t, o->decimals);
	if (gross_known(&gross))
		table_add(t, (struct field[]){ field_of("gp_ltv_%d", last,
		    gross_ltv(&gross, &worth, last)), { .col = NULL } });
	if (samples)
		add_trial(t);
	if (costs_file)
		add_costs(t);
	return t;
}

static struct table *
curve(const struct orders *o)
{
	const struct within all = worth_across(&worth);
	const size_t k = horizons.n;

	return table_new(n_rows * k, (struct field[]){
		{ TEXT("media"), col_each(media_names(&media), k) },
		{ TEXT("days"), days_col(horizons, n * k) },
		{ TEXT("mature"), group_whole(all.mature, n * k) },
		{ TEXT("ltv"), group_mean(all.amount, all.mature, n * k,
		    o->decimals) }, { .col = NULL } });
}

int
main(int argc, char **argv)
{
	struct measures m;

	argv = opt_parse(&argc, argv, &command, &call);
	check();
	const int slot = ask(&m);
	struct out *out = table_out(&common);
	const struct orders *o = orders_read(&common, argv, argc, &m.asking);
	weigh(o, slot);
	const size_t written = table_write(call == CURVE ? curve(o) : rows(o),
	    &common, out);
	orders_stats(o, &common, written, NULL);
	return out_done();
}
