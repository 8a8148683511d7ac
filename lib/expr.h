#ifndef EXPR_H
#define EXPR_H

#include "common.h"
#include "source.h"
#include "vec.h"

/*
 * An expression as a list of nodes, each behind its operands, the last one
 * the whole; so whatever walks it is a loop. Names are shared by all
 * expressions of a run. Everything here lives until exit.
 *
 * An aggregate's nodes stand ahead of it too: those from .first on are
 * computed for lines, the others for what the lines are gathered by.
 */
enum op {
	NUMBER_OF, DATE_OF, TEXT_OF, DURATION_OF, MONTHS_OF, COLUMN_OF,
	OP_NEGATE, OP_ADD, OP_SUBTRACT, OP_MULTIPLY, OP_DIVIDE,
	OP_EQUAL, OP_LESS, OP_AT_MOST, OP_IS_NONE, OP_MATCH, OP_IN,
	OP_NOT, OP_AND, OP_OR,
	OP_MONTH, OP_YEAR, OP_WEEKDAY, OP_HOUR, OP_LOWER, OP_LENGTH, OP_ABS,
	OP_NUMBER, OP_DATE, OP_TEXT,
	OP_AGGREGATE };

enum aggregate { PURCHASES, ORDERS, LINES, SUM, MEAN, MIN, MAX, DISTINCT,
	FIRST, LAST, NTH, ANY, ALL };

struct node {
	enum op op;
	enum type type;		/* IS_OPEN until it is known */
	int a, b;		/* operands: places in the list; -1 */
	size_t from, to;	/* in the source */
	int64_t value;		/* literal: millionths, day, months */
	int decimals, of_dates;	/* of dates: x - y, for typing */
	struct text text;	/* of a literal; an operator's sign */
	int column, field;	/* places in the names */
	struct node *literals;	/* of OP_IN */
	int n_literals;
	const char *file, *file_column;	/* in @FILE:column */
	struct lookup *lookup;
	struct pattern *pattern;
	enum aggregate aggregate;	/* its X or P is a, where is b */
	int first;		/* of its nodes */
	int64_t nth;
};

struct expr {
	const struct source *source;
	struct node *nodes;
	int n;
};

/* A column that expressions name, and a way to read it: the values of one
 * column are read once for each type that is asked of them. */
struct column { struct text name; enum type type; };
struct field { int column; enum type type; };

struct names {
	const struct roles *roles;
	int32_t as_of;
	struct column *columns;
	int n_columns;
	struct field *fields;
	int n_fields;
	int wants_decimals;	/* some number is made a text */
};

/* Parses what stands between two places of a source. A wrong expression ends
 * the program, its place shown. */
struct expr expr_parse(struct names *, const struct source *, size_t from,
    size_t to);
/* The types of all expressions, to be called once; each must be a truth.
 * Then the files of lists are read. */
void expr_resolve(struct names *, struct expr *, int n);

/* What is to be read of a table: first the columns, in their order here, then
 * those that only --roles named. free() it. */
struct wanted *names_wanted(const struct names *, size_t *n);

#endif
