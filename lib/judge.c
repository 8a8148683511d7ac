/* judge.c - expressions of customers */
#include <stdlib.h>
#include <string.h>

#include "judge.h"

struct names
judge_names(const struct needs *needs, struct expr *x, int n)
{
	const struct aggregates *a = &needs->aggregates;
	struct names names = *needs->names;

	names.as_of = needs->as_of;
	for (int i = 0; i < a->n; i++)
		names_read(&names, names.n_columns + i, a->v[i].type);
	for (int i = 0; i < n; i++)
		expr_read(&names, &x[i]);
	return names;
}

struct judge
judge_new(const struct needs *needs, const struct orders *o,
    const struct names *names, const struct expr *x, int n, int by_day)
{
	return (struct judge){ .names = names, .needs = needs, .o = o,
		.eval = eval_new(names, x, n),
		.gather = gather_begin(needs, o, by_day),
		.room.data = mem_new(EVAL_ROWS, sizeof(struct text)),
		.ids = mem_new(EVAL_ROWS, KEY_ROOM) };
}

void
judge_free(struct judge *j)
{
	eval_free(j->eval);
	gather_end(&j->gather);
	free(j->room.data);
	free(j->ids);
	free(j->room.bytes);
}

/* Read as a type that they were checked to be of. */
static void
put_ids(struct judge *j, size_t who, size_t n, const struct reading *r,
    struct vec *out)
{
	struct vec *to = r->type == IS_TEXT ? out : &j->room;

	for (size_t i = 0; i < n; i++)
		((struct text *)to->data)[i] = key_text(dict_record(
		    j->o->ids, j->o->id[who + i]), j->ids[i]);
	vec_keep_texts(to, n);
	if (r->type == IS_DATE)
		vec_date_of_text(out, to, n);
	if (r->type != IS_NUMBER)
		return;
	vec_number_of_text(out, to, n);
	if (out->decimals)
		memset(out->decimals, j->needs->decimals[r->column], n);
}

static size_t
put_aggregate(struct judge *j, int number, size_t who, size_t n)
{
	const struct aggregate *a = &j->needs->aggregates.v[number];
	struct vec *out = eval_place(j->eval, number);
	const size_t good = gather_values(&j->gather, a, who, n, out);

	if (out->decimals)
		memset(out->decimals, aggregate_decimals(a,
		    j->needs->decimals), good);
	return good;
}

size_t
judge_compute(struct judge *j, size_t who, size_t n)
{
	const int aggregates = j->needs->aggregates.n;

	for (int i = 0; i < aggregates; i++)
		n = put_aggregate(j, i, who, n);
	for (int i = aggregates; i < j->names->n_readings; i++)
		put_ids(j, who, n, &j->names->readings[i],
		    eval_place(j->eval, i));
	const size_t good = eval_compute(j->eval, n);
	if (good < n)
		gather_note(&j->gather, j->eval, who + good);
	return good;
}
