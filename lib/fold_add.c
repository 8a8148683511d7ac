/* fold_add.c - what a run adds to its order */
#include "fold_add.h"

struct text
fold_long_id(const struct block *b, uint32_t row, int wanted, struct key k)
{
	return key_is_long(k) ? block_field(b, row, b->layout->at[wanted])
	    : (struct text){ "", 0 };
}

/* Written whole: nothing waits for what was there. */
static void
fill(struct order_record *o, const struct run *r, uint32_t line)
{
	o->marks = r->when | (uint64_t)r->decimals << 48
	    | (uint64_t)r->below_zero << 56;
	o->amount = r->amount;
	o->customer = r->customer;
	o->line = line;
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

uint32_t
fold_add(struct fold *f, unsigned set, const struct run *r,
    const int64_t *slots, const struct block *b)
{
	struct shard *s = fold_set(f, set);
	struct seldom *seldom = &f->seldom[set];
	const uint32_t line = (uint32_t)b->row + r->row;
	int is_new;
	const uint32_t number = shard_find(s, r->order_id.key, r->order_id.hash,
	    fold_long_id(b, r->row, WANT_ORDER, r->order_id.key), &is_new);
	struct order_record *o = shard_record(s, number);

	if (f->as_of != NO_DAY)
		count_lines(o, r->lines + (is_new ? 0 : lines_of(o)));
	if (is_new) {
		fill(o, r, line);
		slots_copy(&f->asking->slots, fold_slots(f, o), slots);
	} else if (o->customer != r->customer) {
		seldom_clash(seldom,
		    (struct clash){ number, r->customer, line });
	} else {
		add(o, r, line);
		add_sums(f, seldom, number, o, r, slots);
	}
	return fold_order(set, number);
}

uint32_t
fold_add_loose(struct fold *f, unsigned set, const struct run *r,
    const int64_t *slots, const struct block *b)
{
	struct shard *s = fold_set(f, set);
	const uint32_t number = shard_append(s);
	struct order_record *o = shard_record(s, number);

	o->id = (struct key){ 0, 0 };
	fill(o, r, (uint32_t)b->row + r->row);
	slots_copy(&f->asking->slots, fold_slots(f, o), slots);
	if (f->as_of != NO_DAY)
		count_lines(o, 1);
	return fold_order(set, number);
}

void
fold_add_nobody(struct fold *f)
{
	const struct key nobody = { 0, 0 };
	const uint64_t hash = key_hash(nobody);
	const unsigned number = dict_shard(hash);
	int is_new;

	f->nobody = dict_code(number, shard_find(&f->customers.shard[number],
	    nobody, hash, (struct text){ "", 0 }, &is_new));
}
