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
/* The same of the id of a record. */
void tally_add_id(struct tally_batch *, const struct key *, wide value,
    uint32_t line);
/* Two numbers as a key, in a tally of such pairs: the second is below 2^56,
 * and the first says the shard, by its lowest bits. */
void tally_add_pair(struct tally_batch *, struct key, wide value,
    uint32_t line);
void tally_drop(struct tally_batch *);	/* what was not posted */
/* number: of the thread, so that threads seldom meet. The other posts if the
 * batch is large. */
void tally_post(struct tally *, struct tally_batch *, size_t number);
void tally_post_many(struct tally *, struct tally_batch *, size_t number);
void tally_batch_free(struct tally_batch *);	/* NULL is fine */
void tally_release(struct tally *);

static inline wide
tally_sum(const struct tally_record *r)
{
	return r->sum + r->carry * ((wide)1 << 64);
}

/* The keys, in any order, and their sums as DECIMAL; those of keys live as
 * long as the tally. A sum that is too large is refused, the one whose line
 * stands first: 'column: sum too large: of 'KEY''. */
struct items { struct col *key, *value; };
struct items tally_items(const struct tally *, struct text column,
    const char *of);

#endif
