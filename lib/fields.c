/* fields.c - columns of a block as values */
#include <string.h>

#include "decimal.h"
#include "fields.h"
#include "key.h"

/* Up to eight digits and nothing else, taken together (eight bytes can be
 * read at s); -1 if it is something else. */
static inline int64_t
short_whole(struct text t)
{
	uint64_t w;

	if (t.len - 1 > 7 || __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__)
		return -1;
	memcpy(&w, t.s, sizeof w);
	/* the digits at the high end, behind as many zeros as are missing */
	w = (w ^ UINT64_C(0x3030303030303030)) << 8 * (8 - t.len);
	if ((w | (w + UINT64_C(0x0606060606060606)))
	    & UINT64_C(0xf0f0f0f0f0f0f0f0))
		return -1;
	w = w * 10 + (w >> 8);
	w = (((w & UINT64_C(0x000000ff000000ff)) * UINT64_C(0x000f424000000064))
	    + (((w >> 16) & UINT64_C(0x000000ff000000ff))
	    * UINT64_C(0x0000271000000001))) >> 32;
	return (int64_t)w;
}

static void
read_numbers(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	int64_t *v = out->data;

	for (uint32_t i = 0; i < n; i++) {
		const struct text t = block_field(b, row + i, column);
		const int64_t whole = short_whole(t);
		int decimals = 0;
		if (whole >= 0) {
			v[i] = whole * MILLION;
		} else if (text_none(t)) {
			v[i] = NONE;
		} else if ((decimals = decimal_parse(t.s, t.len, &v[i])) < 0) {
			block_refuse(b, row + i, column,
			    "not a decimal number", "digits and a point; "
			    "from-cart reads other spellings");
			return;
		}
		if (out->decimals)
			out->decimals[i] = (unsigned char)decimals;
	}
}

/* Neighbours mostly have one day: it is compared before it is parsed. */
static void
read_dates(struct block *b, uint32_t row, uint32_t n, int column,
    struct vec *out)
{
	char last[DATE_WIDTH] = "";
	int64_t *v = out->data;
	struct moment m = { NO_DAY, -1 };

	for (uint32_t i = 0; i < n; i++) {
		const struct text t = block_field(b, row + i, column);
		m.second = -1;
		if (t.len < DATE_WIDTH || memcmp(t.s, last, DATE_WIDTH)) {
			m.day = t.len < DATE_WIDTH ? NO_DAY
			    : date_day(t.s, DATE_WIDTH);
			memcpy(last, m.day == NO_DAY ? "-" : t.s,
			    m.day == NO_DAY ? 1 : DATE_WIDTH);
		}
		if (text_none(t)) {
			v[i] = NONE;
			continue;
		}
		if (m.day == NO_DAY || (t.len > DATE_WIDTH && !date_clock(t.s
		    + DATE_WIDTH, t.len - DATE_WIDTH, &m.second))) {
			block_refuse(b, row + i, column,
			    "not a date (YYYY-MM-DD)",
			    "from-cart reads other spellings");
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
			block_refuse(b, row + i, column, "not valid UTF-8",
			    "from-cart --encoding reads other encodings");
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
