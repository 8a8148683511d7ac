#ifndef SAMPLE_H
#define SAMPLE_H

#include <stdint.h>

#include "sample_shop.h"

/*
 * A shop's orders, simulated, in order of time. Customers are not kept but
 * told again from their number (sample_chance.h); what is kept is a calendar
 * of those who will come again, so memory grows with these, by about 4 bytes
 * each.
 */
enum sample_kind { ORDINARY, TRIAL, SUBSCRIPTION, REFUND };
enum sample_status { PENDING, PAID, SHIPPED, DELIVERED, CANCELLED, RETURNED,
	VOID };

struct sample_plan {
	int64_t lines;
	uint64_t seed;
	int32_t from;
	int days;
	int per_order;		/* lines of each order; 0: a natural mix */
	int events;		/* trials, subscriptions, guests, statuses,
				 * discounts, things sent back */
	int refunds;		/* what is sent back makes an order, later */
	int whole;		/* the last order is not cut at lines */
};

struct sample_line {
	const struct goods *goods;
	int quantity;
	int32_t discount;	/* yen of the line */
	int32_t amount, cost;	/* yen of the line, less the discount */
};

struct sample_order {
	uint64_t number;	/* from 1; a refund has that of its order */
	uint64_t key;		/* of whatever else is said of the order */
	uint32_t customer;	/* from 1; 0: a guest */
	int32_t day, second;
	int media, shop;
	enum sample_kind kind;
	enum sample_status status;
	int gifts;		/* taken in the season of gifts */
	int n, back;		/* lines; how many of them are sent back */
	struct sample_line *line;
};

struct sample;

struct sample *sample_new(const struct sample_plan *);
/* The next order, valid until the next call; NULL at the end. */
const struct sample_order *sample_next(struct sample *);
void sample_free(struct sample *);

#endif
