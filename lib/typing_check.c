/* typing_check.c - whether the operands of each node go together */
#include <string.h>

#include "typing.h"

static const char convert[] = "quote the literal, or use number(), date() or "
    "text()";
static const char compare[] = "a condition is a comparison: =, <, in, =~, …";
static const char durations[] = "180d, 6m, 1y stand beside dates, and 180d "
    "beside date - date; a number of days is 180";

/* The node's words in the source, quoted. */
static const char *
words(const struct expr *x, const struct node *n, char out[QUOTE_WIDTH])
{
	return text_quote(out, x->source->text.s + n->from, n->to - n->from);
}

static _Noreturn void
refuse(const struct expr *x, const struct node *n, const char *needs,
    const char *hint)
{
	char what[QUOTE_WIDTH];

	source_refuse(x->source, n->from, hint, "%s is %s: %s", words(x, n,
	    what), type_names[n->type], needs);
}

static int
comparable(enum type a, enum type b)
{
	if (a == IS_TRUTH || b == IS_TRUTH || (is_duration(a)
	    && is_duration(b)))
		return 0;
	return a == b || (is_number(a) && is_number(b))
	    || (a == IS_DAYS && b == IS_DURATION)
	    || (a == IS_DURATION && b == IS_DAYS);
}

/* What to do about two types that are not compared, one of them mostly that
 * of a literal. */
static const char *
pair_hint(const struct node *a, const struct node *b)
{
	const struct node *literal = a->op == TEXT_OF || a->op == NUMBER_OF
	    || a->op == DATE_OF ? a : b;
	const enum type other = literal == a ? b->type : a->type;

	if (is_duration(a->type) || is_duration(b->type))
		return durations;
	if (other == IS_DATE)
		return literal->type == IS_TEXT
		    ? "a date stands without quotes: 2024-01-31"
		    : "a date is written 2024-01-31; or compare year()";
	if (other == IS_TEXT)
		return "a text stands in quotes: \"145\"; or use number(), "
		    "date()";
	return literal->type == IS_TEXT
	    ? "a number stands without quotes: 145" : convert;
}

static void
check_pair(const struct expr *x, const struct node *a, const struct node *b)
{
	char one[QUOTE_WIDTH], other[QUOTE_WIDTH];
	const struct node *pair[] = { a, b };

	for (int i = 0; i < 2; i++)
		if (pair[i]->op == TEXT_OF && !pair[i]->text.s)
			source_refuse(x->source, pair[i]->from, "is none",
			    "nothing is equal to %s, nor above or below it",
			    words(x, pair[i], one));
	if (comparable(a->type, b->type))
		return;
	if (a->type == IS_TRUTH || b->type == IS_TRUTH)
		refuse(x, a->type == IS_TRUTH ? a : b,
		    "truths are not compared", "and, or, not");
	const struct node *second = a->from < b->from ? b : a;
	const struct node *first = second == a ? b : a;
	source_refuse(x->source, second->from, pair_hint(a, b),
	    "%s is %s, but %s is %s", words(x, second, one),
	    type_names[second->type], words(x, first, other),
	    type_names[first->type]);
}

static void
check_sum(const struct expr *x, const struct node *n)
{
	char one[QUOTE_WIDTH], other[QUOTE_WIDTH];
	const struct node *a = &x->nodes[n->a], *b = &x->nodes[n->b];
	const int dates = a->type == IS_DATE || b->type == IS_DATE
	    || is_duration(a->type) || is_duration(b->type);

	if (n->type == IS_OPEN)
		source_refuse(x->source, b->from, dates ? durations : convert,
		    "%s is %s, but %s is %s: '%.*s' does not take them",
		    words(x, b, one), type_names[b->type], words(x, a, other),
		    type_names[a->type], (int)n->text.len, n->text.s);
}

static void
check_is(const struct expr *x, int node, enum type type, const char *needs)
{
	const struct node *n = &x->nodes[node];

	if (n->type == type || (type == IS_NUMBER && n->type == IS_DAYS))
		return;
	refuse(x, n, needs, type == IS_TRUTH ? compare : convert);
}

static void
check_conversion(const struct expr *x, const struct node *n, enum type type)
{
	const struct node *a = &x->nodes[n->a];

	if (a->type == IS_TEXT || a->type == type || (a->type == IS_DAYS
	    && type == IS_NUMBER))
		return;
	if (type == IS_TEXT && (is_number(a->type) || a->type == IS_DATE))
		return;
	refuse(x, a, type == IS_TEXT ? "it has no text"
	    : type == IS_DATE ? "date() needs a text"
	    : "number() needs a text", NULL);
}

static void
check_in(const struct expr *x, const struct node *n)
{
	const struct node *a = &x->nodes[n->a];

	if (a->type == IS_TRUTH || is_duration(a->type))
		refuse(x, a, "it is in no list", NULL);
	for (int i = 0; i < n->n_literals; i++)
		check_pair(x, a, &n->literals[i]);
}

