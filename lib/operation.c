/* operation.c - which operation on values computes a node */
#include "operation.h"

static vec_binary *
of_sum(enum op op, enum type a, enum type b)
{
	const int add = op == OP_ADD;

	if (a == IS_DATE && b == IS_DATE)
		return vec_days_between;
	if (a == IS_DATE && b == IS_MONTHS)
		return add ? vec_add_months : vec_subtract_months;
	if (a == IS_DATE)
		return add ? vec_add_days : vec_subtract_days;
	return add ? vec_add : vec_subtract;
}

static vec_binary *
of_comparison(enum op op, enum type a)
{
	static vec_binary *const ways[3][3] = {
		{ vec_equal, vec_less, vec_at_most },
		{ vec_date_equal, vec_date_less, vec_date_at_most },
		{ vec_text_equal, vec_text_less, vec_text_at_most } };

	return ways[a == IS_DATE ? 1 : a == IS_TEXT ? 2 : 0][op - OP_EQUAL];
}

static vec_binary *
binary_of(enum op op, enum type a, enum type b)
{
	switch (op) {
	case OP_ADD: case OP_SUBTRACT:
		return of_sum(op, a, b);
	case OP_MULTIPLY:
		return vec_multiply;
	case OP_DIVIDE:
		return vec_divide;
	case OP_EQUAL: case OP_LESS: case OP_AT_MOST:
		return of_comparison(op, a);
	case OP_AND:
		return vec_and;
	case OP_OR:
		return vec_or;
	default:
		return NULL;
	}
}

static vec_unary *
unary_of(enum op op, enum type a)
{
	switch (op) {
	case OP_NEGATE:
		return vec_negate;
	case OP_NOT:
		return vec_not;
	case OP_IS_NONE:
		return a == IS_TEXT ? vec_text_is_none : vec_is_none;
	case OP_MONTH:
		return vec_month;
	case OP_YEAR:
		return vec_year;
	case OP_WEEKDAY:
		return vec_weekday;
	case OP_HOUR:
		return vec_hour;
	case OP_LOWER:
		return vec_lower;
	case OP_LENGTH:
		return vec_length;
	case OP_ABS:
		return vec_abs;
	case OP_NUMBER:
		return a == IS_TEXT ? vec_number_of_text : NULL;
	case OP_DATE:
		return a == IS_TEXT ? vec_date_of_text : NULL;
	case OP_TEXT:
		return a == IS_TEXT ? NULL : a == IS_DATE ? vec_text_of_date
		    : vec_text_of_number;
	default:
		return NULL;
	}
}

struct operation
operation_of(enum op op, enum type a, enum type b)
{
	return (struct operation){ unary_of(op, a), binary_of(op, a, b) };
}
