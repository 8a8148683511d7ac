/* journal.c - records one behind the other */
#include <stdlib.h>

#include "base.h"
#include "journal.h"

void
journal_init(struct journal *j, struct pool *pool, size_t stride)
{
	*j = (struct journal){ .stride = stride, .pool = pool };
	pthread_mutex_init(&j->lock, NULL);
}

void
journal_release(struct journal *j)
{
	free(j->pages);
	j->pages = NULL;
	j->n = j->n_pages = 0;
}

static void
add_page(struct journal *j)
{
	/* the list of pages doubles whenever it is full */
	if (!(j->n_pages & (j->n_pages - 1)))
		j->pages = mem_grow(j->pages, j->n_pages ? 2 * j->n_pages : 1,
		    sizeof *j->pages);
	j->pages[j->n_pages++] = pool_take(j->pool, PAGE * j->stride);
}

uint32_t
journal_append(struct journal *j)
{
	if (j->n >= JOURNAL_MOST)
		die(LIMIT, "more than a thousand million ids");
	if (j->n >> PAGE_BITS == j->n_pages)
		add_page(j);
	return j->n++;
}
