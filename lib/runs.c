/* runs.c - neighbouring lines of one order as one, sorted by shard */
#include <stdlib.h>
#include <string.h>

#include "runs.h"

static void
make_room(struct runs *runs, uint32_t n)
{
	runs->n = 0;
	if (runs->room >= n)
		return;
	runs->room = n;
	runs->v = mem_grow(runs->v, n, sizeof *runs->v);
	runs->sorted = mem_grow(runs->sorted, n, sizeof *runs->sorted);
}

void
runs_release(struct runs *runs)
{
	lines_release(&runs->lines);
	free(runs->v);
	free(runs->sorted);
}

static void
count_guest(struct line_counts *c, const struct lines *l, uint32_t row)
{
	const int32_t day = when_day(l->when[row]);

	c->guests++;
	if (day > c->last_day)
		c->last_day = day;
	if (l->decimals[row] > c->guest_decimals)
		c->guest_decimals = l->decimals[row];
}

static int
same_key(struct key a, struct key b)
{
	return a.a == b.a && a.b == b.b && !key_is_long(a);
}

/* The row joins the run ahead, if it is of the same order and customer. */
static int
join(struct run *run, const struct lines *l, uint32_t row,
    const struct run *next)
{
	int64_t amount;

	if (!same_key(run->order_key, next->order_key) || run->loose
	    || !same_key(run->customer_key, next->customer_key)
	    || __builtin_add_overflow(run->amount, l->amount[row], &amount))
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
begin(struct runs *runs, uint32_t row, struct run *next)
{
	const struct lines *l = &runs->lines;

	next->customer_hash = key_hash(next->customer_key);
	next->order_hash = key_hash(next->order_key);
	next->when = l->when[row];
	next->amount = l->amount[row];
	next->row = row;
	next->lines = 1;
	next->decimals = l->decimals[row];
	next->below_zero = l->amount[row] < 0;
	next->again = runs->n > 0 && same_key(next->customer_key,
	    runs->v[runs->n - 1].customer_key);
	runs->v[runs->n++] = *next;
}

/* An id's key, 0 if the row has none. */
static struct key
checked_key(struct block *b, uint32_t row, int column)
{
	const struct key none = { 0, 0 };

	if (column < 0)
		return none;
	const struct text t = block_field(b, row, column);
	const struct key k = key_of(t);
	if (!key_valid(k, t))
		block_refuse(b, row, column, "not valid UTF-8",
		    "from-cart --encoding reads other encodings");
	return text_none(t) ? none : k;
}

/* Ids are checked in every row, so keys are made of every row. */
static void
add_row(struct runs *runs, struct block *b, uint32_t row, int32_t as_of)
{
	const struct lines *l = &runs->lines;
	const int later = as_of != NO_DAY && when_day(l->when[row]) > as_of;
	struct run next;

	next.customer_key = checked_key(b, row, b->layout->at[WANT_CUSTOMER]);
	next.order_key = checked_key(b, row, b->layout->at[WANT_ORDER]);
	const int guest = !next.customer_key.a;
	next.loose = !next.order_key.a;
	if (l->counts[row] != COUNTS)
		runs->counts.by_status++;
	else if (later && (guest || next.loose))
		runs->counts.after_as_of++;
	else if (guest)
		count_guest(&runs->counts, l, row);
	else if (runs->n == 0
	    || !join(&runs->v[runs->n - 1], l, row, &next))
		begin(runs, row, &next);
}

void
runs_make(struct runs *runs, struct block *b, const struct statuses *s,
    int32_t as_of)
{
	lines_decode(&runs->lines, b, s);
	make_room(runs, b->n);
	runs->counts.magnitude += (wide)b->n * (wide)runs->lines.magnitude;
	for (uint32_t row = 0; row < b->n && row <= b->fault_row; row++)
		add_row(runs, b, row, as_of);
}

/* Counting sort; where a run is to be left out its shard is SHARDS. */
static void
sort(struct runs *runs, unsigned (*shard)(const struct run *))
{
	uint32_t at[SHARDS + 1] = { 0 };

	memset(runs->from, 0, sizeof runs->from);
	for (uint32_t i = 0; i < runs->n; i++)
		at[shard(&runs->v[i])]++;
	for (int s = 0; s < SHARDS; s++) {
		runs->from[s + 1] = runs->from[s] + at[s];
		at[s] = runs->from[s];
	}
	at[SHARDS] = runs->from[SHARDS];
	for (uint32_t i = 0; i < runs->n; i++)
		runs->sorted[at[shard(&runs->v[i])]++] = i;
}

static unsigned
customer_shard(const struct run *r)
{
	return r->again ? SHARDS : dict_shard(r->customer_hash);
}

static unsigned
order_shard(const struct run *r)
{
	return r->loose ? SHARDS : dict_shard(r->order_hash);
}

void
runs_by_customer(struct runs *runs)
{
	sort(runs, customer_shard);
}

void
runs_by_order(struct runs *runs)
{
	sort(runs, order_shard);
}
