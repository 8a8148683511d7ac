/* keyed.c - sums of order lines by a key of theirs or of their orders */
#include <stdlib.h>

#include "fold.h"
#include "keyed_pass.h"
#include "parts.h"

/* v: the slots of all rows. Purchases are counted when their orders are. */
static int64_t
row_value(const struct keyed_pass *p, const struct lines *l, uint32_t row,
    const int64_t *v)
{
	const size_t slots = (size_t)p->measures.asking.slots.n;
	const int64_t slot = p->slot < 0 ? 0
	    : v[slots * row + (size_t)p->slot];

	return (int64_t)keyed_worth(p, l->amount[row], 1, slot);
}

/* Lines dated later wait for an earlier one of their order. */
static int
waits(const struct keyed_pass *p, uint64_t when)
{
	return p->drop || p->keyed.measure == KEYED_PURCHASES
	    || (p->as_of != NO_DAY && when_day(when) > p->as_of);
}

/* The order that a row is in says the key, but for guests' orders. */
static int
has_own_key(const struct keyed_pass *p, uint32_t order)
{
	return order != NO_ORDER && (keyed_by_line(p)
	    || fold_set_of(order) >= FOLD_GUESTS);
}

static void
place(void *pass, int worker, const struct lines *l, struct block *b,
    const int64_t *v, const uint32_t *order)
{
	struct keyed_pass *p = pass;
	struct keyed_worker *w = &p->workers[worker];
	const int column = b->layout->at[p->column];

	if (!w->sums) {
		w->sums = tally_batch_new();
		w->waiting = tally_batch_new();
	}
	for (uint32_t row = 0; row < l->n; row++) {
		if (!has_own_key(p, order[row]))
			continue;
		const int64_t value = row_value(p, l, row, v);
		const uint32_t line = (uint32_t)b->row + row;
		if (waits(p, l->when[row]))
			tally_add_pair(w->waiting, (struct key){ order[row],
			    labels_field(p->labels, worker, b, row, column) },
			    value, line);
		else
			tally_add(w->sums, block_field(b, row, column), value,
			    line);
	}
	tally_post(&p->sums, w->sums, (size_t)worker);
	tally_post(&p->waiting, w->waiting, (size_t)worker);
}

static void
ask_key(struct keyed_pass *p)
{
	struct measures *m = &p->measures;

	m->asking.guests = 1;
	m->asking.folded = keyed_fold;
	m->asking.orders_context = p;
	if (p->keyed.by == ORDER)
		return;
	p->labels = labels_new();
	m->asking.placed = place;
	if (keyed_by_line(p)) {
		p->column = measures_text(m, p->keyed.by);
		return;
	}
	p->label = measures_label(m, p->keyed.by, p->labels);
	p->column = m->v[m->n - 1].column;
	m->asking.in_time = p->unit_day;
}

static void
ask(struct keyed_pass *p)
{
	const enum keyed_measure measure = p->keyed.measure;
	struct measures *m = &p->measures;
	unsigned *needs = &m->asking.needs;

	if (measure == KEYED_MARGIN)
		p->slot = measures_sum(m, COST);
	if (measure == KEYED_QUANTITY)
		p->slot = measures_sum(m, QUANTITY);
	*needs = 1 << WANT_DATE;
	if (measure == KEYED_AMOUNT || measure == KEYED_MARGIN)
		*needs |= 1 << WANT_AMOUNT;
	if (p->keyed.by == CUSTOMER)
		*needs |= 1 << WANT_CUSTOMER;
	if (p->keyed.by == ORDER)
		*needs |= 1 << WANT_ORDER;
	if (p->keyed.by != CUSTOMER)
		ask_key(p);
	else
		m->asking.standing = p->slot < 0;
}

/* As many as the most precise value that the measure is made of. */
static int
decimals(const struct keyed_pass *p, const struct orders *o)
{
	int64_t most = 0;

	if (p->keyed.measure == KEYED_AMOUNT
	    || p->keyed.measure == KEYED_MARGIN)
		most = o->decimals;
	if (p->slot >= 0 && o->kept[p->slot + 1] > most)
		most = o->kept[p->slot + 1];
	return (int)most;
}

static void
release(struct keyed_pass *p, int workers)
{
	for (int i = 0; i < workers; i++) {
		tally_batch_free(p->workers[i].sums);
		tally_batch_free(p->workers[i].waiting);
	}
	free(p->workers);
}

struct items
keyed_items(const struct keyed *keyed, const struct common *common,
    char **files, int n_files, struct orders **orders)
{
	const int workers = parts_threads(common->threads);
	struct keyed_pass p = { .keyed = *keyed, .slot = -1, .label = -1,
		.drop = common->refunds_drop, .unit_day = common->unit_day,
		.as_of = common->as_of };
	struct items items;

	measures_begin(&p.measures, common);
	p.value_name = keyed->measure == KEYED_AMOUNT
	    ? p.measures.roles.column[AMOUNT]
	    : keyed->measure == KEYED_QUANTITY
	    ? p.measures.roles.column[QUANTITY] : TEXT("margin");
	ask(&p);
	p.workers = mem_new((size_t)workers, sizeof *p.workers);
	tally_begin(&p.sums);
	tally_begin(&p.waiting);
	struct orders *o = *orders = orders_read(common, files, n_files,
	    &p.measures.asking);
	if (p.unit_day && p.label >= 0)
		keyed_add_days(&p, o);
	items = keyed->by == CUSTOMER ? keyed_customers(&p, o)
	    : tally_items(&p.sums, p.value_name, role_names[keyed->by]);
	items.value->decimals = decimals(&p, o);
	release(&p, workers);
	return items;
}
