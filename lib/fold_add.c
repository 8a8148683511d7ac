/* fold_add.c - a run as a record */
#include "fold_add.h"

struct text
fold_long_id(const struct block *b, uint32_t row, int wanted, struct key k)
{
	return key_is_long(k) ? block_field(b, row, b->layout->at[wanted])
	    : (struct text){ "", 0 };
}

static struct key
kept(struct texts *t, const struct run *r, const struct block *b)
{
	struct key k = r->order_id.key;

	if (r->loose)
		return (struct key){ 0, 0 };
	if (key_is_long(k))
		k.b = KEY_LONG | (uint64_t)(uintptr_t)texts_keep(t,
		    fold_long_id(b, r->row, WANT_ORDER, k));
	return k;
}

uint32_t
fold_add(struct fold *f, unsigned set, const struct run *r,
    const int64_t *slots, const struct block *b)
{
	struct order_set *s = &f->set[set];
	const uint32_t number = journal_append(&s->records);
	struct order_record *o = journal_record(&s->records, number);

	o->id = kept(&s->texts, r, b);
	o->marks = r->when | (uint64_t)r->decimals << 48
	    | (uint64_t)r->below_zero << 56;
	o->amount = r->amount;
	o->customer = r->customer;
	o->line = (uint32_t)b->row + r->row;
	if (f->counted)
		((struct counted_record *)o)->lines = r->lines;
	slots_copy(&f->asking->slots, fold_slots(f, o), slots);
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
