#ifndef EXPR_H
#define EXPR_H

#include "names.h"
#include "source.h"

/*
 * An expression as a list of nodes, each behind its operands, the last one
 * the whole; so whatever walks it is a loop. Names are shared by all
 * expressions of a run. Everything here lives until exit.
 *
 * An aggregate's nodes stand ahead of it too: those from .first on are
 * computed for lines, the others for what the lines are gathered by.
 */
enum op {
	NUMBER_OF, DATE_OF, TEXT_OF, DURATION_OF, MONTHS_OF, COLUMN_OF, AS_OF,
	OP_NEGATE, OP_ADD, OP_SUBTRACT, OP_MULTIPLY, OP_DIVIDE,
	OP_EQUAL, OP_LESS, OP_AT_MOST, OP_IS_NONE, OP_MATCH, OP_IN,
	OP_NOT, OP_AND, OP_OR,
	OP_MONTH, OP_YEAR, OP_WEEKDAY, OP_HOUR, OP_LOWER, OP_LENGTH, OP_ABS,
	OP_NUMBER, OP_DATE, OP_TEXT,
	OP_AGGREGATE };

enum aggregate_of { PURCHASES, ORDERS, LINES, SUM, MEAN, MIN, MAX, DISTINCT,
	FIRST, LAST, NTH, ANY, ALL };

struct node {
	enum op op;
	enum type type;		/* IS_OPEN until it is known */
	int a, b;		/* operands: places in the list; -1 */
	size_t from, to;	/* in the source */
	int64_t value;		/* literal: millionths, day, months */
	int decimals, of_dates;	/* of dates: x - y, for typing */
	struct text text;	/* of a literal; an operator's sign */
	int column, reading;	/* places in the names */
	struct node *literals;	/* of OP_IN */
	int n_literals;
	const char *file, *file_column;	/* in @FILE:column */
	struct lookup *lookup;
	struct pattern *pattern;
	enum aggregate_of aggregate;	/* its X or P is a, where is b */
	int first;		/* of its nodes */
	int inside;		/* it is one of those */
	int64_t nth;
};

struct expr {
	const struct source *source;
	struct node *nodes;
	int n;
	int any_type;		/* it need not be a truth */
};

/* Parses what stands between two places of a source. A wrong expression ends
 * the program, its place shown. */
struct expr expr_parse(struct names *, const struct source *, size_t from,
    size_t to);
/* The types of all expressions, to be called once. Then the files of lists
 * are read. Those of rows are ready then; those of customers are taken apart
 * first, see aggregates.h. */
void expr_resolve(struct names *, struct expr *, int n);
/* What the expression's columns are read as joins the readings. */
void expr_read(struct names *, struct expr *);

#endif
