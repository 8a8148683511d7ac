/* fields.c - columns of a block as values */
#include <string.h>

#include "decimal_field.h"
#include "fields.h"
#include "key.h"

static void
read_numbers(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	int64_t *v = out->data;

	for (uint32_t i = 0; i < n; i++) {
		const struct text t = block_field(b, row + i, column);
		int decimals = decimal_field(t.s, t.len, &v[i]);
		if (decimals < 0 && !text_none(t)) {
			block_refuse_number(b, row + i, column);
			return;
		}
		if (decimals < 0) {
			v[i] = NONE;
			decimals = 0;
		}
		if (out->decimals)
			out->decimals[i] = (unsigned char)decimals;
	}
}

static void
read_dates(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	int64_t *v = out->data;
	struct date_ahead ahead = { .day = NO_DAY };
	struct moment m;

	for (uint32_t i = 0; i < n; i++) {
		const struct text t = block_field(b, row + i, column);
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
	struct text *v = out->data;

	for (uint32_t i = 0; i < n; i++) {
		const struct text t = block_field(b, row + i, column);
		v[i] = text_none(t) ? (struct text){ NULL, 0 } : t;
		if (!key_valid(key_of(t), t)) {
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
