/* cart.c - a shop system's exports as order lines */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cart.h"
#include "cart_columns.h"
#include "cart_counts.h"
#include "cart_fill.h"
#include "cart_order.h"
#include "cart_profile.h"
#include "cart_table.h"
#include "encoding.h"
#include "record.h"
#include "rejects.h"

struct cart {
	struct cart_how how;
	struct cart_counts counts;
	struct cart_dict orders;
	char *header;			/* of the output; NULL: not yet */
	const char *first_file;
	const char *file;		/* that is being read */
	struct cart_columns *columns;	/* of it */
	struct cart_fill *fill;
	struct cart_table table;
};

struct cart *
cart_new(const struct cart_how *how)
{
	struct cart *c = mem_new(1, sizeof *c);

	c->how = *how;
	cart_dict_init(&c->orders, sizeof(struct cart_order));
	cart_counts_start(&c->counts);
	return c;
}

static void
begin_output(struct cart *c, char *header)
{
	c->header = header;
	c->first_file = c->file;
	if (c->how.no_header)
		return;
	out_bytes(c->how.out, header, strlen(header));
	out_char(c->how.out, '\n');
}

static void
read_header(struct cart *c, const struct record *r, struct fault *fault)
{
	const struct cart_map *map = c->how.map ? c->how.map
	    : cart_profile_detect(c->file, r, fault);

	if (fault->status)
		return;
	c->columns = cart_columns_new(map, c->file, r, fault);
	c->fill = cart_fill_new(c->columns);
	if (fault->status)
		return;
	c->table = (struct cart_table){ c->how.out, c->columns, c->how.null,
		c->how.fees != 0 };
	char *header = cart_table_header(&c->table);
	if (!c->header)
		begin_output(c, header);
	else if (strcmp(header, c->header)) {
		fault_set(fault, REFUSED, "%s:%zu: gives other columns than %s",
		    c->file, r->line, c->first_file);
		fault_hint(fault, "convert it by itself");
	}
	if (header != c->header)
		free(header);
}

static void
write_line(struct cart *c, const struct cart_line *l, struct cart_order *order,
    const struct record *r)
{
	cart_table_write(&c->table, l, order ? ++order->lines : 1, r);
}

/* The order's refund, behind the line of the first row that speaks of it. */
static void
write_refund(struct cart *c, struct cart_line *l, struct cart_order *order,
    const struct record *r)
{
	static const enum cart_role none[] = { CART_PRODUCT_NAME,
		CART_CATEGORY, CART_QUANTITY, CART_COST };

	if (l->refund == 0 || (order && order->refund))
		return;
	if (order)
		order->refund = l->refund;
	if (!(c->how.fees & 1u << CART_REFUNDED)) {
		c->counts.refunds_left_out++;
		return;
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		l->value[none[i]] = (struct text){ "", 0 };
	l->value[CART_PRODUCT] = TEXT("#refund");
	cart_line_number(l, CART_AMOUNT, -l->refund);
	write_line(c, l, order, r);
	c->counts.refunds++;
}

static void
take_row(struct cart *c, struct cart_line *l, struct cart_order *order,
    const struct record *r)
{
	char mark[16];
	struct cart_counts *n = &c->counts;

	n->lines++;
	if (l->kind != CART_GOODS && !(c->how.fees & 1u << l->kind))
		n->left_out[l->kind]++;
	else if (l->kind == CART_GOODS && !l->sold)
		n->without_product++;
	else {
		if (l->kind == CART_GOODS)
			n->goods++;
		else {
			n->written[l->kind]++;
			snprintf(mark, sizeof mark, "#%s",
			    cart_kind_names[l->kind]);
			l->value[CART_PRODUCT] = text_of(mark);
		}
		n->without_amount += l->value[CART_AMOUNT].len == 0;
		write_line(c, l, order, r);
	}
	write_refund(c, l, order, r);
}

/* The row, not the file, if --rejects was given. */
static void
refuse(struct cart *c, const struct record *r, struct text column,
    const char *reason, struct fault *fault)
{
	if (fault->status != REFUSED || !rejects_on()) {
		char *place = mem_format("%s:%zu", c->file, r->line);
		fault_place(fault, place);
		free(place);
		return;
	}
	rejects_put((struct reject){ c->file, r->line, column,
	    text_of(reason) }, r->field, r->n);
	c->counts.lines++;
	fault->status = DONE;
}

static void
read_record(void *data, struct record *r, struct fault *fault)
{
	struct cart *c = data;
	struct cart_line line;

	if (!c->columns) {
		read_header(c, r, fault);
		return;
	}
	if (r->n != c->columns->n) {
		fault_set(fault, REFUSED, "%zu field%s where the header has "
		    "%zu", r->n, r->n == 1 ? "" : "s", c->columns->n);
		fault_hint(fault, "a field that holds the separator stands in "
		    "quotes");
		refuse(c, r, TEXT(""), fault->text, fault);
		return;
	}
	cart_fill_row(c->fill, r);
	cart_line_read(&line, c->columns, r, fault);
	struct cart_order *order = cart_order_of(&c->orders, &line, c->columns,
	    r, fault);
	if (fault->status)
		refuse(c, r, line.wrong, line.what ? line.what : fault->text,
		    fault);
	else
		take_row(c, &line, order, r);
}

static void
convert(struct cart *c, struct input *in, struct fault *fault)
{
	const struct cart_map *map = c->how.map;
	struct encoding *e = encoding_new(in, c->how.encoding ? c->how.encoding
	    : map && map->encoding ? map->encoding : "auto");
	struct records *r = records_new(in->name, map ? map->separator : 0,
	    read_record, c);
	struct text t;

	while (!fault->status && (t = encoding_read(e, fault)).len > 0) {
		records_feed(r, t, fault);
		out_flush(c->how.out);
	}
	if (!fault->status && !encoding_refused(e, records_line(r), fault))
		records_end(r, fault);
	if (!fault->status && !c->columns) {
		fault_set(fault, REFUSED, "%s: no header line", in->name);
		fault_hint(fault, "it is empty: did what should write it "
		    "fail?");
	}
	encoding_free(e);
	records_free(r);
}

void
cart_read(struct cart *c, const char *path)
{
	struct fault fault = { .status = DONE };
	struct input in;

	input_open(&in, path, &fault);
	c->file = in.name;
	if (!fault.status)
		convert(c, &in, &fault);
	if (fault.status) {
		out_flush(c->how.out);
		fault_die(&fault);
	}
	input_close(&in);
	cart_fill_free(c->fill);
	cart_columns_free(c->columns);
	c->fill = NULL;
	c->columns = NULL;
}

void
cart_end(struct cart *c)
{
	rejects_end(c->counts.lines);
	out_close(c->how.out);
}

void
cart_print_counts(const struct cart *c)
{
	cart_counts_print(&c->counts);
}
