/* sample.c - a shop's orders, simulated in order of time */
#include <stdlib.h>

#include "base.h"
#include "sample.h"
#include "sample_chance.h"
#include "sample_customer.h"
#include "sample_due.h"
#include "sample_return.h"
#include "sample_season.h"

/* what chance is asked about, each with a key of its own */
enum matter { CUSTOMER, ORDER, GOODS, SEASON, QUEUE };
enum { GUEST_EVERY = 7 };		/* of new faces */
/* an entry that is no customer */
static const uint32_t SENT_BACK = UINT32_C(1) << 31;

struct sample {
	struct sample_plan plan;
	uint64_t key[QUEUE + 1];
	uint64_t drawn;			/* numbers of QUEUE used */
	struct catalogue catalogue;
	struct lots lots;
	struct basket basket;
	struct clock clock;
	struct season season;
	int day;			/* from 0 */
	int64_t out, day_began;		/* units */
	int64_t lines;
	uint64_t orders;
	uint32_t customers, again;	/* again: orders once more at once */
	struct due *due;
	uint32_t *queue;		/* due today */
	size_t queued;
	struct returns returns;
	struct sample_order order;
};

static uint64_t
draw(struct sample *s)
{
	return chance_of(s->key[QUEUE], s->drawn++);
}

struct sample *
sample_new(const struct sample_plan *p)
{
	struct sample *s = mem_new(1, sizeof *s);
	const int most = p->per_order > LINES_MOST ? p->per_order : LINES_MOST;
	const int64_t units = p->per_order
	    ? (p->lines + p->per_order - 1) / p->per_order : p->lines;

	s->plan = *p;
	for (uint64_t i = 0; i <= QUEUE; i++)
		s->key[i] = chance_of(chance_mix(p->seed), i);
	catalogue_fill(&s->catalogue, s->key[GOODS], p->events);
	lots_fill(&s->lots);
	clock_fill(&s->clock);
	season_plan(&s->season, p->from, p->days, s->key[SEASON]);
	season_share(&s->season, p->days, units);
	s->basket = (struct basket){ &s->catalogue, &s->lots, p->per_order };
	s->due = due_new(p->days);
	s->order.line = mem_new((size_t)most, sizeof *s->order.line);
	s->day = -1;
	return s;
}

void
sample_free(struct sample *s)
{
	due_free(s->due);
	free(s->catalogue.goods);
	free(s->catalogue.slots);
	season_free(&s->season);
	return_free(&s->returns);
	free(s->order.line);
	free(s);
}

static void
open_day(struct sample *s)
{
	/* who was due and did not get a turn comes tomorrow */
	for (size_t i = 0; i < s->queued; i++)
		due_put(s->due, s->day + 1, s->queue[i]);
	s->day++;
	s->queue = due_take(s->due, s->day, &s->queued);
	s->day_began = s->out;
}

static int64_t
orders_left(const struct sample *s)
{
	const int64_t units = s->season.until[s->day] - s->out;

	if (s->plan.per_order)
		return units;
	const int64_t n = units * ((int64_t)s->orders + 1000)
	    / (s->lines + LINES_USUAL);
	return n > 0 ? n : 1;
}

/* Who orders next: someone who is due, or 0, someone new. At least every
 * tenth is new, even if many are due. */
static uint32_t
next_entry(struct sample *s)
{
	const int64_t left = orders_left(s), most = left - left / 10;
	const size_t due = s->queued < (size_t)most ? s->queued : (size_t)most;

	if (chance_below(draw(s), (uint32_t)left) >= due)
		return 0;
	const uint32_t i = chance_below(draw(s), (uint32_t)s->queued);
	const uint32_t entry = s->queue[i];
	s->queue[i] = s->queue[--s->queued];
	return entry;
}

/* When a customer comes again: sooner or later than usual, rather in a season
 * when all buy. A subscription knows no season. */
