/* worth_add.c - what a customer adds to the worth of a group */
#include "worth_add.h"

/* Ahead of the first purchase is where nothing reaches. */
static size_t
place_of(const struct weighing *w, int32_t age)
{
	return (uint32_t)age < w->ages ? w->place[age] : w->asked->days.n;
}

/* All orders are added, those that count in none of the days at the step
 * where all of them are taken away again: branches would cost more. The day of
 * the second purchase. */
static int32_t
add_orders(const struct weighing *w, struct group_worth *t, uint32_t who,
    int32_t first_day, int *fits)
{
	const struct orders *o = w->o;
	const size_t mature = place_of(w, o->as_of - first_day + 1);
	int32_t second = NO_DAY;
	int64_t purchases = 0;
	wide net = 0, purchased = 0;

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const int64_t amount = o->v[i].amount;
		const int32_t day = when_day(o->v[i].when);
		const size_t place = place_of(w, day - first_day);
		const int purchase = !o->v[i].refund;
		t->step[place < mature ? place : mature].amount += amount;
		net += amount;
		purchased += purchase ? amount : 0;
		purchases += purchase;
		second = purchase && purchases == 2 ? day : second;
	}
	t->step[mature].amount -= net;
	t->step[mature].mature++;
	t->of[NET] += net;
	t->of[PURCHASES] += purchases;
	t->of[PURCHASED] += purchased;
	*fits = net < SUM_LIMIT && net > -SUM_LIMIT;
	return second;
}

static void
add_costs(const struct weighing *w, struct group_worth *t, uint32_t who,
    int32_t first_day)
{
	const struct orders *o = w->o;
	const int64_t *cost = o->slot[w->asked->cost];
	const size_t mature = place_of(w, o->as_of - first_day + 1);

	for (uint32_t i = o->from[who]; i < o->from[who + 1]; i++) {
		const size_t place = place_of(w, when_day(o->v[i].when)
		    - first_day);
		if (place >= mature)
			continue;
		t->step[place].cost += cost[i];
		t->step[mature].cost -= cost[i];
	}
}

static void
add_products(const struct weighing *w, struct group_worth *t, uint32_t who,
    uint32_t first)
{
	const struct orders *o = w->o;
	const int64_t *sample = o->slot[w->asked->products];
	const int64_t *main = o->slot[w->asked->products + 1];
	int buyer = 0;

	for (uint32_t i = first; i < o->from[who + 1]; i++)
		buyer |= !o->v[i].refund && main[i];
	t->of[BUYERS] += buyer;
	t->of[TRIALS] += sample[first];
	t->of[UPGRADED] += sample[first] && buyer;
}

int
worth_add(const struct weighing *w, struct group_worth *t, uint32_t who)
{
	const struct orders *o = w->o;
	const int f2_days = w->asked->f2_days;
	uint32_t first = o->from[who];
	int fits;

	while (o->v[first].refund)
		first++;
	const int32_t day = when_day(o->v[first].when);
	const int32_t second = add_orders(w, t, who, day, &fits);
	t->of[CUSTOMERS]++;
	t->of[FIRST_AMOUNT] += o->v[first].amount;
	t->of[REPEATED] += o->as_of - day >= f2_days && second != NO_DAY
	    && second - day <= f2_days;
	if (w->asked->cost >= 0)
		add_costs(w, t, who, day);
	if (w->asked->products < 0)
		t->of[BUYERS]++;
	else
		add_products(w, t, who, first);
	return fits;
}
