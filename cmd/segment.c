/* segment - pick rows or customers by any rule, or name them by rules */
#include <string.h>

#include "choice.h"
#include "filter.h"
#include "out.h"

enum { PICK, NAME };

static struct common common = COMMON;
static const char *expr_file, *rules_file, *as = "segment";
static int of_customers, invert, ids;
static struct list shown;

static const struct opt options[] = {
	OPT_FLAG(0, "customers", &of_customers,
	    "customers, not rows: by all of their order lines"),
	OPT_TEXT('f', "file", &expr_file, "FILE",
	    "read EXPR from FILE", .only = CALL(PICK)),
	OPT_FLAG('v', "invert", &invert,
	    "those for which EXPR is false", .only = CALL(PICK)),
	OPT_TEXT(0, "rules", &rules_file, "FILE",
	    "name all; each line: name, TAB, EXPR", .call = NAME),
	OPT_TEXT(0, "as", &as, "NAME",
	    "the column of the names [segment]", .only = CALL(NAME)),
	OPT_LIST(0, "show", &shown, "NAME=EXPR",
	    "one more column of customers; repeatable"),
	OPT_FLAG(0, "ids", &ids, "the customers' ids alone",
	    .only = CALL(PICK)),
	OPTS_ROLES(common),
	OPT_DATE(0, "as-of", &common.as_of,
	    "as_of in EXPR; later orders have not happened"),
	OPTS_ORDERS(common),
	OPTS_TABLE(common),
	OPTS_STATS(common),
	OPT_END
};
static const struct command command = {
	"pick rows or customers by any rule, or name them by rules",
	"[EXPR] [FILE ...]", options };

/* Options of customers */
static void
check_rows(void)
{
	static const struct { const char *name; const void *to; } of[] = {
		{ "show", &shown }, { "ids", &ids },
		{ "status", &common.status },
		{ "refunds", &common.refunds_drop },
		{ "unit", &common.unit_day } };

	for (size_t i = 0; i < sizeof of / sizeof *of; i++)
		if (opt_given(options, of[i].to))
			opt_misused(of[i].name, "needs --customers");
}

static void
check_options(int call)
{
	common_check(&common);
	if (!of_customers)
		check_rows();
	if (!of_customers && call == PICK && opt_given(options, &common.null))
		opt_misused("null", "needs --rules");
	if (ids && shown.n)
		opt_misused("ids", "excludes --show");
	if (!*as || as[strcspn(as, "\t\n\r")])
		opt_misused("as", "no name of a column");
}

/* From --rules, --file, or the first operand */
static struct rules
rules_given(struct names *names, int call, char ***operands, int *n)
{
	if (call == NAME)
		return rules_read(names, rules_file);
	if (expr_file)
		return rules_of_file(names, expr_file);
	if ((*n)-- == 0)
		die_hint(MISUSED, "segment EXPR [FILE ...]", "no expression");
	return rules_of(names, *(*operands)++);
}

int
main(int argc, char **argv)
{
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	check_options(call);
	struct names names = { .roles = &common.roles, .as_of = common.as_of,
		.of_customers = of_customers };
	struct rules rules = rules_given(&names, call, &argv, &argc);

	for (int i = 0; i < shown.n; i++)
		rules_show(&rules, &names, shown.v[i]);
	expr_resolve(&names, rules.exprs, rules.n + rules.n_shown);
	if (invert)
		rules_invert(&rules);
	if (of_customers)
		choice_run(&(struct choice){ &common, &names, rules, as },
		    argv, argc);
	else
		filter_run(&(struct filter){ &common, &names, rules, as },
		    argv, argc);
	return out_done();
}
