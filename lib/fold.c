/* fold.c - order lines into orders, by all workers */
#include <stdlib.h>

#include "fold.h"

void
fold_begin(struct fold *f, int workers)
{
	const size_t stride = (f->as_of == NO_DAY
	    ? sizeof(struct order_record) : sizeof(struct counted_record))
	    + (size_t)f->asking->slots.n * sizeof(int64_t);

	f->names = mem_new(1, sizeof *f->names);
	pool_init(&f->slots);
	pool_init(&f->records);
	pool_init(f->names);
	dict_init(&f->customers, (struct dict_pools){ &f->slots, f->names,
	    f->names }, sizeof(struct key));
	dict_init(&f->orders, (struct dict_pools){ &f->slots, &f->records,
	    &f->records }, stride);
	dict_init(&f->loose, (struct dict_pools){ &f->slots, &f->records,
	    &f->records }, stride);
	f->runs = mem_new((size_t)(f->workers = workers), sizeof *f->runs);
	for (int i = 0; i < workers; i++)
		runs_begin(&f->runs[i], f->as_of, f->asking);
}

/* The text is looked at of long ids only. */
static struct text
long_id(const struct block *b, uint32_t row, int wanted, struct key k)
{
	return key_is_long(k) ? block_field(b, row, b->layout->at[wanted])
	    : (struct text){ "", 0 };
}

static void
find_customers(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	struct shard *s = &f->customers.shard[number];
	const uint32_t from = runs->from[number], to = runs->from[number + 1];
	int is_new;

	for (uint32_t i = from; i < to; i++)
		shard_fetch_slot(s, runs->v[runs->sorted[i]].customer_hash);
	for (uint32_t i = from; i < to; i++)
		shard_fetch_record(s, runs->v[runs->sorted[i]].customer_hash);
	for (uint32_t i = from; i < to; i++) {
		struct run *r = &runs->v[runs->sorted[i]];
		r->customer = dict_code(number, shard_find(s, r->customer_key,
		    r->customer_hash, long_id(b, r->row, WANT_CUSTOMER,
		    r->customer_key), &is_new));
	}
}

/* Written whole: nothing waits for what was there. */
static void
fill(struct order_record *o, const struct run *r, uint32_t line)
{
	*o = (struct order_record){ .id = o->id, .when = r->when,
		.decimals = r->decimals, .below_zero = r->below_zero,
		.amount = r->amount, .customer = r->customer, .line = line };
}

static void
add_sums(struct fold *f, struct seldom *seldom, uint32_t number,
    struct order_record *o, const struct run *r, const int64_t *slots)
{
	uint64_t left = slots_merge(&f->asking->slots, fold_slots(f, o),
	    slots);

	if (__builtin_add_overflow(o->amount, r->amount, &o->amount))
		seldom_spill(seldom, (struct spill){ number, -1,
		    r->amount < 0 ? -1 : 1 });
	for (int i = 0; left; i++, left >>= 1)
		if (left & 1)
			seldom_spill(seldom, (struct spill){ number, i,
			    slots[i] < 0 ? -1 : 1 });
}

static void
add(struct order_record *o, const struct run *r, uint32_t line)
{
	if (line < o->line)
		o->line = line;
	if (r->when < o->when)
		o->when = r->when;
	if (r->decimals > o->decimals)
		o->decimals = r->decimals;
	o->below_zero |= r->below_zero;
}

static uint32_t
lines_of(const struct order_record *o)
{
	return ((const struct counted_record *)o)->lines;
}

static void
count_lines(struct order_record *o, uint32_t lines)
{
	((struct counted_record *)o)->lines = lines;
}

static void
add_run(struct fold *f, unsigned shard, const struct run *r,
    const int64_t *slots, const struct block *b)
{
	struct shard *s = &f->orders.shard[shard];
	struct seldom *seldom = &f->seldom[shard];
	const uint32_t line = (uint32_t)b->row + r->row;
	int is_new;
	const uint32_t number = shard_find(s, r->order_key, r->order_hash,
	    long_id(b, r->row, WANT_ORDER, r->order_key), &is_new);
	struct order_record *o = shard_record(s, number);

	if (f->as_of != NO_DAY)
		count_lines(o, r->lines + (is_new ? 0 : lines_of(o)));
	if (is_new) {
		fill(o, r, line);
		slots_copy(&f->asking->slots, fold_slots(f, o), slots);
		return;
	}
	if (o->customer != r->customer) {
		seldom_clash(seldom,
		    (struct clash){ number, r->customer, line });
		return;
	}
	add(o, r, line);
	add_sums(f, seldom, number, o, r, slots);
}

