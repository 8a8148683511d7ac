/* scene.c - expressions over purchases, and over lines that were kept */
#include <stdlib.h>
#include <string.h>

#include "decimal.h"
#include "excerpt.h"
#include "scene.h"

struct stage
stage_new(const struct scene *scene, const struct orders *o,
    const struct labels *labels)
{
	return (struct stage){ .scene = scene, .o = o, .labels = labels,
		.eval = eval_new(&scene->names, scene->exprs, scene->n_exprs),
		.room = { .data = mem_new(EVAL_ROWS, sizeof(struct text)),
		.decimals = mem_new(EVAL_ROWS, 1) } };
}

void
stage_free(struct stage *s)
{
	eval_free(s->eval);
	free(s->room.data);
	free(s->room.decimals);
	free(s->room.bytes);
}

/* INT64_MAX if it is too large. */
static int64_t
sum_of(const struct orders *o, const struct spot *spot, int slot)
{
	wide sum = 0;

	for (uint32_t i = spot->from; i < spot->to; i++)
		if (!o->v[i].refund)
			sum += slot < 0 ? o->v[i].amount : o->slot[slot][i];
	return sum < SUM_LIMIT && sum > -SUM_LIMIT ? (int64_t)sum
	    : INT64_MAX;
}

static int64_t
number_of(const struct orders *o, const struct origin *from,
    const struct spot *spot)
{
	switch (from->of) {
	case PURCHASE_AMOUNT:
		return sum_of(o, spot, -1);
	case PURCHASE_SUM:
		return sum_of(o, spot, from->slot);
	case ORDER_AMOUNT:
		return o->v[spot->line].amount;
	case ORDER_SUM:
		return o->slot[from->slot][spot->line];
	default:
		return date_value((struct moment){ o->standing
		    ? (int32_t)spot->from
		    : when_day(o->v[spot->from].when), -1 });
	}
}

static struct text
text_of_spot(const struct stage *s, const struct origin *from,
    const struct spot *spot)
{
	if (from->of == LINE_FIELD)
		return excerpt_field(s->labels, spot->excerpt, from->field,
		    s->scene->n_columns);
	return excerpt_field(s->labels, slot_value(
	    s->o->slot[from->slot][spot->from]), 0, 1);
}

/* What an origin gives of itself. */
static enum type
type_of(const struct origin *from)
{
	return from->of == LINE_FIELD || from->of == PURCHASE_LABEL ? IS_TEXT
	    : from->of == PURCHASE_DAY ? IS_DATE : IS_NUMBER;
}

static size_t
put_numbers(const struct stage *s, const struct origin *from,
    const struct spot *spot, size_t n, struct vec *out)
{
	int64_t *v = out->data;

	if (out->decimals)
		memset(out->decimals, from->decimals, n);
	for (size_t i = 0; i < n; i++) {
		v[i] = spot[i].line == NO_SPOT ? NONE
		    : number_of(s->o, from, &spot[i]);
		if (v[i] == INT64_MAX)
			return i;
	}
	return n;
}

static size_t
put_texts(const struct stage *s, const struct origin *from,
    const struct spot *spot, size_t n, struct vec *out)
{
	struct text *v = out->data;

	for (size_t i = 0; i < n; i++)
		v[i] = spot[i].line == NO_SPOT ? (struct text){ NULL, 0 }
		    : text_of_spot(s, from, &spot[i]);
	vec_keep_texts(out, n);
	return n;
}

/* Texts are parsed, numbers and dates printed, where they are read so. Lines'
 * fields were checked as such when they were first read. */
static size_t
read_as(struct stage *s, const struct origin *from, enum type type,
    const struct spot *spot, size_t n, struct vec *out)
{
	const enum type own = type_of(from);
	struct vec *to = type == own ? out : &s->room;

	n = own == IS_TEXT ? put_texts(s, from, spot, n, to)
	    : put_numbers(s, from, spot, n, to);
	if (type == own)
		return n;
	if (type == IS_NUMBER) {
		n = vec_number_of_text(out, to, n);
		if (out->decimals && s->scene->of_purchases)
			memset(out->decimals, from->decimals, n);
		return n;
	}
	if (type == IS_DATE)
		return vec_date_of_text(out, to, n);
	return own == IS_DATE ? vec_text_of_date(out, to, n)
	    : vec_text_of_number(out, to, n);
}

size_t
stage_compute(struct stage *s, const struct spot *spot, size_t n)
{
	const struct names *names = &s->scene->names;

	s->too_large = (struct text){ NULL, 0 };
	for (int i = 0; i < names->n_readings; i++) {
		const struct reading *r = &names->readings[i];
		const size_t good = read_as(s, &s->scene->origins[i], r->type,
		    spot, n, eval_place(s->eval, i));
		if (good < n)
			s->too_large = names->columns[r->column].name;
		n = good;
	}
	const size_t good = eval_compute(s->eval, n);
	if (good < n)
		s->too_large = (struct text){ NULL, 0 };
	return good;
}
