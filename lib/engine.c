/* engine.c - the pass over the input, by all processors */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

#include "engine.h"
#include "gate.h"
#include "parts.h"
#include "reader.h"
#include "rejects.h"

struct run {
	struct engine *e;
	pthread_mutex_t lock;	/* of the reader and what is below */
	struct reader reader;
	int ended, begun;
	struct fault fault;	/* the first one, and its block */
	uint64_t fault_number;
	struct gate counted, emitted;
	uint64_t rows, line;	/* behind the gate 'counted' */
	int stopped;		/* behind the gate 'emitted' */
	atomic_int workers;
};

int
engine_threads(const struct engine *e)
{
	return parts_threads(e->threads);
}

static void
note_start(struct engine *e, struct start start)
{
	e->starts = mem_grow(e->starts, e->n_starts + 1, sizeof start);
	e->starts[e->n_starts++] = start;
}

static const struct start *
start_of(const struct engine *e, uint64_t row)
{
	size_t i = e->n_starts - 1;

	while (i > 0 && e->starts[i].row > row)
		i--;
	return &e->starts[i];
}

char *
engine_place(const struct engine *e, uint64_t row)
{
	const struct start *s = start_of(e, row);

	return mem_format("%s:%llu", s->file,
	    (unsigned long long)(s->line + (row - s->row)));
}

/* Where the block's rows stand in the input: known once the blocks ahead of
 * it were cut. */
static void
count_rows(struct run *run, struct block *b)
{
	gate_enter(&run->counted, b->number);
	if (b->line == 0)
		b->line = run->line;
	else if (b->layout)
		note_start(run->e, (struct start){ b->layout->file, run->rows,
		    b->line });
	b->row = run->rows;
	run->rows += b->lines;
	run->line = b->line + b->lines;
	gate_leave(&run->counted);
}

static void
note_fault(struct run *run, const struct block *b, int placed)
{
	char place[320];

	pthread_mutex_lock(&run->lock);
	run->ended = 1;
	if (!run->fault.status || b->number < run->fault_number) {
		run->fault = b->fault;
		run->fault_number = b->number;
		snprintf(place, sizeof place, "%.250s:%llu", placed ? ""
		    : b->layout->file, (unsigned long long)(b->line
		    + b->fault_row));
		if (!placed)
			fault_place(&run->fault, place);
	}
	pthread_mutex_unlock(&run->lock);
}

static void
emit(struct run *run, int worker, struct block *b)
{
	if (!run->stopped && run->e->emit)
		run->e->emit(run->e->context, worker, b);
	run->stopped |= b->fault.status != DONE;
}

/* Rows that may have a fault: those ahead of it pass, it is rejected. The
 * number of lines that were dealt with; 0 if the run ends here. */
static uint32_t
sift(struct run *run, int worker, struct block *view)
{
	struct engine *e = run->e;
	struct block good = *view;

	if (!view->fault.status)
		e->work(e->context, worker, view);
	if (view->fault.status == DONE) {
		emit(run, worker, view);
		return view->n;
	}
	good.n = good.fault_row = view->fault_row;
	good.fault.status = DONE;
	if (good.n > 0) {
		e->work(e->context, worker, &good);
		emit(run, worker, &good);
	}
	if (view->fault.status != REFUSED)
		return 0;
	rejects_put_row(view);
	return good.n + 1;
}

/* A block with a fault again, some rows at a time. */
static void
reject(struct run *run, int worker, struct block *b)
{
	struct view at = { 0, 0 };
	struct block view;
	uint32_t lines = 1;

	while (!run->stopped && lines && block_view(b, &at, &view)) {
		lines = sift(run, worker, &view);
		block_view_done(b, &at, lines);
	}
	b->fault.status = DONE;
	if (lines)
		return;
	note_fault(run, &view, 0);
	run->stopped = 1;
}

static void
process(struct run *run, int worker, struct block *b)
{
	const int placed = b->fault.status != DONE;	/* by the reader */
	const int sifts = run->e->rejects && rejects_on();

	b->n = 0;
	b->lines = 0;
	if (!placed)
		block_cut(b);
	count_rows(run, b);
	if (b->n > 0)
		run->e->work(run->e->context, worker, b);
	const int faulty = b->fault.status == REFUSED && !placed;
	if (b->fault.status && !(faulty && sifts))
		note_fault(run, b, placed);
	if (!run->e->emit && !sifts)
		return;
	gate_enter(&run->emitted, b->number);
	if (faulty && sifts)
		reject(run, worker, b);
	else
		emit(run, worker, b);
	gate_leave(&run->emitted);
}

static int
take(struct run *run, struct block *b)
{
	pthread_mutex_lock(&run->lock);
	int got = !run->ended && reader_next(&run->reader, b);
	if (!got || b->fault.status)
		run->ended = 1;
	if (run->reader.first && !run->begun && run->e->begin)
		run->e->begin(run->e->context, run->reader.first);
	run->begun |= run->reader.first != NULL;
	pthread_mutex_unlock(&run->lock);
	return got;
}

static void
work_on(struct run *run, int worker, struct block *b)
{
	do
		process(run, worker, b);
	while (take(run, b));
	free(b->text);
	free(b->at_memory);
}

static void *
worker_main(void *arg)
{
	struct run *run = arg;
	struct block b = { 0 };

	if (take(run, &b))
		work_on(run, atomic_fetch_add(&run->workers, 1), &b);
	else
		free(b.text);
	return NULL;
}

uint64_t
engine_run(struct engine *e)
{
	struct run run = { .e = e, .lock = PTHREAD_MUTEX_INITIALIZER,
		.reader = { .e = e }, .counted = GATE,
		.emitted = GATE };
	pthread_t thread[THREADS_MOST];
	struct block b = { 0 };
	int n = 0;

	atomic_init(&run.workers, 1);
	if (take(&run, &b)) {
		/* one block is done before a thread has started */
		if (run.reader.open || run.reader.file < e->n_files)
			while (n < parts_threads(e->threads) - 1
			    && !pthread_create(&thread[n], NULL, worker_main,
				&run))
				n++;
		work_on(&run, 0, &b);
	}
	while (n > 0)
		pthread_join(thread[--n], NULL);
	if (run.fault.status)
		fault_die(&run.fault);
	if (e->rejects)
		rejects_end(run.rows);
	free(run.reader.carry);
	return run.rows;
}
