#ifndef CART_COUNTS_H
#define CART_COUNTS_H

#include <stdint.h>
#include <time.h>

#include "cart_map.h"

/* What became of the rows: lines = goods + written + left_out + without
 * product. */
struct cart_counts {
	int64_t lines, goods, without_product, without_amount, refunds,
	    refunds_left_out;
	int64_t written[CART_KINDS], left_out[CART_KINDS];	/* no goods */
	struct timespec start;
};

void cart_counts_start(struct cart_counts *);
void cart_counts_print(const struct cart_counts *);	/* standard error */

#endif
