#ifndef RULES_H
#define RULES_H

#include "expr.h"

/*
 * Conditions with names, in order: of rows or customers the first that holds
 * gives the name. Resolve .exprs before use.
 */
struct rules {
	struct text *names;	/* NULL: one condition without a name */
	struct expr *exprs;
	int n;
	struct text *shown;	/* names of values that are shown, whose */
	int n_shown;		/* expressions stand behind the conditions */
};

/* One condition, from the command line or from a file. */
struct rules rules_of(struct names *, const char *expression);
struct rules rules_of_file(struct names *, const char *path);
/* A file of rules: name, TAB, expression a line; empty lines and those that
 * begin with # are skipped. A fault in it is refused. */
struct rules rules_read(struct names *, const char *path);
/* A value to be shown, NAME=EXPR; behind all conditions. */
void rules_show(struct rules *, struct names *, const char *shown);
/* Of one resolved condition: the contrary. */
void rules_invert(struct rules *);

#endif
