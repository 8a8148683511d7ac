/* abc-rank - rank by value, class by cumulative share */
#include "ranked.h"
#include "ranking.h"
#include "table.h"

enum { ITEMS, SUMMARY, DECILES, CONCENTRATION };
#define USES_CLASSES (CALL(ITEMS) | CALL(SUMMARY))

static struct common common = COMMON;
static int summary_asked, deciles_asked, concentration_asked;
static struct ranked ranked;
static const char *class_list = "70,90";
static struct classes classes;

static const struct opt options[] = {
	OPT_FLAG(0, "summary", &summary_asked, "a row per class",
	    .call = SUMMARY),
	OPT_FLAG(0, "deciles", &deciles_asked,
	    "ten groups of as many items, by value", .call = DECILES),
	OPT_FLAG(0, "concentration", &concentration_asked,
	    "how unequal the values are", .call = CONCENTRATION),
	OPTS_RANKED(ranked),
	OPT_TEXT(0, "classes", &class_list, "LIST",
	    "where classes end, in percent [70,90]", .only = USES_CLASSES),
	OPTS_ROLES(common),
	OPTS_AS_OF(common),
	OPTS_ORDERS(common),
	OPTS_LANG(common),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};

static const struct command command = {
	"rank by value, class by cumulative share", "[FILE ...]", options
};

/* A made column, called otherwise where what was ranked is called so. */
static struct text
made(const char *name)
{
	const struct text t = text_of(name);

	return text_same(t, ranked.key_name) || text_same(t, ranked.value_name)
	    ? text_of(mem_format("abc_%s", name)) : t;
}

static void
check_names(void)
{
	const struct text names[] = { made("rank"), ranked.key_name,
		ranked.value_name, made("share"), made("cum_value"),
		made("cum_share"), made("class") };

	common_check_columns(names, sizeof names / sizeof *names, NULL);
}

static struct table *
items(const struct ranking *r)
{
	return table_new(r->n, (struct field[]){
		{ made("rank"), r->rank },
		{ ranked.key_name, r->key }, { ranked.value_name, r->value },
		{ made("share"), ranking_share(r) },
		{ made("cum_value"), r->cum },
		{ made("cum_share"), ranking_cum_share(r) },
		{ made("class"), ranking_class(r, &classes) },
		{ .col = NULL } });
}

static struct table *
summary(const struct ranking *r)
{
	const size_t k = classes.names, n = r->n ? k : 0;
	const struct col *class = ranking_class(r, &classes);
	const struct sums count = group_count(class, k);
	const struct sums sum = group_sum(class, k, r->value);

	return table_new(n, (struct field[]){
		{ TEXT("class"), col_names(classes.name, k, n) },
		{ TEXT("items"), group_whole(count, n) },
		{ TEXT("item_share"), group_share(count, n) },
		{ TEXT("value"), group_total(sum, n, r->value->decimals) },
		{ TEXT("value_share"),
		    group_rate(sum, ranking_wholes(r, &classes), n) },
		{ .col = NULL } });
}

static struct table *
deciles(const struct ranking *r)
{
	const int decimals = r->value->decimals;
	size_t n;
	const struct col *decile = ranking_decile(r, &n);
	const struct sums count = group_count(decile, n);
	struct sums sum = group_sum(decile, n, r->value);

	if (sum.all < 0)
		sum.all = 0;		/* of a loss there is no share */
	return table_new(n, (struct field[]){
		{ TEXT("decile"), col_names(decile->names, n, n) },
		{ TEXT("items"), group_whole(count, n) },
		{ TEXT("value"), group_total(sum, n, decimals) },
		{ TEXT("share"), group_share(sum, n) },
		{ TEXT("cum_share"), group_share(group_cumulate(sum, n), n) },
		{ TEXT("mean"), group_mean(sum, count, n, decimals) },
		{ TEXT("min"), group_least(decile, n, r->value) },
		{ TEXT("max"), group_most(decile, n, r->value) },
		{ .col = NULL } });
}

static struct table *
concentration(const struct ranking *r)
{
	const struct concentration c = ranking_concentration(r);

	return table_new(c.items->n, (struct field[]){
		{ TEXT("items"), c.items }, { TEXT("total"), c.total },
		{ TEXT("gini"), c.gini },
		{ TEXT("top20_share"), c.top20_share },
		{ TEXT("items_for_80"), c.items_for_80 }, { .col = NULL } });
}

static struct table *(*const calls[])(const struct ranking *) = {
	[ITEMS] = items, [SUMMARY] = summary, [DECILES] = deciles,
	[CONCENTRATION] = concentration };

int
main(int argc, char **argv)
{
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	common_check(&common);
	ranked_check(&ranked, &common, options);
	if (call == ITEMS)
		check_names();
	classes = classes_parse(class_list);
	struct out *out = table_out(&common);
	const struct items of = ranked_read(&ranked, &common, argv, argc);
	const struct ranking r = ranking_new(of.key, of.value);
	const size_t rows = table_write(calls[call](&r), &common, out);
	ranked_stats(&ranked, &common, rows);
	return out_done();
}
