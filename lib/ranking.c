/* ranking.c - items by value: ranks, shares, deciles */
#include <stdlib.h>

#include "base.h"
#include "descending.h"
#include "parts.h"
#include "ranking.h"

struct moving { const uint32_t *rows; const struct col *key, *value;
	struct ranking *r; };

static void
move_rows(void *moving, struct piece p)
{
	const struct moving *m = moving;

	for (size_t i = p.from; i < p.to; i++) {
		m->r->key->keys[i] = m->key->keys[m->rows[i]];
		m->r->value->v[i] = m->value->v[m->rows[i]];
	}
}

/* The items from one place up to another have one value. */
static void
rank_ties(struct ranking *r, size_t from, size_t to)
{
	const int64_t value = r->value->v[from];

	if (value > 0)
		r->total += (wide)value * (wide)(to - from);
	for (size_t i = from; i < to; i++) {
		r->rank->v[i] = (int64_t)from + 1;
		r->cum->total[i] = value > 0 ? r->total : TOTAL_NONE;
	}
}

struct ranking
ranking_new(const struct col *key, const struct col *value)
{
	struct ranking r = { .n = key->n, .key = col_new(TEXTS, key->n),
		.value = col_new(DECIMAL, key->n),
		.rank = col_new(WHOLE, key->n), .cum = col_new(TOTAL, key->n) };
	uint32_t *rows = descending_rows(value, key);
	size_t from = 0;

	parts_rows(r.n, move_rows, &(struct moving){ rows, key, value, &r });
	free(rows);
	r.value->decimals = r.cum->decimals = value->decimals;
	for (size_t i = 1; i <= r.n; i++)
		if (i == r.n || r.value->v[i] != r.value->v[from]) {
			rank_ties(&r, from, i);
			from = i;
		}
	return r;
}

struct sharing { const struct ranking *r; struct col *c; };

static void
share_rows(void *sharing, struct piece p)
{
	const struct sharing *s = sharing;

	for (size_t i = p.from; i < p.to; i++)
		s->c->v[i] = s->r->value->v[i] <= 0 ? NONE
		    : share_of(s->r->value->v[i], s->r->total);
}

static void
cum_share_rows(void *sharing, struct piece p)
{
	const struct sharing *s = sharing;

	for (size_t i = p.from; i < p.to; i++)
		s->c->v[i] = s->r->value->v[i] <= 0 ? NONE
		    : share_of(s->r->cum->total[i], s->r->total);
}

static struct col *
shared(const struct ranking *r, void (*rows)(void *, struct piece))
{
	struct sharing s = { r, col_new(DECIMAL, r->n) };

	s.c->decimals = DECIMALS_MOST;
	parts_rows(r->n, rows, &s);
	return s.c;
}

struct col *
ranking_share(const struct ranking *r)
{
	return shared(r, share_rows);
}

struct col *
ranking_cum_share(const struct ranking *r)
{
	return shared(r, cum_share_rows);
}

struct col *
ranking_decile(const struct ranking *r, size_t *groups)
{
	enum { DECILES = 10 };
	static const struct text names[DECILES] = { TEXT("1"), TEXT("2"),
		TEXT("3"), TEXT("4"), TEXT("5"), TEXT("6"), TEXT("7"),
		TEXT("8"), TEXT("9"), TEXT("10") };
	const size_t k = r->n < DECILES ? r->n : DECILES;
	struct text *occurring = mem_new(DECILES, sizeof *occurring);
	struct col *c = col_new(LABEL, r->n);

	/* an item for each group, if there are not more */
	for (size_t g = 0; g < k; g++)
		occurring[g] = names[k < DECILES ? DECILES * g / k : g];
	for (size_t i = 0; i < r->n; i++)
		c->code[i] = (uint8_t)(k * i / r->n);
	c->names = occurring;
	*groups = k;
	return c;
}
