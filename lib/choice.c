/* choice.c - customers through rules */
#include <stdlib.h>
#include <string.h>

#include "choice.h"
#include "judge.h"
#include "moments.h"
#include "parts.h"
#include "table.h"

struct pass {
	const struct choice *c;
	const struct needs *needs;
	const struct orders *o;
	struct names names;	/* of customers, see judge.h */
	unsigned char *chosen;	/* of each customer */
	struct col **shown, *named;
	struct key *words;	/* the rules' names, and none */
	struct fault fault[PIECES_MOST];
};

/* The first rule that holds gives the name. */
static void
put_choice(const struct pass *p, const struct judge *j, size_t who, size_t n)
{
	const struct rules *r = &p->c->rules;

	if (!r->names) {
		memcpy(p->chosen + who, eval_truths(j->eval, 0), n);
		return;
	}
	memset(p->chosen + who, 1, n);
	for (size_t i = 0; i < n; i++) {
		int k = 0;
		while (k < r->n && !eval_truths(j->eval, k)[i])
			k++;
		p->named->keys[who + i] = p->words[k];
	}
}

static void
put_shown(const struct pass *p, const struct judge *j, int shown, size_t who,
    size_t n)
{
	const struct vec *v = eval_values(j->eval, p->c->rules.n + shown);
	struct col *c = p->shown[shown];
	const int64_t *numbers = v->data;
	const struct text *texts = v->data;
	const unsigned char *truths = v->data;

	for (size_t i = 0; i < n; i++)
		if (c->type == TEXTS)
			c->keys[who + i] = p->chosen[who + i]
			    ? col_key(texts[i]) : (struct key){ 0, 0 };
		else
			c->v[who + i] = c->type == WHOLE ? truths[i]
			    : c->type == DECIMAL || numbers[i] == NONE
			    ? numbers[i] : date_value_day(numbers[i]);
}

static void
choose_rows(void *pass, struct piece piece)
{
	struct pass *p = pass;
	const struct rules *r = &p->c->rules;
	struct judge j = judge_new(p->needs, p->o, &p->names, r->exprs,
	    r->n + r->n_shown, p->c->common->unit_day);

	for (size_t who = piece.from, n; who < piece.to; who += n) {
		n = piece.to - who < EVAL_ROWS ? piece.to - who : EVAL_ROWS;
		if (judge_compute(&j, who, n) < n) {
			p->fault[piece.number] = j.gather.fault;
			break;
		}
		put_choice(p, &j, who, n);
		for (int i = 0; i < r->n_shown; i++)
			put_shown(p, &j, i, who, n);
	}
	judge_free(&j);
}

static struct col *
shown_new(const struct pass *p, const struct expr *x)
{
	static const enum col_type types[] = { [IS_NUMBER] = DECIMAL,
		[IS_DAYS] = DECIMAL, [IS_DATE] = DAY, [IS_TEXT] = TEXTS,
		[IS_TRUTH] = WHOLE };
	struct col *c = col_new(types[x->nodes[x->n - 1].type],
	    p->o->customers);

	if (c->type == DECIMAL)
		c->decimals = aggregates_decimals(&p->needs->aggregates, x,
		    p->needs->decimals);
	return c;
}

static struct pass
pass_new(const struct choice *c, const struct needs *needs,
    const struct orders *o)
{
	const struct rules *r = &c->rules;
	struct pass p = { .c = c, .needs = needs, .o = o,
		.names = judge_names(needs, r->exprs, r->n + r->n_shown),
		.chosen = mem_new(o->customers, 1),
		.shown = mem_new((size_t)r->n_shown, sizeof *p.shown),
		.words = mem_new((size_t)r->n + 1, sizeof *p.words) };

	for (int i = 0; i < r->n_shown; i++)
		p.shown[i] = shown_new(&p, &r->exprs[r->n + i]);
	if (!r->names)
		return p;
	p.named = col_new(TEXTS, o->customers);
	for (int i = 0; i < r->n; i++)
		p.words[i] = col_key(r->names[i]);
	return p;
}

static size_t
count_chosen(const struct pass *p)
{
	size_t n = 0;

	for (size_t who = 0; who < p->o->customers; who++)
		n += p->chosen[who];
	return n;
}

static struct field
chosen(const struct pass *p, struct text name, struct col *all, size_t n)
{
	const struct field f = { name, col_chosen(all, p->chosen, n) };

	col_free(all);
	return f;
}

static struct table *
table_of(const struct pass *p)
{
	const struct rules *r = &p->c->rules;
	const size_t n = count_chosen(p);
	struct field *fields = mem_new((size_t)r->n_shown + 3,
	    sizeof *fields), *f = fields;

	*f++ = chosen(p, p->o->customer_column, orders_customer(p->o), n);
	for (int i = 0; i < r->n_shown; i++)
		*f++ = chosen(p, r->shown[i], p->shown[i], n);
	if (p->named)
		*f++ = chosen(p, text_of(p->c->as), p->named, n);
	return table_new(n, fields);
}

static void
check_names(const struct choice *c)
{
	const struct rules *r = &c->rules;
	struct text *names = mem_new((size_t)r->n_shown + 2, sizeof *names);
	size_t n = 0;

	names[n++] = c->names->roles->column[CUSTOMER];
	for (int i = 0; i < r->n_shown; i++)
		names[n++] = r->shown[i];
	if (r->names)
		names[n++] = text_of(c->as);
	common_check_columns(names, n, NULL);
	free(names);
}

/* For --stats, and to find a day whose sum is too large. */
static void
merge_days(struct orders *o)
{
	o->slots.n = 0;		/* of no more use */
	moments_merge_days(o);
}

void
choice_run(const struct choice *c, char **files, int n_files)
{
	struct common by_order = *c->common;

	check_names(c);
	struct out *out = table_out(c->common);
	struct needs *needs = needs_of(c->names, c->rules.exprs,
	    c->rules.n + c->rules.n_shown, c->common->unit_day);

	by_order.unit_day = 0;	/* orders() still counts orders */
	struct orders *o = orders_read(&by_order, files, n_files,
	    &needs->asking);
	needs_finish(needs, o);
	struct pass *p = mem_new(1, sizeof *p);
	*p = pass_new(c, needs, o);
	parts_rows(o->customers, choose_rows, p);
	for (int i = 0; i < PIECES_MOST; i++)
		if (p->fault[i].status)
			fault_die(&p->fault[i]);
	if (c->common->unit_day)
		merge_days(o);
	orders_stats(o, c->common, table_write(table_of(p), c->common, out),
	    NULL);
}
