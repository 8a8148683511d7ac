/* pool.c - memory for many threads, in large pieces */
#include <stdlib.h>
#include <sys/mman.h>

#include "base.h"
#include "pool.h"

enum { REGION = 16 << 20, LINE = 64 };

void
pool_init(struct pool *p)
{
	*p = (struct pool){ .n_regions = 0 };
	pthread_mutex_init(&p->lock, NULL);
}

static void
add_region(struct pool *p, size_t bytes)
{
	bytes = bytes > REGION ? bytes : REGION;
	char *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
	    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (at == MAP_FAILED)
		die(LIMIT, "out of memory");
	p->regions = mem_grow(p->regions, p->n_regions + 1, sizeof p->left);
	p->left = (struct extent){ at, at + bytes };
	p->regions[p->n_regions++] = p->left;
}

void *
pool_take(struct pool *p, size_t bytes)
{
	bytes = (bytes + LINE - 1) / LINE * LINE;
	pthread_mutex_lock(&p->lock);
	if ((size_t)(p->left.end - p->left.at) < bytes)
		add_region(p, bytes);
	void *at = p->left.at;
	p->left.at += bytes;
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
	p->regions = NULL;
	p->n_regions = 0;
	p->left = (struct extent){ NULL, NULL };
}
