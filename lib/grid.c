/* grid.c - names for ranges of scores */
#include <string.h>

#include "base.h"
#include "grid.h"
#include "parts.h"
#include "small.h"

enum { CHAMPION, LOYAL, POTENTIAL_LOYAL, NEW, PROMISING, NEED_ATTENTION,
	ABOUT_TO_SLEEP, CANT_LOSE, AT_RISK, HIBERNATING };

#define T(s) { s, sizeof(s) - 1 }

static const struct text english[] = { T("champion"), T("loyal"),
	T("potential_loyal"), T("new"), T("promising"), T("need_attention"),
	T("about_to_sleep"), T("cant_lose"), T("at_risk"), T("hibernating") };
static const struct text japanese_names[] = { T("最優良"), T("優良"),
	T("育成候補"), T("新規"), T("見込み"), T("要注意"), T("休眠予備"),
	T("失いたくない"), T("離反注意"), T("休眠") };
static const struct range default_ranges[] = {
	{ NEW, { 5, 1, 1 }, { 5, 1, 5 } },
	{ POTENTIAL_LOYAL, { 4, 2, 1 }, { 5, 3, 5 } },
	{ CHAMPION, { 5, 4, 1 }, { 5, 5, 5 } },
	{ PROMISING, { 4, 1, 1 }, { 4, 1, 5 } },
	{ LOYAL, { 3, 4, 1 }, { 4, 5, 5 } },
	{ ABOUT_TO_SLEEP, { 3, 1, 1 }, { 3, 2, 5 } },
	{ NEED_ATTENTION, { 3, 3, 1 }, { 3, 3, 5 } },
	{ HIBERNATING, { 1, 1, 1 }, { 2, 2, 5 } },
	{ AT_RISK, { 1, 3, 1 }, { 2, 4, 5 } },
	{ CANT_LOSE, { 1, 5, 1 }, { 2, 5, 5 } },
};

static const struct text r_names[] = { T("Champions"),
	T("Potential Loyalist"), T("Loyal Customers"), T("Promising"),
	T("New Customers"), T("Can't Lose Them"), T("At Risk"),
	T("Need Attention"), T("About To Sleep"), T("Lost") };
static const struct range r_ranges[] = {
	{ 0, { 5, 5, 5 }, { 5, 5, 5 } }, { 1, { 3, 3, 2 }, { 5, 5, 5 } },
	{ 2, { 2, 2, 2 }, { 4, 4, 4 } }, { 3, { 3, 1, 3 }, { 4, 3, 5 } },
	{ 4, { 4, 1, 1 }, { 5, 3, 5 } }, { 5, { 1, 3, 4 }, { 2, 4, 5 } },
	{ 6, { 1, 2, 4 }, { 2, 5, 5 } }, { 7, { 1, 3, 3 }, { 3, 5, 5 } },
	{ 8, { 2, 1, 1 }, { 3, 3, 4 } }, { 9, { 1, 1, 1 }, { 1, 5, 5 } },
};

static struct grid
grid_default(int japanese)
{
	return (struct grid){ japanese ? japanese_names : english, 10,
		default_ranges, 10 };
}

static struct grid
grid_r_rfm(void)
{
	return (struct grid){ r_names, 10, r_ranges, 10 };
}

static unsigned char
bound(const struct small *s, size_t row, size_t column)
{
	const struct text t = small_cell(s, row, column);

	if (t.len != 1 || t.s[0] < '1' || t.s[0] > '9')
		small_refuse(s, row, column, "not a score from 1 to 9", NULL);
	return (unsigned char)(t.s[0] - '0');
}

/* What those without a segment are called. */
static int
is_taken(struct text name)
{
	return text_same(name, text_of("none"))
	    || text_same(name, text_of("(none)"));
}

/* The name's place, after adding it if it is new. */
static unsigned char
name_place(struct text *names, size_t *n, const struct small *s, size_t row)
{
	const struct text t = small_cell(s, row, 0);

	if (t.len == 0 || utf8_valid(t.s, t.len) < t.len || is_taken(t))
		small_refuse(s, row, 0, "not a name", NULL);
	for (size_t i = 0; i < *n; i++)
		if (text_same(names[i], t))
			return (unsigned char)i;
	if (*n == LABELS_MOST)
		small_refuse(s, row, 0, "more than 250 names", NULL);
	names[*n] = t;
	return (unsigned char)(*n)++;
}

static struct grid
grid_read(const char *file)
{
	static const char *const columns[] = { "name", "r_from", "r_to",
		"f_from", "f_to", "m_from", "m_to" };
	const struct small *s = small_read(file, columns, 7, 7);
	struct text *names = mem_new(s->rows, sizeof *names);
	struct range *ranges = mem_new(s->rows, sizeof *ranges);
	size_t n = 0;

	for (size_t row = 0; row < s->rows; row++) {
		struct range *g = &ranges[row];
		g->label = name_place(names, &n, s, row);
		for (size_t axis = 0; axis < 3; axis++) {
			g->from[axis] = bound(s, row, 1 + 2 * axis);
			g->to[axis] = bound(s, row, 2 + 2 * axis);
			if (g->from[axis] > g->to[axis])
				small_refuse(s, row, 2 + 2 * axis,
				    "below where the range begins", NULL);
		}
	}
	return (struct grid){ names, n, ranges, s->rows };
}

static uint8_t
label(const struct grid *g, const uint8_t scores[3])
{
	for (size_t i = 0; i < g->n_ranges; i++) {
		const struct range *p = &g->ranges[i];
		int holds = 1;
		for (int axis = 0; axis < 3; axis++)
			holds &= scores[axis] >= p->from[axis]
			    && scores[axis] <= p->to[axis];
		if (holds)
			return p->label;
	}
	return NO_LABEL;
}

struct labelling {
	const struct col *r, *f, *m;
	struct col *c;
	uint8_t of[1000];	/* by the three digits */
};

static void
label_rows(void *labelling, struct piece p)
{
	const struct labelling *l = labelling;
	const uint8_t *r = l->r->code, *f = l->f->code, *m = l->m->code;
	uint8_t *code = l->c->code;

	for (size_t i = p.from; i < p.to; i++)
		code[i] = l->of[r[i] * 100 + f[i] * 10 + m[i]];
}

struct col *
grid_label(const struct grid *g, const struct col *r, const struct col *f,
    const struct col *m)
{
	struct labelling l = { r, f, m, col_new(LABEL, r->n), { 0 } };

	for (int i = 0; i < 1000; i++)
		l.of[i] = label(g, (uint8_t[]){ (uint8_t)(i / 100),
		    (uint8_t)(i / 10 % 10), (uint8_t)(i % 10) });
	l.c->names = g->names;
	parts_rows(r->n, label_rows, &l);
	return l.c;
}

struct grid
grid_choose(const char *name, int bins, int japanese)
{
	if (name)
		return strcmp(name, "r-rfm") ? grid_read(name) : grid_r_rfm();
	return bins == 5 ? grid_default(japanese)
	    : (struct grid){ .names = NULL };
}
