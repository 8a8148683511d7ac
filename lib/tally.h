#ifndef TALLY_H
#define TALLY_H

#include "col.h"
#include "dict.h"

/*
 * A tally: numbers summed by key, exactly, by many threads into one
 * dictionary. Each adds to a batch of its own and posts that when it holds
 * enough to be worth it: behind every block, say.
 */
struct tally_record {
	struct key key;
	int64_t sum;		/* and carry * 2^64, see tally_sum() */
	int32_t carry;
	uint32_t line;		/* the first one: rows of the input ahead */
};
struct tally {
	struct pool slots, records;
	struct dict keys;
};
struct tally_batch;

void tally_begin(struct tally *);
struct tally_batch *tally_batch_new(void);
/* The key's bytes stay where they are until tally_post. None is (none). */
void tally_add(struct tally_batch *, struct text key, wide value,
    uint32_t line);
/* A kept key; and two numbers as a key, that of a tally of such pairs. */
void tally_add_key(struct tally_batch *, const struct key *, wide value,
    uint32_t line);
void tally_add_pair(struct tally_batch *, uint32_t, uint32_t, wide value,
    uint32_t line);
size_t tally_waiting(const struct tally_batch *);	/* entries in it */
/* number: of the thread, so that threads seldom meet */
void tally_post(struct tally *, struct tally_batch *, int number);
void tally_batch_free(struct tally_batch *);
void tally_release(struct tally *);

static inline wide
tally_sum(const struct tally_record *r)
{
	return (wide)r->sum + ((wide)r->carry << 64);
}

/* The keys, in any order, and their sums as DECIMAL; those of keys live as
 * long as the tally. A sum that is too large is refused, the one whose line
 * stands first: 'column: sum too large: of 'KEY''. */
struct items { struct col *key, *value; };
struct items tally_items(const struct tally *, struct text column,
    const char *of);

#endif
