/* cart_table.c - order lines as the strict TSV */
#include <stdlib.h>

#include "cart_table.h"

static int
has(const struct cart_table *t, enum cart_role role)
{
	return cart_columns_have(t->columns, role)
	    || (role == CART_PRODUCT && t->marks);
}

/* What cannot stand in a field becomes a blank. */
static char
fit(char c)
{
	return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
}

static void
write_value(const struct cart_table *t, struct text v)
{
	if (text_none(v))
		v = text_of(t->null);
	char *to = out_room(t->out, v.len);
	for (size_t i = 0; i < v.len; i++)
		to[i] = fit(v.s[i]);
	out_took(t->out, v.len);
}

char *
cart_table_header(const struct cart_table *t)
{
	const struct names *keep = &t->columns->map->keep;
	char *line = mem_format("%sline", has(t, CART_ORDER) ? "order_id\t"
	    : ""), *next;

	for (int role = CART_ORDER + 1; role < CART_COLUMNS; role++) {
		if (!has(t, role))
			continue;
		next = mem_format("%s\t%s", line, cart_column_names[role]);
		free(line);
		line = next;
	}
	for (size_t i = 0; i < keep->n; i++) {
		char *name = mem_text(keep->v[i].s, keep->v[i].len);
		for (char *s = name; *s; s++)
			*s = fit(*s);
		next = mem_format("%s\t%s", line, name);
		free(name);
		free(line);
		line = next;
	}
	return line;
}

void
cart_table_write(const struct cart_table *t, const struct cart_line *l,
    uint64_t number, const struct record *r)
{
	const struct picks *keep = &t->columns->keep;
	char digits[DECIMAL_WIDTH];

	if (has(t, CART_ORDER)) {
		write_value(t, l->value[CART_ORDER]);
		out_char(t->out, '\t');
	}
	out_bytes(t->out, digits, whole_print(digits, (int64_t)number));
	for (int role = CART_ORDER + 1; role < CART_COLUMNS; role++) {
		if (!has(t, role))
			continue;
		out_char(t->out, '\t');
		write_value(t, l->value[role]);
	}
	for (size_t i = 0; i < keep->n; i++) {
		out_char(t->out, '\t');
		write_value(t, r->field[keep->v[i].column]);
	}
	out_line(t->out);
}
