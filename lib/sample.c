/* sample.c - a shop's orders, simulated in order of time */
#include <stdlib.h>

#include "base.h"
#include "sample.h"
#include "sample_chance.h"
#include "sample_customer.h"
#include "sample_due.h"
#include "sample_season.h"

/* what chance is asked about, each with a key of its own */
enum matter { CUSTOMER, ORDER, GOODS, SEASON, QUEUE };
enum { SENT_BACK = 1u << 31 };		/* an entry that is no customer */

/* Orders that will be sent back, by the number in their entry */
struct returns {
	struct sample_order *order;
	uint32_t *free;
	uint32_t n, free_n, room;
};

struct sample {
	struct sample_plan plan;
	uint64_t key[QUEUE + 1];
	uint64_t drawn;			/* numbers of QUEUE used */
	struct catalogue catalogue;
	struct lots lots;
	struct basket basket;
	struct clock clock;
	uint8_t *season;		/* by day, in percent */
	int64_t *until;			/* by day: units by its end */
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

/* A shop grows: its last day is two and a half times its first. */
static void
plan_days(struct sample *s)
{
	const struct sample_plan *const p = &s->plan;
	const int64_t units = p->per_order
	    ? (p->lines + p->per_order - 1) / p->per_order : p->lines;
	const int64_t days = p->days;
	int64_t total = 0;

	s->season = mem_new((size_t)days, sizeof *s->season);
	s->until = mem_new((size_t)days, sizeof *s->until);
	for (int d = 0; d < days; d++) {
		s->season[d] = (uint8_t)season_percent(p->from + d,
		    s->key[SEASON]);
		total += s->season[d] * (200 + 300 * d / days);
		s->until[d] = total;
	}
	for (int d = 0; d < days; d++)
		s->until[d] = (int64_t)((__int128)units * s->until[d] / total);
}

struct sample *
sample_new(const struct sample_plan *p)
{
	struct sample *s = mem_new(1, sizeof *s);
	const int most = p->per_order > LINES_MOST ? p->per_order : LINES_MOST;

	s->plan = *p;
	for (uint64_t i = 0; i <= QUEUE; i++)
		s->key[i] = chance_of(chance_mix(p->seed), i);
	catalogue_fill(&s->catalogue, s->key[GOODS], p->events);
	lots_fill(&s->lots);
	clock_fill(&s->clock);
	plan_days(s);
	s->basket = (struct basket){ &s->catalogue, &s->lots, p->per_order,
	    p->events };
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
	free(s->season);
	free(s->until);
	free(s->returns.order);
	free(s->returns.free);
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
	const int64_t units = s->until[s->day] - s->out;

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
	const int64_t due = (int64_t)s->queued < most ? (int64_t)s->queued
	    : most;

	if (due == 0 || chance_below(draw(s), (uint32_t)left) >= due)
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
		if ((r >> 8 * i) % 160 > s->season[day])
			day += 1 + (int64_t)(r >> (16 + 8 * i)) % c->wait;
	if (day < s->plan.days)
		due_put(s->due, (int)day, o->customer);
}

/* Keeps the order until it is sent back. */
static void
send_back(struct sample *s)
{
	struct returns *const t = &s->returns;
	const int day = s->day + 4 + (int)(s->order.key % 20);

	if (day >= s->plan.days)
		return;
	if (t->free_n == 0 && t->n == t->room) {
		t->room += t->room / 8 + 64;
		t->order = mem_grow(t->order, t->room, sizeof *t->order);
		t->free = mem_grow(t->free, t->room, sizeof *t->free);
	}
	const uint32_t i = t->free_n ? t->free[--t->free_n] : t->n++;
	t->order[i] = s->order;
	due_put(s->due, day, SENT_BACK | i);
}

static void
take_back(struct sample *s, uint32_t i)
{
	struct sample_order *const o = &s->order;
	struct sample_line *const line = o->line;
	struct customer c;

	*o = s->returns.order[i];
	s->returns.free[s->returns.free_n++] = i;
	o->line = line;
	o->day = s->plan.from + s->day;
	customer_tell(&c, &s->lots, o->customer
	    ? chance_of(s->key[CUSTOMER], o->customer) : o->key, 1);
	basket_fill(&s->basket, &c, o);
	o->n = o->back;
	o->kind = REFUND;
	o->status = PAID;
	for (int k = 0; k < o->n; k++) {
		line[k].quantity = -line[k].quantity;
		line[k].discount = -line[k].discount;
		line[k].amount = -line[k].amount;
		line[k].cost = -line[k].cost;
	}
}

static enum sample_status
status_of(const struct sample *s, uint32_t of_1000)
{
	const int age = s->plan.days - 1 - s->day;

	if (of_1000 < 32)
		return CANCELLED;
	if (of_1000 < 47)
		return RETURNED;
	if (of_1000 < 50)
		return VOID;
	if (of_1000 < 55 || (age < 2 && of_1000 < 400))
		return PENDING;
	return age < 3 ? PAID : age < 7 ? SHIPPED : DELIVERED;
}

/* What befalls an order in the plain table */
static void
befall(struct sample *s)
{
	struct sample_order *const o = &s->order;
	const uint64_t r = chance_of(o->key, UINT64_MAX);

	o->status = status_of(s, chance_below(r, 1000));
	o->back = 0;
	if (o->kind == TRIAL || o->status != DELIVERED || r % 1000 >= 30)
		return;
	o->back = s->plan.per_order || r >> 16 & 1 ? o->n : 1;
	if (s->plan.refunds)
		send_back(s);
}

static void
take_order(struct sample *s, uint32_t customer, int first)
{
	struct sample_order *const o = &s->order;
	struct customer c;

	o->number = ++s->orders;
	o->key = chance_of(s->key[ORDER], o->number);
	o->customer = customer;
	customer_tell(&c, &s->lots, customer
	    ? chance_of(s->key[CUSTOMER], customer) : o->key, s->plan.events);
	o->day = s->plan.from + s->day;
	o->gifts = s->plan.events && s->season[s->day] > 120;
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

/* A guest's order, every seventh of those by new faces, leads to nothing. */
static void
take_new(struct sample *s)
{
	if (s->plan.events && draw(s) % 7 == 0)
		take_order(s, 0, 1);
	else
		take_order(s, ++s->customers, 1);
}

static void
set_time(struct sample *s, int64_t units)
{
	const int64_t span = s->until[s->day] - s->day_began;
	const int64_t left = s->until[s->day] - s->out;
	const uint64_t at = ((uint64_t)(s->out - s->day_began) << 32)
	    + (chance_mix(s->order.key) >> 32)
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
	while (s->day < 0 || s->out >= s->until[s->day])
		open_day(s);
	const uint32_t entry = s->again ? s->again : next_entry(s);
	if (entry & SENT_BACK)
		take_back(s, entry & ~SENT_BACK);
	else if (entry)
		take_order(s, entry, 0);
	else
		take_new(s);
	if (!s->plan.whole && o->n > s->plan.lines - s->lines)
		o->n = (int)(s->plan.lines - s->lines);
	const int64_t units = s->plan.per_order ? 1 : o->n;
	set_time(s, units);
	s->out += units;
	s->lines += o->n;
	return o;
}
