/* fold.c - order lines into orders, by all workers */
#include <stdlib.h>

#include "fold_add.h"
#include "parts.h"
#include "shard_fetch.h"
#include "standing.h"

#ifndef SETTLE_FIRST
#define SETTLE_FIRST 1024	/* records of a set */
#endif

/* Numbers that are given away stay: then orders are told apart at the end. */
static void
open_set(struct fold *f, struct order_set *s, size_t stride)
{
	*s = (struct order_set){ .texts.pool = &f->records,
		.limit = f->asking->placed ? UINT32_MAX : SETTLE_FIRST };
	journal_init(&s->records, &f->records, stride);
}

void
fold_begin(struct fold *f, int workers)
{
	const size_t stride = (f->counted
	    ? sizeof(struct counted_record) : sizeof(struct order_record))
	    + (size_t)f->asking->slots.n * sizeof(int64_t);

	f->names = mem_new(1, sizeof *f->names);
	pool_init(&f->slots);
	pool_init(&f->records);
	pool_init(f->names);
	dict_init(&f->customers, (struct dict_pools){ &f->slots, f->names,
	    f->names }, f->asking->standing ? sizeof(struct standing)
	    : sizeof(struct key));
	for (int i = 0; i < FOLD_SETS; i++)
		open_set(f, &f->set[i], stride);
	atomic_init(&f->stands, f->asking->standing);
	f->nobody = UINT32_MAX;
	if (f->asking->guests)
		fold_add_nobody(f);
	f->runs = mem_new((size_t)(f->workers = workers), sizeof *f->runs);
	for (int i = 0; i < workers; i++)
		runs_begin(&f->runs[i], f->as_of, f->asking);
}

/* All that is needed to look up customers, side by side. */
FETCHES void
fetch(const struct shard *s, const struct runs *runs, const uint32_t *from)
{
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_slot(s,
		    runs->v[runs->sorted[i]].customer_id.hash);
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_record(s,
		    runs->v[runs->sorted[i]].customer_id.hash);
	for (uint32_t i = from[0]; i < from[1]; i++)
		shard_fetch_text(s, &runs->v[runs->sorted[i]].customer_id);
}

/* A customer's runs that stand together are looked up once. */
static void
find_customer(struct fold *f, unsigned number, struct run *r,
    const struct block *b)
{
	const struct id *id = &r->customer_id;
	struct shard *s = &f->customers.shard[number];
	int is_new = 0;

	if (r->again) {
		r->customer = r[-1].customer;
		return;
	}
	const uint32_t found = shard_find(s, id->key, id->hash,
	    fold_long_id(b, r->row, WANT_CUSTOMER, id->key), &is_new);
	if (is_new && f->asking->standing)
		standing_begin(shard_record(s, found));
	r->customer = dict_code(number, found);
}

static void
find_customers(struct fold *f, struct runs *runs, unsigned number,
    const struct block *b)
{
	struct shard *s = &f->customers.shard[number];
	const uint32_t *from = &runs->from[number];

	pthread_mutex_lock(&s->records.lock);
	fetch(s, runs, from);
	for (uint32_t i = from[0]; i < from[1]; i++) {
		struct run *r = &runs->v[runs->sorted[i]];
		find_customer(f, number, r, b);
		if (standing_holds(f))
			standing_add(f, runs, r, b->row);
	}
	pthread_mutex_unlock(&s->records.lock);
}

static void
add_run(struct fold *f, unsigned set, struct runs *runs, uint32_t run,
    const struct block *b)
{
	const uint32_t order = fold_add(f, set, &runs->v[run],
	    runs_slots(runs, run), b);

	if (runs->order)
		runs->order[run] = order;
}

static void
add_runs(struct fold *f, unsigned set, struct runs *runs, unsigned number,
    const struct block *b)
{
	struct order_set *s = &f->set[set];
	const uint32_t *from = &runs->from[number];

	pthread_mutex_lock(&s->records.lock);
	journal_fetch_new(&s->records, from[1] - from[0]);
	for (uint32_t i = from[0]; i < from[1]; i++)
		add_run(f, set, runs, runs->sorted[i], b);
	if (s->records.n >= s->limit)
		fold_settle_early(f, set);
	pthread_mutex_unlock(&s->records.lock);
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
	const unsigned set = FOLD_LOOSE + (unsigned)(b->number % SHARDS);

	pthread_mutex_lock(&f->set[set].records.lock);
	for (uint32_t i = runs->from[SHARDS]; i < runs->n; i++)
		if (runs->v[runs->sorted[i]].loose)
			add_run(f, set, runs, runs->sorted[i], b);
	pthread_mutex_unlock(&f->set[set].records.lock);
}

/* Workers begin at different shards, so that they seldom meet. */
static void
each_shard(struct fold *f, int worker, const struct block *b,
    void (*f_shard)(struct fold *, struct runs *, unsigned,
	const struct block *))
{
	struct runs *runs = &f->runs[worker];
	const unsigned first = (unsigned)(worker * SHARDS / f->workers);

	for (unsigned i = 0; i < SHARDS; i++) {
		const unsigned s = (first + i) % SHARDS;
		if (runs->from[s] < runs->from[s + 1])
			f_shard(f, runs, s, b);
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
	each_shard(f, worker, b, find_customers);
	runs_by_order(runs);
	each_shard(f, worker, b, add_orders);
	add_loose(f, runs, b);
	if (f->asking->guests) {
		runs_by_guest(runs);
		each_shard(f, worker, b, add_guests);
	}
	if (f->asking->placed) {
		runs_place_rows(runs);
		f->asking->placed(f->asking->orders_context, worker,
		    &runs->lines, b, runs->row_slots, runs->row_order);
	}
}

/* Loose ones are no one's. */
static void
settle(void *fold, size_t set)
{
	if (set < FOLD_LOOSE || set >= FOLD_GUESTS)
		fold_settle(fold, (unsigned)set);
}

void
fold_end(struct fold *f)
{
	f->counts = (struct line_counts){ .last_day = NO_DAY };
	f->kept.last_day = NO_DAY;
	slots_none(&f->asking->slots, f->counts.guest_slots);
	for (int i = 0; i < f->workers; i++) {
		const struct line_counts *c = &f->runs[i].counts;
		const struct kept *k = &f->runs[i].kept;
		if (k->decimals > f->kept.decimals)
			f->kept.decimals = k->decimals;
		if (k->last_day > f->kept.last_day)
			f->kept.last_day = k->last_day;
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
	parts_run(FOLD_SETS, settle, f);
}

void
fold_release_orders(struct fold *f)
{
	for (int i = 0; i < FOLD_SETS; i++) {
		seldom_release(&f->set[i].seldom);
		journal_release(&f->set[i].records);
	}
	pool_release(&f->records);
}
