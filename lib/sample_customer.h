#ifndef SAMPLE_CUSTOMER_H
#define SAMPLE_CUSTOMER_H

#include <stdint.h>

#include "sample.h"

/*
 * What a customer is like, told from the number alone, and what an order of
 * theirs holds.
 */
struct customer {
	uint64_t key;
	int media, shop;
	uint32_t quits;		/* after each purchase, of 65,536 */
	uint32_t wait;		/* usual days from one to the next */
	int course;		/* begins with this trial; -1: with none */
	int subscribes;		/* and goes on with its subscription */
};

/* Lots that are drawn again and again */
enum { MEDIA_SLOTS = 4096, SHOP_SLOTS = 256, LOT_SLOTS = 1024 };
struct lots {
	uint16_t media[MEDIA_SLOTS], shop[SHOP_SLOTS];
	uint16_t lines[LOT_SLOTS], quantity[LOT_SLOTS];
};
enum { LINES_USUAL = 2222 };	/* lines of 1,000 orders in a natural mix */

void lots_fill(struct lots *);
void customer_tell(struct customer *, const struct lots *, uint64_t key,
	int events);

/* What the numbers of an order's key are for; from OF_LINES on, one a line */
enum { OF_BASKET, OF_STATUS, OF_TIME, OF_LINES };

/* The order's lines, into its array, which must have room for LINES_MOST or
 * as many as an order is to have. */
enum { LINES_MOST = 16 };
struct basket {
	const struct catalogue *catalogue;
	const struct lots *lots;
	int per_order;
};
void basket_fill(const struct basket *, const struct customer *,
	struct sample_order *);
/* What has become of an order some days later */
enum sample_status status_after(int days, uint64_t r);
/* The order becomes the refund of the lines that are sent back. */
void basket_return(struct sample_order *);

#endif
