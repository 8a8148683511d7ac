/* sample_shopify.c - simulated orders as Shopify exports them */
#include "sample_csv.h"
#include "sample_put.h"

enum { FIRST_NUMBER = 1000, FIRST_ID = 500000 };

const char shopify_head[] = "Name,Email,Financial Status,Paid at,"
	"Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,"
	"Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,"
	"Created at,Lineitem quantity,Lineitem name,Lineitem price,"
	"Lineitem compare at price,Lineitem sku,Lineitem requires shipping,"
	"Lineitem taxable,Lineitem fulfillment status,Billing Name,"
	"Billing Street,Billing Address1,Billing Address2,Billing Company,"
	"Billing City,Billing Zip,Billing Province,Billing Country,"
	"Billing Phone,Shipping Name,Shipping Street,Shipping Address1,"
	"Shipping Address2,Shipping Company,Shipping City,Shipping Zip,"
	"Shipping Province,Shipping Country,Shipping Phone,Notes,"
	"Note Attributes,Cancelled at,Payment Method,Payment Reference,"
	"Refunded Amount,Vendor,Outstanding Balance,Employee,Location,"
	"Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,"
	"Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,"
	"Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,"
	"Duties,Billing Province Name,Shipping Province Name,Payment ID,"
	"Payment Terms Name,Next Payment Due At,Payment References\n";

/* What was given back of an order, in yen */
static int64_t
refunded(const struct sample_csv *c)
{
	const struct sample_order *const o = c->order;
	int64_t sum = 0;

	if (o->status == RETURNED || o->back == o->n)
		return c->bill.total;
	for (int i = 0; i < o->back; i++)
		sum += o->line[i].amount;
	return sum;
}

static const char *
financial_status(const struct sample_order *o)
{
	switch (o->status) {
	case PENDING:
		return o->key >> 40 & 1 ? "authorized" : "pending";
	case CANCELLED:
	case VOID:
		return "voided";
	case RETURNED:
		return "refunded";
	default:
		return o->back == 0 ? "paid"
		    : o->back == o->n ? "refunded" : "partially_refunded";
	}
}

static int
fulfilled(const struct sample_order *o)
{
	return o->status == SHIPPED || o->status == DELIVERED
	    || o->status == RETURNED;
}

static char *
put_time(char *to, int32_t day, int32_t second)
{
	to = date_put(to, day);
	*to++ = ' ';
	return field_word(clock_put(to, second), " +0900");
}

/* Up to Shipping Method, the order's own columns */
static char *
put_order(const struct sample_csv *c, char *to)
{
	const struct sample_order *const o = c->order;
	const struct bill *const bill = &c->bill;
	const int paid = o->status == PAID || fulfilled(o);

	to = field_word(to, financial_status(o));
	to = paid ? put_time(to, o->day, o->second) : field_none(to, 1);
	to = field_word(to, fulfilled(o) ? "fulfilled" : "unfulfilled");
	to = fulfilled(o) ? put_time(to, o->day + 1, o->second)
	    : field_none(to, 1);
	to = field_word(to, c->buyer.key & 1 ? "yes" : "no");
	to = field_word(to, "JPY");
	to = field_yen(to, bill->goods - bill->discount);
	to = field_yen(to, bill->shipping);
	to = field_yen(to, bill->tax);
	to = field_yen(to, bill->total);
	to = field_word(to, bill->discount ? "THANKS10" : "\"\"");
	to = field_yen(to, bill->discount);
	return field_word(to, bill->shipping ? "Standard" : "Free");
}

static char *
put_line(const struct sample_csv *c, const struct sample_line *l, char *to)
{
	const struct text sku = { l->goods->id, l->goods->id_len };

	to = field_whole(to, l->quantity);
	to = field_text(to, words_goods(c->words, l->goods));
	to = field_yen(to, l->goods->price);
	to = field_none(to, 1);
	to = field_text(to, sku);
	to = field_word(field_word(to, "true"), "true");
	return field_word(to, fulfilled(c->order) ? "fulfilled" : "pending");
}

static char *
put_phone(const struct sample_csv *c, char *to)
{
	to = digits_put(word_put(to, "+81900000"), c->buyer.phone, 4);
	return field_none(to, 1);
}

/* Name to Phone, ten columns */
static char *
put_address(const struct sample_csv *c, char *to)
{
	const struct buyer *const b = &c->buyer;
	const struct words *const w = c->words;

	to = text_put(to, w->family[b->family]);
	*to++ = ' ';
	to = field_text(to, w->given[b->given]);
	to = field_text(to, w->building);
	to = field_text(to, w->building);
	to = field_none(to, 2);
	to = field_text(to, w->street[b->place]);
	to = digits_put(to, b->zip / 10000, 3);
	*to++ = '-';
	to = field_word(digits_put(to, b->zip % 10000, 4), "");
	to = digits_put(word_put(to, "JP-"), (uint64_t)place_number[b->place],
	    2);
	to = field_none(to, 1);
	to = field_word(to, "JP");
	return put_phone(c, to);
}

/* Notes to Refunded Amount */
static char *
put_fate(const struct sample_csv *c, char *to)
{
	static const char *const payments[PAYMENTS + 1] = { "", "Bank Deposit",
		"Bank Deposit", "Bank Deposit", "Cash on Delivery (COD)",
		"Shopify Payments" };
	const struct sample_order *const o = c->order;

	to = field_text(to, c->words->memo[c->buyer.memo]);
	to = word_put(to, "\"utm_source: ");
	to = word_put(to, sample_media[o->media].name);
	to = field_word(to, "\nlanding: /\"");
	to = o->status == CANCELLED ? put_time(to, o->day, o->second)
	    : field_none(to, 1);
	to = field_word(to, payments[c->buyer.payment]);
	to = field_whole(word_put(to, "r"), (int64_t)(o->key >> 1));
	return field_yen(to, refunded(c));
}

/* A row of an order; only the first has the order's columns. */
static size_t
put_row(const struct sample_csv *c, int i, char *to)
{
	const struct sample_order *const o = c->order;
	const struct sample_line *const l = &o->line[i];
	char *p = field_whole(word_put(to, "#"),
	    (int64_t)o->number + FIRST_NUMBER);

	p = o->customer ? field_word(p, c->buyer.email) : field_none(p, 1);
	p = i == 0 ? put_order(c, p) : field_none(p, 13);
	p = put_time(p, o->day, o->second);
	p = put_line(c, l, p);
	if (i == 0 && o->customer)
		p = put_address(c, put_address(c, p));
	else
		p = field_none(p, 20);
	p = i == 0 ? put_fate(c, p) : field_none(p, 6);
	p = field_word(p, l->goods->category);
	p = i == 0 ? field_none(field_yen(p, 0), 3) : field_none(p, 4);
	if (i == 0) {
		p = field_whole(p, (int64_t)o->number + FIRST_ID);
		p = field_word(p, sample_media[o->media].name);
		p = field_word(p, "Low");
		p = field_word(p, sample_shops[o->shop]);
	} else
		p = field_none(p, 4);
	p = field_yen(p, l->discount);
	p = field_none(p, 10);
	p = o->customer ? put_phone(c, p) : field_none(p, 1);
	p = field_none(p, 8);
	p[-1] = '\n';
	return (size_t)(p - to);
}

void
shopify_order(struct sample_csv *c)
{
	for (int i = 0; i < c->order->n; i++)
		out_took(c->out, put_row(c, i, out_room(c->out, CSV_ROOM)));
}