/* What one operand must be, and the word of it in a message */
static const struct { enum type type; const char *needs; } one_type[] = {
	[OP_ABS] = { IS_NUMBER, "abs() needs a number" },
	[OP_MULTIPLY] = { IS_NUMBER, "'*' needs numbers" },
	[OP_DIVIDE] = { IS_NUMBER, "'/' needs numbers" },
	[OP_NOT] = { IS_TRUTH, "'not' needs a condition" },
	[OP_AND] = { IS_TRUTH, "'and' needs conditions" },
	[OP_OR] = { IS_TRUTH, "'or' needs conditions" },
	[OP_MONTH] = { IS_DATE, "month() needs a date" },
	[OP_YEAR] = { IS_DATE, "year() needs a date" },
	[OP_WEEKDAY] = { IS_DATE, "weekday() needs a date" },
	[OP_HOUR] = { IS_DATE, "hour() needs a date" },
	[OP_LOWER] = { IS_TEXT, "lower() needs a text" },
	[OP_LENGTH] = { IS_TEXT, "length() needs a text" },
	[OP_AGGREGATE] = { IS_OPEN, NULL },
};

static void
check_aggregate(const struct expr *x, const struct node *n)
{
	const int of_truths = n->aggregate <= LINES || n->aggregate >= ANY;
	const struct node *a = n->a < 0 ? NULL : &x->nodes[n->a];

	if (a && of_truths)
		check_is(x, n->a, IS_TRUTH, "it is no condition");
	else if (n->aggregate == SUM || n->aggregate == MEAN)
		check_is(x, n->a, IS_NUMBER, "it cannot be summed");
	else if (a && (a->type == IS_TRUTH || is_duration(a->type)))
		refuse(x, a, "it is no value", NULL);
	if (n->b >= 0)
		check_is(x, n->b, IS_TRUTH, "'where' needs a condition");
}

static void
check_node(const struct expr *x, const struct node *n)
{
	const struct node *a = n->a < 0 ? NULL : &x->nodes[n->a];
	const char *needs = one_type[n->op].needs;

	if (needs)
		check_is(x, n->a, one_type[n->op].type, needs);
	if (needs && n->b >= 0)
		check_is(x, n->b, one_type[n->op].type, needs);
	if (n->op == OP_NEGATE && !is_duration(a->type))
		check_is(x, n->a, IS_NUMBER, "'-' needs a number");
	else if (n->op == OP_ADD || n->op == OP_SUBTRACT)
		check_sum(x, n);
	else if (n->op == OP_EQUAL || n->op == OP_LESS || n->op == OP_AT_MOST)
		check_pair(x, a, &x->nodes[n->b]);
	else if (n->op == OP_IN)
		check_in(x, n);
	else if (n->op == OP_AGGREGATE)
		check_aggregate(x, n);
	else if (n->op == OP_IS_NONE && (a->type == IS_TRUTH
	    || is_duration(a->type)))
		refuse(x, a, "it is never none", NULL);
	else if (n->op == OP_NUMBER || n->op == OP_DATE || n->op == OP_TEXT)
		check_conversion(x, n, n->type);
}

/* Of a row there are no aggregates, of a customer no columns else. */
static void
check_place(const struct names *names, const struct expr *x,
    const struct node *n)
{
	char what[QUOTE_WIDTH];

	if (n->op == OP_AGGREGATE && !names->of_customers)
		source_refuse(x->source, n->from, "--customers",
		    "%.*s() is of a customer, not of a row",
		    (int)n->text.len, n->text.s);
	if (n->op != COLUMN_OF || n->inside || !names->of_customers)
		return;
	if (text_same(names->columns[n->column].name,
	    names->roles->column[CUSTOMER]))
		return;
	const char *name = x->source->text.s + n->from;
	const int len = (int)(n->to - n->from);
	source_refuse(x->source, n->from, mem_format("first(%.*s), "
	    "any(%.*s = …)", len, name, len, name),
	    "%s has a value in each line, not one of the customer",
	    words(x, n, what));
}

/* No field can hold them. */
static void
check_shown(const struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		for (size_t k = 0; n->op == TEXT_OF && k < n->text.len; k++)
			if (strchr("\t\n\r", n->text.s[k]))
				source_refuse(x->source, n->from, NULL,
				    "a text that is shown has no TAB and no "
				    "end of line");
	}
}

void
typing_check(const struct names *names, const struct expr *x)
{
	const struct node *whole = &x->nodes[x->n - 1];

	for (int i = 0; i < x->n; i++)
		check_place(names, x, &x->nodes[i]);
	for (int i = 0; i < x->n; i++)
		check_node(x, &x->nodes[i]);
	if (!x->any_type)
		check_is(x, x->n - 1, IS_TRUTH, "it is no condition");
	else if (is_duration(whole->type))
		refuse(x, whole, "it is no value", NULL);
	if (x->any_type && whole->type == IS_TEXT)
		check_shown(x);
}
