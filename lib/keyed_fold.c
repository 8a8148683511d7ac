/* keyed_fold.c - what orders add to keys, when they are all there */
#include <stdlib.h>

#include "fold.h"
#include "keyed_pass.h"
#include "parts.h"

struct folding {
	struct keyed_pass *p;
	const struct fold *f;
	struct tally days;	/* purchases that are one with others */
	struct tally joined;	/* what waited for orders made of several */
};

wide
keyed_worth(const struct keyed_pass *p, int64_t amount, int refund,
    int64_t slot)
{
	switch (p->keyed.measure) {
	case KEYED_AMOUNT:
		return amount;
	case KEYED_MARGIN:
		return (wide)amount - slot;
	case KEYED_QUANTITY:
		return slot;
	default:
		return refund ? 0 : MILLION;
	}
}

static int
listed(const struct keyed_pass *p, const struct order_record *r)
{
	return (p->as_of == NO_DAY || when_day(r->when) <= p->as_of)
	    && !(p->drop && order_is_refund(r));
}

/* A purchase that --unit day makes one with others of its date. */
static int
merges(const struct folding *g, const struct order_record *r)
{
	return g->p->unit_day && r->customer != g->f->nobody
	    && !order_is_refund(r);
}

/* Which then count once for a key. */
static void
add_day(struct tally_batch *days, const struct order_record *r,
    uint32_t label)
{
	tally_add_pair(days, (struct key){ (uint64_t)r->customer << 32
	    | (uint32_t)when_day(r->when), label }, 0, r->line);
}

static int
id_is_none(const struct order_record *r)
{
	static const char none[KEY_INLINE] = "(none)";
	const struct key k = key_of((struct text){ none, 6 });

	return key_none(r->id) || (r->id.a == k.a && r->id.b == k.b);
}

/* What a thread has added and not yet posted */
struct desk { struct tally_batch *sums, *days, *joined; };

static void
add_own(const struct folding *g, struct desk *d, const struct order_record *r,
    wide worth)
{
	const struct keyed_pass *p = g->p;

	if (p->keyed.by == ORDER)
		tally_add_id(d->sums, &r->id, worth, r->line);
	else
		tally_add(d->sums, labels_text(p->labels,
		    slot_value(fold_slots(g->f, r)[p->label])), worth,
		    r->line);
}

/* Ids of orders are distinct, but for those that have none. */
static void
add_order(const struct folding *g, struct desk *d, const void *record)
{
	const struct keyed_pass *p = g->p;
	const struct order_record *r = record;
	const int64_t slot = p->slot < 0 ? 0 : fold_slots(g->f, r)[p->slot];

	if (r->gone || !listed(p, r))
		return;
	if (merges(g, r) && p->keyed.by != ORDER)
		return;		/* see keyed_add_days */
	if (merges(g, r) && p->keyed.measure == KEYED_PURCHASES
	    && id_is_none(r))
		add_day(d->days, r, 0);
	else
		add_own(g, d, r, keyed_worth(p, r->amount,
		    order_is_refund(r), slot));
}

/* A line's key, and what waited for its order. */
static void
add_joined(const struct folding *g, struct desk *d, const void *record)
{
	const struct keyed_pass *p = g->p;
	const struct tally_record *t = record;
	const struct order_record *r = fold_record(g->f, (uint32_t)t->key.a);

	tally_add(d->sums, labels_text(p->labels, (uint32_t)t->key.b),
	    keyed_worth(p, 0, order_is_refund(r), 0), t->line);
}

/* These stand by the sets of the orders, so that the records are near. An
 * order counts once for a key, wherever its lines stood. */
static void
add_waiting(const struct folding *g, struct desk *d, const void *record)
{
	const struct keyed_pass *p = g->p;
	const struct tally_record *t = record;
	const uint32_t order = fold_joined(g->f, (uint32_t)t->key.a);
	const struct order_record *r = fold_record(g->f, order);

	if (!listed(p, r))
		return;
	if (p->keyed.measure != KEYED_PURCHASES)
		tally_add(d->sums, labels_text(p->labels,
		    (uint32_t)t->key.b), tally_sum(t), t->line);
	else if (merges(g, r))
		add_day(d->days, r, (uint32_t)t->key.b);
	else if (r->joined)
		tally_add_pair(d->joined, (struct key){ order, t->key.b }, 0,
		    t->line);
	else
		add_joined(g, d, record);
}

static void
add_counted_day(const struct folding *g, struct desk *d, const void *record)
{
	const struct tally_record *t = record;

	tally_add(d->sums, g->p->keyed.by == ORDER ? TEXT("")
	    : labels_text(g->p->labels, (uint32_t)t->key.b), MILLION,
	    t->line);
}

static void
post(struct folding *g, struct desk *d, size_t number,
    void (*post_to)(struct tally *, struct tally_batch *, size_t))
{
	post_to(&g->p->sums, d->sums, number);
	post_to(&g->days, d->days, number);
	post_to(&g->joined, d->joined, number);
}

static void
add_records(struct folding *g, const struct journal *j, size_t number,
    void (*add)(const struct folding *, struct desk *, const void *))
{
	struct desk d = { tally_batch_new(), tally_batch_new(),
		tally_batch_new() };

	for (uint32_t n = 0; n < j->n; n++) {
		add(g, &d, journal_record(j, n));
		post(g, &d, number, tally_post_many);
	}
	post(g, &d, number, tally_post);
	tally_batch_free(d.sums);
	tally_batch_free(d.days);
	tally_batch_free(d.joined);
}

static void
add_set(void *folding, size_t set)
{
	struct folding *g = folding;

	add_records(g, &g->f->set[set].records, set, add_order);
}

static void
add_waiting_shard(void *folding, size_t i)
{
	struct folding *g = folding;

	add_records(g, &g->p->waiting.keys.shard[i].records, i, add_waiting);
}

static void
add_joined_shard(void *folding, size_t i)
{
	struct folding *g = folding;

	add_records(g, &g->joined.keys.shard[i].records, i, add_joined);
}

static void
add_days_shard(void *folding, size_t i)
{
	struct folding *g = folding;

	add_records(g, &g->days.keys.shard[i].records, i, add_counted_day);
}

void
keyed_fold(void *pass, const struct fold *f)
{
	struct folding g = { .p = pass, .f = f };

	tally_begin(&g.days);
	tally_begin(&g.joined);
	if (!keyed_by_line(g.p))
		parts_run(g.p->label < 0 ? FOLD_SETS : FOLD_GUESTS, add_set,
		    &g);
	parts_run(SHARDS, add_waiting_shard, &g);
	parts_run(SHARDS, add_joined_shard, &g);
	parts_run(SHARDS, add_days_shard, &g);
	tally_release(&g.days);
	tally_release(&g.joined);
	tally_release(&g.p->waiting);
}
