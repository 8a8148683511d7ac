/* needs_fill.c - slots of lines as they stream by */
#include <stdlib.h>
#include <string.h>

#include "bag.h"
#include "needs.h"

/* The rows of a block that are computed at a time. */
struct part {
	struct needs *needs;
	struct eval *eval;
	const struct lines *lines;
	struct block *b;
	uint32_t row, n;
	int worker;
	int64_t *v;
};

static void
put_excerpts(const struct part *p, const struct take *t)
{
	const size_t stride = (size_t)p->needs->asking.slots.n;
	const unsigned char *holds = t->p < 0 ? NULL : eval_truths(p->eval,
	    t->p);
	int *at = mem_new((size_t)t->n_columns, sizeof *at);
	int64_t *v = p->v + t->slot;

	for (int i = 0; i < t->n_columns; i++)
		at[i] = p->b->layout->at[p->needs->takes.names.at
		    + t->columns[i]];
	for (uint32_t i = 0; i < p->n; i++, v += stride) {
		const uint32_t row = p->row + i;
		*v = t->kind == TAKE_EXCERPT ? -1 : 0;
		if (p->lines->counts[row] != COUNTS || (holds && !holds[i]))
			continue;
		const uint32_t code = excerpt_code(p->needs->takes.labels,
		    p->worker, &p->needs->room[p->worker], p->b, row,
		    at, t->n_columns);
		*v = t->kind == TAKE_EXCERPT ? slot_first(p->b->row + row,
		    code) : bag_of(code, p->b->row + row);
	}
	free(at);
}

static void
put_decimals(const struct part *p, const struct take *t)
{
	const size_t stride = (size_t)p->needs->asking.slots.n;
	const unsigned char *decimals = eval_place(p->eval,
	    t->reading)->decimals;

	for (uint32_t i = 0; i < p->n; i++)
		p->v[i * stride + (size_t)t->slot] = decimals[i];
}

static void
put(const struct part *p)
{
	const struct takes *takes = &p->needs->takes;
	const size_t stride = (size_t)p->needs->asking.slots.n;

	if (stride == 0)
		return;		/* and there is no v */
	memset(p->v, 0, p->n * stride * sizeof *p->v);
	for (int i = 0; i < takes->n; i++) {
		const struct take *t = &takes->v[i];
		if (t->kind == TAKE_DECIMALS)
			put_decimals(p, t);
		else if (t->kind > TAKE_DECIMALS)
			put_excerpts(p, t);
		else
			take_values(takes, t, p->eval, p->n, p->worker,
			    p->v + t->slot, stride);
	}
}

void
needs_fill(void *needs, int worker, const struct lines *lines,
    struct block *b, int64_t *v)
{
	struct needs *n = needs;
	struct eval **e = &n->eval[worker];
	const size_t stride = (size_t)n->asking.slots.n;
	struct part p = { .needs = n, .lines = lines, .b = b,
		.worker = worker };

	if (!*e)
		*e = eval_new(&n->takes.names, n->takes.exprs,
		    n->takes.n_exprs);
	p.eval = *e;
	for (; p.row < b->fault_row; p.row += p.n) {
		p.n = eval_rows(*e, b, p.row);
		p.v = v + p.row * stride;
		put(&p);
	}
	/* the faulty row is looked at too */
	if (b->fault_row < b->n)
		slots_none(&n->asking.slots, v + b->fault_row * stride);
}
