/* segment - pick rows by any rule, or name them by the first rule that holds */
#include <string.h>

#include "filter.h"

enum { PICK, NAME };

static struct common common = COMMON;
static const char *expr_file, *rules_file, *as = "segment";
static int invert;

static const struct opt options[] = {
	OPT_TEXT('f', "file", &expr_file, "FILE",
	    "read EXPR from FILE", .only = CALL(PICK)),
	OPT_FLAG('v', "invert", &invert,
	    "the rows for which EXPR is false", .only = CALL(PICK)),
	OPT_TEXT(0, "rules", &rules_file, "FILE",
	    "name all rows; each line: name, TAB, EXPR", .call = NAME),
	OPT_TEXT(0, "as", &as, "NAME",
	    "the column of the names [segment]", .only = CALL(NAME)),
	OPT_DATE(0, "as-of", &common.as_of, "what as_of is in EXPR"),
	OPTS_ROLES(common),
	OPTS_TABLE(common),
	OPT_END
};
static const struct command command = {
	"pick rows by any rule, or name them by the first rule that holds",
	"[EXPR] [FILE ...]", options };

static void
check_options(int call)
{
	common_check(&common);
	if (call == PICK && opt_given(options, &common.null))
		opt_misused("null", "needs --rules");
	if (!*as || as[strcspn(as, "\t\n\r")])
		opt_misused("as", "no name of a column");
}

int
main(int argc, char **argv)
{
	int call;

	argv = opt_parse(&argc, argv, &command, &call);
	check_options(call);
	const struct roles roles = roles_parse(common.roles);
	struct names names = { .roles = &roles, .as_of = common.as_of };
	struct rules rules;

	if (call == NAME) {
		rules = rules_read(&names, rules_file);
	} else if (expr_file) {
		rules = rules_of_file(&names, expr_file);
	} else {
		if (argc-- == 0)
			die_hint(MISUSED, "segment EXPR [FILE ...]",
			    "no expression");
		rules = rules_of(&names, *argv++);
	}
	expr_resolve(&names, rules.exprs, rules.n);
	if (invert)
		rules_invert(&rules);
	filter_run(&(struct filter){ &common, &names, rules, as }, argv, argc);
	return DONE;
}
