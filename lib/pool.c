/* pool.c - memory for many threads, in large pages */
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base.h"
#include "pool.h"

enum { LARGE_PAGE = 2 << 20, REGION = 16 << 20, LINE = 64 };

void
pool_init(struct pool *p)
{
	*p = (struct pool){ .spare = NULL };
	pthread_mutex_init(&p->lock, NULL);
}

static void
add(struct extent **list, size_t *n, struct extent e)
{
	if (!(*n & (*n - 1)))
		*list = mem_grow(*list, *n ? 2 * *n : 1, sizeof e);
	(*list)[(*n)++] = e;
}

/* Large pages need their alignment; the kernel may lack them. */
static void
add_region(struct pool *p, size_t bytes)
{
	bytes = bytes > REGION ? bytes : REGION;
	char *at = mmap(NULL, bytes + LARGE_PAGE, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		die(LIMIT, "out of memory");
	add(&p->regions, &p->n_regions, (struct extent){ at,
	    at + bytes + LARGE_PAGE });
	at += LARGE_PAGE - (uintptr_t)at % LARGE_PAGE;
	madvise(at, bytes, MADV_HUGEPAGE);
	add(&p->spare, &p->spares, (struct extent){ at, at + bytes });
}

void *
pool_take(struct pool *p, size_t bytes)
{
	bytes = (bytes + LINE - 1) / LINE * LINE;
	pthread_mutex_lock(&p->lock);
	for (size_t i = p->spares; ; i--) {
		if (i == 0) {
			add_region(p, bytes);
			i = p->spares;
		}
		struct extent *e = &p->spare[i - 1];
		if ((size_t)(e->end - e->at) < bytes)
			continue;
		void *at = e->at;
		e->at += bytes;
		if (e->at == e->end)
			*e = p->spare[--p->spares];
		pthread_mutex_unlock(&p->lock);
		return at;
	}
}

void
pool_give(struct pool *p, void *at, size_t bytes)
{
	bytes = (bytes + LINE - 1) / LINE * LINE;
	pthread_mutex_lock(&p->lock);
	add(&p->spare, &p->spares, (struct extent){ at, (char *)at + bytes });
	pthread_mutex_unlock(&p->lock);
}

void
pool_release(struct pool *p)
{
	for (size_t i = 0; i < p->n_regions; i++)
		munmap(p->regions[i].at,
		    (size_t)(p->regions[i].end - p->regions[i].at));
	free(p->regions);
	free(p->spare);
	p->regions = p->spare = NULL;
	p->n_regions = p->spares = 0;
}
