/* cart_fill.c - what rows leave out because the row above says it */
#include <stdlib.h>
#include <string.h>

#include "cart_dict.h"
#include "cart_fill.h"

/* What the rows of a key said: the lengths of the values, then their bytes. */
struct said { struct key key; size_t *values; };

struct cart_fill {
	const struct cart_columns *columns;
	struct cart_dict said;
	size_t *column;		/* that is filled */
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
	f->column = mem_new(c->n, sizeof *f->column);
	for (size_t i = 0; i < c->n; i++)
		if (which[i])
			f->column[f->n++] = i;
	free(which);
	cart_dict_init(&f->said, sizeof(struct said));
	return f;
}

void
cart_fill_free(struct cart_fill *f)
{
	if (!f)
		return;
	for (int i = 0; i < SHARDS; i++) {
		const struct shard *s = &f->said.dict.shard[i];
		for (uint32_t k = 0; k < s->records.n; k++)
			free(((struct said *)shard_record(s, k))->values);
	}
	cart_dict_release(&f->said);
	free(f->column);
	free(f);
}

/* Whether the row says anything that is not in values. */
static int
is_news(const struct cart_fill *f, const size_t *values,
    const struct record *r)
{
	const char *s = (const char *)(values + f->n);

	for (size_t i = 0; i < f->n; s += values[i++]) {
		const struct text t = r->field[f->column[i]];
		if (!text_none(t)
		    && !text_same(t, (struct text){ s, values[i] }))
			return 1;
	}
	return 0;
}

/* Lets the row's fields that are none (all: all) be those of values. */
static void
fill(const struct cart_fill *f, const size_t *values, int all,
    struct record *r)
{
	const char *s = (const char *)(values + f->n);

	for (size_t i = 0; i < f->n; s += values[i++]) {
		struct text *field = &r->field[f->column[i]];
		if (all || text_none(*field))
			*field = (struct text){ s, values[i] };
	}
}

static size_t *
values_of(const struct cart_fill *f, const struct record *r)
{
	size_t bytes = 0;

	for (size_t i = 0; i < f->n; i++)
		bytes += r->field[f->column[i]].len;
	size_t *values = mem_grow(NULL, f->n * sizeof *values + bytes, 1);
	char *s = (char *)(values + f->n);
	for (size_t i = 0; i < f->n; i++) {
		const struct text t = r->field[f->column[i]];
		memcpy(s, t.s, t.len);
		s += values[i] = t.len;
	}
	return values;
}

void
cart_fill_row(struct cart_fill *f, struct record *r)
{
	size_t column;

	if (!f)
		return;
	const struct text key = cart_columns_pick(f->columns, CART_FILL, r,
	    &column);
	if (key.len == 0)
		return;
	struct said *said = cart_dict_find(&f->said, key);
	size_t *old = said->values;
	const int news = !old || is_news(f, old, r);
	if (old)
		fill(f, old, 0, r);
	if (!news)
		return;
	said->values = values_of(f, r);
	fill(f, said->values, 1, r);	/* old may be among the fields */
	free(old);
}
