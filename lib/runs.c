/* runs.c - neighbouring lines of one order as one, sorted by shard */
#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "runs.h"

void
runs_begin(struct runs *runs, int32_t as_of, const struct asking *asking)
{
	*runs = (struct runs){ .as_of = as_of, .asking = asking,
		.counts.last_day = NO_DAY, .kept.last_day = NO_DAY };
	slots_none(&asking->slots, runs->counts.guest_slots);
}

static void
make_room(struct runs *runs, uint32_t n)
{
	const size_t slots = (size_t)runs->asking->slots.n;

	runs->n = 0;
	if (runs->room >= n)
		return;
	runs->room = n;
	runs->v = mem_grow(runs->v, n, sizeof *runs->v);
	runs->sorted = mem_grow(runs->sorted, n, sizeof *runs->sorted);
	if (runs->asking->placed) {
		runs->order = mem_grow(runs->order, n, sizeof *runs->order);
		runs->row_order = mem_grow(runs->row_order, n,
		    sizeof *runs->row_order);
	}
	if (slots == 0)
		return;
	runs->slots = mem_grow(runs->slots, n, slots * sizeof *runs->slots);
	runs->row_slots = mem_grow(runs->row_slots, n,
	    slots * sizeof *runs->row_slots);
}

static int64_t *
row_slots(const struct runs *runs, uint32_t row)
{
	return runs->row_slots + (size_t)row * (size_t)runs->asking->slots.n;
}

void
runs_release(struct runs *runs)
{
	lines_release(&runs->lines);
	free(runs->row_slots);
	free(runs->v);
	free(runs->slots);
	free(runs->row_order);
	free(runs->order);
	free(runs->sorted);
}

static void
count_guest(struct runs *runs, uint32_t row)
{
	const struct lines *l = &runs->lines;
	struct line_counts *c = &runs->counts;
	const int32_t day = when_day(l->when[row]);

	c->guests++;
	if (day > c->last_day)
		c->last_day = day;
	if (l->decimals[row] > c->guest_decimals)
		c->guest_decimals = l->decimals[row];
	slots_extend(&runs->asking->slots, c->guest_slots,
	    row_slots(runs, row));
}

static int
same_key(struct key a, struct key b)
{
	return a.a == b.a && a.b == b.b && !key_is_long(a);
}

static int
add_slots(struct runs *runs, uint32_t row)
{
	const struct slots *s = &runs->asking->slots;
	int64_t *slots = runs_slots(runs, runs->n - 1);

	if (!slots_fit(s, slots, row_slots(runs, row)))
		return 0;
	slots_merge(s, slots, row_slots(runs, row));
	return 1;
}

/* The row's values join the latest run; 0 if a sum does not fit. */
static int
add(struct runs *runs, uint32_t row)
{
	const struct lines *l = &runs->lines;
	struct run *run = &runs->v[runs->n - 1];
	int64_t amount;

	if (__builtin_add_overflow(run->amount, l->amount[row], &amount)
	    || (runs->asking->slots.n && !add_slots(runs, row)))
		return 0;
	run->amount = amount;
	if (l->when[row] < run->when)
		run->when = l->when[row];
	if (l->decimals[row] > run->decimals)
		run->decimals = l->decimals[row];
	run->below_zero |= l->amount[row] < 0;
	run->lines++;
	return 1;
}

static void
begin(struct runs *runs, uint32_t row, struct key customer, struct key order,
    int guest)
{
	const struct lines *l = &runs->lines;
	struct run *r = &runs->v[runs->n];

	r->customer_id = (struct id){ customer, key_hash(customer) };
	r->order_id = (struct id){ order, key_hash(order) };
	r->when = l->when[row];
	r->amount = l->amount[row];
	r->row = row;
	r->lines = 1;
	r->decimals = l->decimals[row];
	r->below_zero = l->amount[row] < 0;
	r->loose = key_none(order);
	r->guest = guest;
	r->again = runs->n > 0 && same_key(customer, r[-1].customer_id.key);
	slots_copy(&runs->asking->slots, runs_slots(runs, runs->n),
	    row_slots(runs, row));
	runs->n++;
}

static void
check(struct block *b, uint32_t row, int column, struct key k, struct text t)
{
	if (!KEY_ASCII(k) && !key_valid(k, t))
		block_refuse_text(b, row, column);
}

/* A row that may begin a run; whether it does. */
static int
add_row(struct runs *runs, struct block *b, uint32_t row, struct ids ids)
{
	const struct lines *l = &runs->lines;
	const struct key customer = id_key(ids.customer);
	const struct key order = id_key(ids.order);
	const int later = runs->as_of != NO_DAY
	    && when_day(l->when[row]) > runs->as_of;
	const int none = key_none(customer);
	const int guest = none && b->layout->at[WANT_CUSTOMER] >= 0;

	check(b, row, b->layout->at[WANT_CUSTOMER], customer, ids.customer);
	check(b, row, b->layout->at[WANT_ORDER], order, ids.order);
	if (l->counts[row] != COUNTS) {
		runs->counts.by_status++;
		return 0;
	}
	if (later && (guest || key_none(order))) {
		runs->counts.after_as_of++;
		return 0;
	}
	if (guest)
		count_guest(runs, row);
	if (guest && !runs->asking->guests)
		return 0;
	begin(runs, row, none ? (struct key){ 0, 0 } : customer, order, guest);
	return 1;
}

/* Lines of an order mostly stand together: a row with the ids of the run
 * ahead joins it, and its ids were checked there. */
static void
make(struct runs *runs, struct block *b)
{
	const struct lines *l = &runs->lines;
	const int customer_at = b->layout->at[WANT_CUSTOMER];
	const int order_at = b->layout->at[WANT_ORDER];
	const size_t columns = b->layout->columns;
	const uint32_t *end = b->at;
	struct ids ahead = { { NULL, 0 }, { NULL, 0 } };

	for (uint32_t row = 0; row < b->n && row <= b->fault_row;
	    row++, end += columns) {
		const struct ids ids = { id_ending(b->text, end, order_at),
			id_ending(b->text, end, customer_at) };
		int placed = ahead.order.s && id_same(ids.order, ahead.order)
		    && id_same(ids.customer, ahead.customer)
		    && l->counts[row] == COUNTS && add(runs, row);
		if (!placed && add_row(runs, b, row, ids)) {
			const struct run *run = &runs->v[runs->n - 1];
			placed = 1;
			ahead = ids;
			if (run->loose || run->guest)
				ahead.order.s = NULL;
		}
		if (runs->row_order)
			runs->row_order[row] = placed ? runs->n - 1 : NO_ORDER;
	}
}

/* As if the block had not come. */
static void
forget(struct runs *runs, const struct line_counts *before)
{
	runs->counts = *before;
	while (runs->n > 0)
		slots_free(&runs->asking->slots, runs_slots(runs, --runs->n));
}

void
runs_make(struct runs *runs, int worker, struct block *b,
    const struct statuses *s)
{
	const struct asking *asking = runs->asking;
	const struct line_counts before = runs->counts;

	lines_decode(&runs->lines, b, s);
	make_room(runs, b->n);
	if (asking->fill)
		asking->fill(asking->context, worker, &runs->lines, b,
		    runs->row_slots);
	runs->counts.magnitude += (wide)b->n * (wide)runs->lines.magnitude;
	make(runs, b);
	if (b->fault.status)
		forget(runs, &before);
}
