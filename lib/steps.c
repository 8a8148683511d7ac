/* steps.c - the nodes of expressions made ready to be computed */
#include <stdlib.h>

#include "steps.h"

static void
make_room(const struct eval *e, struct vec *v)
{
	v->data = mem_new(EVAL_ROWS, sizeof(struct text));
	if (e->names->wants_decimals)
		v->decimals = mem_new(EVAL_ROWS, 1);
}

static struct vec *
vec_new(struct eval *e)
{
	struct vec *v = mem_new(1, sizeof *v);

	make_room(e, v);
	e->made = mem_grow(e->made, (size_t)e->n_made + 1, sizeof *e->made);
	e->made[e->n_made++] = v;
	return v;
}

static int64_t
value_of(const struct eval *e, const struct node *n)
{
	const int32_t day = n->op == AS_OF ? e->names->as_of
	    : (int32_t)n->value;

	return n->type != IS_DATE ? n->value : day == NO_DAY ? NONE
	    : date_value((struct moment){ day, -1 });
}

static void
fill(const struct eval *e, struct vec *v, const struct node *n)
{
	int64_t *numbers = v->data;
	struct text *texts = v->data;

	for (int i = 0; i < EVAL_ROWS; i++) {
		if (n->op == TEXT_OF)
			texts[i] = n->text;
		else
			numbers[i] = value_of(e, n);
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

	if (n->op == COLUMN_OF || n->op == OP_AGGREGATE) {
		s->out = &e->readings[n->reading];
	} else if (n->a < 0) {
		s->out = vec_new(e);
		s->constant = 1;
		fill(e, s->out, n);
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
	e->readings = mem_new((size_t)names->n_readings, sizeof *e->readings);
	for (int i = 0; i < names->n_readings; i++)
		make_room(e, &e->readings[i]);
	for (int k = 0; k < n; k++)
		steps += (size_t)x[k].n;
	e->steps = mem_new(steps, sizeof *e->steps);
	e->results = mem_new((size_t)n, sizeof *e->results);
	for (int k = 0; k < n; k++)
		prepare_expr(e, &x[k], k);
	return e;
}

static void
release(struct vec *v)
{
	free(v->data);
	free(v->decimals);
	free(v->bytes);
}

void
eval_free(struct eval *e)
{
	for (int i = 0; i < e->names->n_readings; i++)
		release(&e->readings[i]);
	for (int i = 0; i < e->n_made; i++) {
		release(e->made[i]);
		free(e->made[i]);
	}
	for (int i = 0; i < e->n_steps; i++)
		matcher_free(e->steps[i].matcher);
	free(e->readings);
	free(e->steps);
	free(e->results);
	free(e->pool);
	free(e->made);
	free(e);
}
