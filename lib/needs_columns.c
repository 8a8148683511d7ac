/* needs_columns.c - columns that are checked, or whose decimals matter */
#include "needs.h"
#include "typing.h"

static enum role
role_of(const struct names *names, int column)
{
	const struct column *c = &names->columns[column];

	return c->sum_of != ROLES ? c->sum_of : roles_of(names->roles,
	    c->name);
}

/* number() and date() of a column: its fault is the row's. */
static void
check_conversions(struct takes *t, const struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		if ((n->op == OP_NUMBER || n->op == OP_DATE)
		    && x->nodes[n->a].op == COLUMN_OF)
			names_read(&t->names, x->nodes[n->a].column, n->type);
	}
}

/* In every row; the engine checks those that it reads. */
void
needs_check_columns(struct needs *needs, const struct expr *x, int n)
{
	const struct names *names = needs->names;
	const struct aggregates *a = &needs->aggregates;

	for (int i = 0; i < names->n_columns; i++) {
		const enum role role = role_of(names, i);
		if (role != CUSTOMER && role != ORDER && role != ORDER_DATE
		    && role != AMOUNT && role != STATUS)
			names_read(&needs->takes.names, i,
			    names->columns[i].type);
	}
	for (int i = 0; i < n; i++)
		check_conversions(&needs->takes, &x[i]);
	for (int i = 0; i < a->n; i++) {
		check_conversions(&needs->takes, &a->v[i].x);
		check_conversions(&needs->takes, &a->v[i].p);
	}
}

/* ---- decimals */

static void
keep_decimals(struct needs *needs, int column)
{
	if (role_of(needs->names, column) == AMOUNT)
		return;
	needs->takes.names.wants_decimals = 1;
	needs->decimals[column] = takes_add(&needs->takes, &needs->rooms,
	    (struct take){ TAKE_DECIMALS, .x = -1, .p = -1,
		.reading = names_read(&needs->takes.names, column, IS_NUMBER)
	    }, (struct text){ NULL, 0 }).slot;
}

/* Of the columns that the expression's numbers come from. */
static void
keep_of(struct needs *needs, const struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		const int column = n->op != OP_NUMBER ? i : n->a;
		const struct node *c = &x->nodes[column];
		if (c->op == COLUMN_OF && (n->op == OP_NUMBER || is_number(
		    needs->names->columns[c->column].type)))
			keep_decimals(needs, c->column);
	}
}

static int
prints_numbers(const struct expr *x)
{
	for (int i = 0; i < x->n; i++)
		if (x->nodes[i].op == OP_TEXT
		    && is_number(x->nodes[x->nodes[i].a].type))
			return 1;
	return x->any_type && is_number(x->nodes[x->n - 1].type);
}

/* Numbers of orders and purchases that are made a text. */
static void
keep_of_scene(struct needs *needs, const struct names *names)
{
	for (int i = 0; i < names->n_readings; i++) {
		const struct reading *r = &names->readings[i];
		if ((names->wants_decimals && r->type == IS_NUMBER)
		    || (is_number(names->columns[r->column].type)
		    && r->type == IS_TEXT))
			keep_decimals(needs, r->column);
	}
}

void
needs_keep_decimals(struct needs *needs, const struct expr *x, int n)
{
	const struct aggregates *a = &needs->aggregates;

	needs->decimals = mem_new((size_t)needs->names->n_columns,
	    sizeof *needs->decimals);
	for (int i = 0; i < needs->names->n_columns; i++)
		needs->decimals[i] = -1;
	for (int i = 0; i < n; i++) {
		if (!prints_numbers(&x[i]))
			continue;
		keep_of(needs, &x[i]);
		for (int k = 0; k < x[i].n; k++)
			if (x[i].nodes[k].op == OP_AGGREGATE)
				keep_of(needs, &a->v[x[i].nodes[k].reading].x);
	}
	for (int i = 0; i < a->n; i++)
		if (a->v[i].of == MEAN)
			keep_of(needs, &a->v[i].x);
	for (int i = 0; i < needs->n_purchases; i++)
		keep_of_scene(needs, &needs->purchases[i].names);
	for (int i = 0; i < needs->n_replays; i++)
		keep_of_scene(needs, &needs->replays[i].takes.names);
}

void
needs_learn_decimals(struct needs *needs, const struct orders *o)
{
	for (int i = 0; i < needs->names->n_columns; i++) {
		const int slot = needs->decimals[i];
		needs->decimals[i] = slot >= 0 && o->kept[slot] > 0
		    ? (int)o->kept[slot] : role_of(needs->names, i) == AMOUNT
		    ? o->decimals : 0;
	}
}
