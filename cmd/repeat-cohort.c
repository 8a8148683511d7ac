/* repeat-cohort - count who came back, by when they came first */
#include <limits.h>

#include "cohort.h"
#include "ladder.h"
#include "measures.h"
#include "table.h"
#include "won.h"

enum { CELLS, WIDE, LADDER, WITHIN };

static struct common common = COMMON;
static struct span span = SPAN;
static int wide_measure, ladder_asked, total, lapse_days = 240;
static int period, mode, by;
static const char *within_days;

static const struct opt options[] = {
	OPT_CHOICE(0, "wide", &wide_measure, "active|rate|amount|ltv",
	    "a row per cohort, a column per period", .call = WIDE),
	OPT_FLAG(0, "ladder", &ladder_asked,
	    "how many went on from purchase to purchase", .call = LADDER),
	OPT_TEXT(0, "within", &within_days, "DAYS,...",
	    "who purchased again within so many days", .call = WITHIN),
	OPT_CHOICE(0, "period", &period, "month|week|all",
	    "what cohorts and cells are",
	    .only = CALL(CELLS) | CALL(WIDE) | CALL(WITHIN)),
	OPT_CHOICE(0, "mode", &mode, "classic|rolling|cumulative",
	    "active: purchased in it, in it or later, twice by its end",
	    .only = CALL(CELLS) | CALL(WIDE)),
	OPT_FLAG(0, "total", &total, "a last row over all cohorts",
	    .only = CALL(WIDE)),
	OPT_INT(0, "lapse-days", &lapse_days, 0, INT_MAX, "DAYS",
	    "who has not purchased for so long is lapsed [240]",
	    .only = CALL(LADDER)),
	OPT_CHOICE(0, "by", &by, "media|shop|product|category",
	    "each by that of the first purchase"),
	OPTS_SPAN(span),
	OPTS_ROLES(common),
	OPTS_AS_OF(common),
	OPTS_ORDERS(common),
	OPTS_LANG(common),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};

static const struct command command = {
	"count who came back, by when they came first", "[FILE ...]", options
};

/* Those of each key and period of the first purchase. */
static const struct members *
cohorts(const struct won *w, enum period p)
{
	return members_by(w->key, period_numbers(p, w->first_date),
	    w->o->customers);
}

/* With --by a first column, the keys of the groups, else without. */
static struct table *
keyed(const struct won *w, const uint32_t *key, size_t groups,
    const struct col *group, struct field *fields)
{
	static const char *const roles[] = { "media", "shop", "product",
		"category" };

	if (!w->key)
		return table_new(fields[1].col->n, fields + 1);
	fields[0].name = text_of(roles[by]);
	fields[0].col = col_at(labels_names(w->labels, key, groups), group);
	return table_new(fields[0].col->n, fields);
}

static struct table *
cells(const struct won *w)
{
	const struct members *m = cohorts(w, period);
	const struct cohorts *c = cohorts_new(w->o, m, period, mode);
	const struct col *of = cohorts_of(c);
	const size_t n = of->n;
	const int decimals = w->o->decimals;
	const struct col *rate = group_rate(c->active, c->customers, n);
	const struct col *ltv = group_mean(c->spent, c->customers, n,
	    decimals);

	return keyed(w, m->key, m->n, of, (struct field[]){ { .col = NULL },
		{ TEXT("cohort"), col_at(period_names(period, m->then, m->n),
		    of) },
		{ TEXT("customers"), group_whole(c->customers, n) },
		{ TEXT("k"), cohorts_k(c) },
		{ TEXT("active"), group_whole(c->active, n) },
		{ TEXT("rate"), col_where(rate, c->complete) },
		{ TEXT("purchases"), group_whole(c->purchases, n) },
		{ TEXT("amount"), group_money(c->amount, n, decimals) },
		{ TEXT("ltv"), col_where(ltv, c->complete) },
		{ TEXT("complete"), c->complete }, { .col = NULL } });
}

static struct table *
wide_cells(const struct won *w)
{
	const struct members *m = cohorts(w, period);
	const struct wide_cohorts c = wide_new(cohorts_new(w->o, m, period,
	    mode), total);
	struct field *fields = mem_new(c.periods + 4, sizeof *fields);

	fields[1] = (struct field){ TEXT("cohort"), wide_names(&c) };
	fields[2] = (struct field){ TEXT("customers"), wide_customers(&c) };
	for (size_t k = 0; k < c.periods; k++)
		fields[3 + k] = field_of("%d", (int)k, wide_column(&c, k,
		    wide_measure, w->o->decimals));
	return keyed(w, m->key, m->n, wide_of(&c), fields);
}

static struct table *
ladder(const struct won *w)
{
	const struct members *m = cohorts(w, ALL_TIME);
	const struct ladder l = ladder_of(w->o, m, lapse_days);
	const size_t n = l.n;

	return keyed(w, m->key, m->n, col_places(m->n, LADDER_STEPS),
	    (struct field[]){ { .col = NULL },
		{ TEXT("n"), l.step },
		{ TEXT("reached"), group_whole(l.reached, n) },
		{ TEXT("continued"), group_whole(l.continued, n) },
		{ TEXT("lapsed"), group_whole(l.lapsed, n) },
		{ TEXT("pending"), group_whole(l.pending, n) },
		{ TEXT("rate"), group_rate(l.continued, l.reached, n) },
		{ TEXT("rate_resolved"), group_rate(l.continued, l.resolved,
		    n) },
		{ TEXT("median_days"), l.median_days }, { .col = NULL } });
}

static struct table *
within(const struct won *w)
{
	const struct days days = days_parse("within", within_days);
	const struct members *m = cohorts(w, period);
	const struct col *second = orders_second_days(w->o);
	const size_t n = m->n;
	struct field *f = mem_new(3 * days.n + 4, sizeof *f);
	size_t k = 3;

	f[1] = (struct field){ TEXT("cohort"), period_names(period, m->then,
	    n) };
	f[2] = (struct field){ TEXT("customers"), members_count(m) };
	for (size_t i = 0; i < days.n; i++) {
		const struct returns r = returns_within(m, w->first_date,
		    second, w->o->as_of, days.v[i]);
		f[k++] = field_of("mature_%d", days.v[i],
		    group_whole(r.mature, n));
		f[k++] = field_of("repeated_%d", days.v[i],
		    group_whole(r.repeated, n));
		f[k++] = field_of("rate_%d", days.v[i],
		    group_rate(r.repeated, r.mature, n));
	}
	return keyed(w, m->key, m->n, col_places(n, 1), f);
}

static struct table *(*const calls[])(const struct won *) = {
	[CELLS] = cells, [WIDE] = wide_cells, [LADDER] = ladder,
	[WITHIN] = within };

int
main(int argc, char **argv)
{
	static const enum role roles[] = { MEDIA, SHOP, PRODUCT, CATEGORY };
	struct measures m;
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	common_check(&common);
	span_check(span);
	if (call == WITHIN)
		days_parse("within", within_days);
	measures_begin(&m, &common);
	struct labels *labels = labels_new();
	const int slot = opt_given(options, &by) ? measures_label(&m,
	    roles[by], labels) : -1;
	m.asking.by_moment = 1;
	m.asking.in_time = slot >= 0;
	struct out *out = table_out(&common);
	const struct orders *o = orders_read(&common, argv, argc, &m.asking);
	const struct won w = won_in(o, span, slot, labels);
	const size_t rows = table_write(calls[call](&w), &common, out);
	orders_stats(o, &common, rows, NULL);
	return out_done();
}
