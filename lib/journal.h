#ifndef JOURNAL_H
#define JOURNAL_H

#include <pthread.h>
#include <stdint.h>

#include "texts.h"

/*
 * A journal: records of one size in the order they came. Whoever holds the
 * lock may append and use them.
 */
enum { PAGE_BITS = 10, PAGE = 1 << PAGE_BITS,
	JOURNAL_MOST = (1 << 24) - 2 };
struct journal {
	pthread_mutex_t lock;
	uint32_t n;
	size_t stride;
	char **pages;		/* PAGE records each */
	uint32_t n_pages;
	struct pool *pool;	/* of the pages */
} __attribute__((aligned(64)));

void journal_init(struct journal *, struct pool *, size_t stride);
void journal_release(struct journal *);	/* what is in no pool */

static inline void *
journal_record(const struct journal *j, uint32_t number)
{
	return j->pages[number >> PAGE_BITS]
	    + (number & (PAGE - 1)) * j->stride;
}

/* The number of a new record, whose bytes are any. */
uint32_t journal_append(struct journal *);

/* Only the first n stay. */
static inline void
journal_cut(struct journal *j, uint32_t n)
{
	j->n = n;
}

#endif
