/* pool.c - memory for many threads, in large pieces */
#include <stdlib.h>
#include <sys/mman.h>

#include "base.h"
#include "pool.h"

enum { REGION = 16 << 20, LINE = 64, SYSTEM_PAGE = 4096 };
#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

void
pool_init(struct pool *p)
{
	*p = (struct pool){ .touched = NULL };
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

/* Up to the end of the page that end is in. */
static char *
page_end(char *end)
{
	const size_t into = (uintptr_t)end % SYSTEM_PAGE;

	return into ? end + (SYSTEM_PAGE - into) : end;
}

/* Has the system give the pages at once. Page by page, a first reading maps a
 * page of zeros that the first writing replaces, which interrupts every other
 * thread. Where it cannot, writing does. */
static void
touch(char *from, char *to)
{
	if (madvise(from, (size_t)(to - from), MADV_POPULATE_WRITE))
		for (char *page = from; page < to; page += SYSTEM_PAGE)
			*(volatile char *)page = 0;
}

/* Who takes a piece waits for its pages, nobody else does. */
void *
pool_take(struct pool *p, size_t bytes)
{
	bytes = (bytes + LINE - 1) / LINE * LINE;
	pthread_mutex_lock(&p->lock);
	if ((size_t)(p->left.end - p->left.at) < bytes)
		add_region(p, bytes);
	char *const at = p->left.at, *const from = p->touched;
	char *const to = page_end(at + bytes);
	p->left.at += bytes;
	p->touched = to;
	pthread_mutex_unlock(&p->lock);
	if (from < to)
		touch(from, to);
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
