/* moments.c - each customer's orders in time */
#include <stdlib.h>
#include <string.h>

#include "fold_check.h"
#include "moments.h"
#include "parts.h"

struct sorting {
	struct orders *o;
	const struct fold *f;
	const uint32_t *record;
	size_t from;		/* of the customer's orders */
};

/* One of the customer's orders, where it stood. */
struct entry { uint64_t when; uint32_t number; };

static int
by_id(const struct sorting *s, const struct entry *a, const struct entry *b)
{
	const struct order_record *x = fold_record(s->f,
	    s->record[s->from + a->number]);
	const struct order_record *y = fold_record(s->f,
	    s->record[s->from + b->number]);
	const int order = key_order(&x->id, &y->id);

	return order ? order : (x->line > y->line) - (x->line < y->line);
}

static int
in_time(const void *a, const void *b, void *sorting)
{
	const struct entry *x = a, *y = b;
	const struct sorting *s = sorting;

	if (x->when != y->when || !s->record)
		return (x->when > y->when) - (x->when < y->when);
	return by_id(s, x, y);
}

/* Mostly two or three orders, seldom dozens. */
static void
sort_entries(struct sorting *s, struct entry *v, size_t n)
{
	enum { FEW = 32 };

	if (n > FEW) {
		qsort_r(v, n, sizeof *v, in_time, s);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		const struct entry moved = v[i];
		size_t k = i;
		for (; k > 0 && in_time(&v[k - 1], &moved, s) > 0; k--)
			v[k] = v[k - 1];
		v[k] = moved;
	}
}

static void
put_words(int64_t *v, const struct entry *e, size_t n, int64_t *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = v[e[i].number];
	memcpy(v, room, n * sizeof *v);
}

static void
put_orders(struct order *v, const struct entry *e, size_t n,
    struct order *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = v[e[i].number];
	memcpy(v, room, n * sizeof *v);
}

/* Room for a customer's entries and orders. */
struct desk { size_t room; struct entry *entry; struct order *orders; };

static void
sort_customer(struct sorting *s, size_t n, struct desk *d)
{
	const struct orders *o = s->o;

	if (d->room < n) {
		d->room = 2 * n;
		d->entry = mem_grow(d->entry, d->room, sizeof *d->entry);
		d->orders = mem_grow(d->orders, d->room, sizeof *d->orders);
	}
	for (size_t i = 0; i < n; i++)
		d->entry[i] = (struct entry){ o->v[s->from + i].when,
			(uint32_t)i };
	sort_entries(s, d->entry, n);
	put_orders(o->v + s->from, d->entry, n, d->orders);
	for (int i = 0; i < o->slots.n; i++)
		put_words(o->slot[i] + s->from, d->entry, n,
		    (int64_t *)(void *)d->orders);
}

static void
sort_rows(void *sorting, struct piece p)
{
	struct sorting s = *(struct sorting *)sorting;
	struct desk d = { 0, NULL, NULL };

	for (size_t who = p.from; who < p.to; who++) {
		s.from = s.o->from[who];
		if (s.o->from[who + 1] - s.from > 1)
			sort_customer(&s, s.o->from[who + 1] - s.from, &d);
	}
	free(d.entry);
	free(d.orders);
}

void
moments_sort(struct orders *o, const struct fold *f, const uint32_t *record)
{
	struct sorting s = { o, f, record, 0 };

	parts_rows(o->customers, sort_rows, &s);
}

static void
move_order(const struct orders *o, size_t to, size_t from)
{
	o->v[to] = o->v[from];
	for (int i = 0; i < o->slots.n; i++)
		o->slot[i][to] = o->slot[i][from];
}

/* The purchase of the same date joins. The column of a sum that is too large,
 * or NULL. */
static const struct text *
merge_order(const struct orders *o, size_t to, size_t from)
{
	const struct text *large = NULL;

	for (int i = 0; i < o->slots.n; i++)
		if (o->slots.kind[i] != SLOT_FIRST	/* the earliest's */
		    && slots_join(o->slots.kind[i], &o->slot[i][to],
		    o->slot[i][from]))
			large = &o->slots.column[i];
	if (__builtin_add_overflow(o->v[to].amount, o->v[from].amount,
	    &o->v[to].amount) || o->v[to].amount >= SUM_LIMIT)
		large = &o->amount_column;
	return large;
}

/* The purchases of one date become the first of them; from to where orders
 * stand then. */
static size_t
merge_days(const struct orders *o, size_t who, size_t to)
{
	size_t purchase = SIZE_MAX;	/* the latest one kept */

	for (size_t i = o->from[who]; i < o->from[who + 1]; i++) {
		if (!o->v[i].refund && purchase != SIZE_MAX
		    && when_day(o->v[purchase].when)
		    == when_day(o->v[i].when)) {
			const struct text *large = merge_order(o, purchase, i);
			if (large)
				fold_refuse_sum(large, "customer",
				    dict_record(o->ids, o->id[who]));
			continue;
		}
		if (!o->v[i].refund)
			purchase = to;
		move_order(o, to++, i);
	}
	return to;
}

void
moments_merge_days(struct orders *o)
{
	size_t to = 0;

	for (size_t who = 0; who < o->customers; who++) {
		const size_t end = merge_days(o, who, to);
		o->from[who] = (uint32_t)to;
		to = end;
	}
	o->from[o->customers] = (uint32_t)to;
	o->n = to;
}
