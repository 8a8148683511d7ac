/* typing.c - the types of columns and nodes */
#include "typing.h"

const char *const type_names[] = { "a value", "a number", "a number of days",
	"a date", "a text", "a truth", "a duration", "a duration in months" };

struct typing {
	struct names *names;
	struct expr *x;
	int changed;
	int last;	/* x - y of two open columns is of numbers */
};

static enum type
type_of(const struct typing *t, int node)
{
	return t->x->nodes[node].type;
}

/* A column that is still open takes the type. What is days, or stands where
 * dates do, and is x - y, is that of dates. */
static void
want(struct typing *t, int node, enum type type)
{
	struct node *n = &t->x->nodes[node];

	/* a - b - c - … is as deep as the text is long */
	for (; n->type == IS_OPEN && n->op == OP_SUBTRACT && !n->of_dates
	    && (type == IS_DAYS || type == IS_DATE);
	    n = &t->x->nodes[n->a]) {
		n->of_dates = 1;
		type = IS_DATE;
		want(t, n->b, type);
	}
	if (n->type != IS_OPEN)
		return;
	if (n->op == OP_AGGREGATE)
		want(t, n->a, type);
	if (n->op != COLUMN_OF)
		return;
	n->type = t->names->columns[n->column].type;
	if (n->type == IS_OPEN) {
		n->type = type == IS_DAYS ? IS_NUMBER : type;
		t->names->columns[n->column].type = n->type;
		t->changed = 1;
	}
}

/* What an open column is that stands beside this type; what does not fit is
 * said by the check. */
static const enum type beside[] = { [IS_NUMBER] = IS_NUMBER,
	[IS_DAYS] = IS_NUMBER, [IS_DATE] = IS_DATE, [IS_TEXT] = IS_TEXT,
	[IS_TRUTH] = IS_TEXT, [IS_DURATION] = IS_DAYS,
	[IS_MONTHS] = IS_NUMBER };

/* Both sides of a comparison have one type. */
static void
pair(struct typing *t, int a, int b)
{
	if (type_of(t, b) != IS_OPEN)
		want(t, a, beside[type_of(t, b)]);
	if (type_of(t, a) != IS_OPEN)
		want(t, b, beside[type_of(t, a)]);
}

/* What a + b or a - b is; IS_OPEN if they do not go together. */
static enum type
sum_type(enum op op, enum type a, enum type b)
{
	if (a == IS_DATE && b == IS_DATE)
		return op == OP_SUBTRACT ? IS_DAYS : IS_OPEN;
	if (a == IS_DATE && is_duration(b))
		return IS_DATE;
	if (is_duration(a) && b == IS_DATE)
		return op == OP_ADD ? IS_DATE : IS_OPEN;
	if ((a == IS_DAYS && (is_number(b) || b == IS_DURATION))
	    || (b == IS_DAYS && (is_number(a) || a == IS_DURATION)))
		return IS_DAYS;
	return a == IS_NUMBER && b == IS_NUMBER ? IS_NUMBER : IS_OPEN;
}

static enum type
infer_sum(struct typing *t, const struct node *n)
{
	const enum type a = type_of(t, n->a), b = type_of(t, n->b);

	if (a == IS_OPEN && b == IS_OPEN) {
		if (n->op == OP_SUBTRACT && !t->last)
			return IS_OPEN;
		want(t, n->a, IS_NUMBER);
		want(t, n->b, IS_NUMBER);
	} else if (a == IS_OPEN) {
		want(t, n->a, is_duration(b) || b == IS_DATE ? IS_DATE
		    : IS_NUMBER);
	} else if (b == IS_OPEN) {
		want(t, n->b, a == IS_DATE || (is_duration(a)
		    && n->op == OP_ADD) ? IS_DATE : IS_NUMBER);
	}
	return sum_type(n->op, type_of(t, n->a), type_of(t, n->b));
}

static enum type
infer_aggregate(struct typing *t, const struct node *n)
{
	if (n->aggregate == ANY || n->aggregate == ALL)
		return IS_TRUTH;
	if (n->aggregate == SUM || n->aggregate == MEAN)
		want(t, n->a, IS_NUMBER);
	return n->aggregate <= MEAN || n->aggregate == DISTINCT ? IS_NUMBER
	    : type_of(t, n->a);
}

static enum type
infer(struct typing *t, const struct node *n)
{
	switch (n->op) {
	case COLUMN_OF:
		return t->names->columns[n->column].type;
	case OP_NEGATE: case OP_ABS:
		want(t, n->a, IS_NUMBER);
		return type_of(t, n->a);
	case OP_ADD: case OP_SUBTRACT:
		return infer_sum(t, n);
	case OP_MULTIPLY: case OP_DIVIDE:
		want(t, n->a, IS_NUMBER);
		want(t, n->b, IS_NUMBER);
		return IS_NUMBER;
	case OP_EQUAL: case OP_LESS: case OP_AT_MOST:
		pair(t, n->a, n->b);
		return IS_TRUTH;
	case OP_IN:
		if (n->n_literals)
			want(t, n->a, beside[n->literals[0].type]);
		return IS_TRUTH;
	case OP_MONTH: case OP_YEAR: case OP_WEEKDAY: case OP_HOUR:
		want(t, n->a, IS_DATE);
		return IS_NUMBER;
	case OP_LOWER: case OP_LENGTH:
		want(t, n->a, IS_TEXT);
		return n->op == OP_LOWER ? IS_TEXT : IS_NUMBER;
	case OP_NUMBER:
		return IS_NUMBER;
	case OP_DATE:
		return IS_DATE;
	case OP_TEXT:
		return IS_TEXT;
	case OP_MATCH: case OP_IS_NONE: case OP_NOT: case OP_AND: case OP_OR:
		return IS_TRUTH;
	case OP_AGGREGATE:
		return infer_aggregate(t, n);
	default:
		return n->type;
	}
}

static void
settle(struct typing *t, struct expr *x, int n)
{
	do {
		t->changed = 0;
		for (int k = 0; k < n; k++) {
			t->x = &x[k];
			for (int i = 0; i < x[k].n; i++)
				x[k].nodes[i].type = infer(t, &x[k].nodes[i]);
		}
	} while (t->changed);
}

static enum type
type_of_role(const struct roles *roles, const struct column *c)
{
	const enum role role = c->sum_of != ROLES ? c->sum_of
	    : roles_of(roles, c->name);

	switch (role) {
	case ROLES:
		return IS_OPEN;
	case ORDER_DATE:
		return IS_DATE;
	case AMOUNT: case QUANTITY: case COST:
		return IS_NUMBER;
	default:
		return IS_TEXT;
	}
}

/* Texts have a least and a most too, so there is no guessing. */
static void
refuse_open(const struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		if (n->op == OP_AGGREGATE && n->type == IS_OPEN
		    && (n->aggregate == MIN || n->aggregate == MAX))
			source_refuse(x->source, n->from, "number(), date() "
			    "or text()", "%.*s() of a column without a type",
			    (int)n->text.len, n->text.s);
	}
}

void
typing_infer(struct names *names, struct expr *x, int n)
{
	struct typing t = { .names = names };

	for (int i = 0; i < names->n_columns; i++)
		names->columns[i].type = type_of_role(names->roles,
		    &names->columns[i]);
	settle(&t, x, n);
	t.last = 1;
	settle(&t, x, n);
	for (int k = 0; k < n; k++)
		refuse_open(&x[k]);
	for (int i = 0; i < names->n_columns; i++)
		if (names->columns[i].type == IS_OPEN)
			names->columns[i].type = IS_TEXT;
	settle(&t, x, n);
}
