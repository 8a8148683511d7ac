/* lines.c - a block's rows as columns of dates, amounts, statuses */
#include <stdlib.h>
#include <string.h>

#include "decimal_field.h"
#include "lines.h"

static void
make_room(struct lines *l, uint32_t n)
{
	l->n = n;
	if (l->room >= n)
		return;
	l->room = n;
	l->when = mem_grow(l->when, n, sizeof *l->when);
	l->amount = mem_grow(l->amount, n, sizeof *l->amount);
	l->decimals = mem_grow(l->decimals, n, sizeof *l->decimals);
	l->counts = mem_grow(l->counts, n, sizeof *l->counts);
}

void
lines_release(struct lines *l)
{
	free(l->when);
	free(l->amount);
	free(l->decimals);
	free(l->counts);
}

static void
refuse_date(struct block *b, uint32_t row, int column)
{
	const struct text t = block_field(b, row, column);

	if (text_none(t))
		block_refuse(b, row, column, "no date", "every line needs one");
	else
		block_refuse_date(b, row, column);
}

static void
decode_dates(struct lines *l, struct block *b)
{
	const int column = b->layout->at[WANT_DATE];
	const uint32_t *end = b->at + column;
	struct date_ahead ahead = { .day = NO_DAY };

	for (uint32_t row = 0; row < l->n; row++, end += b->layout->columns) {
		const struct text t = text_field(b->text, end);
		struct moment m;
		if (date_again(&ahead, t.s, t.len)) {
			l->when[row] = when_of(ahead.day, 0);
			continue;
		}
		if (!date_parse_next(&ahead, t.s, t.len, &m)) {
			refuse_date(b, row, column);
			return;
		}
		l->when[row] = when_of(m.day, m.second);
	}
}

static void
refuse_number(struct block *b, uint32_t row, int column, struct text t)
{
	if (!text_none(t))
		block_refuse_number(b, row, column);
}

int
lines_decimal(struct block *b, uint32_t row, int column, int64_t *v)
{
	const struct text t = block_field(b, row, column);
	const int decimals = decimal_field(t.s, t.len, v);

	if (decimals < 0)
		refuse_number(b, row, column, t);
	return decimals;
}

struct text
lines_text(struct block *b, uint32_t row, int column)
{
	const struct text t = block_field(b, row, column);

	if (utf8_valid(t.s, t.len) < t.len)
		block_refuse_text(b, row, column);
	return t;
}

static void
decode_amounts(struct lines *l, struct block *b)
{
	const int column = b->layout->at[WANT_AMOUNT];
	const uint32_t *end = b->at + column;
	const size_t columns = b->layout->columns;
	const uint32_t n = l->n;
	uint8_t *all_decimals = l->decimals;
	uint64_t magnitude = 0;

	for (uint32_t row = 0; row < n; row++, end += columns) {
		const struct text t = text_field(b->text, end);
		int64_t v;
		int decimals = decimal_field(t.s, t.len, &v);
		if (decimals < 0) {
			refuse_number(b, row, column, t);
			decimals = 0, v = 0;
		}
		magnitude |= (uint64_t)(v < 0 ? -v : v);
		l->amount[row] = v;
		all_decimals[row] = (uint8_t)decimals;
	}
	l->magnitude = magnitude;
}

static void
refuse_status(struct block *b, uint32_t row, int column)
{
	block_refuse(b, row, column, "unknown status",
	    "--status LIST names the words that count, --status all counts "
	    "every line");
}

static void
decode_statuses(struct lines *l, struct block *b, const struct statuses *s)
{
	const int column = b->layout->at[WANT_STATUS];
	struct text last = { NULL, 0 };
	enum counts counts = COUNTS;

	if (column < 0) {
		memset(l->counts, statuses_count(s, last), l->n);
		return;
	}
	for (uint32_t row = 0; row < l->n; row++) {
		const struct text t = block_field(b, row, column);
		if (row == 0 || !text_same(t, last)) {
			counts = statuses_count(s, lines_text(b, row, column));
			if (counts == STATUS_UNKNOWN) {
				refuse_status(b, row, column);
				return;
			}
			last = t;
		}
		l->counts[row] = (uint8_t)counts;
	}
}

void
lines_decode(struct lines *l, struct block *b, const struct statuses *s)
{
	make_room(l, b->n);
	l->magnitude = 0;
	decode_dates(l, b);
	if (b->layout->at[WANT_AMOUNT] >= 0)
		decode_amounts(l, b);
	else
		for (uint32_t row = 0; row < l->n; row++)
			l->amount[row] = 0, l->decimals[row] = 0;
	decode_statuses(l, b, s);
}
