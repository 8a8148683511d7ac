/* sample_customer.c - customers as their number tells them, and baskets */
#include "sample_chance.h"
#include "sample_customer.h"

/* in 1,000 orders, 2,222 lines */
static const uint32_t lines_weights[] =
	{ 452, 252, 129, 74, 41, 22, 12, 8, 5, 3, 1, 1 };
static const uint32_t quantity_weights[] =
	{ 800, 130, 38, 12, 8, 5, 1, 1, 1, 4 };

/* Two fifths of the customers buy once whatever happens; of the others, from
 * the least to the most loyal twentieth of all, those who quit after a
 * purchase, in thousandths. */
enum { ONCE = 400, TWENTIETH = 50 };
static const uint32_t quit_permille[] =
	{ 880, 700, 540, 400, 290, 210, 150, 105, 70, 42, 24, 12 };
static const uint32_t usual_wait[] = { 9, 11, 14, 17, 20, 24, 28, 33,
	39, 46, 54, 64, 78, 98, 125, 160 };

void
lots_fill(struct lots *l)
{
	uint32_t media_weights[MEDIA];

	for (int i = 0; i < MEDIA; i++)
		media_weights[i] = sample_media[i].weight;
	chance_share(l->media, MEDIA_SLOTS, media_weights, MEDIA);
	chance_share(l->shop, SHOP_SLOTS, sample_shop_weights, SHOPS);
	chance_share(l->lines, LOT_SLOTS, lines_weights,
	    sizeof lines_weights / sizeof *lines_weights);
	chance_share(l->quantity, LOT_SLOTS, quantity_weights,
	    sizeof quantity_weights / sizeof *quantity_weights);
}

static uint32_t
quits(uint64_t r, int worth)
{
	/* of 1,000; moved by the medium, the ends staying where they are */
	const int rank = (int)chance_below(r, 1000);
	const int loyal = rank + rank * (1000 - rank) / 1000 * worth / 100;

	if (loyal < ONCE)
		return 65536;
	return quit_permille[(loyal - ONCE) / TWENTIETH] * 65536 / 1000;
}

void
customer_tell(struct customer *c, const struct lots *l, uint64_t key,
    int events)
{
	const uint64_t a = chance_of(key, 0), b = chance_of(key, 1);

	c->key = key;
	c->media = l->media[a >> 52];
	c->shop = l->shop[a & 255];
	const struct medium *const m = &sample_media[c->media];
	c->quits = quits(b, m->worth);
	c->wait = usual_wait[b & 15];
	c->course = -1;
	c->subscribes = 0;
	if (!events || chance_below(a << 16, 100) >= m->trials)
		return;
	c->course = (int)(a >> 8 & 0xff) % COURSES;
	c->subscribes = chance_below(b << 24, 100) < m->converted;
	/* few who tried and did not subscribe become customers at all */
	c->quits = c->subscribes ? (4 + (uint32_t)(b >> 4 & 15)) * 655
	    : c->quits / 8 + 57344;
}

/* What one buys again: every third line is one of four favourites */
static uint32_t
choose(const struct basket *b, const struct customer *c, int gifts, uint64_t r)
{
	const uint64_t what = r % 3 == 0
	    ? chance_of(c->key, 16 + (r >> 4 & 3)) : r;
	const uint32_t place = b->catalogue->slots[what >> 48];

	if (gifts && (r >> 8 & 7) == 0)
		return place / CATEGORIES * CATEGORIES + GIFTS;
	return place;
}

/* The next product that is not yet among the last lines of the order */
static uint32_t
other(const struct basket *b, const struct sample_order *o, uint32_t place)
{
	const int from = o->n > LINES_MOST ? o->n - LINES_MOST : 0;

	for (int i = from; i < o->n; i++)
		if (o->line[i].goods == &b->catalogue->goods[place]) {
			place = (place + CATEGORIES) % b->catalogue->n;
			i = from - 1;
		}
	return place;
}

static void
add_line(struct sample_order *o, const struct goods *g, int quantity)
{
	struct sample_line *const l = &o->line[o->n++];

	l->goods = g;
	l->quantity = quantity;
	l->discount = 0;
	l->amount = g->price * quantity;
	l->cost = g->cost * quantity;
}

static void
discount(struct sample_line *l, int percent)
{
	l->discount = l->amount * percent / 100;
	l->amount -= l->discount;
}

void
basket_fill(const struct basket *b, const struct customer *c,
    struct sample_order *o)
{
	const uint64_t r = chance_of(o->key, OF_BASKET);
	const int course = o->kind != ORDINARY;
	int n = b->lots->lines[r >> 54] + 1;

	/* with a course, few add something else */
	if (course)
		n = (r & 7) == 0 ? 2 : 1;
	if (b->per_order)
		n = b->per_order;
	o->n = 0;
	if (course)
		add_line(o, &b->catalogue->goods[b->catalogue->n
		    + (uint32_t)c->course
		    + (o->kind == SUBSCRIPTION ? COURSES : 0)], 1);
	while (o->n < n) {
		const uint64_t q = chance_of(o->key,
		    OF_LINES + (uint64_t)o->n);
		const uint32_t place = other(b, o, choose(b, c, o->gifts, q));
		add_line(o, &b->catalogue->goods[place],
		    b->lots->quantity[q >> 20 & 1023] + 1);
		/* a coupon */
		if ((r >> 8) % 100 < 7)
			discount(&o->line[o->n - 1], 10);
	}
}

enum sample_status
status_after(int days, uint64_t r)
{
	const uint32_t of_1000 = chance_below(r, 1000);

	if (of_1000 < 32)
		return CANCELLED;
	if (of_1000 < 47 && days >= 7)
		return RETURNED;
	if (of_1000 < 50)
		return VOID;
	if (of_1000 < 55 || (days < 2 && of_1000 < 400))
		return PENDING;
	return days < 3 ? PAID : days < 7 ? SHIPPED : DELIVERED;
}

void
basket_return(struct sample_order *o)
{
	o->n = o->back;
	o->kind = REFUND;
	o->status = PAID;
	for (int i = 0; i < o->n; i++) {
		struct sample_line *const l = &o->line[i];
		l->quantity = -l->quantity;
		l->discount = -l->discount;
		l->amount = -l->amount;
		l->cost = -l->cost;
	}
}
