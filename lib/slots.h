#ifndef SLOTS_H
#define SLOTS_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/*
 * Slots: what a command needs of an order beyond its date and amount. Each
 * is a word beside the order's record. Every line of the order has a value
 * for it; the order's is what they come to.
 */
enum slot_kind {
	SLOT_SUM,	/* modulo 2^64 */
	SLOT_LEAST, SLOT_MOST,
	SLOT_FIRST,	/* that of the first line, see slot_first() */
	SLOT_BITS,	/* all that any line has */
	SLOT_BAG	/* of codes, see bag.h; the slot's, once merged */
};
enum { SLOTS_MOST = 64 };

struct slots {
	int n;
	enum slot_kind kind[SLOTS_MOST];
	struct text column[SLOTS_MOST];	/* of a sum, for a message; s is NULL
				 * where none can be too large */
};

/* The value of a row of the whole input, to a slot of the first one's. */
static inline int64_t
slot_first(uint64_t row, uint32_t value)
{
	return (int64_t)(row << 32 | value);
}

static inline uint32_t
slot_value(int64_t first)
{
	return (uint32_t)first;
}

static inline void
slots_copy(const struct slots *s, int64_t *to, const int64_t *from)
{
	for (int i = 0; i < s->n; i++)
		to[i] = from[i];
}

/* What no line has come to yet. */
void slots_none(const struct slots *, int64_t *to);
/* One more value joins; 1 if a sum left int64_t, else 0. */
int slots_join(enum slot_kind, int64_t *to, int64_t more);
/* The same of all slots. Sums that left int64_t on the way are named by their
 * bits: they lack 2^64, or have it too much. */
uint64_t slots_merge(const struct slots *, int64_t *to, const int64_t *more);
/* Of values that are merged into nothing more: frees their bags. */
void slots_free(const struct slots *, const int64_t *);
/* Of LEAST and MOST alone: more lines join, of any order. */
void slots_extend(const struct slots *, int64_t *to, const int64_t *more);
/* Does no sum leave int64_t? */
int slots_fit(const struct slots *, const int64_t *to, const int64_t *more);

#endif
