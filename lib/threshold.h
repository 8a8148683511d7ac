#ifndef THRESHOLD_H
#define THRESHOLD_H

#include "orders.h"

/*
 * An amount of money to be reached, as the user names it: a decimal, or a
 * multiple of the average order value, 7x.
 */
struct threshold {
	int multiple;		/* v is that many millionths of the average */
	int64_t v;
};

/* 0 if the text is neither; a multiple is not below 0. */
int threshold_parse(struct text, struct threshold *);
/* The smallest amount that reaches it: exact, never rounded. */
int64_t threshold_least(struct threshold, struct average);
/* What it is in money, for people: a multiple is rounded to so many decimals,
 * and none without a purchase. What no sum reaches is the limit of sums. */
int64_t threshold_money(struct threshold, struct average, int decimals);

#endif
