/* resolve.c - expressions made ready: types, fields to read, lists */
#include <stdlib.h>

#include "expr.h"
#include "lookup.h"
#include "typing.h"

/* A pattern, number(), date() and text() look at a column's bytes: it is read
 * once more, so that a fault is the column's. */
static void
read_as(struct expr *x, const struct node *n, enum type type)
{
	if (x->nodes[n->a].op == COLUMN_OF)
		x->nodes[n->a].type = type;
}

void
expr_read(struct names *names, struct expr *x)
{
	for (int i = 0; i < x->n; i++) {
		const struct node *n = &x->nodes[i];
		if (n->op == OP_MATCH || n->op == OP_TEXT)
			read_as(x, n, IS_TEXT);
		else if (n->op == OP_NUMBER || n->op == OP_DATE)
			read_as(x, n, n->type);
		names->wants_decimals |= n->op == OP_TEXT
		    && x->nodes[n->a].type != IS_TEXT;
	}
	for (int i = 0; i < x->n; i++)
		if (x->nodes[i].op == COLUMN_OF)
			x->nodes[i].reading = names_read(names,
			    x->nodes[i].column, x->nodes[i].type);
}

static void
resolve_list(const struct expr *x, struct node *n)
{
	n->lookup = lookup_new(x->nodes[n->a].type);
	for (int i = 0; i < n->n_literals; i++)
		if (n->literals[i].type == IS_TEXT)
			lookup_add_text(n->lookup, n->literals[i].text);
		else
			lookup_add_number(n->lookup, n->literals[i].value);
	if (n->file)
		lookup_read(n->lookup, n->file, n->file_column);
}

void
expr_resolve(struct names *names, struct expr *x, int n)
{
	typing_infer(names, x, n);
	for (int k = 0; k < n; k++)
		typing_check(names, &x[k]);
	for (int i = 0; i < names->n_columns && !names->of_customers; i++)
		names_read(names, i, names->columns[i].type);
	for (int k = 0; k < n && !names->of_customers; k++)
		expr_read(names, &x[k]);
	for (int k = 0; k < n; k++)
		for (int i = 0; i < x[k].n; i++)
			if (x[k].nodes[i].op == OP_IN)
				resolve_list(&x[k], &x[k].nodes[i]);
}
