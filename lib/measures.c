/* measures.c - what is asked of order lines by roles */
#include <stdlib.h>

#include "measures.h"

void
measures_begin(struct measures *m, const struct common *common)
{
	*m = (struct measures){ .asking = ASKING,
		.roles = common->roles };
}

static void
fill(void *measures, int worker, const struct lines *l, struct block *b,
    int64_t *v)
{
	const struct measures *m = measures;

	for (int i = 0; i < m->n; i++)
		m->v[i].fill(&m->v[i], worker, l, b, v + m->at[i],
		    (size_t)m->asking.slots.n);
}

static int
add(struct measures *m, enum role role, struct measure measure)
{
	const int first = m->asking.slots.n;

	measure.column = WANTS + (int)m->asking.n_wanted;
	m->wanted[m->asking.n_wanted++] = roles_wanted(&m->roles, role, 1);
	m->asking.wanted = m->wanted;
	m->asking.fill = fill;
	m->asking.context = m;
	m->at[m->n] = first;
	m->v[m->n++] = measure;
	return first;
}

static void
add_slot(struct measures *m, enum slot_kind kind, struct text column)
{
	m->asking.slots.kind[m->asking.slots.n] = kind;
	m->asking.slots.column[m->asking.slots.n++] = column;
}

static void
fill_text(const struct measure *m, int worker, const struct lines *l,
    struct block *b, int64_t *v, size_t stride)
{
	const int column = b->layout->at[m->column];

	(void)worker;
	(void)v;
	(void)stride;
	for (uint32_t row = 0; row < l->n; row++)
		lines_text(b, row, column);
}

int
measures_text(struct measures *m, enum role role)
{
	add(m, role, (struct measure){ .fill = fill_text });
	return m->v[m->n - 1].column;
}

static void
fill_label(const struct measure *m, int worker, const struct lines *l,
    struct block *b, int64_t *v, size_t stride)
{
	const int column = b->layout->at[m->column];
	uint32_t *code = mem_grow(NULL, l->n, sizeof *code);

	labels_column(m->labels, worker, b, column, l->n, code);
	for (uint32_t row = 0; row < l->n; row++)
		v[row * stride] = slot_first(b->row + row, code[row]);
	free(code);
}

int
measures_label(struct measures *m, enum role role, struct labels *labels)
{
	const int slot = add(m, role, (struct measure){ .fill = fill_label,
		.labels = labels });

	add_slot(m, SLOT_FIRST, m->roles.column[role]);
	return slot;
}

static void
fill_sum(const struct measure *m, int worker, const struct lines *l,
    struct block *b, int64_t *v, size_t stride)
{
	const int column = b->layout->at[m->column];

	(void)worker;
	for (uint32_t row = 0; row < l->n; row++, v += stride) {
		const int decimals = lines_decimal(b, row, column, &v[0]);
		v[0] = decimals < 0 ? 0 : v[0];
		v[1] = decimals < 0 ? 0 : decimals;
	}
}

int
measures_sum(struct measures *m, enum role role)
{
	const int slot = add(m, role, (struct measure){ .fill = fill_sum });

	add_slot(m, SLOT_SUM, m->roles.column[role]);
	add_slot(m, SLOT_MOST, m->roles.column[role]);
	return slot;
}

static void
fill_costless(const struct measure *m, int worker, const struct lines *l,
    struct block *b, int64_t *v, size_t stride)
{
	const int column = b->layout->at[m->column];

	(void)worker;
	for (uint32_t row = 0; row < l->n; row++)
		v[row * stride] = l->amount[row] != 0 && text_none(block_field(
		    b, row, column)) ? (int64_t)(b->row + row) : INT64_MAX;
}

int
measures_costless(struct measures *m)
{
	const int slot = add(m, COST,
	    (struct measure){ .fill = fill_costless });

	add_slot(m, SLOT_LEAST, m->roles.column[COST]);
	return slot;
}

static void
fill_products(const struct measure *m, int worker, const struct lines *l,
    struct block *b, int64_t *v, size_t stride)
{
	const int column = b->layout->at[m->column];

	(void)worker;
	for (uint32_t row = 0; row < l->n; row++, v += stride) {
		const struct text t = lines_text(b, row, column);
		const int in_set = !text_none(t) && lookup_has(m->set, t);
		v[0] = in_set;
		v[1] = !text_none(t) && !in_set;
	}
}

int
measures_products(struct measures *m, const struct lookup *set)
{
	const int slot = add(m, PRODUCT, (struct measure){
		.fill = fill_products, .set = set });

	add_slot(m, SLOT_MOST, m->roles.column[PRODUCT]);
	add_slot(m, SLOT_MOST, m->roles.column[PRODUCT]);
	return slot;
}
