/* fields.c - columns of a block as values */
#include <string.h>

#include "decimal_field.h"
#include "fields.h"
#include "key.h"

static const uint32_t *
first_end(const struct block *b, uint32_t row, int column)
{
	return b->at + (size_t)row * b->layout->columns + column;
}

static void
read_numbers(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	/* here: a byte that is written could be in any of these */
	const size_t columns = b->layout->columns;
	const uint32_t *end = first_end(b, row, column);
	const char *text = b->text;
	unsigned char *all_decimals = out->decimals;
	int64_t *v = out->data;

	for (uint32_t i = 0; i < n; i++, end += columns) {
		const struct text t = text_field(text, end);
		int64_t value;
		int decimals = decimal_field(t.s, t.len, &value);
		if (decimals < 0 && !text_none(t)) {
			block_refuse_number(b, row + i, column);
			return;
		}
		if (decimals < 0) {
			value = NONE;
			decimals = 0;
		}
		v[i] = value;
		if (all_decimals)
			all_decimals[i] = (unsigned char)decimals;
	}
}

static void
read_dates(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	const size_t columns = b->layout->columns;
	const uint32_t *end = first_end(b, row, column);
	int64_t *v = out->data;
	struct date_ahead ahead = { .day = NO_DAY };
	struct moment m;

	for (uint32_t i = 0; i < n; i++, end += columns) {
		const struct text t = text_field(b->text, end);
		if (date_again(&ahead, t.s, t.len)) {
			v[i] = date_value((struct moment){ ahead.day, -1 });
			continue;
		}
		if (text_none(t)) {
			v[i] = NONE;
			continue;
		}
		if (!date_parse_next(&ahead, t.s, t.len, &m)) {
			block_refuse_date(b, row + i, column);
			return;
		}
		v[i] = date_value(m);
	}
}

static void
read_texts(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	const size_t columns = b->layout->columns;
	const uint32_t *end = first_end(b, row, column);
	struct text *v = out->data;

	for (uint32_t i = 0; i < n; i++, end += columns) {
		const struct text t = text_field(b->text, end);
		const struct key k = key_of(t);
		v[i] = key_none(k) ? (struct text){ NULL, 0 } : t;
		if (!KEY_ASCII(k) && !key_valid(k, t)) {
			block_refuse_text(b, row + i, column);
			return;
		}
	}
}

void
fields_read(struct block *b, uint32_t row, uint32_t n, int column,
    enum type type, struct vec *out)
{
	if (type == IS_TEXT)
		read_texts(b, row, n, column, out);
	else if (type == IS_DATE)
		read_dates(b, row, n, column, out);
	else
		read_numbers(b, row, n, column, out);
}
