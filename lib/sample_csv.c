/* sample_csv.c - buyers and bills of simulated orders, for CSV exports */
#include <string.h>

#include "date.h"
#include "sample_chance.h"
#include "sample_csv.h"
#include "sample_put.h"

enum { FREE_SHIPPING = 5500, SHIPPING = 600, FEE = 330, ON_DELIVERY = 4,
	CARD = 5, HOKKAIDO = 1 };

static const struct words_style styles[] = {
	/* as PHP and as Ruby put fields into quotes */
	[CSV_ECCUBE4] = { "CP932", " ,\\\t", " " },
	[CSV_SHOPIFY] = { "UTF-8", ",", " - " },
};

char *
field_word(char *to, const char *s)
{
	to = word_put(to, s);
	*to = ',';
	return to + 1;
}

char *
field_text(char *to, struct text t)
{
	to = text_put(to, t);
	*to = ',';
	return to + 1;
}

char *
field_whole(char *to, int64_t v)
{
	to = whole_put(to, v);
	*to = ',';
	return to + 1;
}

char *
field_yen(char *to, int64_t v)
{
	return field_word(whole_put(to, v), ".00");
}

char *
field_none(char *to, int n)
{
	memset(to, ',', (size_t)n);
	return to + n;
}

int
goods_tax(const struct goods *g)
{
	static const char *const reduced[] = { "tea", "supplement", "sweets",
		"food", "trial", "subscription" };

	for (size_t i = 0; i < sizeof reduced / sizeof *reduced; i++)
		if (!strcmp(g->category, reduced[i]))
			return 8;
	return 10;
}

static void
set_email(struct buyer *b, const char *who, uint64_t number)
{
	char *const end = digits_put(word_put(b->email, who), number, 6);

	*word_put(end, "@example.com") = '\0';
}

/* A guest is known by the order alone. */
static void
tell_buyer(struct buyer *b, const struct sample_order *o, uint64_t seed)
{
	static const unsigned char payments[] =
		{ 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 3, 3, 1, 1, 2, 5 };
	const uint64_t key = o->customer
	    ? chance_of(chance_mix(~seed), o->customer) : chance_mix(o->key);
	const uint64_t r = chance_of(key, 0), q = chance_of(key, 1);

	b->key = key;
	b->family = (int)(r % FAMILIES);
	b->given = (int)(r >> 8) & (GIVEN - 1);
	b->sex = o->customer ? (b->given % 2 ? 1 : 2) : 0;
	b->place = (int)chance_below(r, PLACES);
	b->zip = (uint32_t)place_zip[b->place] * 10000 + (r >> 12) % 10000;
	b->phone = (uint32_t)(q % 10000);
	b->birth = date_number(1945, 1, 1) + (int32_t)chance_below(q, 22000);
	b->payment = o->kind == SUBSCRIPTION ? CARD : payments[q >> 16 & 15];
	/* two in five leave a remark */
	b->memo = o->key % 5 < 2 ? 1 + (int)(o->key / 5 % (MEMOS - 1)) : 0;
	set_email(b, o->customer ? "customer" : "guest",
	    o->customer ? o->customer : o->number);
}

static void
reckon(struct sample_csv *c)
{
	const struct sample_order *const o = c->order;
	struct bill *const b = &c->bill;
	int64_t taxed[2] = { 0, 0 };

	*b = (struct bill){ 0 };
	for (int i = 0; i < o->n; i++) {
		const struct sample_line *l = &o->line[i];
		b->goods += l->amount + l->discount;
		b->discount += l->discount;
		taxed[goods_tax(l->goods) == 10] += l->amount + l->discount;
	}
	if (b->goods < FREE_SHIPPING && o->kind == ORDINARY)
		b->shipping = SHIPPING;
	if (place_number[c->buyer.place] == HOKKAIDO)
		b->shipping += 300;
	if (c->shop == CSV_ECCUBE4 && c->buyer.payment == ON_DELIVERY)
		b->fee = FEE;
	/* members pay with points now and then */
	if (c->shop == CSV_ECCUBE4 && o->customer && b->goods > 2000
	    && o->key % 13 == 0)
		b->points = 100 + (int64_t)(o->key >> 8) % 9 * 50;
	b->tax = taxed[0] * 8 / 108 + taxed[1] * 10 / 110;
	b->total = b->goods + b->shipping + b->fee - b->discount - b->points;
}

void
sample_csv_start(struct sample_csv *c, int headless)
{
	static const char *const heads[] = {
		[CSV_ECCUBE4] = eccube_head, [CSV_SHOPIFY] = shopify_head };

	c->words = words_new(&styles[c->shop]);
	if (!headless)
		words_head(c->out, &styles[c->shop], heads[c->shop]);
}

void
sample_csv_order(struct sample_csv *c, const struct sample_order *o)
{
	c->order = o;
	tell_buyer(&c->buyer, o, c->seed);
	reckon(c);
	if (c->shop == CSV_ECCUBE4)
		eccube_order(c);
	else
		shopify_order(c);
}

void
sample_csv_end(struct sample_csv *c)
{
	words_free(c->words);
}
