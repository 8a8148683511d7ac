/* replay.c - slots of lines that were kept until all was known */
#include <stdlib.h>
#include <string.h>

#include "bag.h"
#include "needs.h"
#include "parts.h"

/* Lines, or orders as wholes, that wait to be computed together. */
struct queue {
	const struct needs *needs;
	const struct replay *replay;
	const struct orders *o;
	struct stage stage;
	int worker;
	struct spot spot[EVAL_ROWS];
	uint32_t row[EVAL_ROWS];
	int64_t times[EVAL_ROWS];	/* how many lines it stands for */
	int64_t value[EVAL_ROWS];
	size_t n;
	struct fault fault;
};

struct run {
	const struct needs *needs;
	const struct replay *replay;
	const struct orders *o;
	struct fault fault[PIECES_MOST];
};

/* Whether the sum fits. */
static int
merge(const struct queue *q, const struct take *t, size_t i)
{
	int64_t *slot = &q->o->slot[t->slot][q->spot[i].line];
	const enum slot_kind kind = q->o->slots.kind[t->slot];
	int64_t v = q->value[i];

	if (kind == SLOT_SUM && __builtin_mul_overflow(v, q->times[i], &v))
		return 0;
	return !slots_join(kind, slot, v);
}

static void
put_excerpts(struct queue *q, const struct take *t, size_t n)
{
	const unsigned char *p = eval_truths(q->stage.eval, t->p);

	for (size_t i = 0; i < n; i++)
		q->value[i] = p[i] ? slot_first(q->row[i],
		    q->spot[i].excerpt) : -1;
}

static size_t
put(struct queue *q, const struct take *t, size_t n)
{
	memset(q->value, 0, n * sizeof *q->value);
	if (t->kind == TAKE_EXCERPT)
		put_excerpts(q, t, n);
	else
		take_values(&q->replay->takes, t, q->stage.eval, n, q->worker,
		    q->value, 1);
	for (size_t i = 0; i < n; i++)
		if (!merge(q, t, i))
			return i;
	return n;
}

static void
note_sum(struct queue *q, const struct take *t)
{
	const struct text words = q->o->slots.column[t->slot];

	fault_set(&q->fault, REFUSED, "%.*s: sum too large", (int)words.len,
	    words.s);
	fault_hint(&q->fault, "a sum must stay below 9223372036854 on either "
	    "side of 0");
}

/* 0 if something has a fault. */
static int
flush(struct queue *q)
{
	const struct takes *takes = &q->replay->takes;
	const size_t n = q->n;
	size_t good = stage_compute(&q->stage, q->spot, n);

	if (good < n)
		q->fault = *eval_fault(q->stage.eval);
	for (int i = 0; i < takes->n; i++) {
		const size_t sums = put(q, &takes->v[i], good);
		if (sums < good)
			note_sum(q, &takes->v[i]);
		good = sums;
	}
	q->n = 0;
	return good == n;
}

static int
add(struct queue *q, uint32_t order, struct bag_item item)
{
	q->spot[q->n] = (struct spot){ order, order + 1, order, item.code };
	q->row[q->n] = item.row;
	q->times[q->n++] = item.count;
	return q->n < EVAL_ROWS || flush(q);
}

static int
add_order(struct queue *q, uint32_t order)
{
	const int slot = q->replay->slot;
	struct bag_item room = { .code = 0, .count = 1 };

	if (!q->replay->of_lines) {
		if (slot >= 0)
			room.count = (uint32_t)q->o->slot[slot][order];
		return add(q, order, room);
	}
	const struct bag_view lines = bag_view(q->o->slot[slot][order], &room);
	for (uint32_t i = 0; i < lines.n; i++)
		if (lines.v[i].code != BAG_FREE && !add(q, order, lines.v[i]))
			return 0;
	return 1;
}

static void
run_rows(void *context, struct piece p)
{
	struct run *run = context;
	struct queue *q = mem_new(1, sizeof *q);
	int good = 1;

	q->needs = run->needs;
	q->replay = run->replay;
	q->o = run->o;
	q->worker = (int)p.number;
	q->stage = stage_new(&run->replay->scene, run->o,
	    run->needs->takes.labels);
	for (size_t i = p.from; good && i < p.to; i++)
		good = add_order(q, (uint32_t)i);
	if (good && q->n > 0)
		good = flush(q);
	if (!good)
		run->fault[p.number] = q->fault;
	stage_free(&q->stage);
	free(q);
}

void
replay_run(const struct needs *needs, const struct replay *replay,
    const struct orders *o)
{
	struct run *run = mem_new(1, sizeof *run);

	*run = (struct run){ .needs = needs, .replay = replay, .o = o };
	parts_rows(o->n, run_rows, run);
	for (int i = 0; i < PIECES_MOST; i++)
		if (run->fault[i].status)
			fault_die(&run->fault[i]);
	free(run);
}
