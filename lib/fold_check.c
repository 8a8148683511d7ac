/* fold_check.c - faults between lines: two customers in one order, sums */
#include <stdlib.h>

#include "decimal.h"
#include "fold_check.h"

/* The first line of an order whose customer is another than that of its
 * first line, and that first line. */
struct pair { uint64_t first, second; uint32_t first_customer,
	second_customer; const struct order_record *order; };

static struct pair
pair_of(const struct fold *f, int shard, size_t from, size_t to)
{
	const struct clash *clash = f->set[shard].seldom.clash;
	const struct order_record *o = journal_record(&f->set[shard].records,
	    clash[from].number);
	struct pair p = { o->line, UINT64_MAX, o->customer, 0, o };

	for (size_t i = from; i < to; i++) {
		const uint64_t line = clash[i].line;
		if (line < p.first) {
			p.second = p.first;
			p.second_customer = p.first_customer;
			p.first = line;
			p.first_customer = clash[i].customer;
		} else if (line < p.second
		    && clash[i].customer != p.first_customer) {
			p.second = line;
			p.second_customer = clash[i].customer;
		}
	}
	return p;
}

static struct pair
first_pair(struct fold *f)
{
	struct pair best = { .second = UINT64_MAX, .order = NULL };

	for (int s = 0; s < SHARDS; s++) {
		const struct seldom *d = &f->set[s].seldom;
		size_t from = 0;
		seldom_sort(&f->set[s].seldom);
		for (size_t i = 1; i <= d->clashes; i++) {
			if (i < d->clashes
			    && d->clash[i].number == d->clash[from].number)
				continue;
			const struct pair p = pair_of(f, s, from, i);
			if (p.second < best.second)
				best = p;
			from = i;
		}
	}
	return best;
}

static const char *
quoted(const void *key, char out[QUOTE_WIDTH])
{
	char room[KEY_ROOM];
	const struct text t = key_text(key, room);

	return text_quote(out, t.s, t.len);
}

static void
check_customers(struct fold *f, const struct engine *e)
{
	const struct pair p = first_pair(f);
	char order[QUOTE_WIDTH], one[QUOTE_WIDTH], other[QUOTE_WIDTH];
	struct fault fault;

	if (!p.order)
		return;
	const struct text column = e->wanted[WANT_ORDER].name;
	fault_set(&fault, REFUSED, "%s: %.*s: two customers in order %s",
	    engine_place(e, p.second), (int)column.len, column.s,
	    quoted(&p.order->id, order));
	fault_hint(&fault, "%s in %s, %s here; do the order numbers of "
	    "several shops overlap?",
	    quoted(dict_record(&f->customers, p.first_customer), one),
	    engine_place(e, p.first),
	    quoted(dict_record(&f->customers, p.second_customer), other));
	fault_die(&fault);
}

void
fold_note_sum(struct fault *fault, struct text column, const char *of,
    const void *key)
{
	char id[QUOTE_WIDTH];

	fault_set(fault, REFUSED, "%.*s: sum too large: %s %s",
	    (int)column.len, column.s, of, quoted(key, id));
	fault_hint(fault, "a sum must stay below 9223372036854 on either "
	    "side of 0");
}

void
fold_refuse_sum(const struct text *column, const char *of, const void *key)
{
	struct fault fault;

	fold_note_sum(&fault, *column, of, key);
	fault_die(&fault);
}

/* Of a set's order that has happened: slot -1 is the amount. What was carried
 * out of a sum must have come back. */
static int
too_large(const struct fold *f, size_t set, uint32_t number, int slot)
{
	const struct order_set *s = &f->set[set];
	const struct order_record *o = journal_record(&s->records, number);
	const int64_t sum = slot < 0 ? o->amount : fold_slots(f, o)[slot];

	if (f->as_of != NO_DAY && when_day(o->when) > f->as_of)
		return 0;
	return sum >= SUM_LIMIT || sum <= -SUM_LIMIT
	    || (s->seldom.spills
	    && seldom_carried(&s->seldom, number, slot));
}

static void
check_sum(const struct fold *f, int slot, const struct text *column)
{
	const struct order_record *first = NULL;

	for (size_t i = 0; i < FOLD_SETS; i++) {
		const struct journal *j = &f->set[i].records;
		for (uint32_t n = 0; n < j->n; n++) {
			const struct order_record *o = journal_record(j, n);
			if (!o->gone && too_large(f, i, n, slot)
			    && (!first || o->line < first->line))
				first = o;
		}
	}
	if (first)
		fold_refuse_sum(column, "order", &first->id);
}

static void
check_sums(const struct fold *f, const struct engine *e)
{
	const struct slots *slots = &f->asking->slots;

	if (f->counts.magnitude >= SUM_LIMIT)
		check_sum(f, -1, &e->wanted[WANT_AMOUNT].name);
	for (int i = 0; i < slots->n; i++)
		if (slots->kind[i] == SLOT_SUM && slots->column[i].s)
			check_sum(f, i, &slots->column[i]);
}

void
fold_check(struct fold *f, const struct engine *e)
{
	check_customers(f, e);
	check_sums(f, e);
}
