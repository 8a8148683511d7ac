/* aggregates.c - expressions of customers taken apart */
#include <stdlib.h>

#include "aggregates.h"
#include "decimal.h"

enum { AGGREGATES_MOST = 4096 };

struct text
aggregate_words(const struct aggregate *a)
{
	return (struct text){ a->source->text.s + a->from, a->to - a->from };
}

struct text
aggregate_x(const struct aggregate *a)
{
	const struct node *x = &a->x.nodes[a->x.n - 1];

	return (struct text){ a->source->text.s + x->from, x->to - x->from };
}

/* The nodes between two places, as an expression of their own. */
static struct expr
part_of(const struct expr *x, int from, int to)
{
	struct expr part = { .source = x->source, .any_type = 1,
		.n = to - from };

	part.nodes = mem_new((size_t)part.n, sizeof *part.nodes);
	for (int i = 0; i < part.n; i++) {
		struct node *n = &part.nodes[i];
		*n = x->nodes[from + i];
		n->a -= n->a < 0 ? 0 : from;
		n->b -= n->b < 0 ? 0 : from;
	}
	return part;
}

/* The number of the aggregate at that node. */
static int
add(struct aggregates *a, const struct expr *x, int at)
{
	const struct node *n = &x->nodes[at];
	const int of_truth = n->aggregate <= LINES || n->aggregate >= ANY;
	struct aggregate new = { .of = n->aggregate, .nth = n->nth,
		.type = n->type, .source = x->source, .from = n->from,
		.to = n->to, .bit = -1, .value = -1, .count = -1,
		.purchases = -1, .replay = -1 };

	for (int i = 0; i < a->n; i++)
		if (text_same(aggregate_words(&a->v[i]),
		    aggregate_words(&new)))
			return i;
	if (a->n == AGGREGATES_MOST)
		die(LIMIT, "more than %d aggregates", AGGREGATES_MOST);
	if (n->a >= 0)
		*(of_truth ? &new.p : &new.x) = part_of(x, n->first,
		    n->a + 1);
	if (n->b >= 0)
		new.p = part_of(x, n->a + 1, n->b + 1);
	a->v = mem_grow(a->v, (size_t)a->n + 1, sizeof *a->v);
	a->v[a->n] = new;
	return a->n++;
}

static void
take(struct aggregates *a, struct expr *x)
{
	int *moved = mem_new((size_t)x->n, sizeof *moved), n = 0;
	struct node *left = mem_new((size_t)x->n, sizeof *left);

	for (int i = 0; i < x->n; i++) {
		struct node *to = &left[n];
		if (x->nodes[i].inside)
			continue;
		*to = x->nodes[i];
		if (to->op == OP_AGGREGATE) {
			to->reading = add(a, x, i);
			to->a = to->b = -1;
		}
		to->a = to->a < 0 ? -1 : moved[to->a];
		to->b = to->b < 0 ? -1 : moved[to->b];
		moved[i] = n++;
	}
	free(moved);
	x->nodes = left;
	x->n = n;
}

void
aggregates_take(struct aggregates *a, struct expr *x, int n)
{
	for (int i = 0; i < n; i++)
		take(a, &x[i]);
}

static int
most(int a, int b)
{
	return a > b ? a : b;
}

static int
at_most(int decimals)
{
	return decimals < DECIMALS_MOST ? decimals : DECIMALS_MOST;
}

int
aggregate_decimals(const struct aggregate *a, const int *of_column)
{
	if (!a->x.n || a->of == DISTINCT)
		return 0;
	return at_most(aggregates_decimals(NULL, &a->x, of_column)
	    + (a->of == MEAN ? 2 : 0));
}

/* of: the nodes ahead */
static int
of_node(const struct aggregates *g, const struct expr *x,
    const struct node *n, const int *of, const int *of_column)
{
	switch (n->op) {
	case NUMBER_OF:
		return n->decimals;
	case COLUMN_OF:
		return of_column[n->column];
	case OP_NEGATE: case OP_ABS:
		return of[n->a];
	case OP_ADD: case OP_SUBTRACT:
		return x->nodes[n->a].type == IS_DATE ? 0
		    : most(of[n->a], of[n->b]);
	case OP_MULTIPLY:
		return at_most(of[n->a] + of[n->b]);
	case OP_DIVIDE:
		return DECIMALS_MOST;
	case OP_NUMBER:
		return x->nodes[n->a].op != COLUMN_OF
		    && x->nodes[n->a].type == IS_TEXT ? DECIMALS_MOST
		    : of[n->a];
	case OP_AGGREGATE:
		return aggregate_decimals(&g->v[n->reading], of_column);
	default:
		return 0;
	}
}

int
aggregates_decimals(const struct aggregates *g, const struct expr *x,
    const int *of_column)
{
	int *of = mem_new((size_t)x->n, sizeof *of);

	for (int i = 0; i < x->n; i++)
		of[i] = of_node(g, x, &x->nodes[i], of, of_column);
	const int last = of[x->n - 1];
	free(of);
	return last;
}

int
expr_is_late(const struct names *names, const struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		if ((n->op == AS_OF && names->as_of == NO_DAY)
		    || (n->op == COLUMN_OF
		    && names->columns[n->column].sum_of != ROLES))
			return 1;
	}
	return 0;
}

static int
same_node(const struct node *a, const struct node *b)
{
	return a->op == b->op && a->type == b->type && a->a == b->a
	    && a->b == b->b && a->value == b->value && a->column == b->column
	    && a->decimals == b->decimals && a->pattern == b->pattern
	    && a->lookup == b->lookup && text_same(a->text, b->text);
}

int
expr_same(const struct expr *x, const struct expr *y)
{
	int i = 0;

	while (i < x->n && i < y->n && same_node(&x->nodes[i], &y->nodes[i]))
		i++;
	return i == x->n && i == y->n;
}
