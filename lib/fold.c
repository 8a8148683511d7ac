/* fold.c - order lines into orders, by all workers */
#include <stdlib.h>

#include "fold_add.h"
#include "shard_fetch.h"

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
	dict_init(&f->guests, (struct dict_pools){ &f->slots, &f->records,
	    &f->records }, stride);
	f->nobody = UINT32_MAX;
	if (f->asking->guests)
		fold_add_nobody(f);
	f->runs = mem_new((size_t)(f->workers = workers), sizeof *f->runs);
	for (int i = 0; i < workers; i++)
		runs_begin(&f->runs[i], f->as_of, f->asking);
}

static const struct id *
customer_id(const struct run *r)
{
	return &r->customer_id;
}

static const struct id *
order_id(const struct run *r)
{
	return &r->order_id;
}

/* All that is needed to look up the runs of a shard, side by side. */
FETCHES void
fetch(const struct shard *s, const struct runs *runs, const uint32_t *from,
    const struct id *(*id_of)(const struct run *))
{
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_slot(s, id_of(&runs->v[runs->sorted[i]])->hash);
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_record(s, id_of(&runs->v[runs->sorted[i]])->hash);
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_text(s, id_of(&runs->v[runs->sorted[i]]));
}

static void
find_customers(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	struct shard *s = &f->customers.shard[number];
	const uint32_t *from = &runs->from[number];
	int is_new;

	fetch(s, runs, from, customer_id);
	for (uint32_t i = from[0]; i < from[1]; i++) {
		struct run *r = &runs->v[runs->sorted[i]];
		const struct text t = fold_long_id(b, r->row, WANT_CUSTOMER,
		    r->customer_id.key);
		r->customer = dict_code(number, shard_find(s,
		    r->customer_id.key, r->customer_id.hash, t, &is_new));
	}
}

static void
add_runs(struct fold *f, unsigned set, struct runs *runs, unsigned number,
    const struct block *b)
{
	const struct shard *s = fold_set(f, set);
	const uint32_t *from = &runs->from[number];

	fetch(s, runs, from, order_id);
	shard_fetch_new(s, from[1] - from[0]);
	for (uint32_t i = from[0]; i < from[1]; i++) {
		const uint32_t run = runs->sorted[i];
		const uint32_t order = fold_add(f, set, &runs->v[run],
		    runs_slots(runs, run), b);
		if (runs->order)
			runs->order[run] = order;
	}
}

static void
add_orders(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	add_runs(f, number, runs, number, b);
}

static void
add_guests(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	add_runs(f, FOLD_GUESTS + number, runs, number, b);
}

static void
add_loose(struct fold *f, struct runs *runs, const struct block *b)
{
	const unsigned number = (unsigned)(b->number % SHARDS);
	struct shard *s = &f->loose.shard[number];

	pthread_mutex_lock(&s->lock);
	for (uint32_t i = runs->from[SHARDS]; i < runs->n; i++) {
		const uint32_t run = runs->sorted[i];
		if (!runs->v[run].loose)
			continue;
		const uint32_t order = fold_add_loose(f, FOLD_LOOSE + number,
		    &runs->v[run], runs_slots(runs, run), b);
		if (runs->order)
			runs->order[run] = order;
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
	if (b->fault.status)
		return;
	runs_by_customer(runs);
	each_shard(f, worker, &f->customers, b, find_customers);
	for (uint32_t i = 1; i < runs->n; i++)
		if (runs->v[i].again)
			runs->v[i].customer = runs->v[i - 1].customer;
	runs_by_order(runs);
	each_shard(f, worker, &f->orders, b, add_orders);
	add_loose(f, runs, b);
	if (f->asking->guests) {
		runs_by_guest(runs);
		each_shard(f, worker, &f->guests, b, add_guests);
	}
	if (f->asking->placed) {
		runs_place_rows(runs);
		f->asking->placed(f->asking->orders_context, worker,
		    &runs->lines, b, runs->row_slots, runs->row_order);
	}
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
		slots_extend(&f->asking->slots, f->counts.guest_slots,
		    c->guest_slots);
		runs_release(&f->runs[i]);
	}
	free(f->runs);
	pool_release(&f->slots);
}

void
fold_release_orders(struct fold *f)
{
	for (int i = 0; i < FOLD_SETS; i++)
		seldom_release(&f->seldom[i]);
	dict_release(&f->orders);
	dict_release(&f->loose);
	dict_release(&f->guests);
	pool_release(&f->records);
}
