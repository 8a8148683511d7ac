/* eval.c - expressions over rows, an operation at a time */
#include <stdlib.h>

#include "eval.h"
#include "fields.h"
#include "lookup.h"
#include "operation.h"
#include "pattern.h"

/* A node made ready. What it gives stands in out: that of a field for a
 * column, and that of its operand where nothing is to be done. */
struct step {
	const struct node *node;
	const struct expr *expr;
	struct vec *out, *a, *b;
	struct operation does;
	struct matcher *matcher;
	int uses;		/* as an operand, still to come */
	int constant;		/* computed once */
	int pooled;		/* out goes back when it is used up */
};

struct eval {
	const struct names *names;
	struct vec *fields;
	struct step *steps;	/* of all expressions */
	int n_steps;
	struct vec **results;	/* of each expression */
	struct vec **pool;
	int n_pool, started;
};

static void
make_room(const struct eval *e, struct vec *v)
{
	v->data = mem_new(EVAL_ROWS, sizeof(struct text));
	if (e->names->wants_decimals)
		v->decimals = mem_new(EVAL_ROWS, 1);
}

static struct vec *
vec_new(const struct eval *e)
{
	struct vec *v = mem_new(1, sizeof *v);

	make_room(e, v);
	return v;
}

static void
fill(struct vec *v, const struct node *n)
{
	int64_t *numbers = v->data;
	struct text *texts = v->data;

	for (int i = 0; i < EVAL_ROWS; i++) {
		if (n->op == TEXT_OF)
			texts[i] = n->text;
		else
			numbers[i] = n->op != DATE_OF ? n->value
			    : date_value((struct moment){ (int32_t)n->value,
				-1 });
		if (v->decimals)
			v->decimals[i] = (unsigned char)n->decimals;
	}
}

/* An operand was used; with the last use its room is free again. */
static void
use(struct eval *e, struct step *operand)
{
	if (--operand->uses > 0 || !operand->pooled)
		return;
	e->pool = mem_grow(e->pool, (size_t)e->n_pool + 1, sizeof *e->pool);
	e->pool[e->n_pool++] = operand->out;
}

static void
prepare_operation(struct eval *e, struct step *s, struct step *first)
{
	const struct node *n = s->node;
	struct step *a = &first[n->a], *b = n->b < 0 ? NULL : &first[n->b];

	/* durations may stand ahead of the date */
	if (n->op == OP_ADD && b->node->type == IS_DATE)
		a = &first[n->b], b = &first[n->a];
	s->a = a->out;
	s->b = b ? b->out : NULL;
	s->does = operation_of(n->op, a->node->type, b ? b->node->type
	    : IS_OPEN);
	s->constant = a->constant && (!b || b->constant);
	if (n->op == OP_MATCH)
		s->matcher = matcher_new(n->pattern);
	if (!s->does.unary && !s->does.binary && !s->matcher && !n->lookup) {
		s->out = a->out;
		s->pooled = a->pooled;
		a->pooled = 0;
		return;
	}
	s->pooled = !s->constant;
	s->out = s->pooled && e->n_pool ? e->pool[--e->n_pool] : vec_new(e);
	use(e, a);
	if (b)
		use(e, b);
}

static void
prepare(struct eval *e, struct step *s, struct step *first)
{
	const struct node *n = s->node;

	if (n->op == COLUMN_OF) {
		s->out = &e->fields[n->field];
	} else if (n->a < 0) {
		s->out = vec_new(e);
		s->constant = 1;
		fill(s->out, n);
	} else {
		prepare_operation(e, s, first);
	}
}

static void
prepare_expr(struct eval *e, const struct expr *x, int k)
{
	struct step *first = &e->steps[e->n_steps];

	for (int i = 0; i < x->n; i++) {
		first[i].node = &x->nodes[i];
		first[i].expr = x;
		if (x->nodes[i].a >= 0)
			first[x->nodes[i].a].uses++;
		if (x->nodes[i].b >= 0)
			first[x->nodes[i].b].uses++;
	}
	for (int i = 0; i < x->n; i++)
		prepare(e, &first[i], first);
	e->results[k] = first[x->n - 1].out;
	e->n_steps += x->n;
}

struct eval *
eval_new(const struct names *names, const struct expr *x, int n)
{
	struct eval *e = mem_new(1, sizeof *e);
	size_t steps = 0;

	e->names = names;
	e->fields = mem_new((size_t)names->n_fields, sizeof *e->fields);
	for (int i = 0; i < names->n_fields; i++)
		make_room(e, &e->fields[i]);
	for (int k = 0; k < n; k++)
		steps += (size_t)x[k].n;
	e->steps = mem_new(steps, sizeof *e->steps);
	e->results = mem_new((size_t)n, sizeof *e->results);
	for (int k = 0; k < n; k++)
		prepare_expr(e, &x[k], k);
	return e;
}

static void
note(struct block *b, uint32_t row, const struct step *s, size_t i)
{
	const struct source *source = s->expr->source;
	char quoted[QUOTE_WIDTH];
	char *place = source_place(source, s->node->from);
	const struct text t = s->does.binary
	    ? (struct text){ source->text.s + s->node->from, s->node->to
		- s->node->from } : ((const struct text *)s->a->data)[i];
	const enum op op = s->node->op;

	fault_set(&b->fault, op == OP_MATCH ? LIMIT : REFUSED, "%s: %s: %s",
	    place, op == OP_MATCH ? "the match limit was reached"
	    : op == OP_NUMBER ? "not a decimal number"
	    : op == OP_DATE ? "not a date (YYYY-MM-DD)" : "too large",
	    text_quote(quoted, t.s, t.len));
	if (op == OP_MATCH)
		fault_hint(&b->fault, "a pattern with fewer ways to match the "
		    "same text");
	else if (s->does.binary)
		fault_hint(&b->fault, "numbers are below 9,223,372,036,854");
	b->fault_row = row;
	b->fault_column = -1;
	free(place);
}

static size_t
compute(const struct step *s, size_t n)
{
	if (s->does.binary)
		return s->does.binary(s->out, s->a, s->b, n);
	if (s->does.unary)
		return s->does.unary(s->out, s->a, n);
	if (s->matcher)
		return matcher_search(s->matcher, s->a->data, n, s->out->data);
	if (s->node->lookup)
		lookup_find(s->node->lookup, s->a, n, s->out->data);
	return n;
}

uint32_t
eval_rows(struct eval *e, struct block *b, uint32_t row)
{
	size_t n = b->fault_row - row < EVAL_ROWS ? b->fault_row - row
	    : EVAL_ROWS;

	for (int i = 0; i < e->names->n_fields; i++) {
		const struct field *f = &e->names->fields[i];
		fields_read(b, row, (uint32_t)n, b->layout->at[f->column],
		    f->type, &e->fields[i]);
	}
	if (b->fault_row - row < n)
		n = b->fault_row - row;
	for (int i = 0; i < e->n_steps && n > 0; i++) {
		const struct step *s = &e->steps[i];
		const size_t all = s->constant ? EVAL_ROWS : n;
		const size_t good = s->constant && e->started ? all
		    : compute(s, all);
		if (good < all) {
			note(b, row + (uint32_t)good, s, good);
			n = good;
		}
	}
	e->started = 1;
	return (uint32_t)n;
}

const unsigned char *
eval_truths(const struct eval *e, int expr)
{
	return e->results[expr]->data;
}
