/* standing.c - what customers come to while lines are read */
#include "standing.h"

void
standing_begin(struct standing *s)
{
	s->line = UINT32_MAX;
	s->purchases = 0;
	s->amount = 0;
	s->first_date = LAST_DAY;
	s->last_date = NO_DAY;
}

static int
counts(const struct fold *f, int32_t day)
{
	return day >= f->asking->since;
}

static struct standing *
kept_of(const struct fold *f, uint32_t customer)
{
	return dict_record(&f->customers, customer);
}

void
standing_add(struct fold *f, struct runs *runs, const struct run *r,
    uint64_t row)
{
	struct standing *s = kept_of(f, r->customer);
	const uint32_t line = (uint32_t)row + r->row;
	const int32_t day = when_day(r->when);

	if (r->below_zero)
		standing_fails(f);
	if (f->as_of != NO_DAY && day > f->as_of)
		return;
	if (r->decimals > runs->kept.decimals)
		runs->kept.decimals = r->decimals;
	if (day > runs->kept.last_day)
		runs->kept.last_day = day;
	if (line < s->line)
		s->line = line;
	if (!counts(f, day))
		return;
	s->purchases++;
	if (day < s->first_date)
		s->first_date = day;
	if (day > s->last_date)
		s->last_date = day;
	if (__builtin_add_overflow(s->amount, r->amount, &s->amount))
		standing_fails(f);
}

void
standing_join(struct fold *f, const struct order_record *o,
    const struct order_record *more)
{
	struct journal *customers = &f->customers.shard[
	    dict_shard_of(o->customer)].records;
	const int32_t day = when_day(o->when);

	if (when_day(more->when) != day)
		standing_fails(f);
	if (!counts(f, day) || (f->as_of != NO_DAY && day > f->as_of))
		return;
	pthread_mutex_lock(&customers->lock);
	kept_of(f, o->customer)->purchases--;
	pthread_mutex_unlock(&customers->lock);
}
