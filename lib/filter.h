#ifndef FILTER_H
#define FILTER_H

#include "common.h"
#include "rules.h"

/*
 * A table's rows passed through rules that are resolved: those for which the
 * one rule without a name is true, unchanged; or all, each with the name of
 * the first rule that holds in a new column.
 */
struct filter {
	const struct common *common;
	const struct names *names;
	struct rules rules;
	const char *as;		/* the new column */
};

void filter_run(const struct filter *, char **files, int n_files);

#endif
