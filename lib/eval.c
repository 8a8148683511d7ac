/* eval.c - expressions over rows, an operation at a time */
#include <stdlib.h>

#include "fields.h"
#include "lookup.h"
#include "steps.h"

static void
note(struct fault *fault, const struct step *s, size_t i)
{
	const struct source *source = s->expr->source;
	char quoted[QUOTE_WIDTH];
	char *place = source_place(source, s->node->from);
	const struct text t = s->does.binary
	    ? (struct text){ source->text.s + s->node->from, s->node->to
		- s->node->from } : ((const struct text *)s->a->data)[i];
	const enum op op = s->node->op;

	fault_set(fault, op == OP_MATCH ? LIMIT : REFUSED, "%s: %s: %s",
	    place, op == OP_MATCH ? "the match limit was reached"
	    : op == OP_NUMBER ? "not a decimal number"
	    : op == OP_DATE ? "not a date (YYYY-MM-DD)" : "too large",
	    text_quote(quoted, t.s, t.len));
	if (op == OP_MATCH)
		fault_hint(fault, "a pattern with fewer ways to match the "
		    "same text");
	else if (s->does.binary)
		fault_hint(fault, "numbers are below 9,223,372,036,854");
	free(place);
}

static size_t
compute_step(const struct step *s, size_t n)
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

size_t
eval_compute(struct eval *e, size_t n)
{
	for (int i = 0; i < e->n_steps && n > 0; i++) {
		const struct step *s = &e->steps[i];
		const size_t all = s->constant ? EVAL_ROWS : n;
		const size_t good = s->constant && e->started ? all
		    : compute_step(s, all);
		if (good < n) {
			note(&e->fault, s, good);
			n = good;
		}
	}
	e->started |= n > 0;
	return n;
}

uint32_t
eval_rows(struct eval *e, struct block *b, uint32_t row)
{
	size_t n = b->fault_row - row < EVAL_ROWS ? b->fault_row - row
	    : EVAL_ROWS;

	for (int i = 0; i < e->names->n_readings; i++) {
		const struct reading *r = &e->names->readings[i];
		fields_read(b, row, (uint32_t)n,
		    b->layout->at[e->names->at + r->column], r->type,
		    &e->readings[i]);
	}
	if (b->fault_row - row < n)
		n = b->fault_row - row;
	const size_t good = eval_compute(e, n);
	if (good < n) {
		b->fault = e->fault;
		b->fault_row = row + (uint32_t)good;
		b->fault_column = -1;
	}
	return (uint32_t)good;
}

const unsigned char *
eval_truths(const struct eval *e, int expr)
{
	return e->results[expr]->data;
}

struct vec *
eval_place(struct eval *e, int reading)
{
	return &e->readings[reading];
}

const struct fault *
eval_fault(const struct eval *e)
{
	return &e->fault;
}

const struct vec *
eval_values(const struct eval *e, int expr)
{
	return e->results[expr];
}
