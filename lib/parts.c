/* parts.c - the parts of a work side by side */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "gate.h"
#include "parts.h"

#ifndef THREADS_DEFAULT
#define THREADS_DEFAULT 0
#endif

static int
processors(void)
{
	cpu_set_t set;
	const int n = sched_getaffinity(0, sizeof set, &set) ? 1
	    : CPU_COUNT(&set);

	return n < THREADS_MOST ? n : THREADS_MOST;
}

int
parts_threads(int threads)
{
	if (threads > 0)
		return threads < THREADS_MOST ? threads : THREADS_MOST;
	return THREADS_DEFAULT ? THREADS_DEFAULT : processors();
}

static int threads_said;

void
parts_set_threads(int threads)
{
	threads_said = threads;
}

struct parts {
	void (*part)(void *, size_t);
	void *context;
	size_t n;
	atomic_size_t next;
};

static void *
parts_main(void *arg)
{
	struct parts *p = arg;
	size_t i;

	while ((i = atomic_fetch_add(&p->next, 1)) < p->n)
		p->part(p->context, i);
	return NULL;
}

void
parts_run(size_t n, void (*part)(void *, size_t), void *context)
{
	struct parts p = { .part = part, .context = context, .n = n };
	pthread_t thread[THREADS_MOST];
	const int threads = parts_threads(threads_said);
	int started = 0;

	atomic_init(&p.next, 0);
	while (started < threads - 1 && (size_t)started + 1 < n
	    && !pthread_create(&thread[started], NULL, parts_main, &p))
		started++;
	parts_main(&p);
	while (started > 0)
		pthread_join(thread[--started], NULL);
}

struct ordered {
	void (*part)(void *, size_t, size_t), (*then)(void *, size_t);
	void *context;
	size_t desks;
	struct gate gate;
};

/* The parts that are not yet behind the gate follow each other, and each has
 * a thread: they are on different desks. */
static void
ordered_part(void *ordered, size_t i)
{
	struct ordered *o = ordered;
	const size_t desk = i % o->desks;

	o->part(o->context, desk, i);
	gate_enter(&o->gate, i);
	o->then(o->context, desk);
	gate_leave(&o->gate);
}

void
parts_in_order(size_t n, void (*part)(void *, size_t, size_t),
    void (*then)(void *, size_t), void *context)
{
	struct ordered o = { part, then, context,
		(size_t)parts_threads(threads_said), GATE };

	parts_run(n, ordered_part, &o);
}

struct rows { void (*rows)(void *, struct piece); void *context; size_t n; };

static void
rows_piece(void *rows, size_t i)
{
	const struct rows *r = rows;

	r->rows(r->context, (struct piece){ i, r->n * i / PIECES_MOST,
	    r->n * (i + 1) / PIECES_MOST });
}

void
parts_rows(size_t n, void (*rows)(void *, struct piece), void *context)
{
	enum { FEW = 1 << 14 };
	struct rows r = { rows, context, n };

	if (n < FEW)
		rows(context, (struct piece){ 0, 0, n });
	else
		parts_run(PIECES_MOST, rows_piece, &r);
}
