/* pool.c - memory for many threads, in large pieces */
#include <stdlib.h>
#include <sys/mman.h>

#include "base.h"
#include "pool.h"

enum { REGION = 16 << 20, LINE = 64, TOUCH_LEAST = 64 << 10,
	TOUCH_MOST = 2 << 20 };
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

void
pool_init(struct pool *p)
{
	*p = (struct pool){ .touch = TOUCH_LEAST };
	pthread_mutex_init(&p->lock, NULL);
}

static void
add_region(struct pool *p, size_t bytes)
{
	bytes = bytes > REGION ? bytes : REGION;
	char *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		die_memory();
	p->regions = mem_grow(p->regions, p->n_regions + 1, sizeof p->left);
	p->left = (struct extent){ at, at + bytes };
	p->regions[p->n_regions++] = p->left;
	p->touched = at;
}

/* Has the system give the pages up to end, and some more, at once. Page by
 * page, a first reading maps a page of zeros that the first writing replaces,
 * which interrupts every other thread. Where it cannot, writing does. */
static void
touch(struct pool *p, char *end)
{
	size_t bytes = (size_t)(end - p->touched);

	if (bytes < p->touch)
		bytes = p->touch;
	if (bytes > (size_t)(p->left.end - p->touched))
		bytes = (size_t)(p->left.end - p->touched);
	bytes = (bytes + 4095) / 4096 * 4096;
	if (madvise(p->touched, bytes, MADV_POPULATE_WRITE))
		for (size_t i = 0; i < bytes; i += 4096)
			((volatile char *)p->touched)[i] = 0;
	p->touched += bytes;
	if (p->touch < TOUCH_MOST)
		p->touch *= 2;
}

void *
pool_take(struct pool *p, size_t bytes)
{
	bytes = (bytes + LINE - 1) / LINE * LINE;
	pthread_mutex_lock(&p->lock);
	if ((size_t)(p->left.end - p->left.at) < bytes)
		add_region(p, bytes);
	char *at = p->left.at;
	p->left.at += bytes;
	if (p->left.at > p->touched)
		touch(p, p->left.at);
	pthread_mutex_unlock(&p->lock);
	return at;
}

void
pool_release(struct pool *p)
{
	for (size_t i = 0; i < p->n_regions; i++)
		munmap(p->regions[i].at,
		    (size_t)(p->regions[i].end - p->regions[i].at));
	free(p->regions);
	pool_init(p);
}
