#ifndef POOL_H
#define POOL_H

#include <pthread.h>
#include <stddef.h>

/*
 * A pool: memory that many threads fill and that goes back all at once. It
 * asks the system seldom: with one page table under all threads, growing by
 * malloc() cost a third of the time of a run. (Large pages were measured: what
 * they save in look-ups they lose in zeroing, on a machine that is a guest.)
 */
struct extent { char *at, *end; };
struct pool {
	pthread_mutex_t lock;
	struct extent left;		/* of the newest region */
	char *touched;			/* up to where pages are on their way */
	struct extent *regions;		/* from the system */
	size_t n_regions;
};

void pool_init(struct pool *);
/* Aligned to 64 bytes, and zero: the system's pages are, and nothing is
 * given back alone. */
void *pool_take(struct pool *, size_t bytes);
void pool_release(struct pool *);

#endif
