#ifndef LINES_H
#define LINES_H

#include "block.h"
#include "date.h"
#include "statuses.h"

/*
 * The order lines of one block, decoded: columns as long as the block has
 * rows, valid until the next lines_decode. Every value of the wanted roles is
 * checked in every row, whether the line counts or not; the first that does
 * not parse is noted in the block.
 */
enum { WANT_CUSTOMER, WANT_DATE, WANT_AMOUNT, WANT_ORDER, WANT_STATUS,
	WANTS };

struct lines {
	uint32_t n, room;
	uint64_t *when;		/* day, then second of the day, as below */
	int64_t *amount;	/* millionths; none is 0 */
	uint64_t magnitude;	/* of no amount larger */
	uint8_t *decimals;	/* of amount */
	uint8_t *counts;	/* by its status */
};

#define WHEN_SECONDS 17		/* bits */
static inline uint64_t
when_of(int32_t day, int32_t second)
{
	return (uint64_t)day << WHEN_SECONDS | (uint64_t)(second > 0 ? second
	    : 0);
}

static inline int32_t
when_day(uint64_t when)
{
	return (int32_t)(when >> WHEN_SECONDS);
}

/* A field as a decimal: what was written of decimals, -1 for none; and as a
 * text. What is neither is refused. */
int lines_decimal(struct block *, uint32_t row, int column, int64_t *);
struct text lines_text(struct block *, uint32_t row, int column);
void lines_decode(struct lines *, struct block *, const struct statuses *);
void lines_release(struct lines *);

#endif
