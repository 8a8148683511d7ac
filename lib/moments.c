/* moments.c - each customer's orders in time */
#include <stdlib.h>
#include <string.h>

#include "fold_check.h"
#include "moments.h"
#include "parts.h"

struct sorting {
	struct orders *o;
	const struct order_record *const *record;
	size_t from;		/* of the customer's orders */
};

static int
in_time(const void *a, const void *b, void *sorting)
{
	const struct sorting *s = sorting;
	const size_t x = s->from + *(const uint32_t *)a;
	const size_t y = s->from + *(const uint32_t *)b;
	const uint64_t at = s->o->v[x].when, other = s->o->v[y].when;

	if (at != other || !s->record)
		return (at > other) - (at < other);
	const int by_id = key_order(&s->record[x]->id, &s->record[y]->id);
	return by_id ? by_id : (s->record[x]->line > s->record[y]->line)
	    - (s->record[x]->line < s->record[y]->line);
}

/* Mostly two or three orders, seldom dozens. */
static void
sort_numbers(struct sorting *s, uint32_t *number, size_t n)
{
	enum { FEW = 12 };

	if (n > FEW) {
		qsort_r(number, n, sizeof *number, in_time, s);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		const uint32_t moved = number[i];
		size_t k = i;
		for (; k > 0 && in_time(&number[k - 1], &moved, s) > 0; k--)
			number[k] = number[k - 1];
		number[k] = moved;
	}
}

static void
put_words(int64_t *v, const uint32_t *number, size_t n, int64_t *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = v[number[i]];
	memcpy(v, room, n * sizeof *v);
}

static void
put_orders(struct order *v, const uint32_t *number, size_t n,
    struct order *room)
{
	for (size_t i = 0; i < n; i++)
		room[i] = v[number[i]];
	memcpy(v, room, n * sizeof *v);
}

/* Room for the numbers of a customer's orders, and for the orders. */
struct desk { size_t room; uint32_t *number; struct order *orders; };

static void
sort_customer(struct sorting *s, size_t n, struct desk *d)
{
	const struct orders *o = s->o;

	if (d->room < n) {
		d->room = 2 * n;
		d->number = mem_grow(d->number, d->room, sizeof *d->number);
		d->orders = mem_grow(d->orders, d->room, sizeof *d->orders);
	}
	for (size_t i = 0; i < n; i++)
		d->number[i] = (uint32_t)i;
	sort_numbers(s, d->number, n);
	put_orders(o->v + s->from, d->number, n, d->orders);
	for (int i = 0; i < o->slots.n; i++)
		put_words(o->slot[i] + s->from, d->number, n,
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
	free(d.number);
	free(d.orders);
}

void
moments_sort(struct orders *o, const struct order_record *const *record)
{
	struct sorting s = { o, record, 0 };

	parts_rows(o->customers, sort_rows, &s);
}

static void
move_order(const struct orders *o, size_t to, size_t from)
{
	o->v[to] = o->v[from];
	for (int i = 0; i < o->slots.n; i++)
		o->slot[i][to] = o->slot[i][from];
}

/* The purchase of the same date joins; whether all sums stay whole. */
static int
merge_order(const struct orders *o, size_t to, size_t from)
{
	int fits = !__builtin_add_overflow(o->v[to].amount,
	    o->v[from].amount, &o->v[to].amount);

	for (int i = 0; i < o->slots.n; i++) {
		int64_t *kept = &o->slot[i][to], more = o->slot[i][from];
		switch (o->slots.kind[i]) {
		case SLOT_SUM:
			fits &= !__builtin_add_overflow(*kept, more, kept);
			break;
		case SLOT_LEAST:
			*kept = more < *kept ? more : *kept;
			break;
		case SLOT_MOST:
			*kept = more > *kept ? more : *kept;
			break;
		case SLOT_FIRST:	/* the earliest's stays */
			break;
		}
	}
	return fits;
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
			if (!merge_order(o, purchase, i))
				fold_refuse_sum(&o->amount_column, "customer",
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
