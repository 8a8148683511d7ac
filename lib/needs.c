/* needs.c - what aggregates need of the lines */
#include "needs.h"
#include "parts.h"

static struct take
add(struct needs *needs, struct takes *t, const struct aggregate *a,
    struct take take)
{
	return takes_add(t, &needs->rooms, take, take.kind == TAKE_SUM
	    ? aggregate_x(a) : (struct text){ NULL, 0 });
}

/* The sum of all amounts is that of the order. */
static int
is_amount(const struct needs *needs, const struct aggregate *a)
{
	const struct names *names = needs->names;
	const struct node *n = a->x.nodes;

	return a->x.n == 1 && !a->p.n && n->op == COLUMN_OF
	    && names->columns[n->column].sum_of == ROLES
	    && roles_of(names->roles, names->columns[n->column].name)
	    == AMOUNT;
}

static void
add_bit(struct needs *needs, struct takes *t, struct aggregate *a)
{
	const int p = takes_expr(t, &a->p);

	if (p < 0)
		return;
	const struct take bit = add(needs, t, a, (struct take){ TAKE_BIT,
		.x = -1, .p = p, .negated = a->of == ALL });
	a->bit = bit.slot * 64 + bit.bit;
}

static void
add_sum(struct needs *needs, struct takes *t, struct aggregate *a)
{
	struct take take = { TAKE_SUM, .x = -1, .p = takes_expr(t, &a->p) };

	if (!is_amount(needs, a) || a->of == MEAN)
		take.x = takes_expr(t, &a->x);
	if (!is_amount(needs, a))
		a->value = add(needs, t, a, take).slot;
	take.kind = TAKE_COUNT;
	if (a->of == MEAN)
		a->count = add(needs, t, a, take).slot;
}

static void
add_value(struct needs *needs, struct takes *t, struct aggregate *a)
{
	const struct take take = { a->of == DISTINCT || a->type == IS_TEXT
	    ? TAKE_VALUE : a->of == MIN ? TAKE_LEAST : TAKE_MOST,
		.x = takes_expr(t, &a->x), .p = takes_expr(t, &a->p) };

	a->value = add(needs, t, a, take).slot;
}

static void
add_takes(struct needs *needs, struct takes *t, struct aggregate *a)
{
	switch (a->of) {
	case LINES:
		a->count = add(needs, t, a, (struct take){ TAKE_COUNT,
			.x = -1, .p = takes_expr(t, &a->p) }).slot;
		break;
	case SUM: case MEAN:
		add_sum(needs, t, a);
		break;
	case MIN: case MAX: case DISTINCT:
		add_value(needs, t, a);
		break;
	default:
		add_bit(needs, t, a);
	}
}

static int
is_late(const struct needs *needs, const struct aggregate *a)
{
	return expr_is_late(needs->names, &a->p)
	    || (!is_pick(a) && expr_is_late(needs->names, &a->x));
}

/* What is taken while the lines stream by. */
static void
add_early(struct needs *needs, struct aggregate *a)
{
	const int late = is_late(needs, a);

	if (late)
		needs_add_replay(needs, a);
	else
		add_takes(needs, &needs->takes, a);
	if (is_pick(a))
		needs_add_purchases(needs, a);
	if (!late)
		return;
	struct replay *r = &needs->replays[a->replay];
	if (r->of_lines)
		r->slot = add(needs, &needs->takes, a, (struct take){
			TAKE_EXCERPTS, .x = -1, .p = -1,
			.columns = r->scene.columns,
			.n_columns = r->scene.n_columns }).slot;
}

static void
add_late(struct needs *needs, struct aggregate *a)
{
	struct replay *r = &needs->replays[a->replay];

	add_takes(needs, &r->takes, a);
	if (is_pick(a) && r->of_lines)
		needs->purchases[a->purchases].excerpt = add(needs, &r->takes,
		    a, (struct take){ TAKE_EXCERPT, .x = -1,
			.p = takes_expr(&r->takes, &a->p) }).slot;
	r->scene.names = r->takes.names;
	r->scene.exprs = r->takes.exprs;
	r->scene.n_exprs = r->takes.n_exprs;
}

/* Whether customers' standing says it. */
static int
is_standing(const struct needs *needs, const struct aggregate *a)
{
	const int is_known = a->of == PURCHASES || a->of == ORDERS
	    || (a->of == SUM && a->value < 0)
	    || (is_pick(a) && !needs_time(needs, a));

	return is_known && a->bit < 0 && a->replay < 0;
}

static void
set_asking(struct needs *needs, int by_day)
{
	size_t n;

	needs->takes.names.at = WANTS;
	needs->asking = (struct asking){ .since = NO_DAY,
		.needs = 1 << WANT_CUSTOMER | 1 << WANT_DATE,
		.in_time = by_day, .wanted = names_wanted(needs->names, &n),
		.n_wanted = (size_t)needs->names->n_columns,
		.slots = needs->rooms.slots, .context = needs,
		.standing = !by_day && needs->rooms.slots.n == 0 };
	if (needs->takes.n > 0 || needs->takes.names.n_readings > 0)
		needs->asking.fill = needs_fill;
	for (int i = 0; i < needs->aggregates.n; i++) {
		const struct aggregate *a = &needs->aggregates.v[i];
		needs->asking.in_time |= needs_time(needs, a);
		needs->asking.standing &= is_standing(needs, a);
	}
}

struct needs *
needs_of(const struct names *names, struct expr *x, int n, int by_day)
{
	struct needs *needs = mem_new(1, sizeof *needs);
	struct aggregate *a;

	needs->names = names;
	needs->takes.names = *names;
	needs->takes.labels = labels_new();
	needs->eval = mem_new(THREADS_MOST, sizeof *needs->eval);
	needs->room = mem_new(THREADS_MOST, sizeof *needs->room);
	aggregates_take(&needs->aggregates, x, n);
	for (a = needs->aggregates.v; a < needs->aggregates.v
	    + needs->aggregates.n; a++)
		add_early(needs, a);
	needs_check_columns(needs, x, n);
	needs_keep_decimals(needs, x, n);
	set_asking(needs, by_day);
	for (a = needs->aggregates.v; a < needs->aggregates.v
	    + needs->aggregates.n; a++)
		if (a->replay >= 0)
			add_late(needs, a);
	return needs;
}

static void
learn(const struct needs *needs, struct scene *s)
{
	s->names.as_of = needs->as_of;
	for (int i = 0; i < s->names.n_readings; i++)
		s->origins[i].decimals = needs->decimals[
		    s->names.readings[i].column];
}

/* For what is replayed. */
static void
add_slots(const struct needs *needs, struct orders *o)
{
	int64_t none[SLOTS_MOST];

	o->slots = needs->rooms.slots;
	slots_none(&o->slots, none);
	for (int i = needs->asking.slots.n; i < o->slots.n; i++) {
		o->slot[i] = mem_grow(NULL, o->n, sizeof *o->slot[i]);
		for (size_t k = 0; k < o->n; k++)
			o->slot[i][k] = none[i];
	}
}

void
needs_finish(struct needs *needs, struct orders *o)
{
	needs->as_of = o->as_of;
	needs_learn_decimals(needs, o);
	for (int i = 0; i < needs->n_purchases; i++)
		learn(needs, &needs->purchases[i]);
	for (int i = 0; i < needs->n_replays; i++)
		learn(needs, &needs->replays[i].scene);
	add_slots(needs, o);
	for (int i = 0; i < needs->n_replays; i++)
		replay_run(needs, &needs->replays[i], o);
}
