/* needs_scenes.c - what is computed of purchases, and of lines again */
#include "needs.h"

int
is_pick(const struct aggregate *a)
{
	return a->of == FIRST || a->of == LAST || a->of == NTH;
}

/* The place of the column among those of the excerpts. */
static int
field_of(struct scene *s, int column)
{
	for (int i = 0; i < s->n_columns; i++)
		if (s->columns[i] == column)
			return i;
	s->columns = mem_grow(s->columns, (size_t)s->n_columns + 1,
	    sizeof *s->columns);
	s->columns[s->n_columns] = column;
	return s->n_columns++;
}

static int
sum_slot(struct needs *needs, int column)
{
	struct expr x = { .nodes = mem_new(1, sizeof *x.nodes), .n = 1 };

	x.nodes[0] = (struct node){ .op = COLUMN_OF, .a = -1, .b = -1,
		.column = column, .type = IS_NUMBER };
	return takes_add(&needs->takes, &needs->rooms, (struct take){
		TAKE_SUM, .x = takes_expr(&needs->takes, &x), .p = -1 },
	    needs->names->columns[column].name).slot;
}

/* The slot of excerpts of each order's first line, or of the first for which
 * there is P. */
static int
excerpt_slot(struct needs *needs, struct takes *t, const int *columns, int n,
    int p)
{
	return takes_add(t, &needs->rooms, (struct take){ TAKE_EXCERPT,
		.x = -1, .p = p, .columns = columns, .n_columns = n },
	    (struct text){ NULL, 0 }).slot;
}

static int
label_slot(struct needs *needs, int column)
{
	int *alone = mem_new(1, sizeof *alone);

	*alone = column;
	return excerpt_slot(needs, &needs->takes, alone, 1, -1);
}

static struct origin
of_line(struct needs *needs, struct scene *s, int column)
{
	const enum role sum = needs->names->columns[column].sum_of;

	if (sum == AMOUNT)
		return (struct origin){ .of = ORDER_AMOUNT };
	if (sum == QUANTITY)
		return (struct origin){ .of = ORDER_SUM,
			.slot = sum_slot(needs, column) };
	return (struct origin){ .of = LINE_FIELD,
		.field = field_of(s, column) };
}

static struct origin
of_purchase(struct needs *needs, struct scene *s, int column)
{
	const struct column *c = &needs->names->columns[column];

	switch (c->sum_of != ROLES ? ROLES : roles_of(needs->names->roles,
	    c->name)) {
	case AMOUNT:
		return (struct origin){ .of = PURCHASE_AMOUNT };
	case QUANTITY: case COST:
		return (struct origin){ .of = PURCHASE_SUM,
			.slot = sum_slot(needs, column) };
	case ORDER_DATE:
		return (struct origin){ .of = PURCHASE_DAY };
	case MEDIA: case SHOP:
		return (struct origin){ .of = PURCHASE_LABEL,
			.slot = label_slot(needs, column) };
	default:
		return of_line(needs, s, column);
	}
}

static void
set_origins(struct needs *needs, struct scene *s, const struct names *names,
    struct origin origin(struct needs *, struct scene *, int))
{
	s->origins = mem_new((size_t)names->n_readings, sizeof *s->origins);
	for (int i = 0; i < names->n_readings; i++)
		s->origins[i] = origin(needs, s, names->readings[i].column);
}

static struct names
without_readings(const struct names *names)
{
	struct names n = *names;

	n.readings = NULL;
	n.n_readings = 0;
	return n;
}

void
needs_add_replay(struct needs *needs, struct aggregate *a)
{
	struct replay *r;

	a->replay = needs->n_replays++;
	needs->replays = mem_grow(needs->replays, (size_t)needs->n_replays,
	    sizeof *r);
	r = &needs->replays[a->replay];
	*r = (struct replay){ .takes.labels = labels_new(),
		.takes.names = without_readings(needs->names), .slot = -1 };
	takes_expr(&r->takes, &a->p);
	if (!is_pick(a))
		takes_expr(&r->takes, &a->x);
	set_origins(needs, &r->scene, &r->takes.names, of_line);
	r->of_lines = r->scene.n_columns > 0;
	if (!r->of_lines && (a->of == LINES || a->of == SUM || a->of == MEAN))
		r->slot = takes_add(&needs->takes, &needs->rooms,
		    (struct take){ TAKE_COUNT, .x = -1, .p = -1 },
		    (struct text){ NULL, 0 }).slot;
}

/* The line is the first for which there is P. Where that is known late, the
 * excerpts have the columns of both, and are of all lines. */
void
needs_add_purchases(struct needs *needs, struct aggregate *a)
{
	struct replay *r = a->replay < 0 ? NULL : &needs->replays[a->replay];
	struct scene *s;

	a->purchases = needs->n_purchases++;
	needs->purchases = mem_grow(needs->purchases,
	    (size_t)needs->n_purchases, sizeof *s);
	s = &needs->purchases[a->purchases];
	*s = (struct scene){ .of_purchases = 1,
		.names = without_readings(needs->names),
		.exprs = &a->x, .n_exprs = 1, .excerpt = -1 };
	if (r && r->of_lines) {
		s->columns = r->scene.columns;
		s->n_columns = r->scene.n_columns;
	}
	expr_read(&s->names, &a->x);
	set_origins(needs, s, &s->names, of_purchase);
	if (r && r->of_lines) {
		r->scene.columns = s->columns;
		r->scene.n_columns = s->n_columns;
	} else if (s->n_columns > 0) {
		s->excerpt = excerpt_slot(needs, &needs->takes, s->columns,
		    s->n_columns, r ? -1 : takes_expr(&needs->takes, &a->p));
	}
}

/* The first and last dates are so in any order. */
int
needs_time(const struct needs *needs, const struct aggregate *a)
{
	const struct scene *s;
	int in_time = a->of == NTH;

	if (!is_pick(a))
		return 0;
	s = &needs->purchases[a->purchases];
	for (int i = 0; i < s->names.n_readings; i++)
		in_time |= s->origins[i].of != PURCHASE_DAY;
	return in_time;
}
