/* cart_line.c - a row's values, checked and in the output's spelling */
#include <stdio.h>

#include "cart_line.h"

#define AMOUNT_MOST (INT64_C(1000000000000) * MILLION - 1)

struct number { int64_t value; int none; };

struct reading {
	struct cart_line *line;
	const struct cart_columns *columns;
	const struct record *record;
	struct fault *fault;
};

static struct text
pick(const struct reading *r, enum cart_role role, size_t *column)
{
	return cart_columns_pick(r->columns, role, r->record, column);
}

/* 'COLUMN: WHAT: VALUE', unless there is a fault; the place is added above. */
static void
refuse(const struct reading *r, struct text column, const char *what,
    struct text value)
{
	char quoted[QUOTE_WIDTH];

	fault_set(r->fault, REFUSED, "%.*s: %s: %s", (int)column.len, column.s,
	    what, text_quote(quoted, value.s, value.len));
	r->line->wrong = column;
	r->line->what = what;
}

static void
read_text(const struct reading *r, enum cart_role role)
{
	size_t column;
	const struct text t = pick(r, role, &column);

	r->line->value[role] = t;
	if (role > CART_PRODUCT || r->fault->status || !spelling_is_damaged(t))
		return;
	refuse(r, cart_columns_name(r->columns, role, column),
	    "not a code but what a spreadsheet left of it", t);
	fault_hint(r->fault, "export again; a spreadsheet cuts long numbers "
	    "when it saves them");
}

static struct number
read_number(const struct reading *r, enum cart_role role)
{
	struct number n = { .none = 1 };
	size_t column;
	const struct text t = pick(r, role, &column);

	if (text_none(t) || spelling_is_blank(t))
		return n;
	n.none = 0;
	if (!spelling_number(t, &n.value) && !r->fault->status) {
		refuse(r, cart_columns_name(r->columns, role, column),
		    "not a number", t);
		fault_hint(r->fault, "as 1200, 1,200.50, ¥1,200 or -500, with "
		    "at most 12 digits and 6 decimals");
	}
	return n;
}

static void
read_date(const struct reading *r)
{
	const struct text format = r->columns->map->date_format;
	char shown[QUOTE_WIDTH];
	size_t column;
	const struct text t = pick(r, CART_DATE, &column);

	if (text_none(t) || spelling_is_blank(t))
		return;
	const size_t len = spelling_date(r->line->date, t, format);
	r->line->value[CART_DATE] = (struct text){ r->line->date, len };
	if (len > 0 || r->fault->status)
		return;
	refuse(r, cart_columns_name(r->columns, CART_DATE, column),
	    "not a date", t);
	if (format.len)
		fault_hint(r->fault, "the map says date_format=%s, and that "
		    "day and time must exist",
		    text_quote(shown, format.s, format.len));
	else
		fault_hint(r->fault, "as 2024/1/5 9:03, 2024-01-05 10:11:12 "
		    "+0900 or 20240105; date_format= in a map says others");
}

/* The place of a word for the value; -1 and a fault if the map has none. */
static int
read_word(const struct reading *r, enum cart_role role,
    const struct namings *words)
{
	char quoted[QUOTE_WIDTH];
	size_t column;
	const struct text t = pick(r, role, &column);
	const int word = cart_map_word(words, t);
	const char *name = cart_role_names[role];

	if (word >= 0 || (role == CART_STATUS && text_none(t))
	    || r->fault->status)
		return word;
	refuse(r, cart_columns_name(r->columns, role, column),
	    role == CART_STATUS ? "unknown status" : "unknown kind", t);
	text_quote(quoted, t.s, t.len);
	fault_hint(r->fault, "a line %s:%.*s=WORD in the map names it; "
	    "--print-map NAME prints a profile's map", name,
	    (int)text_of(quoted).len - 2, quoted + 1);
	return -1;
}

static void
read_status(const struct reading *r)
{
	const struct cart_columns *c = r->columns;
	int word = -1;

	for (size_t i = 0; i < c->flag.n && word < 0; i++)
		if (!text_none(r->record->field[c->flag.v[i].column]))
			word = c->flag_word[i];
	/* checked even if a flag has decided */
	const int named = c->role[CART_STATUS].n > 0
	    ? read_word(r, CART_STATUS, &c->map->status) : -1;
	if (word < 0)
		word = named;
	if (word >= 0)
		r->line->value[CART_STATUS] = text_of(cart_status_names[word]);
}

