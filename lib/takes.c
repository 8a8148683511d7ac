/* takes.c - what is taken of lines for aggregates */
#include <string.h>

#include "bag.h"
#include "decimal.h"
#include "takes.h"

int
takes_expr(struct takes *t, struct expr *x)
{
	if (x->n == 0)
		return -1;
	expr_read(&t->names, x);
	for (int i = 0; i < t->n_exprs; i++)
		if (expr_same(&t->exprs[i], x))
			return i;
	t->exprs = mem_grow(t->exprs, (size_t)t->n_exprs + 1,
	    sizeof *t->exprs);
	t->exprs[t->n_exprs] = *x;
	return t->n_exprs++;
}

static int
same(const struct take *a, const struct take *b)
{
	return a->kind == b->kind && a->x == b->x && a->p == b->p
	    && a->negated == b->negated && a->reading == b->reading
	    && a->n_columns == b->n_columns && (a->n_columns == 0
	    || !memcmp(a->columns, b->columns, (size_t)a->n_columns
		* sizeof *a->columns));
}

static int
slot_new(struct rooms *r, enum slot_kind kind, struct text words)
{
	struct slots *s = &r->slots;

	if (s->n == SLOTS_MOST)
		die_hint(LIMIT, "any(), all() and the like count 64 as one",
		    "more than %d values are taken of an order", SLOTS_MOST);
	s->kind[s->n] = kind;
	s->column[s->n] = words;
	return s->n++;
}

static void
put_bit(struct rooms *r, struct take *t)
{
	if (r->bits % 64 == 0)
		r->bits_slot = slot_new(r, SLOT_BITS, (struct text){ 0 });
	t->slot = r->bits_slot;
	t->bit = r->bits++ % 64;
}

struct take
takes_add(struct takes *t, struct rooms *r, struct take new,
    struct text words)
{
	static const enum slot_kind kinds[] = { [TAKE_BIT] = SLOT_BITS,
		[TAKE_COUNT] = SLOT_SUM, [TAKE_SUM] = SLOT_SUM,
		[TAKE_LEAST] = SLOT_LEAST, [TAKE_MOST] = SLOT_MOST,
		[TAKE_VALUE] = SLOT_BAG, [TAKE_DECIMALS] = SLOT_MOST,
		[TAKE_EXCERPT] = SLOT_FIRST, [TAKE_EXCERPTS] = SLOT_BAG };

	for (int i = 0; i < t->n; i++)
		if (same(&t->v[i], &new))
			return t->v[i];
	if (new.kind == TAKE_BIT)
		put_bit(r, &new);
	else
		new.slot = slot_new(r, kinds[new.kind], new.kind == TAKE_SUM
		    ? words : (struct text){ NULL, 0 });
	t->v = mem_grow(t->v, (size_t)t->n + 1, sizeof *t->v);
	t->v[t->n] = new;
	return t->v[t->n++];
}

/* A number, a date's day, or NONE. */
static int64_t
number_at(const struct vec *v, enum type type, size_t i)
{
	const int64_t n = ((const int64_t *)v->data)[i];

	return type == IS_DATE && n != NONE ? date_value_day(n) : n;
}

static int
is_none(const struct vec *v, enum type type, size_t i)
{
	return type == IS_TEXT ? !((const struct text *)v->data)[i].s
	    : ((const int64_t *)v->data)[i] == NONE;
}

/* A number is labelled by its bytes. */
static int64_t
value_bag(struct labels *l, int worker, const struct vec *v, enum type type,
    size_t i)
{
	int64_t number[2] = { 0 };
	struct text t = { (const char *)number, sizeof *number };

	if (type == IS_TEXT)
		t = ((const struct text *)v->data)[i];
	else
		number[0] = number_at(v, type, i);
	return bag_of(labels_code(l, worker, t), 0);
}

static int64_t
value_of(const struct takes *all, const struct take *t, const struct vec *x,
    enum type type, size_t i, int holds, int worker)
{
	const int some = holds && (!x || !is_none(x, type, i));

	switch (t->kind) {
	case TAKE_COUNT:
		return some;
	case TAKE_SUM:
		return some ? number_at(x, type, i) : 0;
	case TAKE_LEAST:
		return some ? number_at(x, type, i) : INT64_MAX;
	case TAKE_MOST:
		return some ? number_at(x, type, i) : INT64_MIN;
	default:
		return some ? value_bag(all->labels, worker, x, type, i) : 0;
	}
}

void
take_values(const struct takes *all, const struct take *t,
    const struct eval *e, size_t n, int worker, int64_t *to, size_t stride)
{
	const unsigned char *p = t->p < 0 ? NULL : eval_truths(e, t->p);
	const struct vec *x = t->x < 0 ? NULL : eval_values(e, t->x);
	const struct expr *of_x = t->x < 0 ? NULL : &all->exprs[t->x];
	const enum type type = of_x ? of_x->nodes[of_x->n - 1].type : IS_OPEN;

	for (size_t i = 0; i < n; i++, to += stride) {
		const int holds = !p || p[i] != t->negated;
		if (t->kind == TAKE_BIT)
			*to |= (int64_t)((uint64_t)holds << t->bit);
		else
			*to = value_of(all, t, x, type, i, holds, worker);
	}
}
