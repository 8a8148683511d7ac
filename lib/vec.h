#ifndef VEC_H
#define VEC_H

#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "text.h"

/*
 * Values of some rows, one type: what expressions are computed on, an
 * operation at a time.
 *
 *	number	int64_t, millionths; days and durations in days too
 *	date	int64_t, see date_value; months as such
 *	text	struct text; none has s NULL; 16 bytes are readable at s
 *	truth	unsigned char, 1 or 0
 *
 * An operation writes n values to an output that is none of its inputs. It
 * returns how many rows went well: the row at that place has no result that
 * could be written. Where decimals is not NULL the decimals of numbers are
 * kept too.
 */
#define NONE INT64_MIN		/* of numbers and dates */

enum type { IS_OPEN, IS_NUMBER, IS_DAYS, IS_DATE, IS_TEXT, IS_TRUTH,
	IS_DURATION, IS_MONTHS };	/* durations: of days, of months */

struct vec {
	void *data;
	unsigned char *decimals;
	char *bytes;		/* of texts made here */
	size_t room;
};

enum { DATE_SHIFT = 17 };	/* below the day: 1 + second, 0 without time */
static inline int64_t
date_value(struct moment m)
{
	return (int64_t)m.day << DATE_SHIFT | (m.second + 1);
}

static inline int32_t
date_value_day(int64_t v)
{
	return (int32_t)(v >> DATE_SHIFT);
}

typedef size_t vec_unary(struct vec *out, const struct vec *a, size_t n);
typedef size_t vec_binary(struct vec *out, const struct vec *a,
    const struct vec *b, size_t n);

vec_binary vec_add, vec_subtract, vec_multiply, vec_divide;
vec_unary vec_negate, vec_abs;
vec_binary vec_equal, vec_less, vec_at_most;	/* of numbers */
vec_binary vec_and, vec_or;
vec_unary vec_not, vec_is_none;			/* of numbers, dates */

vec_binary vec_date_equal, vec_date_less, vec_date_at_most;
vec_binary vec_add_days, vec_subtract_days, vec_add_months,
	vec_subtract_months, vec_days_between;
vec_unary vec_month, vec_year, vec_weekday, vec_hour;

vec_binary vec_text_equal, vec_text_less, vec_text_at_most;
vec_unary vec_text_is_none, vec_lower, vec_length;
vec_unary vec_number_of_text, vec_date_of_text;
vec_unary vec_text_of_number, vec_text_of_date;
/* Texts of elsewhere, of which 16 bytes need not be readable, are copied. */
void vec_keep_texts(struct vec *, size_t n);

#endif
