#ifndef CHOICE_H
#define CHOICE_H

#include "common.h"
#include "rules.h"

/*
 * Customers through rules that are resolved: those for whom the one rule
 * without a name is true; or all, each with the name of the first rule that
 * holds in the last column; and values that are shown of them.
 */
struct choice {
	const struct common *common;
	const struct names *names;
	struct rules rules;
	const char *as;		/* the column of the names */
};

void choice_run(const struct choice *, char **files, int n_files);

#endif
