/* resolve.c - expressions made ready: types, fields to read, lists */
#include <stdlib.h>

#include "expr.h"
#include "lookup.h"
#include "typing.h"

static int
field_of(struct names *names, int column, enum type type)
{
	for (int i = 0; i < names->n_fields; i++)
		if (names->fields[i].column == column
		    && names->fields[i].type == type)
			return i;
	names->fields = mem_grow(names->fields, (size_t)names->n_fields + 1,
	    sizeof *names->fields);
	names->fields[names->n_fields] = (struct field){ column, type };
	return names->n_fields++;
}

/* A pattern, number(), date() and text() look at a column's bytes: it is read
 * once more, so that a fault is the column's. */
static void
read_as(struct expr *x, const struct node *n, enum type type)
{
	if (x->nodes[n->a].op == COLUMN_OF)
		x->nodes[n->a].type = type;
}

static void
resolve_fields(struct names *names, struct expr *x)
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
			x->nodes[i].field = field_of(names,
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
		typing_check(&x[k]);
	for (int i = 0; i < names->n_columns; i++)
		field_of(names, i, names->columns[i].type);
	for (int k = 0; k < n; k++)
		resolve_fields(names, &x[k]);
	for (int k = 0; k < n; k++)
		for (int i = 0; i < x[k].n; i++)
			if (x[k].nodes[i].op == OP_IN)
				resolve_list(&x[k], &x[k].nodes[i]);
}

struct wanted *
names_wanted(const struct names *names, size_t *n)
{
	struct wanted *w = mem_new((size_t)names->n_columns + ROLES,
	    sizeof *w);

	*n = 0;
	for (int i = 0; i < names->n_columns; i++) {
		const struct text name = names->columns[i].name;
		const enum role role = roles_of(names->roles, name);
		w[(*n)++] = (struct wanted){ name, role == ROLES ? NULL
		    : role_names[role], 1 };
	}
	for (enum role r = 0; r < ROLES; r++)
		if (names->roles->named[r])
			w[(*n)++] = roles_wanted(names->roles, r, 1);
	return w;
}
