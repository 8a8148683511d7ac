/* cart_fill.c - what rows leave out because the row above says it */
#include <stdlib.h>
#include <string.h>

#include "cart_fill.h"

struct held { size_t column, len, room; char *s; };	/* of the row above */

struct cart_fill {
	const struct cart_columns *columns;
	struct held key;
	struct held *v;
	size_t n;
};

static int
is_of_line(enum cart_role role)
{
	switch (role) {
	case CART_PRODUCT:
	case CART_PRODUCT_NAME:
	case CART_CATEGORY:
	case CART_QUANTITY:
	case CART_AMOUNT:
	case CART_COST:
	case CART_PRICE:
	case CART_DISCOUNT:
	case CART_KIND:
		return 1;
	default:
		return 0;
	}
}

static void
mark(char *which, const struct picks *p, char as)
{
	for (size_t i = 0; i < p->n; i++)
		if (!p->v[i].constant.s)
			which[p->v[i].column] = as;
}

struct cart_fill *
cart_fill_new(const struct cart_columns *c)
{
	struct cart_fill *f;
	char *which;

	if (c->role[CART_FILL].n == 0)
		return NULL;
	f = mem_new(1, sizeof *f);
	f->columns = c;
	which = mem_new(c->n, 1);
	mark(which, &c->flag, 1);
	mark(which, &c->keep, 1);
	for (int of_line = 0; of_line < 2; of_line++)
		for (int role = 0; role < CART_ROLES; role++)
			if (is_of_line(role) == of_line)
				mark(which, &c->role[role], !of_line);
	f->v = mem_new(c->n, sizeof *f->v);
	for (size_t i = 0; i < c->n; i++)
		if (which[i])
			f->v[f->n++].column = i;
	free(which);
	return f;
}

void
cart_fill_free(struct cart_fill *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < f->n; i++)
		free(f->v[i].s);
	free(f->key.s);
	free(f->v);
	free(f);
}

static void
hold(struct held *h, struct text t)
{
	if (h->room < t.len || !h->s)
		h->s = mem_grow(h->s, h->room = 2 * t.len + 16, 1);
	memcpy(h->s, t.s, t.len);
	h->len = t.len;
}

void
cart_fill_row(struct cart_fill *f, struct record *r)
{
	size_t column;

	if (!f)
		return;
	const struct text key = cart_columns_pick(f->columns, CART_FILL, r,
	    &column);
	const int same = key.len > 0
	    && text_same(key, (struct text){ f->key.s, f->key.len });
	for (size_t i = 0; i < f->n; i++) {
		struct held *h = &f->v[i];
		struct text *field = &r->field[h->column];
		if (same && cart_none(*field))
			*field = (struct text){ h->s, h->len };
		else
			hold(h, *field);
	}
	if (!same)
		hold(&f->key, key);
}
