/* fold_settle.c - records of one order become one */
#include <stdlib.h>
#include <string.h>

#include "fold_add.h"
#include "standing.h"

/* Where the orders of a set are found by their ids. */
struct index { uint32_t *slots, mask; };

static struct index
index_new(uint32_t n)
{
	size_t size = 16;

	while (size / 3 * 2 < n)
		size *= 2;
	return (struct index){ mem_new(size, sizeof(uint32_t)),
		(uint32_t)(size - 1) };
}

static int
same_id(const struct key *a, const struct key *b)
{
	return a->a == b->a && (a->b == b->b || (key_is_long(*a)
	    && key_is_long(*b) && text_same(key_kept(a), key_kept(b))));
}

/* The slot of the order with that id, or a free one. */
static uint32_t *
find(const struct index *x, const struct journal *j, const struct key *id,
    uint64_t hash)
{
	uint32_t i = (uint32_t)(hash >> 8) & x->mask;

	for (;; i = (i + 1) & x->mask) {
		const uint32_t slot = x->slots[i];
		if (!slot || ((uint8_t)slot == (uint8_t)hash
		    && same_id(journal_record(j, (slot >> 8) - 1), id)))
			return &x->slots[i];
	}
}

static void
add_sums(const struct fold *f, struct seldom *seldom, uint32_t number,
    struct order_record *o, const struct order_record *more)
{
	const int64_t *slots = fold_slots(f, more);
	uint64_t left = slots_merge(&f->asking->slots, fold_slots(f, o),
	    slots);

	if (__builtin_add_overflow(o->amount, more->amount, &o->amount))
		seldom_spill(seldom, (struct spill){ number, -1,
		    more->amount < 0 ? -1 : 1 });
	for (int i = 0; left; i++, left >>= 1)
		if (left & 1)
			seldom_spill(seldom, (struct spill){ number, i,
			    slots[i] < 0 ? -1 : 1 });
}

static void
join(struct fold *f, struct order_set *s, uint32_t number,
    struct order_record *more)
{
	struct order_record *o = journal_record(&s->records, number);

	if (o->customer != more->customer) {
		seldom_clash(&s->seldom, (struct clash){ number,
		    more->customer, more->line });
	} else {
		if (standing_holds(f))
			standing_join(f, o, more);
		if (more->line < o->line)
			o->line = more->line;
		if (more->when < o->when)
			o->when = more->when;
		if (more->decimals > o->decimals)
			o->decimals = more->decimals;
		o->below_zero |= more->below_zero;
		if (f->counted)
			((struct counted_record *)o)->lines +=
			    ((struct counted_record *)more)->lines;
		add_sums(f, &s->seldom, number, o, more);
	}
	o->joined = 1;
	more->gone = 1;
	more->line = number;
}

/* Orders keep their places, those who have joined others leave theirs; but
 * not if their numbers were given away. */
static uint32_t
tell_apart(struct fold *f, struct order_set *s)
{
	const struct journal *j = &s->records;
	const struct index x = index_new(j->n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < j->n; i++) {
		struct order_record *o = journal_record(j, i);
		const uint64_t hash = key_hash(o->id);
		uint32_t *slot = find(&x, j, &o->id, hash);
		if (*slot) {
			join(f, s, (*slot >> 8) - 1, o);
			n += f->asking->placed != NULL;
			continue;
		}
		if (n < i)
			memcpy(journal_record(j, n), o, j->stride);
		*slot = ++n << 8 | (uint8_t)hash;
	}
	free(x.slots);
	return n;
}

static void
renew_texts(struct order_set *s)
{
	texts_renew(&s->texts);
	for (uint32_t i = 0; i < s->records.n; i++) {
		struct order_record *o = journal_record(&s->records, i);
		if (key_is_long(o->id))
			o->id.b = KEY_LONG | (uint64_t)(uintptr_t)texts_again(
			    &s->texts, key_place(&o->id));
	}
	texts_renewed(&s->texts);
}

/* Whether of the records that came lately more than an eighth would join
 * others: of many records an eighth tells, chosen by their ids. */
static int
many_join(const struct order_set *s)
{
	enum { FEW = 1024 };
	const struct journal *j = &s->records;
	const uint64_t left_out = j->n < FEW ? 0 : UINT64_C(7) << 48;
	const struct index x = index_new(j->n);
	uint32_t came = 0, joined = 0;

	for (uint32_t i = 0; i < j->n; i++) {
		const struct order_record *o = journal_record(j, i);
		const uint64_t hash = key_hash(o->id);
		if (hash & left_out)
			continue;
		uint32_t *slot = find(&x, j, &o->id, hash);
		came += i >= s->settled;
		joined += *slot != 0;
		*slot = (i + 1) << 8 | (uint8_t)hash;
	}
	free(x.slots);
	return joined > came / 8;
}

/* Where few have joined others, it takes long until as many have come that
 * it pays to look again. */
static uint32_t
next_limit(uint32_t n, int many)
{
	const uint64_t limit = (uint64_t)n * (many ? 2 : 8);
	const uint64_t most = ((uint64_t)n + JOURNAL_MOST) / 2;

	return (uint32_t)(limit < most ? limit : most);
}

void
fold_settle(struct fold *f, unsigned set)
{
	struct order_set *s = &f->set[set];

	if (s->records.n == s->settled)
		return;
	s->settled = tell_apart(f, s);
	journal_cut(&s->records, s->settled);
}

void
fold_settle_early(struct fold *f, unsigned set)
{
	struct order_set *s = &f->set[set];
	const int many = many_join(s);

	if (many) {
		/* to take back so many runs takes longer than listing */
		standing_fails(f);
		fold_settle(f, set);
		renew_texts(s);
	}
	s->limit = next_limit(s->records.n, many);
}
