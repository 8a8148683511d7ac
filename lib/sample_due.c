/* sample_due.c - a calendar: entries by day, in chunks that are used again */
#include <stdlib.h>
#include <string.h>

#include "base.h"
#include "sample_due.h"

enum { PER_CHUNK = 62, NO_CHUNK = -1 };

struct chunk {
	int32_t next;		/* of the same day, or of the free ones */
	uint32_t n;
	uint32_t entry[PER_CHUNK];
};

struct due {
	struct chunk *chunks;
	size_t used, room;
	int32_t free;
	int32_t *first;			/* by day */
	uint32_t *taken;
	size_t taken_room;
};

struct due *
due_new(int days)
{
	struct due *d = mem_new(1, sizeof *d);

	d->free = NO_CHUNK;
	d->first = mem_new((size_t)days, sizeof *d->first);
	for (int i = 0; i < days; i++)
		d->first[i] = NO_CHUNK;
	return d;
}

static int32_t
chunk_new(struct due *d)
{
	int32_t c = d->free;

	if (c != NO_CHUNK) {
		d->free = d->chunks[c].next;
		return c;
	}
	/* an eighth more: twice as much would double the peak */
	if (d->used == d->room) {
		d->room += d->room / 8 + 256;
		d->chunks = mem_grow(d->chunks, d->room, sizeof *d->chunks);
	}
	return (int32_t)d->used++;
}

void
due_put(struct due *d, int day, uint32_t entry)
{
	int32_t c = d->first[day];

	if (c == NO_CHUNK || d->chunks[c].n == PER_CHUNK) {
		c = chunk_new(d);
		d->chunks[c].next = d->first[day];
		d->chunks[c].n = 0;
		d->first[day] = c;
	}
	struct chunk *const to = &d->chunks[c];
	to->entry[to->n++] = entry;
}

uint32_t *
due_take(struct due *d, int day, size_t *n)
{
	*n = 0;
	while (d->first[day] != NO_CHUNK) {
		struct chunk *const c = &d->chunks[d->first[day]];
		if (d->taken_room < *n + c->n) {
			d->taken_room = *n + *n / 8 + 4096;
			d->taken = mem_grow(d->taken, d->taken_room,
			    sizeof *d->taken);
		}
		memcpy(d->taken + *n, c->entry, c->n * sizeof *c->entry);
		*n += c->n;
		const int32_t next = c->next;
		c->next = d->free;
		d->free = d->first[day];
		d->first[day] = next;
	}
	return d->taken;
}

void
due_free(struct due *d)
{
	free(d->chunks);
	free(d->first);
	free(d->taken);
	free(d);
}
