#ifndef SAMPLE_TSV_H
#define SAMPLE_TSV_H

#include <stdint.h>

#include "out.h"
#include "sample.h"

/*
 * Simulated orders as the strict TSV: bench has the columns order_id,
 * customer_id, order_date, product_id, quantity, amount, cost, media, shop;
 * plain has category, time of day and status too, and now and then a line
 * that follows its order late.
 */
struct sample_tsv {
	struct out *out;
	int plain, long_ids;
	uint64_t seed;
	int32_t day;		/* that date holds */
	char date[10];
	char held[256];		/* a line that comes late */
	size_t held_len;
};

/* Zeroed but for out, plain, long_ids and seed. */
void sample_tsv_head(struct sample_tsv *);
void sample_tsv_order(struct sample_tsv *, const struct sample_order *);
void sample_tsv_end(struct sample_tsv *);

#endif
