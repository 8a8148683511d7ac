#ifndef SAMPLE_CSV_H
#define SAMPLE_CSV_H

#include <stdint.h>

#include "out.h"
#include "sample.h"
#include "sample_words.h"

/*
 * Simulated orders as a shop system writes them: EC-CUBE 4's order CSV in
 * CP932, or Shopify's orders export in UTF-8.
 */
enum csv_shop { CSV_ECCUBE4, CSV_SHOPIFY };

/* Who orders, and what there is to pay */
struct buyer {
	uint64_t key;
	int family, given, place, sex, payment, memo;
	uint32_t zip, phone;
	int32_t birth;		/* a day */
	char email[40];
};
struct bill {
	int64_t goods, discount, shipping, fee, points, tax, total;
};

struct sample_csv {
	struct out *out;
	enum csv_shop shop;
	uint64_t seed;
	struct words *words;
	const struct sample_order *order;
	struct buyer buyer;
	struct bill bill;
	uint64_t rows;		/* EC-CUBE numbers its rows */
};

/* Zeroed but for out, shop and seed. */
void sample_csv_start(struct sample_csv *, int headless);
void sample_csv_order(struct sample_csv *, const struct sample_order *);
void sample_csv_end(struct sample_csv *);

/* What the two have in common. A field is put with its comma behind. */
enum { CSV_ROOM = 4096 };		/* for any row */
char *field_word(char *to, const char *);
char *field_text(char *to, struct text);
char *field_whole(char *to, int64_t);
char *field_yen(char *to, int64_t);	/* 500.00 */
char *field_none(char *to, int n);
int goods_tax(const struct goods *);	/* percent, within the price */

void eccube_order(struct sample_csv *);
void shopify_order(struct sample_csv *);
extern const char eccube_head[], shopify_head[];

#endif