static void
come_again(struct sample *s, const struct customer *c)
{
	const struct sample_order *const o = &s->order;
	const uint64_t r = chance_of(c->key, 64 + (uint64_t)s->day);
	int64_t day = s->day;

	if (chance_below(r, 65536) < c->quits)
		return;
	if (c->subscribes)
		day += o->kind == TRIAL ? 12 + r % 20 : 29 + r % 4;
	else
		day += 1 + chance_wait(chance_of(c->key, r), c->wait);
	for (int i = 0; !c->subscribes && i < 2 && day < s->plan.days; i++)
		if ((r >> 8 * i) % 160 > s->season.percent[day])
			day += 1 + (int64_t)(r >> (16 + 8 * i)) % c->wait;
	if (day < s->plan.days)
		due_put(s->due, (int)day, o->customer);
}

static void
tell(const struct sample *s, struct customer *c)
{
	const struct sample_order *const o = &s->order;

	customer_tell(c, &s->lots, o->customer
	    ? chance_of(s->key[CUSTOMER], o->customer) : o->key,
	    s->plan.events);
}

static void
take_back(struct sample *s, uint32_t i)
{
	struct sample_order *const o = &s->order;
	struct customer c;

	return_take(&s->returns, i, o);
	o->day = s->plan.from + s->day;
	tell(s, &c);
	basket_fill(&s->basket, &c, o);
	basket_return(o);
}

/* What befalls an order in the plain table */
static void
befall(struct sample *s)
{
	struct sample_order *const o = &s->order;
	const uint64_t r = chance_of(o->key, OF_STATUS);

	o->status = status_after(s->plan.days - 1 - s->day, r);
	o->back = 0;
	const int day = s->day + 4 + (int)(r >> 17 & 15);
	if (o->kind == TRIAL || o->status != DELIVERED || r % 1000 >= 30
	    || day >= s->plan.days)
		return;
	o->back = s->plan.per_order || r >> 16 & 1 ? o->n : 1;
	if (s->plan.refunds)
		due_put(s->due, day, SENT_BACK | return_keep(&s->returns, o));
}

static void
take_order(struct sample *s, uint32_t customer, int first)
{
	struct sample_order *const o = &s->order;
	struct customer c;

	o->number = ++s->orders;
	o->key = chance_of(s->key[ORDER], o->number);
	o->customer = customer;
	tell(s, &c);
	o->day = s->plan.from + s->day;
	o->gifts = s->plan.events && s->season.percent[s->day] > 120;
	o->shop = c.shop;
	o->media = first || o->key % 9 < 5 ? c.media
	    : MEDIA - MEDIA_BACK + (int)(o->key % 97) % MEDIA_BACK;
	o->kind = first && customer && c.course >= 0 ? TRIAL
	    : !first && c.subscribes ? SUBSCRIPTION : ORDINARY;
	basket_fill(&s->basket, &c, o);
	if (s->plan.events)
		befall(s);
	const int twice = s->again != 0;
	s->again = 0;
	if (!customer || twice)
		return;
	come_again(s, &c);
	if (o->key % 211 == 0)
		s->again = customer;
}

static void
set_time(struct sample *s, int64_t units)
{
	const int64_t span = s->season.until[s->day] - s->day_began;
	const int64_t left = s->season.until[s->day] - s->out;
	const uint64_t at = ((uint64_t)(s->out - s->day_began) << 32)
	    + (chance_of(s->order.key, OF_TIME) >> 32)
	    * (uint64_t)(units < left ? units : left);

	s->order.second = clock_second(&s->clock,
	    (uint32_t)(at / (uint64_t)span));
}

const struct sample_order *
sample_next(struct sample *s)
{
	struct sample_order *const o = &s->order;

	if (s->lines >= s->plan.lines)
		return NULL;
	while (s->day < 0 || s->out >= s->season.until[s->day])
		open_day(s);
	const uint32_t entry = s->again ? s->again : next_entry(s);
	if (entry & SENT_BACK)
		take_back(s, entry & ~SENT_BACK);
	else if (entry)
		take_order(s, entry, 0);
	else if (s->plan.events && draw(s) % GUEST_EVERY == 0)
		take_order(s, 0, 1);
	else
		take_order(s, ++s->customers, 1);
	if (!s->plan.whole && o->n > s->plan.lines - s->lines)
		o->n = (int)(s->plan.lines - s->lines);
	const int64_t units = s->plan.per_order ? 1 : o->n;
	set_time(s, units);
	s->out += units;
	s->lines += o->n;
	return o;
}
