/* parts.c - the parts of a work side by side */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

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
parts_run(int threads, size_t n, void (*part)(void *, size_t),
    void *context)
{
	struct parts p = { .part = part, .context = context, .n = n };
	pthread_t thread[THREADS_MOST];
	int started = 0;

	atomic_init(&p.next, 0);
	threads = parts_threads(threads);
	while (started < threads - 1 && (size_t)started + 1 < n
	    && !pthread_create(&thread[started], NULL, parts_main, &p))
		started++;
	parts_main(&p);
	while (started > 0)
		pthread_join(thread[--started], NULL);
}