void
cart_line_number(struct cart_line *l, enum cart_role role, int64_t v)
{
	char *room = l->number[role];

	l->value[role] = (struct text){ room,
		decimal_print(room, v, decimal_needed(v)) };
}

static void
refuse_amount(const struct reading *r, const struct number n[3],
    const char *what)
{
	struct text shown[3];
	char room[3][DECIMAL_WIDTH], product[4 * DECIMAL_WIDTH];

	for (int i = 0; i < 3; i++)
		shown[i] = (struct text){ room[i], decimal_print(room[i],
		    n[i].value, decimal_needed(n[i].value)) };
	const int len = snprintf(product, sizeof product, "%.*s × %.*s − %.*s",
	    (int)shown[0].len, room[0], (int)shown[1].len, room[1],
	    (int)shown[2].len, room[2]);
	refuse(r, TEXT("amount"), what, (struct text){ product, (size_t)len });
	fault_hint(r->fault, "an amount is price × quantity − discount, with "
	    "at most 12 digits and 6 decimals");
}

/* price × quantity − discount; without a quantity column, of one. */
static struct number
multiply(const struct reading *r, struct number quantity)
{
	const struct number price = read_number(r, CART_PRICE);
	struct number discount = read_number(r, CART_DISCOUNT);

	r->line->sold |= !price.none || !discount.none;
	if (cart_columns_have(r->columns, CART_QUANTITY) == 0)
		quantity = (struct number){ .value = MILLION };
	if (price.none || quantity.none || r->fault->status)
		return (struct number){ .none = 1 };
	if (discount.none)
		discount.value = 0;
	const struct number n[] = { price, quantity, discount };
	const wide exact = (wide)price.value * quantity.value
	    - (wide)discount.value * MILLION;
	const wide amount = exact / MILLION;
	if (exact % MILLION)
		refuse_amount(r, n, "more than 6 decimals");
	else if (amount > AMOUNT_MOST || amount < -AMOUNT_MOST)
		refuse_amount(r, n, "more than 12 digits");
	return (struct number){ .value = (int64_t)amount };
}

static void
read_numbers(const struct reading *r)
{
	const struct number quantity = read_number(r, CART_QUANTITY);
	const struct number cost = read_number(r, CART_COST);
	const struct number amount = r->columns->role[CART_AMOUNT].n > 0
	    ? read_number(r, CART_AMOUNT) : multiply(r, quantity);
	const struct number refund = read_number(r, CART_REFUND);

	if (r->fault->status)
		return;
	if (!quantity.none)
		cart_line_number(r->line, CART_QUANTITY, quantity.value);
	if (!cost.none)
		cart_line_number(r->line, CART_COST, cost.value);
	if (!amount.none)
		cart_line_number(r->line, CART_AMOUNT, amount.value);
	r->line->sold |= !quantity.none || !cost.none || !amount.none;
	r->line->refund = refund.none ? 0 : refund.value;
	if (r->line->refund < 0)
		cart_line_refuse_refund(r->line, r->columns, r->record,
		    "below zero", r->fault);
}

void
cart_line_read(struct cart_line *l, const struct cart_columns *c,
    const struct record *record, struct fault *fault)
{
	static const enum cart_role texts[] = { CART_ORDER, CART_CUSTOMER,
		CART_PRODUCT, CART_PRODUCT_NAME, CART_CATEGORY, CART_MEDIA,
		CART_SHOP };
	const struct reading r = { l, c, record, fault };

	for (int i = 0; i < CART_COLUMNS; i++)
		l->value[i] = (struct text){ "", 0 };
	l->kind = CART_GOODS;
	l->wrong = TEXT("");
	l->what = NULL;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		read_text(&r, texts[i]);
	read_date(&r);
	l->sold = l->value[CART_PRODUCT].len || l->value[CART_PRODUCT_NAME].len;
	read_numbers(&r);
	if (c->role[CART_KIND].n > 0) {
		const int kind = read_word(&r, CART_KIND, &c->map->kind);
		l->kind = kind < 0 ? CART_GOODS : (enum cart_kind)kind;
	}
	read_status(&r);
}

void
cart_line_refuse_refund(struct cart_line *l, const struct cart_columns *c,
    const struct record *record, const char *what, struct fault *fault)
{
	const struct reading r = { l, c, record, fault };
	size_t column;
	const struct text t = pick(&r, CART_REFUND, &column);

	refuse(&r, cart_columns_name(c, CART_REFUND, column), what, t);
	fault_hint(fault, "refund= is what went back of the whole order, "
	    "not below zero");
}