static void
add_orders(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	const struct shard *s = &f->orders.shard[number];
	const uint32_t from = runs->from[number], to = runs->from[number + 1];

	for (uint32_t i = from; i < to; i++)
		shard_fetch_slot(s, runs->v[runs->sorted[i]].order_hash);
	for (uint32_t i = from; i < to; i++)
		shard_fetch_record(s, runs->v[runs->sorted[i]].order_hash);
	for (uint32_t i = from; i < to; i++)
		add_run(f, number, &runs->v[runs->sorted[i]],
		    runs_slots(runs, runs->sorted[i]), b);
}

static void
add_loose(struct fold *f, struct runs *runs, const struct block *b)
{
	struct shard *s = &f->loose.shard[b->number % SHARDS];

	pthread_mutex_lock(&s->lock);
	for (uint32_t i = runs->from[SHARDS]; i < runs->n; i++) {
		const struct run *r = &runs->v[runs->sorted[i]];
		struct order_record *o = shard_record(s, shard_append(s));
		o->id = (struct key){ 0, 0 };
		fill(o, r, (uint32_t)b->row + r->row);
		slots_copy(&f->asking->slots, fold_slots(f, o),
		    runs_slots(runs, runs->sorted[i]));
		if (f->as_of != NO_DAY)
			count_lines(o, 1);
	}
	pthread_mutex_unlock(&s->lock);
}

/* Workers begin at different shards, so that they seldom meet. */
static void
each_shard(struct fold *f, int worker, struct dict *d, const struct block *b,
    void (*f_shard)(struct fold *, struct runs *, unsigned,
	const struct block *))
{
	struct runs *runs = &f->runs[worker];
	const unsigned first = (unsigned)(worker * SHARDS / f->workers);

	for (unsigned i = 0; i < SHARDS; i++) {
		const unsigned s = (first + i) % SHARDS;
		if (runs->from[s] == runs->from[s + 1])
			continue;
		pthread_mutex_lock(&d->shard[s].lock);
		f_shard(f, runs, s, b);
		pthread_mutex_unlock(&d->shard[s].lock);
	}
}

void
fold_block(void *fold, int worker, struct block *b)
{
	struct fold *f = fold;
	struct runs *runs = &f->runs[worker];

	if (b->row + b->n > UINT32_MAX)
		die(LIMIT, "more than 4294967295 lines");
	runs_make(runs, worker, b, f->statuses);
	if (b->fault.status)	/* the run of the program ends in it */
		return;
	runs_by_customer(runs);
	each_shard(f, worker, &f->customers, b, find_customers);
	for (uint32_t i = 1; i < runs->n; i++)
		if (runs->v[i].again)
			runs->v[i].customer = runs->v[i - 1].customer;
	runs_by_order(runs);
	each_shard(f, worker, &f->orders, b, add_orders);
	add_loose(f, runs, b);
}

void
fold_end(struct fold *f)
{
	f->counts = (struct line_counts){ .last_day = NO_DAY };
	slots_none(&f->asking->slots, f->counts.guest_slots);
	for (int i = 0; i < f->workers; i++) {
		const struct line_counts *c = &f->runs[i].counts;
		f->counts.by_status += c->by_status;
		f->counts.after_as_of += c->after_as_of;
		f->counts.guests += c->guests;
		f->counts.magnitude += c->magnitude;
		if (c->last_day > f->counts.last_day)
			f->counts.last_day = c->last_day;
		if (c->guest_decimals > f->counts.guest_decimals)
			f->counts.guest_decimals = c->guest_decimals;
		slots_merge(&f->asking->slots, f->counts.guest_slots,
		    c->guest_slots);
		runs_release(&f->runs[i]);
	}
	free(f->runs);
	pool_release(&f->slots);
}

void
fold_release_orders(struct fold *f)
{
	for (int i = 0; i < SHARDS; i++)
		seldom_release(&f->seldom[i]);
	dict_release(&f->orders);
	dict_release(&f->loose);
	pool_release(&f->records);
}
